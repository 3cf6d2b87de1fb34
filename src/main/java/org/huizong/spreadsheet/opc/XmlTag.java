package org.huizong.spreadsheet.opc;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The bytes of one tag: its name and its attributes. */
final class XmlTag {
    private final byte[] bytes;
    private final int from;
    private final int to;
    private final long base;

    /**
     * A tag within a part.
     *
     * @param from where it begins among the bytes
     * @param to where it has ended
     * @param base at which byte of the part the first of the bytes stands
     */
    XmlTag(byte[] bytes, int from, int to, long base) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.base = base;
    }

    String name() {
        int first = from + (bytes[from + 1] == '/' ? 2 : 1);
        int last = endOfName(first);
        return new String(bytes, first, last - first, StandardCharsets.UTF_8);
    }

    private int endOfName(int first) {
        int last = first;
        while (!isApart(bytes[last])) {
            last++;
        }
        return last;
    }

    private static boolean isApart(byte b) {
        return b == '>' || b == '/' || b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    /**
     * An attribute.
     *
     * @param ends whether its name only ends so
     */
    Optional<XmlScanner.Attribute> find(String name, boolean ends) {
        int i = endOfName(from + 1);
        while (true) {
            while (i < to && isApart(bytes[i])) {
                i++;
            }
            int first = i;
            while (i < to && bytes[i] != '=') {
                i++;
            }
            int last = i;
            while (i < to && bytes[i] != '"' && bytes[i] != '\'') {
                i++;
            }
            if (i >= to) {
                return Optional.empty();
            }
            byte quote = bytes[i];
            int value = i + 1;
            i = value;
            while (bytes[i] != quote) {
                i++;
            }
            String found = new String(bytes, first, last - first, StandardCharsets.UTF_8).strip();
            if (ends ? found.endsWith(name) : found.equals(name)) {
                String text = new String(bytes, value, i - value, StandardCharsets.UTF_8);
                return Optional.of(new XmlScanner.Attribute(XmlText.decoded(text), base + value, base + i));
            }
            i++;
        }
    }
}
