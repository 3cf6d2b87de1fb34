/**
 * Fills the fields of a Word file, whose text people edit in Word or WPS: fields that Word has split, conditions, repeated
 * paragraphs and rows, charts; says where a field is wrong; writes the same bytes twice. It knows of no figures.
 *
 * <p>May call model and text.
 */
@NullMarked
package org.huizong.docx;

import org.jspecify.annotations.NullMarked;
