package org.huizong.written.read;

import java.nio.file.Path;
import java.util.List;
import org.huizong.text.Folding;

/** Reads a plain text: a line is a paragraph. */
final class PlainReader {
    private PlainReader() {}

    static WrittenDocument read(Path file, String text) {
        if (text.length() > WrittenDocument.MAX_CHARACTERS) {
            return WrittenDocument.Refused.of("file.texts");
        }
        Gathering gathered = new Gathering();
        for (String line : Folding.cleaned(text).split("\n", -1)) {
            gathered.add(line, Place.Part.BODY, 0);
        }
        return gathered.document(file, WrittenDocument.Format.PLAIN, 0, List.of());
    }
}
