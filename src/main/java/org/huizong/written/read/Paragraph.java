package org.huizong.written.read;

/**
 * A piece of text that belongs together: a paragraph, or one in a cell of a table.
 *
 * @param text as it stands there
 * @param lead what stands before it for a reader: of a cell the head of its column and what its row begins with; else empty
 * @param place where it stands
 */
public record Paragraph(String text, String lead, Place place) {}
