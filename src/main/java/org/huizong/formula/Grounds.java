package org.huizong.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.poi.ss.formula.ptg.BoolPtg;
import org.apache.poi.ss.formula.ptg.EqualPtg;
import org.apache.poi.ss.formula.ptg.GreaterEqualPtg;
import org.apache.poi.ss.formula.ptg.GreaterThanPtg;
import org.apache.poi.ss.formula.ptg.LessEqualPtg;
import org.apache.poi.ss.formula.ptg.LessThanPtg;
import org.apache.poi.ss.formula.ptg.NotEqualPtg;
import org.apache.poi.ss.formula.ptg.NumberPtg;
import org.apache.poi.ss.formula.ptg.ParenthesisPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.huizong.model.Ground;
import org.huizong.model.Value;

/**
 * What made a formula come to FALSE: of a choice the branch that was taken, of AND what did not hold, of MAX the greatest;
 * each comparison turned round so that it holds.
 *
 * <p>An exemption that did not apply, such as another kind of record, is no ground if what the rule compares is.
 */
final class Grounds {
    private static final Map<Class<? extends Ptg>, Ptg> INVERSE = Map.of(
            EqualPtg.class, NotEqualPtg.instance,
            NotEqualPtg.class, EqualPtg.instance,
            LessThanPtg.class, GreaterEqualPtg.instance,
            LessEqualPtg.class, GreaterThanPtg.instance,
            GreaterThanPtg.class, LessEqualPtg.instance,
            GreaterEqualPtg.class, LessThanPtg.instance);

    private final Formula formula;
    private final Function<Formula, Value> answers;
    private final Set<String> context;

    /**
     * The grounds of one formula.
     *
     * @param answers what a formula of the same names comes to
     * @param context names whose parts are said as the numbers that they come to
     */
    Grounds(Formula formula, Function<Formula, Value> answers, Set<String> context) {
        this.formula = formula;
        this.answers = answers;
        this.context = context;
    }

    List<Ground> all() {
        return why(formula.whole(), false).stream().distinct().map(this::ground).toList();
    }

    private Ground ground(Formula fact) {
        if (!KindCheck.isComparison(fact.whole().token())) {
            return Ground.of(fact.text());
        }
        return new Ground(
                fact.text(),
                worked(fact.part(fact.whole().operands().get(0))),
                worked(fact.part(fact.whole().operands().get(1))));
    }

    private Optional<BigDecimal> worked(Formula side) {
        return side.whole().operands().isEmpty() ? Optional.empty() : number(answers.apply(side));
    }

    private static Optional<BigDecimal> number(Value answer) {
        return answer instanceof Value.Quantity n ? Optional.of(n.number()) : Optional.empty();
    }

    /** Why a part came to that verdict. */
    private List<Formula> why(Term term, boolean verdict) {
        if (KindCheck.isComparison(term.token())) {
            return comparison(term, verdict);
        }
        if (!Formula.isCall(term)) {
            return List.of();
        }
        List<Term> arguments = formula.arguments(term);
        return switch (function(term)) {
            case "IF" -> choice(arguments, verdict);
            case "AND" -> verdict ? each(arguments, true) : each(those(arguments, false), false);
            case "OR" -> verdict ? each(those(arguments, true), true) : comparing(arguments);
            case "NOT" -> why(arguments.get(0), !verdict);
            case "ISBLANK" -> List.of(test(term, verdict));
            default -> List.of();
        };
    }

    private String function(Term term) {
        return formula.function(term).toUpperCase(Locale.ROOT);
    }

    private List<Formula> choice(List<Term> arguments, boolean verdict) {
        Optional<Boolean> condition = verdict(arguments.get(0));
        if (condition.isEmpty()) {
            return List.of();
        }
        int taken = condition.get() ? 1 : 2;
        boolean says = taken < arguments.size() && !(arguments.get(taken).token() instanceof BoolPtg);
        List<Formula> why = new ArrayList<>();
        if (!says || (condition.get() && isBlankTest(arguments.get(0)))) {
            why.addAll(why(arguments.get(0), condition.get()));
        }
        if (says) {
            why.addAll(why(arguments.get(taken), verdict));
        }
        return why;
    }

