package org.huizong.formula;

import java.util.Map;

/**
 * One thing in a formula that is not allowed.
 *
 * @param kind {@code syntax}, {@code function}, {@code address}, {@code array}, {@code sheet} or {@code token}
 * @param arguments values for the sentence by name
 */
public record FormulaFault(String kind, Map<String, String> arguments) {
    public FormulaFault {
        arguments = Map.copyOf(arguments);
    }
}
