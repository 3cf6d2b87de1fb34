package org.huizong.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.AttrPtg;
import org.apache.poi.ss.formula.ptg.ControlPtg;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.OperationPtg;
import org.apache.poi.ss.formula.ptg.Ptg;

/**
 * A formula of the catalogue: Excel's text, in which every name is the code of an item, with or without a prefix.
 *
 * <p>Immutable, equal by text.
 */
public final class Formula {
    private final String text;
    private final Ptg[] tokens;
    private final NameBook names;
    private final Set<String> operands;
    private final Set<String> called;

    private Formula(String text, Ptg[] tokens, NameBook names) {
        this.text = text;
        this.tokens = tokens;
        this.names = names;
        this.called = called(tokens, names);
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

    /** Follows the tokens on a stack: the name that an external function calls is the first of its operands. */
    private static Set<String> called(Ptg[] tokens, NameBook names) {
        Set<String> called = new LinkedHashSet<>();
        Deque<Ptg> stack = new ArrayDeque<>();
        for (Ptg token : tokens) {
            boolean operation = token instanceof OperationPtg && !(token instanceof ControlPtg);
            int operands = operation ? ((OperationPtg) token).getNumberOfOperands() : 0;
            if (token instanceof AttrPtg attr && attr.isSum()) {
                operands = 1;
            } else if (token instanceof ControlPtg) {
                continue;
            }
            Ptg first = token;
            for (int i = 0; i < operands; i++) {
                first = stack.pop();
            }
            boolean external = token instanceof AbstractFunctionPtg f && f.isExternalFunction();
            if (external && first instanceof NamePtg name) {
                called.add(names.name(name));
            }
            stack.push(token);
        }
        return called;
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
