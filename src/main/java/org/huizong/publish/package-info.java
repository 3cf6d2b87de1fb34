/**
 * Writes what a period leaves behind: workbook, tables and copies, beside the output folder, and moves them into place
 * together; the edition goes on record with them.
 *
 * <p>May call publish.narrative, publish.table, publish.workbook, publish.document, publish.returned, publish.letter,
 * aggregation, assessment, catalogue, disk, edition, intake, register, spreadsheet.write, store, wording and model.
 */
@NullMarked
package org.huizong.publish;

import org.jspecify.annotations.NullMarked;
