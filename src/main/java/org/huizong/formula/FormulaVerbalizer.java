package org.huizong.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
import org.apache.poi.ss.formula.ptg.MissingArgPtg;
import org.apache.poi.ss.formula.ptg.MultiplyPtg;
import org.apache.poi.ss.formula.ptg.NotEqualPtg;
import org.apache.poi.ss.formula.ptg.NumberPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.StringPtg;
import org.apache.poi.ss.formula.ptg.SubtractPtg;
import org.apache.poi.ss.formula.ptg.UnaryMinusPtg;
import org.apache.poi.ss.formula.ptg.UnaryPlusPtg;

/** Puts a formula into words, with brackets where a reader would otherwise take parts together that are not. */
final class FormulaVerbalizer {
    private static final Map<Class<? extends Ptg>, String> SIGNS = Map.of(
            EqualPtg.class, "=",
            NotEqualPtg.class, "≠",
            LessThanPtg.class, "<",
            LessEqualPtg.class, "≤",
            GreaterThanPtg.class, ">",
            GreaterEqualPtg.class, "≥",
            AddPtg.class, "+",
            SubtractPtg.class, "-",
            MultiplyPtg.class, "×",
            DividePtg.class, "÷");

    /** Functions that say something of their first argument alone, so that what they come to reads like a name. */
    private static final Set<String> OF_ONE =
            Set.of("ABS", "WHOLE", "ROUND", "LEN", "YEAR", "MONTH", "DATE", "EDATE", "MONTHSBEFORE");

    private static final String YEAR_TO_DATE = "ytd.";

    private static final Set<String> VERDICTS = Set.of("NOT", "FILLED", "ISBLANK", "ISNUMBER");

    /** How closely the parts of what was said hold together, the loosest first. */
    private enum Hold {
        SENTENCE,
        CHOICE,
        COMPARISON,
        PHRASE,
        SUM,
        PRODUCT,
        WORD
    }

    private record Said(String text, Hold hold) {}

    private record Call(String function, List<Term> arguments) {}

    private final Formula formula;
    private final FormulaPhrases speech;

    FormulaVerbalizer(Formula formula, FormulaPhrases speech) {
        this.formula = formula;
        this.speech = speech;
    }

    /** What was said, in brackets if its parts hold together more loosely than that. */
    private String within(Said said, Hold loosest) {
        return said.hold().compareTo(loosest) < 0 ? speech.bracketed(said.text()) : said.text();
    }

    String all() {
        return say(formula.whole()).text();
    }

    private Said say(Term term) {
        Ptg token = term.token();
        Optional<String> name = formula.name(term);
        if (name.isPresent()) {
            return new Said(speech.name(name.get()), Hold.WORD);
        }
        if (Formula.isCall(term)) {
            String function = formula.function(term).toUpperCase(Locale.ROOT);
            return call(simpler(new Call(function, formula.arguments(term))));
        }
        if (token instanceof StringPtg text) {
            return new Said(speech.text(text.getValue(), Optional.empty()), Hold.WORD);
        }
        if (token instanceof BoolPtg truth) {
            return new Said(speech.call(truth.getValue() ? "TRUE" : "FALSE", List.of()), Hold.WORD);
        }
        if (token instanceof UnaryPlusPtg) {
            return say(term.operands().get(0));
        }
        if (token instanceof UnaryMinusPtg) {
            return new Said("-" + within(say(term.operands().get(0)), Hold.WORD), Hold.PRODUCT);
        }
        if (token instanceof MissingArgPtg) {
            return new Said("", Hold.WORD);
        }
        return term.operands().size() == 2 ? sign(term) : new Said(token.toFormulaString(), Hold.WORD);
    }

    private Said sign(Term term) {
        Ptg token = term.token();
        Term left = term.operands().get(0);
        Term right = term.operands().get(1);
        if (KindCheck.isComparison(token)) {
            String text =
                    within(part(left, right), Hold.PHRASE) + spaced(token) + within(part(right, left), Hold.PHRASE);
            return new Said(text, Hold.COMPARISON);
        }
        if (token instanceof ConcatPtg) {
            return new Said(within(say(left), Hold.SUM) + " & " + within(say(right), Hold.SUM), Hold.PHRASE);
        }
        if (token instanceof AddPtg && isLeftOut(right)) {
            return say(left);
        }
        if (token instanceof AddPtg && isLeftOut(left)) {
            return say(right);
        }
        if (token instanceof AddPtg && right.token() instanceof IntPtg && isDay(left)) {
            return said(new Call("DAYSAFTER", List.of(left, right)), Hold.WORD, Hold.PHRASE);
        }
        if (token instanceof SubtractPtg && isDay(left) && isDay(right)) {
            return said(new Call("DAYSBETWEEN", List.of(right, left)), Hold.WORD, Hold.PHRASE);
        }
        Optional<Term> own =
                token instanceof DividePtg && right.token() instanceof IntPtg ? rest(left) : Optional.empty();
        if (own.isPresent()) {
            return said(new Call("MEANBESIDE", List.of(own.get())), Hold.WORD, Hold.WORD);
        }
        boolean product = token instanceof MultiplyPtg || token instanceof DividePtg;
        Hold hold = product ? Hold.PRODUCT : Hold.SUM;
        boolean inAnyOrder = token instanceof AddPtg || token instanceof MultiplyPtg;
        Hold loosest = inAnyOrder ? hold : product ? Hold.WORD : Hold.PRODUCT;
        return new Said(within(say(left), hold) + spaced(token) + within(say(right), loosest), hold);
    }

