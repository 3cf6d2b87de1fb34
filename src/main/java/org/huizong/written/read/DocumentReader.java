package org.huizong.written.read;

import java.nio.file.Path;
import org.huizong.spreadsheet.read.Guard;
import org.huizong.spreadsheet.read.Unfit;
import org.huizong.spreadsheet.read.WrittenText;

/** Reads a written text of any format that is understood: .docx, .doc, PDF with a text layer, plain text. */
public final class DocumentReader {
    private DocumentReader() {}

    /**
     * The paragraphs of a file, or why they can't be had. Bad content never throws.
     *
     * @throws java.io.UncheckedIOException if the disk does not give the file
     */
    public static WrittenDocument read(Path file) {
        try {
            return parsed(file);
        } catch (StackOverflowError e) {
            return WrittenDocument.Refused.of(Unfit.DAMAGED);
        } catch (OutOfMemoryError e) {
            return WrittenDocument.Refused.of("file.memory");
        }
    }

    private static WrittenDocument parsed(Path file) {
        WrittenText text = Guard.document(file);
        if (text instanceof WrittenText.Word word) {
            return WordReader.read(file, word);
        }
        if (text instanceof WrittenText.OldWord) {
            return OldWordReader.read(file);
        }
        if (text instanceof WrittenText.Pdf) {
            return PdfReader.read(file);
        }
        if (text instanceof WrittenText.Lines lines) {
            return PlainReader.read(file, lines.text());
        }
        return new WrittenDocument.Refused((Unfit) text);
    }
}
