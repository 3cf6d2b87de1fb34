package org.huizong.written.read;

import java.nio.file.Path;
import java.util.List;
import org.huizong.spreadsheet.read.Unfit;

/** What reading a written text gave: its paragraphs, or why there are none to be had. */
public sealed interface WrittenDocument permits WrittenDocument.Text, WrittenDocument.Refused {
    /** The most characters of a text: a book has fewer. */
    int MAX_CHARACTERS = 2_000_000;

    /** What kind of file it is. */
    enum Format {
        DOCX,
        DOC,
        PDF,
        PLAIN
    }

    /**
     * A text that was read.
     *
     * @param file where it is
     * @param paragraphs those that say something, in the order of the document, then headers, footers and notes
     * @param pictures how many pictures it holds: what is in them is not read
     * @param blankPages pages of a PDF on which no text is, from 1
     */
    record Text(Path file, Format format, List<Paragraph> paragraphs, int pictures, List<Integer> blankPages)
            implements WrittenDocument {
        public Text {
            paragraphs = List.copyOf(paragraphs);
            blankPages = List.copyOf(blankPages);
        }
    }

    /** A file that is not read. */
    record Refused(Unfit why) implements WrittenDocument {
        static Refused of(String finding) {
            return new Refused(Unfit.of(finding));
        }
    }
}
