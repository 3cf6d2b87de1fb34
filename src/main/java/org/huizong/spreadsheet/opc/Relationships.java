package org.huizong.spreadsheet.opc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huizong.spreadsheet.read.Parts;

/** What one part of a package refers to, and what is added to it or taken off. */
public final class Relationships {
    /**
     * A part that another one refers to.
     *
     * @param path of the part; empty if it is outside the package
     */
    public record Relationship(String id, String type, String path, long from, long to) {
        /** Whether it is that to the other part, such as {@code comments}. */
        public boolean is(String kind) {
            return type.substring(type.lastIndexOf('/') + 1).equals(kind);
        }
    }

    static final String EMPTY = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

    private final Edits edits;
    private final Map<String, Relationship> all = new LinkedHashMap<>();
    private final Section root;

    /** What a part refers to, to be read alone. */
    public static Relationships of(Parts parts, String part) throws IOException {
        return of(parts, part, new Edits());
    }

    static Relationships of(Parts parts, String part, Edits edits) throws IOException {
        String path = Parts.path(entry(part.isEmpty() ? "" : parts.entry(part)));
        try (InputStream in =
                parts.has(path) ? parts.open(path) : new ByteArrayInputStream(EMPTY.getBytes(StandardCharsets.UTF_8))) {
            return new Relationships(in, part, edits);
        }
    }

    /** The name of the part that says what another one refers to. */
    static String entry(String part) {
        int name = part.lastIndexOf('/') + 1;
        return part.substring(0, name) + "_rels/" + part.substring(name) + ".rels";
    }

    /**
     * Reads what a part refers to.
     *
     * @param part path of the part that refers; empty for the package
     */
    private Relationships(InputStream xml, String part, Edits edits) throws IOException {
        this.edits = edits;
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        root = Section.root(xml, child -> {
            if (child.localName().equals("Relationship")) {
                put(child, folder);
            }
        });
    }

    private void put(XmlScanner scanner, String folder) {
        String id = scanner.value("Id");
        String target = scanner.value("Target");
        String path = scanner.value("TargetMode").equals("External")
                ? ""
                : Parts.path(target.startsWith("/") ? target : folder + target);
        all.put(id, new Relationship(id, scanner.value("Type"), path, scanner.from(), scanner.to()));
    }

    /** The part of that id. */
    public Optional<Relationship> of(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** The part that is this to the other; empty if there is none. */
    public Optional<Relationship> to(String kind) {
        return allTo(kind).stream().findFirst();
    }

    /** The parts that are this to the other, in their order. */
    public List<Relationship> allTo(String kind) {
        return all.values().stream()
                .filter(r -> r.is(kind) && !r.path().isEmpty())
                .toList();
    }

    /**
     * Adds one.
     *
     * @param entry name of the part in the zip
     * @return its id
     */
    public String add(String type, String entry) {
        int number = all.size() + 1;
        while (isTaken("rId" + number)) {
            number++;
        }
        String id = "rId" + number;
        all.put(id, new Relationship(id, type, Parts.path(entry), 0, 0));
        root.add("<" + root.prefix() + "Relationship Id=\"" + id + "\" Type=\"" + XmlText.encoded(type)
                + "\" Target=\"/" + XmlText.encoded(entry) + "\"/>");
        return id;
    }

    private boolean isTaken(String id) {
        return all.keySet().stream().anyMatch(i -> i.toLowerCase(Locale.ROOT).equals(id.toLowerCase(Locale.ROOT)));
    }

    /** Takes one off that was there. */
    public void remove(Relationship relationship) {
        edits.delete(relationship.from(), relationship.to());
    }

    void finish() {
        root.into(edits);
    }
}
