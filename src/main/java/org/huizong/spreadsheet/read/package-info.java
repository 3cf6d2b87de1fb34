/**
 * Safe reading of workbooks, old ones, tables of text and zips too: what they would build is counted before it is built.
 *
 * <p>Knows POI and no catalogue. May call disk, model and text.
 */
@NullMarked
package org.huizong.spreadsheet.read;

import org.jspecify.annotations.NullMarked;
