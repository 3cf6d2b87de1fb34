package org.huizong.catalogue;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/** What a file that should be a table holds: text, or the reason why it is none. */
sealed interface TableText {
    /** The text, without a byte order mark. */
    record Text(String text) implements TableText {}

    /**
     * Why it is no table.
     *
     * @param line on which it shows; 0 if it is about the whole file
     */
    record Other(String kind, long line, Map<String, String> arguments) implements TableText {
        void tell(String table, Faults faults) {
            faults.refuse(table, line, "", kind, arguments);
        }
    }

    default void ifText(Consumer<String> text, Consumer<Other> other) {
        if (this instanceof Text read) {
            text.accept(read.text());
        } else if (this instanceof Other why) {
            other.accept(why);
        }
    }

    /** Reads UTF-8 or GB18030; everything else is told apart as far as people need it to put it right. */
    static TableText of(String table, byte[] bytes) {
        if (bytes.length > TableLimits.bytes(table)) {
            return other("table.large", 0, Map.of("most", String.valueOf(TableLimits.megabytes(table))));
        }
        if (starts(bytes, 'P', 'K') || starts(bytes, 0xd0, 0xcf)) {
            return other(isZipOfTables(bytes) ? "table.zip" : "table.workbook", 0, Map.of());
        }
        if (isUtf16(bytes)) {
            return other("table.utf16", 0, Map.of());
        }
        if (isBinary(bytes)) {
            return other("table.binary", 0, Map.of());
        }
        Decoded utf8 = decode(bytes, StandardCharsets.UTF_8);
        if (utf8.whole()) {
            return table(utf8.text());
        }
        Decoded chinese = decode(bytes, Charset.forName("GB18030"));
        boolean marked = starts(bytes, 0xef, 0xbb, 0xbf);
        if (chinese.whole() && !marked) {
            return table(chinese.text());
        }
        // whichever reads further is the one that was meant
        String meant = marked || utf8.text().length() > chinese.text().length() ? utf8.text() : chinese.text();
        return other("table.encoding", 1 + meant.chars().filter(c -> c == '\n').count(), Map.of());
    }

    private static TableText table(String text) {
        String bare = text.replaceFirst("^\uFEFF+", "");
        return bare.isBlank() ? other("table.empty", 0, Map.of()) : new Text(bare);
    }

    private static TableText other(String kind, long line, Map<String, String> arguments) {
        return new Other(kind, line, arguments);
    }

    private static boolean starts(byte[] bytes, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** A zip that holds a table first and no part of a workbook: the name of its first file begins at byte 30. */
    private static boolean isZipOfTables(byte[] bytes) {
        int length = bytes.length > 30 ? Math.min(bytes[26] & 0xff, bytes.length - 30) : 0;
        return new String(bytes, Math.min(30, bytes.length), length, StandardCharsets.US_ASCII).endsWith(".csv");
    }

    /** Marked as such, or with every other byte 0, as the letters and commas of a heading are. */
    private static boolean isUtf16(byte[] bytes) {
        return starts(bytes, 0xff, 0xfe)
                || starts(bytes, 0xfe, 0xff)
                || (bytes.length > 3
                        && (bytes[0] == 0) != (bytes[1] == 0)
                        && (bytes[0] == 0) == (bytes[2] == 0)
                        && (bytes[1] == 0) == (bytes[3] == 0));
    }

    /** A text has breaks of lines and tabs, and at most a stray one of the other controls. */
    private static boolean isBinary(byte[] bytes) {
        int seen = Math.min(bytes.length, 1 << 14);
        int controls = 0;
        for (int i = 0; i < seen; i++) {
            boolean control = bytes[i] >= 0 && bytes[i] < ' ' && !Control.isBreak(bytes[i]);
            controls += control ? 1 : 0;
        }
        return controls * 20 > seen || starts(bytes, '%', 'P', 'D', 'F');
    }

    /** What could be read of bytes, and whether that is all of them. */
    record Decoded(String text, boolean whole) {}

    private static Decoded decode(byte[] bytes, Charset charset) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        var decoder = charset.newDecoder();
        CoderResult result = decoder.decode(in, text, true);
        if (!result.isError()) {
            result = decoder.flush(text);
        }
        return new Decoded(text.flip().toString(), !result.isError());
    }
}
