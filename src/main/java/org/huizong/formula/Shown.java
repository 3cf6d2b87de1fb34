package org.huizong.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.ss.formula.ptg.AddPtg;
import org.apache.poi.ss.formula.ptg.BoolPtg;
import org.apache.poi.ss.formula.ptg.ConcatPtg;
import org.apache.poi.ss.formula.ptg.DividePtg;
import org.apache.poi.ss.formula.ptg.EqualPtg;
import org.apache.poi.ss.formula.ptg.GreaterEqualPtg;
import org.apache.poi.ss.formula.ptg.GreaterThanPtg;
import org.apache.poi.ss.formula.ptg.IntPtg;
import org.apache.poi.ss.formula.ptg.LessEqualPtg;
import org.apache.poi.ss.formula.ptg.LessThanPtg;
import org.apache.poi.ss.formula.ptg.MultiplyPtg;
import org.apache.poi.ss.formula.ptg.NotEqualPtg;
import org.apache.poi.ss.formula.ptg.NumberPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.StringPtg;
import org.apache.poi.ss.formula.ptg.SubtractPtg;
import org.apache.poi.ss.formula.ptg.UnaryMinusPtg;

/**
 * Writes a formula as people read one: with the signs of mathematics, a place {@code {name}} for each name, and a place
 * {@code {#word}} for each word that a language has for a function.
 */
final class Shown {
    private final Formula formula;
    private final Function<Formula, Optional<Answer>> known;

    /**
     * Writes that formula.
     *
     * @param known what a part comes to, if that can be said in its place
     */
    Shown(Formula formula, Function<Formula, Optional<Answer>> known) {
        this.formula = formula;
        this.known = known;
    }

    /** How tightly the outermost sign of a text binds, the loosest first: what is looser stands in brackets. */
    private enum Bond {
        CHOICE,
        OR,
        AND,
        COMPARISON,
        JOIN,
        SUM,
        PRODUCT,
        SIGN,
        WHOLE
    }

    private record Text(String text, Bond bond) {
        /** Within something that binds that tightly. */
        String within(Bond outer) {
            return bond.compareTo(outer) < 0 ? '(' + text + ')' : text;
        }
    }

    private enum Sign {
        EQUAL(EqualPtg.class, "=", Bond.COMPARISON, Bond.JOIN),
        NOT_EQUAL(NotEqualPtg.class, "≠", Bond.COMPARISON, Bond.JOIN),
        LESS(LessThanPtg.class, "<", Bond.COMPARISON, Bond.JOIN),
        LESS_EQUAL(LessEqualPtg.class, "≤", Bond.COMPARISON, Bond.JOIN),
        GREATER(GreaterThanPtg.class, ">", Bond.COMPARISON, Bond.JOIN),
        GREATER_EQUAL(GreaterEqualPtg.class, "≥", Bond.COMPARISON, Bond.JOIN),
        JOINED(ConcatPtg.class, "&", Bond.JOIN, Bond.JOIN),
        PLUS(AddPtg.class, "+", Bond.SUM, Bond.SUM),
        MINUS(SubtractPtg.class, "-", Bond.SUM, Bond.PRODUCT),
        TIMES(MultiplyPtg.class, "×", Bond.PRODUCT, Bond.PRODUCT),
        BY(DividePtg.class, "÷", Bond.PRODUCT, Bond.SIGN);

        private final Class<? extends Ptg> token;
        private final String written;
        private final Bond bond;

        /** How tightly what stands right of it must bind: a minus takes no sum as it is. */
        private final Bond right;

        Sign(Class<? extends Ptg> token, String written, Bond bond, Bond right) {
            this.token = token;
            this.written = written;
            this.bond = bond;
            this.right = right;
        }

        static Optional<Sign> of(Ptg token) {
            for (Sign sign : values()) {
                if (sign.token.isInstance(token)) {
                    return Optional.of(sign);
                }
            }
            return Optional.empty();
        }
    }

    String text() {
        return text(formula.whole()).text;
    }

    private Text text(Term term) {
        Optional<Answer> value = value(term);
        if (value.isPresent()) {
            return answer(value.get());
        }
        if (Formula.isCall(term)) {
            return call(term);
        }
        return term.operands().isEmpty() ? leaf(term) : operation(term);
    }

    private Optional<Answer> value(Term term) {
        return term.operands().isEmpty() ? Optional.empty() : known.apply(formula.part(term));
    }

    private Optional<Boolean> verdict(Term term) {
        return value(term).flatMap(a -> a instanceof Answer.Verdict v ? Optional.of(v.holds()) : Optional.empty());
    }

