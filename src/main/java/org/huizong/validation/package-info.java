/**
 * Rules against values: findings and what becomes of a submission; and the check of every formula in the catalogue.
 *
 * <p>May call catalogue, formula and model.
 */
@NullMarked
package org.huizong.validation;

import org.jspecify.annotations.NullMarked;
