/**
 * What a period comes to for other programs: tidy CSV tables and summary.json.
 *
 * <p>May call aggregation, disk, store, catalogue, wording, model and text.
 */
@NullMarked
package org.huizong.tables;

import org.jspecify.annotations.NullMarked;
