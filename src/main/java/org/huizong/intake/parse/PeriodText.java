package org.huizong.intake.parse;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huizong.model.Frequency;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.text.Folding;

/** Reads a period as people write it: 2026-10, 2026年10月, 二〇二六年十月, 2026.3, a date, 2026年第四季度, 2026年上半年, 2026年度. */
public final class PeriodText {
    private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:年|[-./])(\\d{1,2})(?:月份?)?");
    private static final Pattern SIX_DIGITS = Pattern.compile("(\\d{4})(\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})年?(?:第?([一二三四1-4])季度?|q([1-4]))");
    private static final Pattern HALF = Pattern.compile("(\\d{4})年?(?:([上下])半年度?|h([12]))");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:年度?)?");
    private static final Pattern YEARLESS = Pattern.compile("\\d{1,2}月份?|第?[一二三四1-4]季度?|[上下]半年度?|q[1-4]|h[12]");
    private static final Pattern CHINESE_YEAR = Pattern.compile("^([〇零一二三四五六七八九]{4})(?=年)");
    private static final Pattern CHINESE_MONTH = Pattern.compile("(?<=^|年)(十[一二]?|[一二三四五六七八九])(?=月份?$)");
    private static final Pattern ENGLISH = Pattern.compile("([a-z]{3,9}),?(\\d{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private PeriodText() {}

    /** The period a cell names; a date stands for the period of the return's length that holds it. */
    public static Optional<Period> read(Value cell, Frequency frequency, boolean from1904) {
        if (cell instanceof Value.Quantity number) {
            return read(number.number(), frequency, from1904);
        }
        return cell instanceof Value.Text text ? read(text.text(), frequency) : Optional.empty();
    }

    private static Optional<Period> read(BigDecimal number, Frequency frequency, boolean from1904) {
        if (number.compareTo(BigDecimal.valueOf(20_000)) > 0 && number.compareTo(BigDecimal.valueOf(100_000)) < 0) {
            return DateText.serial(number, from1904).map(date -> Period.holding(YearMonth.from(date), frequency));
        }
        String written = number.toPlainString();
        // 2026.1 may have been 2026.10 before Excel took it for a number
        return written.matches("\\d{4}\\.1") ? Optional.empty() : read(written, frequency);
    }

    /** The period a text names; a date stands for the period of the return's length that holds it. */
    public static Optional<Period> read(String written, Frequency frequency) {
        return named(written)
                .or(() -> DateText.read(written).map(day -> Period.holding(YearMonth.from(day), frequency)));
    }

    /** The period that a text names with its year; a date names none. */
    public static Optional<Period> named(String written) {
        String text = inDigits(Folding.fold(written));
        try {
            Matcher matcher = MONTH.matcher(text);
            if (matcher.matches()) {
                return month(matcher.group(1), matcher.group(2));
            }
            matcher = SIX_DIGITS.matcher(text);
            if (matcher.matches()) {
                return month(matcher.group(1), matcher.group(2));
            }
            matcher = QUARTER.matcher(text);
            if (matcher.matches()) {
                String quarter = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
                int digit = "一二三四".contains(quarter) ? "一二三四".indexOf(quarter) + 1 : Integer.parseInt(quarter);
                return Period.tryParse(matcher.group(1) + "-Q" + digit);
            }
            matcher = HALF.matcher(text);
            if (matcher.matches()) {
                boolean first = "上".equals(matcher.group(2)) || "1".equals(matcher.group(3));
                return Period.tryParse(matcher.group(1) + (first ? "-H1" : "-H2"));
            }
            matcher = YEAR.matcher(text);
            if (matcher.matches()) {
                return Optional.of(Period.year(Integer.parseInt(matcher.group(1))));
            }
            matcher = ENGLISH.matcher(text);
            if (matcher.matches() && MONTHS.contains(matcher.group(1).substring(0, 3))) {
                int month = MONTHS.indexOf(matcher.group(1).substring(0, 3)) + 1;
                return month(matcher.group(2), String.valueOf(month));
            }
            return Period.tryParse(text);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The latest period that a text without a year names, 10月, 四季度 or 下半年, and that had begun on that day. */
    public static Optional<Period> latest(String written, LocalDate day) {
        String text = inDigits(Folding.fold(written));
        if (!YEARLESS.matcher(text).matches()) {
            return Optional.empty();
        }
        return Stream.of(day.getYear(), day.getYear() - 1)
                .flatMap(year -> named(year + "年" + text).stream())
                .filter(period -> !period.start().isAfter(day))
                .findFirst();
    }

    /** A folded text with its year and its month in digits, if they are in Chinese. */
    private static String inDigits(String text) {
        String year = CHINESE_YEAR
                .matcher(text)
                .replaceFirst(m -> NumberText.digits(m.group(1)).orElse(m.group(1)));
        return CHINESE_MONTH
                .matcher(year)
                .replaceFirst(m -> ChineseNumber.read(m.group(1))
                        .map(BigDecimal::toPlainString)
                        .orElse(m.group(1)));
    }

    private static Optional<Period> month(String year, String month) {
        return Optional.of(Period.month(YearMonth.of(Integer.parseInt(year), Integer.parseInt(month))));
    }
}
