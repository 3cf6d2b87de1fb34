package org.huizong.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of a table as Excel and WPS write them back: they take {@code 2026-10} for a date and save {@code Oct-26}, and
 * {@code 01} for the number 1.
 */
final class ExcelText {
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/](\\d{1,2})(?:[-/]0?1)?");
    private static final Pattern CHINESE = Pattern.compile("(\\d{4})年(\\d{1,2})月(?:1日)?");
    private static final Pattern NAMED = Pattern.compile("([a-z]{3})-(\\d{2})");
    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-|/|年)(\\d{1,2})(?:-|/|月)(\\d{1,2})日?");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final List<String> NAMES =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int CENTURY = 2000;

    private ExcelText() {}

    /**
     * A month: 2026-10, 2026/10, 2026/10/1, 2026年10月, Oct-26.
     *
     * @throws DateTimeException if it is none of these
     */
    static YearMonth month(String text) {
        for (Pattern pattern : List.of(MONTH, CHINESE)) {
            Matcher month = pattern.matcher(text);
            if (month.matches()) {
                return YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)));
            }
        }
        Matcher named = NAMED.matcher(text.toLowerCase(Locale.ROOT));
        if (named.matches() && NAMES.contains(named.group(1))) {
            return YearMonth.of(CENTURY + Integer.parseInt(named.group(2)), NAMES.indexOf(named.group(1)) + 1);
        }
        throw new DateTimeException(text + " is no month");
    }

    /**
     * A day: 2026-10-01, 2026/10/1, 2026年10月1日.
     *
     * @throws DateTimeException if it is none of these
     */
    static LocalDate day(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            throw new DateTimeException(text + " is no day");
        }
        return LocalDate.of(
                Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
    }

    /** 代码 of a line: one digit has lost the 0 in front of it. */
    static String line(String text) {
        return DIGIT.matcher(text).matches() ? "0" + text : text;
    }
}
