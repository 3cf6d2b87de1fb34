package org.huizong.spreadsheet.opc;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is written otherwise in one part: at which bytes, and what instead. Every other byte stays. */
public final class Edits {
    private static final int BLOCK = 1 << 14;

    private record Edit(long from, long to, String instead) {}

    private final List<Edit> all = new ArrayList<>();

    /** Puts a text before that byte; of several there the one that was put first comes first. */
    public void insert(long at, String text) {
        replace(at, at, text);
    }

    /** Leaves out those bytes. */
    public void delete(long from, long to) {
        replace(from, to, "");
    }

    /** Puts a text in place of those bytes, of which none may be changed twice. */
    public void replace(long from, long to, String text) {
        all.add(new Edit(from, to, text));
    }

    /** Gives an attribute another value. */
    public void set(XmlScanner.Attribute attribute, String value) {
        replace(attribute.from(), attribute.to(), XmlText.encoded(value));
    }

    /** Whether nothing is changed. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Copies a part with its changes. */
    public void apply(InputStream part, OutputStream out) throws IOException {
        all.sort(Comparator.comparingLong(Edit::from).thenComparingLong(Edit::to));
        byte[] buffer = new byte[BLOCK];
        long at = 0;
        for (Edit edit : all) {
            if (edit.from() < at) {
                throw new UnknownMarkup("two changes of one place");
            }
            copy(part, out, buffer, edit.from() - at);
            part.skipNBytes(edit.to() - edit.from());
            out.write(edit.instead().getBytes(StandardCharsets.UTF_8));
            at = edit.to();
        }
        part.transferTo(out);
    }

    private static void copy(InputStream part, OutputStream out, byte[] buffer, long bytes) throws IOException {
        for (long left = bytes; left > 0; ) {
            int n = part.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (n < 0) {
                throw new EOFException("a part that is shorter than before");
            }
            out.write(buffer, 0, n);
            left -= n;
        }
    }
}
