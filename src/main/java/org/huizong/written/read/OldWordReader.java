package org.huizong.written.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.huizong.spreadsheet.read.Unfit;
import org.huizong.text.Folding;

/** Reads a .doc of Word 97 and later. */
final class OldWordReader {
    private static final String FIELD = "\u0013[^\u0013\u0014\u0015]*\u0014|\u0013[^\u0013\u0014\u0015]*\u0015|\u0015";
    private static final char CELL = '\u0007';

    private final Gathering gathered = new Gathering();
    private Optional<Gathering.Table> table = Optional.empty();
    private int row;
    private int column;

    private OldWordReader() {}

    static WrittenDocument read(Path file) {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true);
                HWPFDocument document = new HWPFDocument(files)) {
            return new OldWordReader().read(file, document);
        } catch (EncryptedDocumentException e) {
            return WrittenDocument.Refused.of("file.encrypted");
        } catch (IOException | RuntimeException e) {
            return WrittenDocument.Refused.of(Unfit.DAMAGED);
        }
    }

    private WrittenDocument read(Path file, HWPFDocument document) {
        body(document.getRange());
        notes(document.getHeaderStoryRange(), Place.Part.HEADER);
        notes(document.getFootnoteRange(), Place.Part.FOOTNOTE);
        notes(document.getEndnoteRange(), Place.Part.ENDNOTE);
        int pictures = document.getPicturesTable().getAllPictures().size();
        return gathered.document(file, WrittenDocument.Format.DOC, pictures, List.of());
    }

    private void body(Range range) {
        for (int i = 0; i < range.numParagraphs() && !gathered.isTooMuch(); i++) {
            Paragraph paragraph = range.getParagraph(i);
            if (paragraph.isInTable()) {
                cell(paragraph);
            } else {
                endTable();
                gathered.add(text(paragraph.text()), Place.Part.BODY, 0);
            }
        }
        endTable();
    }

    private void cell(Paragraph paragraph) {
        if (table.isEmpty()) {
            table = Optional.of(gathered.table());
            row = 1;
            column = 1;
        }
        if (paragraph.isTableRowEnd()) {
            row++;
            column = 1;
            return;
        }
        table.get().add(text(paragraph.text()), row, column);
        column += paragraph.text().indexOf(CELL) >= 0 ? 1 : 0;
    }

    private void endTable() {
        table.ifPresent(Gathering.Table::end);
        table = Optional.empty();
    }

    private void notes(Range range, Place.Part part) {
        for (int i = 0; i < range.numParagraphs() && !gathered.isTooMuch(); i++) {
            gathered.add(text(range.getParagraph(i).text()), part, 0);
        }
    }

    private static String text(String written) {
        return Folding.cleaned(written.replaceAll(FIELD, "")
                .replace('\u000b', '\n')
                .replace('\f', '\n')
                .stripTrailing());
    }
}
