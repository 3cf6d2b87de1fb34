/**
 * Safe reading and writing of workbooks: guards, streams, defined names, marks, styles.
 *
 * <p>Knows POI and fastexcel. May call finding.
 */
@NullMarked
package org.huizong.workbook;

import org.jspecify.annotations.NullMarked;
