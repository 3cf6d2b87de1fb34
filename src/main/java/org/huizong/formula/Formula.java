package org.huizong.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.AttrPtg;
import org.apache.poi.ss.formula.ptg.DividePtg;
import org.apache.poi.ss.formula.ptg.IntPtg;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NotEqualPtg;
import org.apache.poi.ss.formula.ptg.NumberPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.ScalarConstantPtg;
import org.apache.poi.ss.formula.ptg.StringPtg;
import org.huizong.model.Ground;
import org.huizong.model.Value;

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
    private final Term whole;
    private final Set<String> called;

    private Formula(String text, Ptg[] tokens, NameBook names) {
        this.text = text;
        this.tokens = tokens;
        this.names = names;
        this.whole = Term.of(tokens);
        this.called = whole.all()
                .filter(n -> n.token() instanceof AbstractFunctionPtg f && f.isExternalFunction())
                .map(this::function)
                .collect(Collectors.toUnmodifiableSet());
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
     * @throws IllegalArgumentException if it has faults
     */
    public static Formula parse(String text) {
        return read(text).orThrow();
    }

    /**
     * Reads a text as a formula of the catalogue. It is refused if POI cannot parse it, or for any token that is not
     * allowed. That a formula parses proves nothing: INDIRECT, cell addresses and misspelt functions parse.
     */
    public static ParsedFormula read(String text) {
        List<FormulaFault> unreadable = FormulaText.faults(text);
        if (!unreadable.isEmpty()) {
            return ParsedFormula.refused(text, unreadable);
        }
        try {
            Formula formula = tokenised(text);
            List<FormulaFault> faults = formula.faults();
            return faults.isEmpty() ? ParsedFormula.sound(formula) : ParsedFormula.refused(text, faults);
        } catch (FormulaParseException e) {
            return ParsedFormula.refused(text, List.of(FormulaText.complaint(text, e)));
        } catch (RuntimeException e) {
            // POI's parser throws several kinds on texts that are no formula
            return ParsedFormula.refused(text, List.of(FormulaText.syntax(text, 0)));
        } catch (StackOverflowError e) {
            // it calls itself for each part within a part
            return ParsedFormula.refused(
                    text, List.of(FormulaText.more("operations", text.length(), FormulaText.MOST_OPERATIONS)));
        }
    }

    private List<FormulaFault> faults() {
        int depth = whole.depth();
        if (depth > FormulaText.LONGEST_CHAIN) {
            return List.of(FormulaText.more("chain", depth, FormulaText.LONGEST_CHAIN));
        }
        List<FormulaFault> faults = Whitelist.faults(this);
        return faults.isEmpty() ? FormulaText.faults(written()) : faults;
    }

    /** The names in a text, even if it is refused or no formula at all: then what looks like a name. */
    public static Set<String> names(String text) {
        try {
            return FormulaText.faults(text).isEmpty() ? tokenised(text).operands() : FormulaText.names(text);
        } catch (RuntimeException | StackOverflowError e) {
            return FormulaText.names(text);
        }
    }

    /** The functions that a formula may call. */
    public static Set<String> functions() {
        return Signature.names();
    }

    private static Formula tokenised(String text) {
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
     * Its text as a cell takes it, with each name replaced and {@link Workdays} written out.
     *
     * @param replacement gives for a name what to write in its place, such as a cell address
     */
    public String render(UnaryOperator<String> replacement) {
        return written(whole, replacement);
    }

    /**
     * Its text as a cell takes it over figures that have cells. What has none adds 0: {@link MissingPolicy#ADD} lets only
     * that be lacking which is added.
     */
    public String renderKnown(Function<String, Optional<String>> cells) {
        return render(name -> cells.apply(name).orElse("0"));
    }

    /** Its text as a cell takes it: its own, with {@link Workdays} written out. */
    public String written() {
        return calls(Workdays.FUNCTION) ? render(UnaryOperator.identity()) : text;
    }

    /** Its text with each name replaced, for people. */
    public String relabelled(UnaryOperator<String> replacement) {
        return FormulaRenderer.toFormulaString(names.rendering(called, replacement, List.of()), tokens);
    }

    private String written(Term term, UnaryOperator<String> replacement) {
        List<Ptg> own = new ArrayList<>();
        List<String> pieces = new ArrayList<>();
        int from = term.first();
        for (Term call : outermost(term)) {
            List<Term> days = arguments(call);
            own.addAll(tokens().subList(from, call.first()));
            own.add(names.piece(pieces.size()));
            pieces.add(Workdays.writtenOut(written(days.get(0), replacement), written(days.get(1), replacement)));
            from = call.end();
        }
        own.addAll(tokens().subList(from, term.end()));
        return FormulaRenderer.toFormulaString(names.rendering(called, replacement, pieces), own.toArray(Ptg[]::new));
    }

    /** The calls of WORKDAYS that are within no other. */
    private List<Term> outermost(Term term) {
        return isCall(term) && function(term).equalsIgnoreCase(Workdays.FUNCTION)
                ? List.of(term)
                : term.operands().stream().flatMap(t -> outermost(t).stream()).toList();
    }

    /** The arguments of every call of that function, each as a formula of its own. */
    public List<List<Formula>> arguments(String function) {
        return whole.all()
                .filter(t -> isCall(t) && function(t).equalsIgnoreCase(function))
                .map(t -> arguments(t).stream().map(this::part).toList())
                .toList();
    }

    /** It in words: signs as people write them, brackets where they are needed, all else as the speech says it. */
    public String say(FormulaPhrases speech) {
        return new FormulaVerbalizer(this, speech).all();
    }

    /**
     * What does not go together in it, such as a text that is calculated with.
     *
     * @param kinds the kind of value that each name stands for
     * @param wanted what the whole is to come to
     */
    public List<FormulaFault> faults(Function<String, Kind> kinds, Kind wanted) {
        return new KindCheck(this, kinds).faults(wanted);
    }

    /**
     * What it comes to.
     *
     * @param kinds the kind of value that each name stands for
     */
    public Kind kind(Function<String, Kind> kinds) {
        return new KindCheck(this, kinds).kind(whole);
    }

    /** The texts that each name is compared with. */
    public Map<String, Set<String>> comparedTexts() {
        Map<String, Set<String>> texts = new LinkedHashMap<>();
        whole.all()
                .filter(n -> KindCheck.isComparison(n.token()))
                .forEach(n -> n.operands()
                        .forEach(p -> name(p).ifPresent(name -> n.operands().stream()
                                .filter(other -> other.token() instanceof StringPtg)
                                .forEach(other -> texts.computeIfAbsent(name, k -> new LinkedHashSet<>())
                                        .add(((StringPtg) other.token()).getValue())))));
        return texts;
    }

    /** Tells whether nothing but whether it is blank and how it compares with texts is asked of a name. */
    public boolean isComparedWithTextsAlone(String name) {
        return !isName()
                && whole.all()
                        .filter(n -> n.operands().stream()
                                .anyMatch(o -> name(o).filter(name::equals).isPresent()))
                        .allMatch(n -> isBlankTest(n) || isComparedWithText(n));
    }

    private boolean isBlankTest(Term term) {
        return isCall(term) && function(term).equalsIgnoreCase("ISBLANK");
    }

    private static boolean isComparedWithText(Term term) {
        return KindCheck.isComparison(term.token())
                && term.operands().stream().anyMatch(o -> o.token() instanceof StringPtg);
    }

    /**
     * The names that need only differ for it to hold: X where {@code X<>other.X} is the whole of it or a part of an OR
     * that is.
     *
     * @param prefix what stands before the name on the other side, with its dot
     */
    public Set<String> settledByDifference(String prefix) {
        boolean or = isCall(whole) && function(whole).equals("OR");
        Set<String> settling = new LinkedHashSet<>();
        for (Term part : or ? arguments(whole) : List.of(whole)) {
            if (part.token() instanceof NotEqualPtg) {
                List<String> sides = part.operands().stream()
                        .flatMap(side -> name(side).stream())
                        .toList();
                sides.stream().filter(x -> sides.contains(prefix + x)).forEach(settling::add);
            }
        }
        return settling;
    }

    /** The names that must lie between two others, ends included, for it to come to anything but FALSE or 0. */
    public Set<String> confined(String low, String high) {
        return new Interval(this, low, high).names();
    }

    /** Whether it calls that function. */
    public boolean calls(String function) {
        return calls().stream().anyMatch(c -> c.function().equalsIgnoreCase(function));
    }

    /** Whether the whole of it calls that function. */
    public boolean isCallOf(String function) {
        return isCall(whole) && function(whole).equalsIgnoreCase(function);
    }

    /** One call of a function, in the order of the text. */
    record Call(String function, int arguments) {}

    List<Call> calls() {
        return whole.all()
                .filter(Formula::isCall)
                .map(n -> new Call(function(n), arguments(n).size()))
                .toList();
    }

    static boolean isCall(Term term) {
        return term.token() instanceof AbstractFunctionPtg || term.token() instanceof AttrPtg;
    }

    /** The name of the function that a node calls. */
    String function(Term term) {
        if (term.token() instanceof AbstractFunctionPtg f && f.isExternalFunction()) {
            return name(term.operands().get(0)).orElseThrow();
        }
        return term.token() instanceof AbstractFunctionPtg f ? f.getName() : "SUM";
    }

    /** The arguments of a call, without the name that is called. */
    List<Term> arguments(Term term) {
        boolean external = term.token() instanceof AbstractFunctionPtg f && f.isExternalFunction();
        return external ? term.operands().subList(1, term.operands().size()) : term.operands();
    }

    /** The name that a node is; empty if it is something else. */
    Optional<String> name(Term term) {
        return term.token() instanceof NamePtg name ? Optional.of(names.name(name)) : Optional.empty();
    }

    Term whole() {
        return whole;
    }

    /** The names that are only added: each stands under + and SUM alone, wherever it stands. */
    public Set<String> added() {
        Set<String> added = new LinkedHashSet<>(operands);
        meetings().forEach(added::removeAll);
        return added;
    }

    /** The names of each of its outermost parts that is more than a sum, such as both sides of a ratio. */
    public List<Set<String>> meetings() {
        return meetings(whole).toList();
    }

    private Stream<Set<String>> meetings(Term term) {
        if (Addition.isSumOfWhatIsAdded(term.token())) {
            return term.operands().stream().flatMap(this::meetings);
        }
        Set<String> names = term.operands().stream()
                .flatMap(Term::all)
                .flatMap(t -> name(t).stream())
                .filter(operands::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return names.isEmpty() ? Stream.of() : Stream.of(names);
    }

    /** Whether the formula of sums is the sum of the formulas: it is not for a ratio. */
    public boolean addsUp() {
        return Addition.of(whole) == Addition.ADDS_UP;
    }

    /** How many times each name is in it; empty unless it adds up. */
    public Map<String, BigFraction> weights() {
        return addsUp() ? Weights.of(this) : Map.of();
    }

    /** Whether a constant other than a sign is in it, such as the 10000 between yuan and 万元. */
    public boolean hasConstant() {
        return whole.all().anyMatch(t -> t.token() instanceof ScalarConstantPtg);
    }

    /** Whether that number stands in it as a constant. */
    public boolean hasConstant(String number) {
        return whole.all()
                .map(Term::token)
                .filter(t -> t instanceof IntPtg || t instanceof NumberPtg)
                .anyMatch(t -> t.toFormulaString().equals(number));
    }

    /** The two figures that it compares; empty if it is no comparison. */
    public Optional<Sides> sides() {
        return Sides.of(this, whole);
    }

    /** It taken apart as the comparison that it is; empty if it is none. */
    public Optional<Comparison> comparison() {
        return Comparison.of(this);
    }

    /** It taken apart as so many times something, or a part of it; empty if it is neither. */
    public Optional<Multiple> multiple() {
        return Multiple.of(this);
    }

    /** Whether it is a name and nothing else. */
    public boolean isName() {
        return whole.token() instanceof NamePtg;
    }

    /** The number that it is; empty if it is more or something else. */
    public Optional<BigDecimal> number() {
        return Multiple.number(whole.token());
    }

    /** Whether it is a function of something. */
    public boolean isCall() {
        return isCall(whole);
    }

    /** What it divides by, each as a formula of its own, the first first. */
    public List<Formula> divisors() {
        return whole.all()
                .filter(t -> t.token() instanceof DividePtg)
                .map(t -> part(t.operands().get(1)))
                .toList();
    }

    /** A part of it as a formula of its own. */
    Formula part(Term term) {
        return of(tokens().subList(term.first(), term.end()));
    }

    /** A formula of tokens that are its own or name nothing else. */
    Formula of(List<Ptg> own) {
        Ptg[] some = own.toArray(Ptg[]::new);
        String written =
                FormulaRenderer.toFormulaString(names.rendering(Set.of(), UnaryOperator.identity(), List.of()), some);
        return new Formula(written, some, names);
    }

    /**
     * Why it came to FALSE: comparisons and tests that hold.
     *
     * @param answers what a formula of its names comes to
     * @param context names whose parts are said as the numbers that they come to
     */
    public List<Ground> grounds(Function<Formula, Value> answers, Set<String> context) {
        return new Grounds(this, answers, context).all();
    }

    List<Ptg> tokens() {
        return List.of(tokens);
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