    private static Text answer(Answer answer) {
        if (answer instanceof Answer.Numeric n) {
            return number(n.number());
        }
        if (answer instanceof Answer.Verdict v) {
            return word(String.valueOf(v.holds()));
        }
        return new Text(
                answer instanceof Answer.Words w ? quoted(w.text()) : ((Answer.Failure) answer).error(), Bond.WHOLE);
    }

    private static Text number(BigDecimal number) {
        Bond bond = number.signum() < 0 ? Bond.SIGN : Bond.WHOLE;
        return new Text(number.stripTrailingZeros().toPlainString(), bond);
    }

    private static String quoted(String text) {
        return '“' + text + '”';
    }

    private static Text word(String word) {
        return new Text("{#" + word.toLowerCase(Locale.ROOT) + "}", Bond.WHOLE);
    }

    private Text leaf(Term term) {
        Ptg token = term.token();
        if (token instanceof IntPtg whole) {
            return number(BigDecimal.valueOf(whole.getValue()));
        }
        if (token instanceof NumberPtg number) {
            return number(BigDecimal.valueOf(number.getValue()));
        }
        if (token instanceof BoolPtg truth) {
            return word(String.valueOf(truth.getValue()));
        }
        if (token instanceof StringPtg text) {
            return new Text(quoted(text.getValue()), Bond.WHOLE);
        }
        return new Text(formula.name(term).map(n -> '{' + n + '}').orElse(""), Bond.WHOLE);
    }

    private Text operation(Term term) {
        Text first = text(term.operands().get(0));
        Optional<Sign> sign = Sign.of(term.token());
        if (sign.isEmpty()) {
            boolean minus = term.token() instanceof UnaryMinusPtg;
            return minus ? new Text('-' + first.within(Bond.WHOLE), Bond.SIGN) : first;
        }
        Text second = text(term.operands().get(1));
        Sign between = sign.get();
        return new Text(
                first.within(between.bond) + ' ' + between.written + ' ' + second.within(between.right), between.bond);
    }

    private Text call(Term term) {
        String function = formula.function(term).toUpperCase(Locale.ROOT);
        List<Term> arguments = formula.arguments(term);
        return switch (function) {
            case "IF" -> choice(arguments);
            case "AND" -> all(arguments, true, Bond.AND);
            case "OR" -> all(arguments, false, Bond.OR);
            case "SUM" ->
                arguments.size() == 1 ? text(arguments.get(0)) : new Text(joined(arguments, " + ", Bond.SUM), Bond.SUM);
            case "ABS" -> new Text('|' + text(arguments.get(0)).text + '|', Bond.WHOLE);
            case "ISBLANK", "ISNUMBER" ->
                new Text(text(arguments.get(0)).within(Bond.JOIN) + ' ' + word(function).text, Bond.COMPARISON);
            default -> new Text(word(function).text + '(' + joined(arguments, ", ", Bond.CHOICE) + ')', Bond.WHOLE);
        };
    }

    /** Without the list of weekdays off, which says nothing to a reader. */
    private String joined(List<Term> terms, String between, Bond bond) {
        return terms.stream()
                .filter(t -> !formula.name(t).equals(Optional.of(Evaluator.HOLIDAYS)))
                .map(t -> text(t).within(bond))
                .collect(Collectors.joining(between));
    }

    /** The branch that is taken, if that is known. */
    private Text choice(List<Term> arguments) {
        Optional<Boolean> taken = verdict(arguments.get(0));
        if (taken.isPresent()) {
            int branch = taken.get() ? 1 : 2;
            return branch < arguments.size() ? text(arguments.get(branch)) : word("false");
        }
        String text = word("if").text
                + ' '
                + text(arguments.get(0)).within(Bond.OR)
                + ' '
                + word("then").text
                + ' '
                + text(arguments.get(1)).within(Bond.OR);
        return new Text(
                arguments.size() < 3
                        ? text
                        : text
                                + ' '
                                + word("else").text
                                + ' '
                                + text(arguments.get(2)).within(Bond.OR),
                Bond.CHOICE);
    }

    /**
     * Conditions that are joined, without those that are known and make no difference.
     *
     * @param idle what a condition comes to that makes no difference
     */
    private Text all(List<Term> conditions, boolean idle, Bond bond) {
        List<Text> left = new ArrayList<>();
        for (Term condition : conditions) {
            if (!verdict(condition).equals(Optional.of(idle))) {
                left.add(text(condition));
            }
        }
        if (left.size() < 2) {
            return left.isEmpty() ? word(String.valueOf(idle)) : left.get(0);
        }
        // within each other they stand in brackets: few readers know which of the two words binds more tightly
        String between = ' ' + word(idle ? "and" : "or").text + ' ';
        return new Text(left.stream().map(t -> t.within(Bond.COMPARISON)).collect(Collectors.joining(between)), bond);
    }
}
