package org.huizong.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.ScalarConstantPtg;

/**
 * A formula of the catalogue: Excel's text, in which every name is the code of an item, with or without a prefix.
 *
 * <p>Immutable, equal by text.
 */
public final class Formula {
    private final String text;
    private final Ptg[] tokens;
    private final NameBook names;
    private final Term whole;
    private final Set<String> operands;
    private final Set<String> called;

    private Formula(String text, Ptg[] tokens, NameBook names) {
        this.text = text;
        this.tokens = tokens;
        this.names = names;
        this.whole = Term.of(tokens);
        this.called = called(whole, names);
        Set<String> found = new LinkedHashSet<>();
        for (Ptg token : tokens) {
            if (token instanceof NamePtg name) {
                found.add(names.name(name));
            }
        }
        found.removeAll(called);
        this.operands = Collections.unmodifiableSet(found);
    }

    /**
     * Parses a formula that is known to be sound.
     *
     * @throws IllegalArgumentException if it has faults; {@link #faults} names them
     */
    public static Formula parse(String text) {
        List<FormulaFault> faults = faults(text);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("the formula " + text + " is refused: " + faults);
        }
        return read(text);
    }

    /**
     * Everything that keeps a text from being a formula of the catalogue: what POI cannot parse, and every token that is
     * not allowed. That a formula parses proves nothing: INDIRECT, cell addresses and misspelt functions parse.
     */
    public static List<FormulaFault> faults(String text) {
        try {
            return Whitelist.faults(read(text));
        } catch (FormulaParseException e) {
            return List.of(
                    new FormulaFault("syntax", Map.of("formula", text, "reason", String.valueOf(e.getMessage()))));
        } catch (RuntimeException e) {
            // POI's parser throws several kinds on texts that are no formula
            return List.of(new FormulaFault(
                    "syntax", Map.of("formula", text, "reason", e.getClass().getSimpleName())));
        }
    }

    private static Formula read(String text) {
        NameBook names = new NameBook();
        return new Formula(text, FormulaParser.parse(text, names, FormulaType.CELL, -1), names);
    }

    /** Its text as it stands in the catalogue, without a leading equals sign. */
    public String text() {
        return text;
    }

    /** The names in it, in the order in which they are evaluated. */
    public Set<String> operands() {
        return operands;
    }

    /**
     * Its text with each name replaced.
     *
     * @param replacement gives for a name what to write in its place, such as a cell address
     */
    public String render(UnaryOperator<String> replacement) {
        return FormulaRenderer.toFormulaString(names.rendering(called, replacement), tokens);
    }

    /** The names that are called as functions: those of add-ins, and misspelt ones. */
    Set<String> called() {
        return called;
    }

    /** The name that an external function calls is the first of its operands. */
    private static Set<String> called(Term whole, NameBook names) {
        Set<String> called = new LinkedHashSet<>();
        whole.all()
                .filter(t -> t.token() instanceof AbstractFunctionPtg f && f.isExternalFunction())
                .map(t -> t.operands().get(0).token())
                .forEach(token -> {
                    if (token instanceof NamePtg name) {
                        called.add(names.name(name));
                    }
                });
        return called;
    }

    /** Whether the formula of sums is the sum of the formulas: it is not for a ratio. */
    public boolean addsUp() {
        return Addition.of(whole) == Addition.ADDS_UP;
    }

    /** Whether a constant other than a sign is in it, such as the 10000 between yuan and 万元. */
    public boolean hasConstant() {
        return whole.all().anyMatch(t -> t.token() instanceof ScalarConstantPtg);
    }

    /** The two figures that it compares; empty if it is no comparison. */
    public Optional<Sides> sides() {
        return Sides.of(this, whole);
    }

    /** A part of it as a formula of its own. */
    Formula part(Term term) {
        Ptg[] own = Arrays.copyOfRange(tokens, term.first(), term.end());
        String written = FormulaRenderer.toFormulaString(names.rendering(Set.of(), UnaryOperator.identity()), own);
        return new Formula(written, own, names);
    }

    List<Ptg> tokens() {
        List<Ptg> list = new ArrayList<>();
        Collections.addAll(list, tokens);
        return list;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula f && f.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
