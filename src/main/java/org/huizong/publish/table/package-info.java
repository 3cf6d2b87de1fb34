/**
 * What a period comes to as lists, whose columns are described once for the sheets that people see and for the CSV files
 * that programs read, and as summary.json.
 *
 * <p>May call publish.narrative, aggregation, assessment, disk, store, catalogue, wording, model and text.
 */
@NullMarked
package org.huizong.publish.table;

import org.jspecify.annotations.NullMarked;
