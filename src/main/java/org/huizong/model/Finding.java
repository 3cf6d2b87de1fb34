package org.huizong.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One check that did not hold or could not be decided.
 *
 * @param rule id from rules.csv, such as {@code PUB003}, or of a built-in check, such as {@code required}; also the key
 *     of its message
 * @param severity decides what becomes of the submission
 * @param outcome failed or undecided
 * @param where the cell to open
 * @param arguments values for the message by name, already as text (a number is not formatted twice); {@code item}
 *     holds the code of the item to blame, {@code record} the key of the record, {@code reason} why a check is undecided,
 *     {@code nothing} an explanation that says nothing, {@code hidden} how its sheet is hidden
 */
public record Finding(
        String rule, Severity severity, Outcome outcome, CellRef where, SortedMap<String, String> arguments) {
    private static final String NOTHING = "nothing";

    public Finding {
        if (rule.isBlank()) {
            throw new IllegalArgumentException("a finding needs the id of its rule");
        }
        arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
    }

    /** A check that did not hold. */
    public static Finding failed(String rule, Severity severity, CellRef where, Map<String, String> arguments) {
        return new Finding(rule, severity, Outcome.FAILED, where, new TreeMap<>(arguments));
    }

    /** A check that could not be decided; {@code reason} is a key of the wording room. */
    public static Finding undecided(String rule, Severity severity, CellRef where, Map<String, String> arguments) {
        return new Finding(rule, severity, Outcome.UNDECIDED, where, new TreeMap<>(arguments));
    }

    /** The same, with an explanation that says nothing. */
    public Finding explainedByNothing(String explanation) {
        return with(NOTHING, explanation);
    }

    /** The same with one more value. */
    public Finding with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(arguments);
        more.put(name, value);
        return new Finding(rule, severity, outcome, where, more);
    }

    /** How the sheet that it points to is hidden, {@code menu} or {@code deep}; empty if it shows. */
    public String hidden() {
        return arguments.getOrDefault("hidden", "");
    }

    /** The explanation that says nothing; empty if there is none. */
    public String nothing() {
        return arguments.getOrDefault(NOTHING, "");
    }

    /** Code of the item to blame; empty if it is no single item. */
    public String item() {
        return arguments.getOrDefault("item", "");
    }

    /** Key of the record of a register that it is about; empty if it is about none. */
    public String record() {
        return arguments.getOrDefault("record", "");
    }

    /** Whether it sends the return back: an error that failed. */
    public boolean sendsBack() {
        return severity == Severity.ERROR && outcome == Outcome.FAILED;
    }

    /** Whether it must be explained: a query that failed. */
    public boolean asks() {
        return severity == Severity.QUERY && outcome == Outcome.FAILED;
    }

    /** Whether the check did not hold; otherwise it could not be decided. */
    public boolean hasFailed() {
        return outcome == Outcome.FAILED;
    }
}
