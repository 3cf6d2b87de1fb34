package org.huizong.written;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizong.intake.parse.NumberText;
import org.huizong.text.FoldedText;

/** Finds the numbers of a text that may be figures: no dates, ordinals, numbers of documents, articles or telephones. */
final class Quantities {
    private static final String SPELT = "[一二三四五六七八九十百千万亿两零〇]";

    private static final Pattern NUMBER = Pattern.compile(
            "(?<digits>(?<![\\d.])(?:\\d{1,3}(?:,\\d{3})+(?![\\d])|\\d{1,3}(?: \\d{3})+(?=[万千亿余多份次起件人户元家处期条项])|\\d+)(?:\\.\\d+)?)"
                    + "(?<zeros>[十百千]?[万亿]|[百千](?=[余多份次起人]))?(?<more>(?<=万)\\d千(?:\\d百)?)?"
                    + "|百分之(?<percent>[\\d.]+|[一二三四五六七八九十百点零两]+)"
                    + "|(?<spelt>" + SPELT + "+)"
                    + "|(?<none>(?:未|没有|无|未曾|均未)(?:再)?(?:发生|出现|发现)过?(?:[一1]?[起例次件]|任何)?|无一[起例]|杜绝了?)");

    /** Numbers of a list, which are numbers once they are folded. */
    private static final String LISTED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐❶❷❸❹❺❻❼❽❾";

    private static final Pattern BEGINS_RANGE = Pattern.compile("[\\d万份次起人家处期%][-—–~〜至到]{1,2}$");
    private static final Pattern ENDS_RANGE = Pattern.compile("^[-—–~〜至][\\d—]");
    private static final Pattern OF_MANY = Pattern.compile("\\d/$");
    private static final Pattern MANY = Pattern.compile("^/\\d");
    private static final Pattern ORDINAL =
            Pattern.compile("(?:第|(?:^|[\\s(见如附])[图表]|附件|[a-z]|no\\.?|编号|代码|电话|手机|热线|号码|邮编)[:]?$");
    private static final Pattern ABOUT = Pattern.compile("(?:大约|约|大概|约为|约计|大致)$");
    private static final Pattern ABOVE = Pattern.compile("(?:超过|超|逾|突破|多达|高于)$");
    private static final Pattern BELOW = Pattern.compile("(?:将近|接近|不到|不足|近)$");
    /** Before a numeral in Chinese: 这一块, 每一户, 几十. */
    private static final Pattern NO_COUNT = Pattern.compile("[每几数这那某同任另哪]$");

    private static final Pattern BEHIND_ABOVE = Pattern.compile("^(?:以上|有余|之多)");
    private static final Pattern BEHIND_ABOUT = Pattern.compile("^(?:左右|上下)");

    private Quantities() {}

    /**
     * The numbers of a text in order.
     *
     * @param masked the folded text, in which dates, titles and the like are blanked out
     */
    static List<Quantity> of(FoldedText text, String masked) {
        List<Quantity> found = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(masked);
        int at = 0;
        while (matcher.find(at)) {
            Optional<Quantity> quantity = quantity(text, masked, matcher);
            quantity.ifPresent(found::add);
            at = Math.max(matcher.end(), quantity.map(Quantity::end).orElse(0));
        }
        return found;
    }

    private static Optional<Quantity> quantity(FoldedText text, String masked, Matcher found) {
        int start = found.start();
        int end = found.end();
        String before = masked.substring(Math.max(0, start - 8), start);
        if (found.group("none") != null) {
            return Optional.of(none(start, end));
        }
        if (ORDINAL.matcher(before).find() || isOfRange(before, masked, end)) {
            return Optional.empty();
        }
        if (found.group("percent") != null) {
            return percent(start, end, found.group("percent"));
        }
        if (found.group("spelt") != null) {
            return spelt(masked, start, end, before);
        }
        if (LISTED.indexOf(text.written().charAt(text.start(start))) >= 0) {
            return Optional.empty();
        }
        String digits = found.group("digits");
        if (digits.indexOf(',') > 0 && isList(text, start, digits)) {
            return Optional.empty();
        }
        String plain = digits.replace(",", "").replace(" ", "");
        if (plain.length() > 12) {
            return Optional.empty();
        }
        String zeros = found.group("zeros") == null ? "" : found.group("zeros");
        BigDecimal written = new BigDecimal(plain);
        int power = power(zeros);
        BigDecimal value = written.scaleByPowerOfTen(power);
        if (found.group("more") != null) {
            // 1万5千
            String more = found.group("more");
            value = value.add(new BigDecimal(more.replaceAll("\\D", "")).scaleByPowerOfTen(more.length() > 2 ? 2 : 3));
            return Optional.of(measured(masked, start, end, before, value, more.length() > 2 ? 2 : 3, false));
        }
        return Optional.of(measured(masked, start, end, before, value, power - written.scale(), false));
    }

