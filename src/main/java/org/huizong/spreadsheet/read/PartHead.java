package org.huizong.spreadsheet.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a part of XML is encoded, by its first bytes.
 *
 * @param isWide whether every character takes two bytes, as in UTF-16
 * @param encoding its name in lower case
 */
record PartHead(boolean isWide, String encoding) {
    /** Bytes in which a part says how it is encoded. */
    static final int LENGTH = 400;

    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)");
    /** Those in which the signs of markup are the bytes of ASCII, and only they. */
    private static final Pattern PLAIN =
            Pattern.compile("utf-?8|us-ascii|ascii|iso-8859-\\d+|latin1|gb\\w*|windows-125\\d");

    /** A byte order mark, as it looks when each byte, or each character of UTF-16, is taken for a letter. */
    private static final Pattern MARK = Pattern.compile("^(?:\u00EF\u00BB\u00BF|[\u0081\u00FE\u00FF])");

    /**
     * Reads it off the first bytes of a part.
     *
     * @throws Beyond if the signs of markup would be others than those that are counted
     */
    static PartHead of(byte[] bytes, int length) {
        int first = length > 0 ? bytes[0] & 0xff : 0;
        int second = length > 1 ? bytes[1] & 0xff : 0;
        boolean wide =
                (Math.min(first, second) == 0xFE && Math.max(first, second) == 0xFF) || first == 0 || second == 0;
        byte[] head = bytes;
        int end = Math.min(length, LENGTH);
        if (wide) {
            head = new byte[LENGTH];
            end = new WideBytes().narrow(bytes, end, head);
        }
        String start = MARK.matcher(new String(head, 0, end, StandardCharsets.ISO_8859_1))
                .replaceFirst("");
        Matcher declared = ENCODING.matcher(start);
        String name = declared.find() ? declared.group(1).toLowerCase(Locale.ROOT) : wide ? "utf-16" : "utf-8";
        boolean fits = wide ? name.startsWith("utf-16") : PLAIN.matcher(name).matches();
        if (!fits || (!start.isBlank() && start.stripLeading().charAt(0) != '<')) {
            throw new Beyond(Unfit.of("file.damaged"));
        }
        return new PartHead(wide, name);
    }

    /** Whether no byte of a longer character looks like a sign of markup. */
    boolean isUtf8() {
        return encoding.startsWith("utf") && !isWide;
    }
}
