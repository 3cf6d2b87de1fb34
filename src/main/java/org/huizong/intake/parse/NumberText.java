package org.huizong.intake.parse;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.huizong.text.Folding;

/** Reads a number that was written as a text, where there is no doubt what it is. */
public final class NumberText {
    private static final Set<String> ZERO = Set.of("零", "〇");
    private static final Set<String> CROSSED = Set.of("×", "✕", "✖", "╳", "✗", "✘");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,10})?");
    /** In front of an amount; a minus may stand before it. */
    private static final Pattern CURRENCY =
            Pattern.compile("([+-]?) ?(?:¥|人民币|[Rr][Mm][Bb]|[Cc][Nn][Yy]) ?(?=[\\d+-])");

    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}([, ]\\d{3}){1,4}(\\.\\d{1,10})?");

    private NumberText() {}

    /** Whether the cell was crossed out: it is not to be filled, so it is blank. */
    public static boolean isCrossed(String written) {
        return CROSSED.contains(Folding.fold(written));
    }

    /** Chinese digits in a row as digits, 二〇二五 as 2025; empty if there is another sign among them. */
    public static Optional<String> digits(String written) {
        StringBuilder digits = new StringBuilder();
        for (char c : written.replace('〇', '零').toCharArray()) {
            int digit = "零一二三四五六七八九".indexOf(c);
            if (digit < 0) {
                return Optional.empty();
            }
            digits.append(digit);
        }
        return Optional.of(digits.toString());
    }

    /** The number; empty if it could be read in more ways than one, or in none. */
    public static Optional<BigDecimal> read(String written, String measure) {
        String text = Folding.halfWidth(written);
        if (ZERO.contains(text) || Filler.isZero(text)) {
            return Optional.of(BigDecimal.ZERO);
        }
        if (text.startsWith("'")) {
            text = text.substring(1).strip();
        }
        if (measure.equals("元") && (text.endsWith("元整") || text.endsWith("元正"))) {
            text = text.substring(0, text.length() - 1);
        }
        // ¥12000 in a column of 万元 may be one or the other
        if (measure.equals("元") || (measure.endsWith("元") && text.endsWith(measure))) {
            text = CURRENCY.matcher(text).replaceFirst("$1");
        }
        if (!measure.isEmpty() && text.endsWith(measure)) {
            text = text.substring(0, text.length() - measure.length()).strip();
        }
        if (GROUPED.matcher(text).matches() && !(text.contains(",") && text.contains(" "))) {
            text = text.replace(",", "").replace(" ", "");
        }
        if (PLAIN.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text));
        }
        // 1.2万 in a column of 万元 may be one or the other
        return text.endsWith("万") && measure.startsWith("万") ? Optional.empty() : ChineseNumber.read(text);
    }
}
