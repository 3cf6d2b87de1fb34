package org.huizong.catalogue;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of a form's lines by their 代码: by the number that one begins with, then as text.
 *
 * <p>A spreadsheet program that saves a table turns 01 into 1; so the two are the same line.
 */
public final class LineOrder implements Comparator<String> {
    private static final Pattern ROW = Pattern.compile("0*([0-9]*)(.*)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    @Override
    public int compare(String one, String other) {
        Matcher first = matched(one);
        Matcher second = matched(other);
        boolean numbered = startsWithDigit(one);
        if (numbered != startsWithDigit(other)) {
            return numbered ? -1 : 1;
        }
        int longer = Integer.compare(first.group(1).length(), second.group(1).length());
        int larger = longer != 0 ? longer : first.group(1).compareTo(second.group(1));
        return larger != 0 ? larger : first.group(2).compareTo(second.group(2));
    }

    private static boolean startsWithDigit(String row) {
        return !row.isEmpty() && row.charAt(0) >= '0' && row.charAt(0) <= '9';
    }

    private static Matcher matched(String row) {
        Matcher matcher = ROW.matcher(row);
        if (!matcher.matches()) {
            throw new IllegalStateException("every text is a number and a rest: " + row);
        }
        return matcher;
    }

    /** A line's 代码 with at least two digits: 01 for 1. */
    static String uniform(String row) {
        if (!NUMBER.matcher(row).matches()) {
            return row;
        }
        String digits = matched(row).group(1);
        return "0".repeat(Math.max(0, 2 - digits.length())) + digits;
    }
}
