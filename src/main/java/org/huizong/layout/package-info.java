/**
 * Which item sits in which cell of a form: a pure function of the return and its version.
 *
 * <p>Templates, intake and the consolidated workbook all ask here. May call catalogue and model.
 */
@NullMarked
package org.huizong.layout;

import org.jspecify.annotations.NullMarked;
