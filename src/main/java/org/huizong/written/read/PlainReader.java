package org.huizong.written.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huizong.text.Folding;

/** Reads a plain text: a line is a paragraph. */
final class PlainReader {
    private PlainReader() {}

    static WrittenDocument read(Path file, String text) {
        if (text.length() > WrittenDocument.MAX_CHARACTERS) {
            return WrittenDocument.Refused.of("file.texts");
        }
        List<Paragraph> paragraphs = new ArrayList<>();
        for (String line : Folding.cleaned(text).split("\n", -1)) {
            if (!line.isBlank()) {
                paragraphs.add(new Paragraph(line, "", new Place(Place.Part.BODY, 0, paragraphs.size() + 1, 0, 0)));
            }
        }
        return new WrittenDocument.Text(file, WrittenDocument.Format.PLAIN, paragraphs, 0, List.of());
    }
}
