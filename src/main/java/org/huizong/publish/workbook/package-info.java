/**
 * The consolidated workbook that the leaders read: one small class a sheet, live formulas, every number checked twice.
 *
 * <p>May call publish.chart, publish.document, publish.narrative, publish.table, catalogue, formula, layout, aggregation,
 * assessment, register, store, spreadsheet.read, spreadsheet.write, wording, model and text.
 */
@NullMarked
package org.huizong.publish.workbook;

import org.jspecify.annotations.NullMarked;
