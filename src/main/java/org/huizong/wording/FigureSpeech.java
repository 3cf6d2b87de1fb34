package org.huizong.wording;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.huizong.formula.Formula;
import org.huizong.formula.FormulaPhrases;
import org.huizong.formula.Kind;

/** The words of a formula with the values it was held against: the label of each name is followed by its value. */
final class FigureSpeech implements FormulaPhrases {
    private final FormulaPhrases labels;
    private final UnaryOperator<String> values;
    private final Predicate<String> leftOut;
    private final Set<String> names;
    private final Formula formula;
    private final Set<String> named = new HashSet<>();

    /**
     * The words of one formula, to be used once.
     *
     * @param values the value of a name as it is shown
     * @param leftOut the names that a sum is said without
     */
    FigureSpeech(FormulaPhrases labels, UnaryOperator<String> values, Predicate<String> leftOut, Formula formula) {
        this.labels = labels;
        this.values = values;
        this.leftOut = leftOut;
        this.names = formula.operands();
        this.formula = formula;
    }

    /** With its label, but for a value that was named before and cannot be mistaken for another. */
    @Override
    public String name(String name) {
        String value = values.apply(name);
        boolean alone = names.stream()
                .filter(n -> !n.equals(name))
                .noneMatch(n -> values.apply(n).equals(value));
        boolean constant = formula.hasConstant(value);
        return named.add(name) || !alone || constant ? labels.name(name) + ' ' + value : value;
    }

    @Override
    public String text(String text, Optional<String> comparedWith) {
        return labels.text(text, comparedWith);
    }

    @Override
    public boolean isLeftOut(String name) {
        return leftOut.test(name);
    }

    @Override
    public String bracketed(String words) {
        return labels.bracketed(words);
    }

    @Override
    public String call(String function, List<String> arguments) {
        return labels.call(function, arguments);
    }

    @Override
    public Kind kind(String name) {
        return labels.kind(name);
    }
}
