package org.huizong.formula;

import java.util.Map;

/**
 * One thing in a formula that is not allowed.
 *
 * @param kind what it is, such as {@code function} or {@code address}; the key of its sentence after {@code formula.}
 * @param arguments values for the sentence by name
 */
public record FormulaFault(String kind, Map<String, String> arguments) {
    public FormulaFault {
        arguments = Map.copyOf(arguments);
    }
}