    /** What is taken away where the rest of the year is left: x of ytd.x-x. */
    private Optional<Term> rest(Term term) {
        if (!(term.token() instanceof SubtractPtg)) {
            return Optional.empty();
        }
        Optional<String> whole = formula.name(term.operands().get(0));
        return formula.name(term.operands().get(1))
                .filter(x -> whole.filter(w -> w.equals(YEAR_TO_DATE + x)).isPresent())
                .map(x -> term.operands().get(1));
    }

    private boolean isLeftOut(Term term) {
        return term.token() instanceof AddPtg
                ? term.operands().stream().allMatch(this::isLeftOut)
                : formula.name(term).filter(speech::isLeftOut).isPresent();
    }

    private boolean isDay(Term term) {
        return formula.part(term).kind(speech::kind) == Kind.DATE;
    }

    private static String spaced(Ptg token) {
        return " " + SIGNS.getOrDefault(token.getClass(), token.toString()) + " ";
    }

    /** One side of a comparison; a text is said as what the other side can be. */
    private Said part(Term side, Term other) {
        return side.token() instanceof StringPtg text
                ? new Said(speech.text(text.getValue(), formula.name(other)), Hold.WORD)
                : say(side);
    }

    private Said call(Call call) {
        List<Term> arguments = call.arguments();
        return switch (call.function()) {
            case "AND", "OR" ->
                arguments.size() == 1 ? say(arguments.get(0)) : said(call, Hold.COMPARISON, Hold.CHOICE);
            case "IF", "IFTHEN", "UNLESS" -> said(call, Hold.CHOICE, Hold.SENTENCE);
            case "SUM", "MIN", "MAX" ->
                arguments.size() == 1 ? say(arguments.get(0)) : said(call, Hold.SUM, Hold.PHRASE);
            default -> {
                if (VERDICTS.contains(call.function())) {
                    yield said(call, Hold.WORD, Hold.COMPARISON);
                }
                yield OF_ONE.contains(call.function())
                        ? said(call, Hold.WORD, Hold.WORD)
                        : said(call, Hold.SUM, Hold.PHRASE);
            }
        };
    }

    private Said said(Call call, Hold loosest, Hold hold) {
        List<Term> arguments = call.arguments();
        List<String> words = new ArrayList<>(IntStream.range(0, arguments.size())
                .mapToObj(i -> within(say(arguments.get(i)), follows(call, i) ? Hold.SENTENCE : loosest))
                .toList());
        return new Said(speech.call(call.function(), words), hold);
    }

    /** An alternative that comes last may be a whole sentence again. */
    private static boolean follows(Call call, int argument) {
        return Set.of("IF", "UNLESS").contains(call.function())
                && argument == call.arguments().size() - 1;
    }

    /** What a call is in simpler words. */
    private Call simpler(Call call) {
        List<Term> arguments = call.arguments();
        Term first = arguments.isEmpty() ? formula.whole() : arguments.get(0);
        return switch (call.function()) {
            case "SUM" -> {
                List<Term> left = arguments.stream().filter(a -> !isLeftOut(a)).toList();
                yield left.isEmpty() ? call : new Call(call.function(), left);
            }
            case "ABS" -> first.token() instanceof SubtractPtg ? new Call("DIFFERENCE", first.operands()) : call;
            case "NOT" ->
                Formula.isCall(first) && formula.function(first).equalsIgnoreCase("ISBLANK")
                        ? new Call("FILLED", formula.arguments(first))
                        : call;
            case "ROUND" ->
                arguments.get(1).token() instanceof IntPtg places && places.getValue() == 0
                        ? new Call("WHOLE", List.of(first))
                        : call;
            case "EDATE" ->
                negated(arguments.get(1))
                        .map(months -> new Call("MONTHSBEFORE", List.of(first, months)))
                        .orElse(call);
            case "NETWORKDAYS" -> new Call(Workdays.FUNCTION, arguments.subList(0, 2));
            case "IF" -> {
                // without an alternative it comes to FALSE
                if (arguments.size() == 2) {
                    yield new Call("AND", arguments);
                }
                if (isTrue(arguments.get(1))) {
                    yield new Call("UNLESS", List.of(first, arguments.get(2)));
                }
                yield isTrue(arguments.get(2)) ? new Call("IFTHEN", arguments.subList(0, 2)) : call;
            }
            default -> call;
        };
    }

    /** The number without its minus, which the parser may have made a part of it; empty if it has none. */
    private static Optional<Term> negated(Term term) {
        if (term.token() instanceof UnaryMinusPtg) {
            return Optional.of(term.operands().get(0));
        }
        return term.token() instanceof NumberPtg number && number.getValue() < 0
                ? Optional.of(new Term(new NumberPtg(-number.getValue()), term.first(), term.end(), List.of()))
                : Optional.empty();
    }

    private static boolean isTrue(Term term) {
        return term.token() instanceof BoolPtg truth && truth.getValue();
    }
}
