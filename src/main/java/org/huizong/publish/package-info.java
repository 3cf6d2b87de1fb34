/**
 * Writes what a period leaves behind: workbook, tables and copies, beside the output folder, and moves them into place
 * together; the edition goes on record with them.
 *
 * <p>May call aggregation, catalogue, disk, edition, intake, report, returned, store, tables, wording and model.
 */
@NullMarked
package org.huizong.publish;

import org.jspecify.annotations.NullMarked;
