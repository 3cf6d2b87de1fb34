package org.huizong.intake.parse;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.huizong.catalogue.Item;
import org.huizong.text.Folding;

/** Sees that a value which can be read may not be what was meant: it is kept as it is, and asked about. */
final class SuspiciousValueCheck {
    /** What people type to fill a cell that they will come back to. */
    private static final Pattern NINES = Pattern.compile("9{5,}");

    private static final Set<String> ELSEWHERE =
            Set.of("同上", "同左", "同前", "上同", "〃", "\"", "详见附件", "见附件", "详见附表", "见附表", "见备注", "详见备注", "略");
    private static final Pattern SEVERAL = Pattern.compile("[^、,，;；\n]+[、,，;；\n][^、,，;；\n]+");
    private static final Pattern PHONE = Pattern.compile(".*\\d[\\d-]{6,}.*");
    private static final Pattern WORDS = Pattern.compile(".*\\p{IsHan}{2}.*");

    private SuspiciousValueCheck() {}

    /** The id of the query about a number; empty if there is none. */
    static Optional<String> of(Item item, BigDecimal number) {
        if (NINES.matcher(number.toPlainString()).matches()) {
            return Optional.of("doubtful.nines");
        }
        boolean share = item.measure().equals("%") && number.signum() > 0 && number.compareTo(BigDecimal.ONE) < 0;
        return share ? Optional.of("doubtful.share") : Optional.empty();
    }

    /** The id of the query about a text; empty if there is none. */
    static Optional<String> of(Item item, String written) {
        String text = Folding.halfWidth(written.strip().replaceAll("[\\r\\n]+", "、"));
        if (ELSEWHERE.contains(Folding.fold(text))) {
            return Optional.of("doubtful.elsewhere");
        }
        boolean one = item.key() || item.personal() || !item.choices().isEmpty();
        if (one && SEVERAL.matcher(text).matches()) {
            return Optional.of("doubtful.several");
        }
        boolean together = item.personal()
                && PHONE.matcher(text).matches()
                && WORDS.matcher(text).matches();
        return together ? Optional.of("doubtful.phone") : Optional.empty();
    }
}
