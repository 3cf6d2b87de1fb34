package org.huizong.written.read;

/**
 * Where a paragraph stands, as a reader counts.
 *
 * @param part in which part of the document
 * @param page the page from 1; 0 where the format has no pages before it is printed
 * @param number of the paragraph, or of the table, from 1; blank paragraphs are not counted
 * @param row of a table from 1; else 0
 * @param column of a table from 1; else 0
 */
public record Place(Part part, int page, int number, int row, int column) {
    /** The parts of a document. */
    public enum Part {
        BODY,
        TABLE,
        BOX,
        HEADER,
        FOOTER,
        FOOTNOTE,
        ENDNOTE
    }
}
