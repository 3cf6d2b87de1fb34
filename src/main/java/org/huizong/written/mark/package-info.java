/**
 * The copy of a written text with a comment and a colour at each number: of a .docx the document itself, of other formats a
 * .docx of its text.
 *
 * <p>May call disk, spreadsheet.opc, spreadsheet.read, text and written.read.
 */
@NullMarked
package org.huizong.written.mark;

import org.jspecify.annotations.NullMarked;
