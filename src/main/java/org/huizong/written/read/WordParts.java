package org.huizong.written.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.huizong.spreadsheet.read.WrittenText;

/** The parts of a .docx that people read, in the order in which they are read. */
public final class WordParts {
    private static final List<Place.Part> OTHERS =
            List.of(Place.Part.HEADER, Place.Part.FOOTER, Place.Part.FOOTNOTE, Place.Part.ENDNOTE);

    private WordParts() {}

    /** One of them. */
    public record Part(String path, Place.Part kind) {}

    /** Those of a document; the first is its body. */
    public static List<Part> of(WrittenText.Word word) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(word.document(), Place.Part.BODY));
        for (Place.Part kind : OTHERS) {
            Pattern name = Pattern.compile("word/" + word(kind) + "\\d*\\.xml");
            word.parts().paths().stream()
                    .filter(name.asMatchPredicate())
                    .sorted(Comparator.comparingInt(String::length).thenComparing(p -> p))
                    .forEach(path -> parts.add(new Part(path, kind)));
        }
        return parts;
    }

    private static String word(Place.Part kind) {
        return switch (kind) {
            case HEADER -> "header";
            case FOOTER -> "footer";
            case FOOTNOTE -> "footnotes";
            default -> "endnotes";
        };
    }
}
