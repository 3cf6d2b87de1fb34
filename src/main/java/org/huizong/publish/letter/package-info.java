/**
 * What units are told about their scores: a sheet of paper each.
 *
 * <p>May call aggregation, assessment, catalogue, publish.narrative, spreadsheet.mark, spreadsheet.write, wording, model, disk and text.
 */
@NullMarked
package org.huizong.publish.letter;

import org.jspecify.annotations.NullMarked;
