package org.huizong.model;

import java.util.Comparator;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * The order in which findings are told wherever somebody has to act on them: what must be done first comes first.
 *
 * <p>Errors come before queries before notices, and what could not be decided last. Among those of one severity comes
 * first what is wrong with the return as a whole, then cells that lack a value or cannot be read, then values, then
 * relations between values; each in the order of the sheets, their rows and columns.
 */
public final class TellingOrder {
    /** By how grave a finding is, and by nothing else. */
    public static final Comparator<Finding> BY_GRAVITY =
            Comparator.comparing(Finding::outcome).thenComparing(Finding::severity);

    private static final CellAddress TOP = new CellAddress(0, 0);
    /** Findings about a cell that has no value to check. */
    private static final Set<String> WITHOUT_VALUE =
            Set.of("required", "required.text", "item.absent", "cell.error", "choice");

    private static final String UNREADABLE = "unreadable";

    /** What is to be put right first. */
    private enum Stage {
        RETURN,
        WITHOUT_VALUE,
        VALUE,
        RELATION
    }

    private TellingOrder() {}

    /** Findings about one file, or about one return. */
    public static Comparator<Finding> ofOne() {
        return ofOne(sheet -> 0);
    }

    /**
     * Findings about one file.
     *
     * @param sheet the place of a sheet among the others
     */
    public static Comparator<Finding> ofOne(ToIntFunction<String> sheet) {
        return BY_GRAVITY.thenComparing(within(sheet));
    }

    /**
     * Findings about one file as somebody meets them who goes down its sheets with a pen: the gravest first, each in the
     * order of the sheets, their rows and columns.
     *
     * @param sheet the place of a sheet among the others
     */
    public static Comparator<Finding> downTheSheets(ToIntFunction<String> sheet) {
        return BY_GRAVITY.thenComparing(byPlace(sheet));
    }

    /** Findings about one return that are equally grave. */
    public static Comparator<Finding> within() {
        return within(sheet -> 0);
    }

    private static Comparator<Finding> within(ToIntFunction<String> sheet) {
        return Comparator.comparing(TellingOrder::stage).thenComparing(byPlace(sheet));
    }

    private static Comparator<Finding> byPlace(ToIntFunction<String> sheet) {
        return Comparator.<Finding>comparingInt(f -> sheet.applyAsInt(f.where().sheet()))
                .thenComparing(f -> f.where().sheet())
                .thenComparing(f -> f.where().address().orElse(TOP))
                .thenComparing(Finding::rule);
    }

    private static Stage stage(Finding finding) {
        String rule = finding.rule();
        // the id of a rule in rules.csv ends with digits, that of no other finding does
        if (Character.isDigit(rule.charAt(rule.length() - 1))) {
            return Stage.RELATION;
        }
        if (WITHOUT_VALUE.contains(rule) || rule.startsWith(UNREADABLE)) {
            return Stage.WITHOUT_VALUE;
        }
        return finding.item().isEmpty() ? Stage.RETURN : Stage.VALUE;
    }
}
