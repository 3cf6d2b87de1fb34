package org.huizong.written.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.huizong.spreadsheet.opc.UnknownMarkup;
import org.huizong.spreadsheet.read.Unfit;
import org.huizong.spreadsheet.read.WrittenText;

/** Reads a .docx: the text of its body, then of headers, footers and notes. Text that was deleted on record is not read. */
final class WordReader {
    private WordReader() {}

    static WrittenDocument read(Path file, WrittenText.Word word) {
        Gathering gathered = new Gathering();
        try {
            int pictures = 0;
            for (WordParts.Part part : WordParts.of(word)) {
                try (InputStream in = word.parts().open(part.path())) {
                    PartParagraphs text = new PartParagraphs(part.kind(), gathered);
                    text.read(in);
                    pictures += text.pictures();
                }
            }
            return gathered.document(file, WrittenDocument.Format.DOCX, pictures, List.of());
        } catch (IOException | UnknownMarkup e) {
            return WrittenDocument.Refused.of(Unfit.DAMAGED);
        }
    }
}
