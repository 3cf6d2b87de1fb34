package org.huizong.written;

import org.huizong.text.FoldedText;

/**
 * A sentence of a paragraph, or a part of one that a semicolon parts.
 *
 * @param paragraph which paragraph of the document, from 0
 * @param text the whole paragraph
 * @param masked its folded text with blanks where numbers count nothing
 * @param lead folded, what stands before the paragraph for a reader: in a table its heads
 * @param ofLead the known words of that
 * @param from where the sentence begins in the folded text
 * @param to where it ends there
 */
record Sentence(int paragraph, FoldedText text, String masked, String lead, Spotted ofLead, int from, int to) {
    String folded() {
        return text.text();
    }

    /** A part of the paragraph as it was written. */
    String written(int first, int last) {
        return text.written().substring(text.start(first), text.end(last));
    }

    String between(int first, int last) {
        return folded().substring(first, Math.max(first, last));
    }
}
