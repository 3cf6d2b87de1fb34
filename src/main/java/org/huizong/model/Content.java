package org.huizong.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.huizong.text.Folding;

/**
 * Holds what a submission says: equal for two that have the same values of the same items in the same records,
 * explanations and the nil cell included.
 *
 * <p>Order, cells and look make no difference, nor do the digits behind a number's last or the spaces of a text.
 * Personal values are compared by their digests.
 *
 * @param sha256 digest of all of it, 64 hexadecimal digits
 */
public record Content(String sha256) {
    /** A record that has no key of its own is kept under the number of its row, and a row may move. */
    private static final Pattern ROW = Pattern.compile("#\\d+$");

    /** The content of these observations. */
    public static Content of(Collection<Observation> observations) {
        Map<String, SortedSet<String>> records = new TreeMap<>();
        for (Observation o : observations) {
            records.computeIfAbsent(o.record(), r -> new TreeSet<>()).add(framed(o.item()) + said(o.value()));
        }
        List<String> sorted = records.entrySet().stream()
                .map(r -> framed(ROW.matcher(r.getKey()).replaceFirst("#")) + framed(String.join("", r.getValue())))
                .sorted()
                .toList();
        MessageDigest digest = Sha256.begun();
        sorted.forEach(r -> digest.update(r.getBytes(StandardCharsets.UTF_8)));
        return new Content(Sha256.finished(digest));
    }

    private static String said(Value value) {
        if (value instanceof Value.Text text) {
            return 'T' + framed(Folding.unspaced(text.text()));
        }
        if (value instanceof Value.Masked masked) {
            return 'M' + framed(masked.digest());
        }
        if (value instanceof Value.Gap gap) {
            return 'G' + framed(gap.name());
        }
        return (value instanceof Value.Date ? 'D' : 'N') + framed(value.show());
    }

    /** With its length in front, so that no text can pass for two. */
    private static String framed(String text) {
        return text.length() + ":" + text;
    }
}
