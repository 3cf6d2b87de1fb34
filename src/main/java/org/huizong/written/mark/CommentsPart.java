package org.huizong.written.mark;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.huizong.spreadsheet.opc.PackageEditor;
import org.huizong.spreadsheet.opc.Relationships;
import org.huizong.spreadsheet.opc.Section;
import org.huizong.spreadsheet.opc.XmlScanner;
import org.huizong.spreadsheet.opc.XmlText;
import org.huizong.text.Folding;

/** The comments of a document: those that it has, and ours behind them. */
final class CommentsPart {
    private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    private static final String RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";

    private final PackageEditor editor;
    private final String document;
    private final String author;
    private final Optional<String> path;
    private final Optional<Section> section;
    private final String prefix;
    private final StringBuilder added = new StringBuilder();
    private long next;

    CommentsPart(PackageEditor editor, String document, String author) throws IOException {
        this.editor = editor;
        this.document = document;
        this.author = author;
        this.path = editor.relationships(document).to("comments").map(Relationships.Relationship::path);
        if (path.isEmpty()) {
            section = Optional.empty();
            prefix = "w:";
            return;
        }
        try (InputStream in = editor.open(path.get())) {
            Section root = Section.root(in, this::count);
            prefix = root.prefix();
            section = Optional.of(root);
        }
    }

    private void count(XmlScanner element) {
        if (element.localName().equals("comment")) {
            String id = element.value(element.prefix() + "id");
            next = id.matches("\\d{1,9}") ? Math.max(next, Long.parseLong(id) + 1) : next;
        }
    }

    /** Adds a comment; its id. */
    long add(String text) {
        long id = next++;
        StringBuilder xml = new StringBuilder();
        xml.append('<')
                .append(prefix)
                .append("comment ")
                .append(prefix)
                .append("id=\"")
                .append(id);
        xml.append("\" ").append(prefix).append("author=\"").append(XmlText.encoded(author));
        xml.append("\" ")
                .append(prefix)
                .append("initials=\"")
                .append(XmlText.encoded(author))
                .append("\">");
        for (String line : text.lines().toList()) {
            xml.append("<w:p><w:r><w:t xml:space=\"preserve\">".replace("w:", prefix))
                    .append(XmlText.encoded(Folding.writable(line)))
                    .append("</w:t></w:r></w:p>".replace("w:", prefix));
        }
        xml.append("</").append(prefix).append("comment>");
        added.append(xml);
        return id;
    }

    /** Puts what was added into the document. */
    void finish() throws IOException {
        if (added.isEmpty()) {
            return;
        }
        if (section.isPresent()) {
            section.get().add(added.toString());
            section.get().into(editor.edits(path.orElseThrow()));
            return;
        }
        String entry = editor.add(
                "word/comments.xml",
                TYPE,
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"" + MAIN + "\">"
                        + added + "</w:comments>");
        editor.relationships(document).add(RELATION, entry);
    }
}
