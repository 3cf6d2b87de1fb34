package org.huizong.spreadsheet.opc;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** An element to whose end others are added, be it written as an empty one. */
public final class Section {
    private final String name;
    private final boolean isEmpty;
    private final StringBuilder added = new StringBuilder();
    private long end;

    /** The element at whose start the reader stands. */
    public Section(XmlScanner start) {
        name = start.name();
        isEmpty = start.isEmpty();
        end = start.to() - 2;
    }

    /** Notes where it ends: the reader stands at its end tag. */
    public void end(XmlScanner scanner) {
        end = scanner.from();
    }

    /**
     * The root of a part, of whose children each is shown at its start tag.
     *
     * @throws UnknownMarkup if it has no root
     */
    public static Section root(InputStream xml, Consumer<XmlScanner> child) throws IOException {
        XmlScanner scanner = new XmlScanner(xml);
        if (!scanner.next()) {
            throw new UnknownMarkup("a part without a root");
        }
        Section root = new Section(scanner);
        while (scanner.next()) {
            if (scanner.depth() == 1) {
                root.end(scanner);
            } else if (scanner.isStart()) {
                child.accept(scanner);
            }
        }
        return root;
    }

    /** The prefix of its name, with a colon. */
    public String prefix() {
        return name.substring(0, name.indexOf(':') + 1);
    }

    /** Adds an element. */
    public void add(String xml) {
        added.append(xml);
    }

    /** Writes what was added; call it once. */
    public void into(Edits edits) {
        if (added.isEmpty()) {
            return;
        }
        if (isEmpty) {
            edits.replace(end, end + 2, ">" + added + "</" + name + ">");
        } else {
            edits.insert(end, added.toString());
        }
    }
}
