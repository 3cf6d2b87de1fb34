package org.huizong.formula;

import java.util.List;
import java.util.Optional;

/**
 * A text of the catalogue that was read as a formula.
 *
 * @param text the text
 * @param formula the formula; empty if the text is refused
 * @param faults everything that keeps the text from being a formula of the catalogue; none if it is one
 */
public record ParsedFormula(String text, Optional<Formula> formula, List<FormulaFault> faults) {
    public ParsedFormula {
        faults = List.copyOf(faults);
    }

    static ParsedFormula sound(Formula formula) {
        return new ParsedFormula(formula.text(), Optional.of(formula), List.of());
    }

    static ParsedFormula refused(String text, List<FormulaFault> faults) {
        return new ParsedFormula(text, Optional.empty(), faults);
    }

    /**
     * The formula of a text that is known to be sound.
     *
     * @throws IllegalArgumentException if it is refused
     */
    public Formula orThrow() {
        return formula.orElseThrow(
                () -> new IllegalArgumentException("the formula " + text + " is refused: " + faults));
    }
}
