package org.huizong.spreadsheet.read;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A part that another part of the package, or the package itself, refers to: where it lies is not for its name to say.
 *
 * @param type what it is to the other, a long name with slashes
 * @param path in the zip, in lower case
 */
record Relation(String type, String path) {
    static final Relation NONE = new Relation("", "");
    /** The part that says what the package itself refers to. */
    static final String OF_PACKAGE = "_rels/.rels";

    /** Relations of one part; one that has as many is no workbook. */
    private static final int MOST = 10_000;

    /** The part that says what a part refers to. */
    static String of(String part) {
        int name = part.lastIndexOf('/') + 1;
        return part.substring(0, name) + "_rels/" + part.substring(name) + ".rels";
    }

    /**
     * Reads what a part refers to, by id.
     *
     * @param part path of the part that refers; empty for the package
     */
    static Map<String, Relation> read(InputStream xml, String part) throws XMLStreamException {
        Map<String, Relation> relations = new HashMap<>();
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        XMLStreamReader reader = Xml.reader(xml);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("Relationship")
                    && !Xml.attribute(reader, "TargetMode").equals("External")) {
                String target = Xml.attribute(reader, "Target");
                relations.put(
                        Xml.attribute(reader, "Id"),
                        new Relation(
                                Xml.attribute(reader, "Type"),
                                Parts.path(target.startsWith("/") ? target : folder + target)));
                if (relations.size() > MOST) {
                    throw new Beyond(Unfit.of("file.markup"));
                }
            }
        }
        return relations;
    }

    /** The path of the part that is this to the other; empty if there is none. */
    static Optional<String> to(String kind, Map<String, Relation> relations) {
        return relations.values().stream()
                .filter(r -> r.type().endsWith("/" + kind))
                .map(Relation::path)
                .sorted()
                .findFirst();
    }
}
