package org.huizong.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One check that did not hold or could not be decided.
 *
 * @param rule id from rules.csv, such as {@code PUB003}, or of a built-in check, such as {@code required}; also the key
 *     of its message
 * @param severity decides what becomes of the submission
 * @param where the cell to open
 * @param subject the unit, return, item and record it is about
 * @param arguments values for the message by name; of a rule the values of the names in its formula
 * @param derivation how a rule came to it
 * @param remarks what is said behind its sentence
 */
public record Finding(
        String rule,
        Severity severity,
        CellRef where,
        Subject subject,
        SortedMap<String, Argument> arguments,
        Derivation derivation,
        List<Remark> remarks) {
    public Finding {
        if (rule.isBlank()) {
            throw new IllegalArgumentException("a finding needs the id of its rule");
        }
        arguments = arguments.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
        remarks = List.copyOf(remarks);
    }

    /** A check that did not hold. */
    public static Finding failed(String rule, Severity severity, CellRef where) {
        return new Finding(
                rule, severity, where, Subject.NONE, Collections.emptySortedMap(), Derivation.NONE, List.of());
    }

    /** The same with that derivation. */
    public Finding by(Derivation other) {
        return new Finding(rule, severity, where, subject, arguments, other, remarks);
    }

    /** The same about that subject. */
    public Finding about(Subject other) {
        return new Finding(rule, severity, where, other, arguments, derivation, remarks);
    }

    /** The same about that unit. */
    public Finding ofUnit(String unit) {
        return about(new Subject(unit, subject.form(), subject.item(), subject.record()));
    }

    /** The same about that return. */
    public Finding ofForm(String form) {
        return about(new Subject(subject.unit(), form, subject.item(), subject.record()));
    }

    /** The same about that item. */
    public Finding ofItem(String item) {
        return about(new Subject(subject.unit(), subject.form(), item, subject.record()));
    }

    /** The same about that record. */
    public Finding ofRecord(String record) {
        return about(new Subject(subject.unit(), subject.form(), subject.item(), record));
    }

    /** The same with another severity. */
    public Finding as(Severity other) {
        return new Finding(rule, other, where, subject, arguments, derivation, remarks);
    }

    /** The same with one more value. */
    public Finding with(String name, Argument value) {
        return with(Map.of(name, value));
    }

    /** The same with more values. */
    public Finding with(Map<String, Argument> values) {
        SortedMap<String, Argument> more = new TreeMap<>(arguments);
        more.putAll(values);
        return new Finding(rule, severity, where, subject, more, derivation, remarks);
    }

    /** The same with something more said behind its sentence. */
    public Finding with(Remark remark) {
        List<Remark> more = Stream.concat(remarks.stream(), Stream.of(remark)).toList();
        return new Finding(rule, severity, where, subject, arguments, derivation, more);
    }

    /** The same without what is said behind its sentence of that kind. */
    public Finding without(Class<? extends Remark> kind) {
        List<Remark> fewer = remarks.stream().filter(r -> !kind.isInstance(r)).toList();
        return new Finding(rule, severity, where, subject, arguments, derivation, fewer);
    }

    /** The same with what is personal in its values masked. */
    public Finding masked(UnaryOperator<String> masking) {
        SortedMap<String, Argument> masked = new TreeMap<>(arguments);
        masked.replaceAll((name, value) -> value.masked(masking));
        return new Finding(rule, severity, where, subject, masked, derivation, remarks);
    }

    /** Failed or undecided. */
    public Outcome outcome() {
        return derivation.undecided().isPresent() ? Outcome.UNDECIDED : Outcome.FAILED;
    }

    /** Code of the item to blame; empty if it is no single item. */
    public String item() {
        return subject.item();
    }

    /** Key of the record of a register that it is about; empty if it is about none. */
    public String record() {
        return subject.record();
    }

    /** Whether the sheet that it points to is hidden. */
    public boolean isHidden() {
        return remarks.stream().anyMatch(Remark.HiddenSheet.class::isInstance);
    }

    /** Whether its explanation says nothing. */
    public boolean isExplainedByNothing() {
        return remarks.stream().anyMatch(Remark.EmptyExplanation.class::isInstance);
    }

    /** Whether a baseline figure is in one of its values. */
    public boolean hasBaseline() {
        return arguments.values().stream().anyMatch(Argument.OfBaseline.class::isInstance);
    }

    /** Whether it sends the return back: an error that failed. */
    public boolean sendsBack() {
        return severity == Severity.ERROR && hasFailed();
    }

    /** Whether it must be explained: a query that failed. */
    public boolean asks() {
        return severity == Severity.QUERY && hasFailed();
    }

    /** Whether the check did not hold; otherwise it could not be decided. */
    public boolean hasFailed() {
        return outcome() == Outcome.FAILED;
    }
}
