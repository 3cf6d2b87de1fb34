package org.huizong.intake.parse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizong.model.Value;
import org.huizong.text.Folding;

/** Reads a day as people write it: 2026-11-03, 2026.11.3, 2026年11月3日, 20261103; and as a spreadsheet counts it. */
public final class DateText {
    private static final Pattern DAY = Pattern.compile(
            "(\\d{4})(?: ?[-./年] ?)(\\d{1,2})(?: ?[-./月] ?)(\\d{1,2})(?: ?[日号])?(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?Z?)?");
    private static final Pattern CHINESE =
            Pattern.compile("([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final int LAST_SERIAL = 2_958_465;
    private static final int SHIFT_1904 = 1_462;

    private DateText() {}

    /** The day of a text; empty unless year, month and day are beyond doubt. */
    public static Optional<LocalDate> read(String written) {
        String text = Folding.halfWidth(written);
        for (Pattern pattern : new Pattern[] {DAY, EIGHT_DIGITS}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return day(matcher.group(1), matcher.group(2), matcher.group(3));
            }
        }
        Matcher chinese = CHINESE.matcher(text);
        return chinese.matches()
                ? NumberText.digits(chinese.group(1))
                        .flatMap(y -> ChineseNumber.read(chinese.group(2))
                                .flatMap(m -> ChineseNumber.read(chinese.group(3))
                                        .flatMap(d -> day(y, m.toPlainString(), d.toPlainString()))))
                : Optional.empty();
    }

    /** The day of a serial number; empty before 1900-03-01, where spreadsheets count a day that never was. */
    public static Optional<LocalDate> serial(BigDecimal number, boolean from1904) {
        BigDecimal whole = number.setScale(0, RoundingMode.FLOOR).add(BigDecimal.valueOf(from1904 ? SHIFT_1904 : 0));
        if (whole.compareTo(BigDecimal.valueOf(61)) < 0 || whole.compareTo(BigDecimal.valueOf(LAST_SERIAL)) > 0) {
            return Optional.empty();
        }
        return Optional.of(Value.Date.ofSerial(whole.longValueExact()).date());
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
