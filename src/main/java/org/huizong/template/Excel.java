package org.huizong.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Choice;
import org.huizong.catalogue.Explanations;
import org.huizong.formula.Formula;
import org.huizong.model.CellAddress;

/** Pieces of formulas as text. */
final class Excel {
    /** Excel's own limit for the text of a formula. */
    static final int LONGEST = 8192;

    /** What marks a word that explains nothing. */
    private static final String WORD = "#";

    /** More than the longest of these words. */
    private static final int LONGEST_WORD = 100;

    private static final int LONGEST_LITERAL = 250;
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

    private Excel() {}

    /** A number without an exponent or trailing zeros. */
    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

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

    /**
     * The Chinese label of the choice in a cell, which may show its label in another language, or its code.
     *
     * @param name by which the formula knows the cell: of a long list only what it is compared with needs to be told apart
     */
    static String label(String cell, List<Choice> choices, Formula formula, String name) {
        Set<String> compared = formula.comparedTexts().getOrDefault(name, Set.of());
        boolean isAnyOf = formula.isComparedWithTextsAlone(name);
        String label = cell;
        for (Choice choice : choices) {
            if (isAnyOf && !compared.contains(choice.label())) {
                continue;
            }
            Set<String> same = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            same.addAll(List.of(choice.labelEn(), choice.code()));
            same.remove(choice.label());
            String others = same.stream().map(o -> cell + "=" + literal(o)).collect(Collectors.joining(","));
            if (!others.isEmpty()) {
                label = "IF(OR(" + others + ")," + literal(choice.label()) + "," + label + ")";
            }
        }
        return label;
    }

    /**
     * Whether an explanation is blank or says nothing.
     *
     * @param cell where it stands
     * @param words column of the words that say nothing, from its first row
     * @param explanations what these words are
     */
    static String saysNothing(String cell, int words, Explanations explanations) {
        String text = "CLEAN(" + cell + ")";
        for (String sign : Explanations.ignored()) {
            text = "SUBSTITUTE(" + text + "," + literal(sign) + ",\"\")";
        }
        // cut, because COUNTIF takes no longer text; marked, so that nothing and what looks like a comparison are texts
        // too
        String all = new CellAddress(0, words).pinned() + ":"
                + new CellAddress(empties(explanations).size() - 1, words).pinned();
        return "COUNTIF(" + all + ",\"" + WORD + "\"&LEFT(LOWER(" + text + ")," + LONGEST_WORD + "))>0";
    }

    /** What the cells in the column of {@link #saysNothing} are to hold, first of all nothing, marked as a word. */
    static List<String> empties(Explanations explanations) {
        return Stream.concat(
                        Stream.of(""), explanations.words().stream().flatMap(w -> Stream.of(w, Explanations.wide(w))))
                .map(w -> WORD + w)
                .distinct()
                .toList();
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