    /** A number with what stands around it: more or less, and its measure word. */
    private static Quantity measured(
            String masked, int start, int end, String before, BigDecimal value, int place, boolean isSpelt) {
        int at = end;
        Quantity.Bound bound = ABOUT.matcher(before).find()
                ? Quantity.Bound.ABOUT
                : ABOVE.matcher(before).find()
                        ? Quantity.Bound.ABOVE
                        : BELOW.matcher(before).find() ? Quantity.Bound.BELOW : Quantity.Bound.AS_WRITTEN;
        if (at < masked.length() && "余多来".indexOf(masked.charAt(at)) >= 0) {
            bound = Quantity.Bound.ABOVE;
            at++;
            // 1000余万
            if (at < masked.length() && masked.charAt(at) == '万') {
                at++;
                return measured(masked, start, at, value.scaleByPowerOfTen(4), place + 4, isSpelt, bound);
            }
        }
        return measured(masked, start, at, value, place, isSpelt, bound);
    }

    private static Quantity measured(
            String masked, int start, int end, BigDecimal value, int place, boolean isSpelt, Quantity.Bound given) {
        int at = end < masked.length() && masked.charAt(end) == ' ' ? end + 1 : end;
        String measure = masked.startsWith("%", at) ? "%" : Measures.at(masked, at);
        at = measure.isEmpty() ? end : at + measure.length();
        Quantity.Bound bound = given;
        String behind = masked.substring(at, Math.min(masked.length(), at + 3));
        if (bound == Quantity.Bound.AS_WRITTEN) {
            bound = BEHIND_ABOVE.matcher(behind).find()
                    ? Quantity.Bound.ABOVE
                    : BEHIND_ABOUT.matcher(behind).find() ? Quantity.Bound.ABOUT : bound;
        }
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(
                bound == Quantity.Bound.AS_WRITTEN ? place : Math.max(place, zeros(value)));
        return new Quantity(start, at, plain(value), plain(step), bound, measure, isSpelt);
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** How many zeros a number ends with: 250 was rounded to tens, if it was rounded. */
    private static int zeros(BigDecimal value) {
        return value.signum() == 0 ? 0 : -value.stripTrailingZeros().scale();
    }

    private static Optional<Quantity> spelt(String masked, int start, int end, String before) {
        String written = masked.substring(start, end);
        // 零事故; within a number it is no word of its own
        if (written.equals("零")) {
            return Optional.of(none(start, end));
        }
        String measure = Measures.at(masked, end);
        int more = end < masked.length() && "余多来".indexOf(masked.charAt(end)) >= 0 ? 1 : 0;
        if (measure.isEmpty() && (more == 0 || Measures.at(masked, end + 1).isEmpty())) {
            return Optional.empty();
        }
        if (masked.startsWith("次性", end) || NO_COUNT.matcher(before).find()) {
            return Optional.empty();
        }
        return NumberText.read(written, "")
                .map(value -> measured(masked, start, end, before, value, places(written, value), true));
    }

    /** A number spelt with 万 or 千 at its end and a digit before may be rounded; one that is spelt out is not. */
    private static int places(String written, BigDecimal value) {
        return written.length() <= 3 && value.compareTo(BigDecimal.valueOf(10_000)) >= 0 ? zeros(value) : 0;
    }

    private static Optional<Quantity> percent(int start, int end, String written) {
        String[] parts = written.split("点", 2);
        Optional<BigDecimal> whole = NumberText.read(parts[0], "");
        if (parts.length == 2) {
            Optional<String> digits = NumberText.digits(parts[1]);
            whole = whole.flatMap(w -> digits.map(d -> new BigDecimal(w.toPlainString() + '.' + d)));
        }
        return whole.map(value -> new Quantity(
                start,
                end,
                value,
                plain(BigDecimal.ONE.scaleByPowerOfTen(-value.scale())),
                Quantity.Bound.AS_WRITTEN,
                "%",
                false));
    }

    private static Quantity none(int start, int end) {
        return new Quantity(start, end, BigDecimal.ZERO, BigDecimal.ONE, Quantity.Bound.NONE, "", true);
    }

    private static int power(String zeros) {
        return zeros.chars()
                .map(c -> switch (c) {
                    case '十' -> 1;
                    case '百' -> 2;
                    case '千' -> 3;
                    case '万' -> 4;
                    default -> 8;
                })
                .sum();
    }

    private static boolean isOfRange(String before, String masked, int end) {
        String after = masked.substring(end, Math.min(masked.length(), end + 3));
        // 35/37 says how many of how many
        return OF_MANY.matcher(before).find()
                || MANY.matcher(after).find()
                || BEGINS_RANGE.matcher(before).find()
                || ENDS_RANGE.matcher(after).find();
    }

    /** A comma of Chinese width parts two numbers: 7，212. */
    private static boolean isList(FoldedText text, int start, String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) == ',' && text.written().charAt(text.start(start + i)) != ',') {
                return true;
            }
        }
        return false;
    }
}
