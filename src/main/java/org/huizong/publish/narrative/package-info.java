/**
 * Says in sentences what a period came to: who is in its figures, how they changed, what the leaders should look at. It
 * knows of no sheet.
 *
 * <p>May call aggregation, assessment, catalogue, formula, layout, register, store, validation, wording, model and text.
 */
@NullMarked
package org.huizong.publish.narrative;

import org.jspecify.annotations.NullMarked;
