/**
 * Reading of a written text: a document, be it a .docx, a .doc, a PDF or a plain text, becomes paragraphs with their places.
 *
 * <p>Knows POI and PDFBox and no catalogue. May call disk, spreadsheet.opc, spreadsheet.read, model and text.
 */
@NullMarked
package org.huizong.written.read;

import org.jspecify.annotations.NullMarked;