    private boolean isBlankTest(Term term) {
        return Formula.isCall(term) && function(term).equals("ISBLANK");
    }

    private Formula test(Term term, boolean verdict) {
        Formula test = formula.part(term);
        return verdict ? test : Formula.parse("NOT(" + test.text() + ")");
    }

    private List<Formula> each(List<Term> terms, boolean verdict) {
        return terms.stream().flatMap(t -> why(t, verdict).stream()).toList();
    }

    private List<Term> those(List<Term> terms, boolean verdict) {
        return terms.stream()
                .filter(t -> verdict(t).equals(Optional.of(verdict)))
                .toList();
    }

    /** Why none of several held: those that compare two figures, or all if none does. */
    private List<Formula> comparing(List<Term> terms) {
        List<List<Formula>> grounds = terms.stream().map(t -> why(t, false)).toList();
        List<List<Formula>> comparing = grounds.stream()
                .filter(g -> g.stream().anyMatch(f -> f.operands().size() > 1))
                .toList();
        return (comparing.isEmpty() ? grounds : comparing)
                .stream().flatMap(List::stream).toList();
    }

    private Optional<Boolean> verdict(Term term) {
        return answers.apply(formula.part(term)) instanceof Value.Logical l
                ? Optional.of(l.isTrue())
                : Optional.empty();
    }

    private List<Formula> comparison(Term term, boolean verdict) {
        Set<Formula> why = new LinkedHashSet<>();
        List<Ptg> tokens = new ArrayList<>();
        term.operands().forEach(side -> tokens.addAll(chosen(side, why)));
        tokens.add(verdict ? term.token() : INVERSE.get(term.token().getClass()));
        why.add(formula.of(tokens));
        return List.copyOf(why);
    }

    /**
     * The tokens of a part that is worked out, with what was chosen in the place of each choice.
     *
     * @param blanks takes up the blank cells for which something else was chosen
     */
    private List<Ptg> chosen(Term term, Set<Formula> blanks) {
        if (term.operands().isEmpty()) {
            return formula.tokens().subList(term.first(), term.end());
        }
        Optional<BigDecimal> settled = settled(term);
        if (settled.isPresent()) {
            return List.of(new NumberPtg(settled.get().toPlainString()));
        }
        Optional<Term> one = one(term, blanks);
        if (one.isPresent()) {
            List<Ptg> tokens = new ArrayList<>(chosen(one.get(), blanks));
            if (!one.get().operands().isEmpty() && !Formula.isCall(one.get())) {
                tokens.add(ParenthesisPtg.instance);
            }
            return tokens;
        }
        List<Ptg> tokens = new ArrayList<>();
        term.operands().forEach(o -> tokens.addAll(chosen(o, blanks)));
        Term last = term.operands().get(term.operands().size() - 1);
        tokens.addAll(formula.tokens().subList(last.end(), term.end()));
        return tokens;
    }

    /** What a part comes to that needs the context alone and is no day. */
    private Optional<BigDecimal> settled(Term term) {
        Formula part = formula.part(term);
        boolean needsContext = !part.operands().isEmpty() && context.containsAll(part.operands());
        return needsContext && part.kind(o -> Kind.DATE) != Kind.DATE ? number(answers.apply(part)) : Optional.empty();
    }

    private Optional<Term> one(Term term, Set<Formula> blanks) {
        if (!Formula.isCall(term)) {
            return Optional.empty();
        }
        List<Term> arguments = formula.arguments(term);
        return switch (function(term)) {
            case "MIN", "MAX" -> {
                Value answer = answers.apply(formula.part(term));
                yield arguments.stream()
                        .filter(a -> answers.apply(formula.part(a)).equals(answer))
                        .findFirst();
            }
            case "IF" ->
                verdict(arguments.get(0))
                        .filter(c -> (c ? 1 : 2) < arguments.size())
                        .map(c -> {
                            if (c && isBlankTest(arguments.get(0))) {
                                blanks.add(formula.part(arguments.get(0)));
                            }
                            return arguments.get(c ? 1 : 2);
                        });
            default -> Optional.empty();
        };
    }
}
