package org.huizong.submission;

import java.text.Normalizer;
import java.util.Locale;

/** By what one record of a register is told from another, and pointed to. */
public final class RecordKey {
    private RecordKey() {}

    /** What people write for a record, so that the same record is the same text: half-width, no spaces, lower case. */
    public static String fold(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toLowerCase(Locale.ROOT);
    }
}
