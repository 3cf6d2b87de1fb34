package org.huizong.intake.parse;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads whole numbers written in Chinese, plain or as on cheques (十二, 壹拾贰), and digits before 万: 1.2万. */
final class ChineseNumber {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String[] UNITS = {"", "十", "百", "千"};
    private static final long MYRIAD = 10_000;
    private static final int LONGEST = 16;

    /** Cheque writing and its like as plain writing. */
    private static final Map<Character, Character> PLAIN = Map.ofEntries(
            Map.entry('〇', '零'),
            Map.entry('壹', '一'),
            Map.entry('贰', '二'),
            Map.entry('两', '二'),
            Map.entry('叁', '三'),
            Map.entry('肆', '四'),
            Map.entry('伍', '五'),
            Map.entry('陆', '六'),
            Map.entry('柒', '七'),
            Map.entry('捌', '八'),
            Map.entry('玖', '九'),
            Map.entry('拾', '十'),
            Map.entry('佰', '百'),
            Map.entry('仟', '千'),
            Map.entry('萬', '万'));

    private static final Pattern MIXED = Pattern.compile("([+-]?\\d{1,9}(?:\\.\\d{1,6})?) ?([百千万亿])");
    private static final Map<String, Integer> ZEROS = Map.of("百", 2, "千", 3, "万", 4, "亿", 8);

    private ChineseNumber() {}

    /** The number; empty if the text is none, or might be another: 一百五 may be 105 or 150. */
    static Optional<BigDecimal> read(String text) {
        Matcher mixed = MIXED.matcher(text);
        if (mixed.matches()) {
            BigDecimal number = new BigDecimal(mixed.group(1)).scaleByPowerOfTen(ZEROS.getOrDefault(mixed.group(2), 0));
            return Optional.of(number.scale() < 0 ? number.setScale(0) : number);
        }
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder();
        text.chars().forEach(c -> plain.append((char) PLAIN.getOrDefault((char) c, (char) c)));
        String written = plain.toString();
        long value = value(written);
        if (value <= 0) {
            return Optional.empty();
        }
        // written in the one right way it cannot be anything else
        String right = say(value);
        boolean certain = written.equals(right) || (written.startsWith("十") && ("一" + written).equals(right));
        return certain ? Optional.of(BigDecimal.valueOf(value)) : Optional.empty();
    }

    private static long value(String written) {
        long whole = 0;
        long section = 0;
        int digit = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            int unit = "十百千".indexOf(c) + 1;
            if (c == '万') {
                whole = (section + digit) * MYRIAD;
                section = 0;
                digit = 0;
            } else if (unit > 0) {
                section += (long) (digit == 0 ? 1 : digit) * (long) Math.pow(10, unit);
                digit = 0;
            } else if (DIGITS.indexOf(c) >= 0) {
                digit = DIGITS.indexOf(c);
            } else {
                return -1;
            }
        }
        return whole + section + digit;
    }

    private static String say(long number) {
        if (number >= MYRIAD * MYRIAD) {
            return "";
        }
        long high = number / MYRIAD;
        long low = number % MYRIAD;
        String front = high == 0 ? "" : section(high) + "万";
        String gap = high > 0 && low > 0 && low < MYRIAD / 10 ? "零" : "";
        return front + gap + (low == 0 ? "" : section(low));
    }

    private static String section(long number) {
        StringBuilder said = new StringBuilder();
        boolean gap = false;
        for (int place = UNITS.length - 1; place >= 0; place--) {
            int digit = (int) (number / (long) Math.pow(10, place) % 10);
            if (digit == 0) {
                gap = said.length() > 0;
                continue;
            }
            said.append(gap ? "零" : "").append(DIGITS.charAt(digit)).append(UNITS[place]);
            gap = false;
        }
        return said.toString();
    }
}
