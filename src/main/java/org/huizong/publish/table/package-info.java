/**
 * What a period comes to for other programs: tidy CSV tables and summary.json.
 *
 * <p>May call publish.narrative, aggregation, disk, store, catalogue, wording, model and text.
 */
@NullMarked
package org.huizong.publish.table;

import org.jspecify.annotations.NullMarked;
