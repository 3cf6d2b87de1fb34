package org.huizong.written.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.huizong.spreadsheet.opc.Relationships;
import org.huizong.spreadsheet.read.WrittenText;

/** The parts of a .docx that people read, in the order in which they are read. */
public final class WordParts {
    private static final List<Place.Part> OTHERS =
            List.of(Place.Part.HEADER, Place.Part.FOOTER, Place.Part.FOOTNOTE, Place.Part.ENDNOTE);

    private WordParts() {}

    /** One of them. */
    public record Part(String path, Place.Part kind) {}

    /**
     * Those of a document; the first is its body. Others are what the body refers to, whatever they are called.
     *
     * @throws IOException if what it refers to cannot be read
     */
    public static List<Part> of(WrittenText.Word word) throws IOException {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(word.document(), Place.Part.BODY));
        Relationships related = Relationships.of(word.parts(), word.document());
        for (Place.Part kind : OTHERS) {
            related.allTo(relation(kind)).stream()
                    .map(Relationships.Relationship::path)
                    .filter(word.parts()::has)
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).thenComparing(p -> p))
                    .forEach(path -> parts.add(new Part(path, kind)));
        }
        return parts;
    }

    /** Notes of a document stand in one part together. */
    private static String relation(Place.Part kind) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return kind == Place.Part.FOOTNOTE || kind == Place.Part.ENDNOTE ? name + 's' : name;
    }
}
