package org.huizong.spreadsheet.opc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the tags of an XML part and at which bytes they stand, which no XML parser says. It holds one tag at a time, and
 * makes texts only of what it is asked for.
 */
public final class XmlScanner {
    /** Bytes that are read at once. */
    private static final int BLOCK = 1 << 16;

    private static final int HEAD = 200;
    private static final int CDATA = "<![CDATA[".length();

    private final InputStream in;
    private byte[] buffer = new byte[BLOCK];
    private int limit;
    private int at;
    private long base;

    private int from;
    private int to;
    private boolean isStart = true;
    private boolean isEmpty;
    private int depth;
    private boolean isCapturing;
    private boolean isForgiving;
    private final StringBuilder text = new StringBuilder();

    /**
     * Begins to read a part.
     *
     * @throws UnknownMarkup if its letters are not UTF-8
     */
    public XmlScanner(InputStream xml) throws IOException {
        in = xml;
        fill();
        if (!XmlText.isUtf8(new String(buffer, 0, Math.min(limit, HEAD), StandardCharsets.ISO_8859_1))) {
            throw new UnknownMarkup("a part that is not UTF-8");
        }
    }

    /** Begins to read a drawing of Office's, in which breaks of lines need no end. */
    public static XmlScanner forgiving(InputStream xml) throws IOException {
        XmlScanner scanner = new XmlScanner(xml);
        scanner.isForgiving = true;
        return scanner;
    }

    /** Moves to the next tag, a start or an end; false if there is none. */
    public boolean next() throws IOException {
        depth -= isStart && !isEmpty ? 0 : 1;
        while (find()) {
            from = at;
            need(2);
            byte first = buffer[from + 1];
            if (first == '!') {
                need(4);
                skip(buffer[from + 2]);
            } else if (first == '?') {
                skip("?>");
            } else {
                tag(first == '/');
                if (!isForgiving || !localName().equals("br")) {
                    return true;
                }
                depth -= isStart ? 1 : 0;
            }
        }
        if (depth > 0) {
            throw new UnknownMarkup("a part that ends before its elements do");
        }
        return false;
    }

    private void tag(boolean end) throws IOException {
        byte quote = 0;
        int i = from + 1;
        for (; i == limit || quote != 0 || buffer[i] != '>'; i++) {
            if (i == limit) {
                int length = i - from;
                more();
                i = from + length;
            }
            byte b = buffer[i];
            if (quote != 0) {
                quote = b == quote ? 0 : quote;
            } else if (b == '"' || b == '\'') {
                quote = b;
            } else if (b == '>') {
                break;
            }
        }
        to = i + 1;
        at = to;
        isStart = !end;
        isEmpty = !end && buffer[i - 1] == '/';
        depth += end ? 0 : 1;
    }

    private void skip(byte kind) throws IOException {
        if (kind == '-') {
            skip("-->");
        } else if (kind == '[') {
            skip("]]>");
            if (isCapturing) {
                text.append(new String(buffer, from + CDATA, at - from - CDATA - 3, StandardCharsets.UTF_8));
            }
        } else {
            throw new UnknownMarkup("a part with a DOCTYPE");
        }
    }

    /** Moves past what ends so, from the tag at which the reader stands. */
    private void skip(String end) throws IOException {
        byte[] signs = end.getBytes(StandardCharsets.US_ASCII);
        byte first = signs[0];
        at = from + 2;
        int found = 0;
        while (found < signs.length) {
            while (found == 0 && at < limit && buffer[at] != first) {
                at++;
            }
            if (at == limit) {
                from = isCapturing ? from : at;
                more();
            } else {
                byte sign = buffer[at++];
                found = sign == signs[found] ? found + 1 : sign == first ? Math.max(1, found) : 0;
            }
        }
    }

    /** Moves to where the next tag begins, and takes the text before it if it is asked for. */
    private boolean find() throws IOException {
        from = at;
        while (true) {
            while (at < limit && buffer[at] != '<') {
                at++;
            }
            if (at < limit) {
                if (isCapturing) {
                    text.append(XmlText.decoded(new String(buffer, from, at - from, StandardCharsets.UTF_8)));
                }
                return true;
            }
            from = isCapturing ? from : at;
            if (!refill()) {
                return false;
            }
        }
    }

    private void need(int bytes) throws IOException {
        while (limit - from < bytes) {
            more();
        }
    }

    private void more() throws IOException {
        if (!refill()) {
            throw new UnknownMarkup("a part that ends within a tag");
        }
    }

    /** Reads on and keeps what stands from {@link #from}. */
    private boolean refill() throws IOException {
        int held = limit - from;
        if (held == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * held);
        } else {
            System.arraycopy(buffer, from, buffer, 0, held);
            base += from;
            at -= from;
            from = 0;
            limit = held;
        }
        return fill();
    }

    private boolean fill() throws IOException {
        int n = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(n, 0);
        return n > 0;
    }

    /** Whether it is a start tag, of an empty element too, which has no end tag. */
    public boolean isStart() {
        return isStart;
    }

    /** Whether it is a start tag that is its own end. */
    public boolean isEmpty() {
        return isEmpty;
    }

    /** How deep the element lies; the root is 1. */
    public int depth() {
        return depth;
    }

    /** At which byte of the part the tag begins. */
    public long from() {
        return base + from;
    }

    /** At which byte of the part the tag has ended. */
    public long to() {
        return base + to;
    }

    private XmlTag tag() {
        return new XmlTag(buffer, from, to, base);
    }

    /** The element's name with its prefix. */
    public String name() {
        return tag().name();
    }

    /** The element's name without its prefix. */
    public String localName() {
        String name = name();
        return name.substring(name.indexOf(':') + 1);
    }

    /** The prefix of the element's name with its colon; empty if it has none. */
    public String prefix() {
        String name = name();
        return name.substring(0, name.indexOf(':') + 1);
    }

    /**
     * The value of an attribute and where it stands.
     *
     * @param from the first byte behind the quote
     * @param to the quote behind it
     */
    public record Attribute(String value, long from, long to) {}

    /** An attribute by its whole name. */
    public Optional<Attribute> attribute(String name) {
        return tag().find(name, false);
    }

    /** The value of an attribute; empty if there is none. */
    public String value(String name) {
        return attribute(name).map(Attribute::value).orElse("");
    }

    /** An attribute that has some prefix before that name. */
    public Optional<Attribute> prefixed(String localName) {
        return tag().find(":" + localName, true);
    }

    /** The text of the element at whose start the reader stands, over all elements in it; moves to its end. */
    public String text() throws IOException {
        text.setLength(0);
        if (!isEmpty) {
            int own = depth;
            isCapturing = true;
            do {
                next();
            } while (isStart || depth > own);
            isCapturing = false;
        }
        return text.toString();
    }
}
