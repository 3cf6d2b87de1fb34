package org.huizong.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pieces of formulas as text. */
final class Excel {
    /** Excel's own limit for the text of a formula. */
    static final int LONGEST = 8192;

    private static final int LONGEST_LITERAL = 250;
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

    private Excel() {}

    /** A text in quotes, in several pieces if it is longer than Excel takes. */
    static String literal(String text) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from == 0 || from < text.length(); from += LONGEST_LITERAL) {
            String piece = text.substring(from, Math.min(text.length(), from + LONGEST_LITERAL));
            pieces.add('"' + piece.replace("\"", "\"\"") + '"');
        }
        return String.join("&", pieces);
    }

    /** A sentence with places such as {@code {publicity.materials}} as a formula that joins texts and live values. */
    static String sentence(String pattern, UnaryOperator<String> expression) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PLACE.matcher(pattern);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                pieces.add(literal(pattern.substring(from, matcher.start())));
            }
            pieces.add(expression.apply(matcher.group(1)));
            from = matcher.end();
        }
        if (from < pattern.length() || pieces.isEmpty()) {
            pieces.add(literal(pattern.substring(from)));
        }
        return String.join("&", pieces);
    }

    /** Checks that a spreadsheet program will take the formula. */
    static String checked(String formula, String what) {
        if (formula.length() > LONGEST) {
            throw new IllegalStateException("the formula in the template for " + what + " has " + formula.length()
                    + " characters, more than the " + LONGEST + " that Excel takes; shorten its rule or its message");
        }
        return formula;
    }
}
