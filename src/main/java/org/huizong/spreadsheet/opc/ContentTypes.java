package org.huizong.spreadsheet.opc;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huizong.spreadsheet.read.Parts;

/** Of what kind each part of a package is. */
final class ContentTypes {
    static final String PATH = "[content_types].xml";

    /** What is said of one part by its name. */
    private record OfPart(String type, long from, long to) {}

    private final Edits edits;
    private final Map<String, OfPart> ofParts = new HashMap<>();
    private final Map<String, String> ofEndings = new HashMap<>();
    private final Section root;

    ContentTypes(InputStream xml, Edits edits) throws IOException {
        this.edits = edits;
        root = Section.root(xml, this::put);
    }

    private void put(XmlScanner scanner) {
        String type = scanner.value("ContentType");
        if (scanner.localName().equals("Default")) {
            ofEndings.put(scanner.value("Extension").toLowerCase(Locale.ROOT), type);
        } else {
            ofParts.put(Parts.path(scanner.value("PartName")), new OfPart(type, scanner.from(), scanner.to()));
        }
    }

    /** The kind of a part; empty if it is not said. */
    String of(String path) {
        return Optional.ofNullable(ofParts.get(path))
                .map(OfPart::type)
                .or(() -> Optional.ofNullable(ofEndings.get(path.substring(path.lastIndexOf('.') + 1))))
                .orElse("");
    }

    void add(String entry, String type) {
        String ending = entry.substring(entry.lastIndexOf('.') + 1);
        if (type.equals(ofEndings.get(ending))) {
            return;
        }
        // a spreadsheet looks for the kind of a drawing's file by its ending
        if (!ending.equals("xml") && ofEndings.putIfAbsent(ending, type) == null) {
            root.add("<" + root.prefix() + "Default Extension=\"" + ending + "\" ContentType=\"" + type + "\"/>");
        } else {
            root.add("<" + root.prefix() + "Override PartName=\"/" + XmlText.encoded(entry) + "\" ContentType=\"" + type
                    + "\"/>");
        }
    }

    void remove(String path) {
        Optional.ofNullable(ofParts.remove(path)).ifPresent(o -> edits.delete(o.from(), o.to()));
    }

    void finish() {
        root.into(edits);
    }
}
