/**
 * What a period comes to for other programs: tidy CSV tables and summary.json.
 *
 * <p>May call consolidation, disk, store, catalogue, wording, submission, finding, period and text.
 */
@NullMarked
package org.huizong.tables;

import org.jspecify.annotations.NullMarked;
