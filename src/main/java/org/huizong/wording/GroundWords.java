package org.huizong.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Name;
import org.huizong.catalogue.Reference;
import org.huizong.formula.Comparison;
import org.huizong.formula.Formula;
import org.huizong.formula.FormulaPhrases;
import org.huizong.formula.Kind;
import org.huizong.formula.Multiple;
import org.huizong.formula.Workdays;
import org.huizong.model.Argument;
import org.huizong.model.Finding;
import org.huizong.model.Ground;
import org.huizong.model.Period;
import org.huizong.model.Value;

/** Why a rule failed, in words with the figures that its own sentence does not give. */
final class GroundWords {
    private static final int DECIMALS = 2;

    private final Wording wording;
    private final Catalogue catalogue;
    private final Finding finding;
    private final Period period;
    private final ArgumentWords values;
    private final Set<String> told = new HashSet<>();

    GroundWords(Wording wording, Catalogue catalogue, Finding finding, Period period) {
        this.wording = wording;
        this.catalogue = catalogue;
        this.finding = finding;
        this.period = period;
        this.values = new ArgumentWords(wording, catalogue, finding, period);
    }

    /** What is to be said beside the rule's sentence. */
    String beside(String pattern, String sentence) {
        MessageBundle.places(pattern).stream().filter(name -> !isBlank(name)).forEach(told::add);
        List<Ground> grounds = finding.derivation().grounds();
        List<Formula> facts =
                grounds.stream().map(g -> catalogue.formula(g.fact())).toList();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            Formula fact = facts.get(i);
            boolean isNew = fact.operands().stream().anyMatch(name -> isNew(name, sentence));
            if ((isNew || fact.calls(Workdays.FUNCTION)) && !saysNoMore(fact, facts.subList(i + 1, facts.size()))) {
                said.add(words(fact, grounds.get(i)));
                told.addAll(fact.operands());
            }
        }
        return said.stream().distinct().collect(Collectors.joining(wording.text("ground.separator")));
    }

    /** Whether later facts are about the same and more: what a rule wants stands behind its exemptions. Of 0 there is none. */
    private boolean saysNoMore(Formula fact, List<Formula> later) {
        return later.stream().anyMatch(f -> f.operands().containsAll(fact.operands()) || isBounded(fact, f))
                || fact.operands().stream().allMatch(this::isZero);
    }

    /** Whether the same day is after one and before another: what is wanted is one of them, the other an exemption. */
    private boolean isBounded(Formula fact, Formula later) {
        Optional<Comparison> one = fact.comparison();
        Optional<Comparison> other = later.comparison();
        return one.isPresent()
                && other.isPresent()
                && one.get().left().equals(other.get().left())
                && isDay(one.get().left())
                && one.get().sign().isAbove() != other.get().sign().isAbove()
                && one.get().sign().isBelow() != other.get().sign().isBelow();
    }

    private boolean isZero(String name) {
        return value(name) instanceof Value.Quantity n && n.number().signum() == 0;
    }

    /** Whether nothing told a name's value: words and days are known again in the sentence, numbers are not. */
    private boolean isNew(String name, String sentence) {
        if (told.contains(name) || name.equals(Workdays.HOLIDAYS)) {
            return false;
        }
        Optional<String> value = values.given(name);
        boolean isNumber = value(name) instanceof Value.Quantity;
        return value.isEmpty() || isNumber || !sentence.contains(value.get());
    }

    private String words(Formula fact, Ground ground) {
        Optional<Comparison> comparison = fact.comparison();
        if (comparison.isEmpty()) {
            return figure(fact.operands().iterator().next());
        }
        Comparison compared = comparison.get();
        boolean isNamed = compared.left().isName() && compared.right().isName();
        if (isNamed
                && compared.sign() == Comparison.Sign.EQUAL
                && !isBlank(compared.left().text())) {
            return wording.text(
                    "ground.same",
                    label(compared.left().text()),
                    label(compared.right().text()),
                    shown(compared.left().text()));
        }
        List<String> blanks = List.of(compared.left(), compared.right()).stream()
                .filter(side -> side.operands().size() == 1)
                .flatMap(side -> side.operands().stream())
                .filter(this::isBlank)
                .toList();
        if (!blanks.isEmpty()) {
            return figure(blanks.get(0));
        }
        return fact.operands().size() == 1 && isOfOne(compared)
                ? figure(fact.operands().iterator().next())
                : compared(fact, compared, ground);
    }

    /** Whether a comparison of one name says no more than its value. */
    private static boolean isOfOne(Comparison compared) {
        return compared.left().isName() || compared.right().isName();
    }

    private String compared(Formula fact, Comparison compared, Ground ground) {
        boolean isDay = isDay(compared.left()) || isDay(compared.right());
        if (isDay && compared.sign() == Comparison.Sign.OTHER) {
            return wording.text(
                    "ground.differ",
                    compared.left().say(speech(fact)),
                    compared.right().say(speech(fact)));
        }
        Optional<BigDecimal> days = finding.derivation().days();
        if (!isDay && days.isPresent() && areDays(fact) && !compared.left().isCallOf(Workdays.FUNCTION)) {
            return wording.text("ground.days", days(fact), Rounding.text(days.get(), DECIMALS));
        }
        Optional<String> times = isDay ? Optional.empty() : times(compared, ground);
        if (times.isPresent()) {
            return times.get();
        }
        String sign = wording.text((isDay ? "ground.day." : "ground.number.")
                + compared.sign().name().toLowerCase(Locale.ROOT).replace("_", ""));
        FormulaPhrases speech = speech(fact);
        String left = compared.left().say(speech);
        int decimals = decimals(compared, ground);
        String right = side(compared.right(), compared.right().say(speech), ground.right(), decimals);
        if (compared.left().isCallOf(Workdays.FUNCTION) && ground.left().isPresent()) {
            String counted = Rounding.text(ground.left().get(), decimals);
            // the time is over before the day: "more than 6" would not be the 7 days of the law
            return compared.sign().isAbove() && Workdays.endsBefore(compared.left())
                    ? wording.text("ground.workdays.between", days(fact), counted)
                    : wording.text("ground.workdays", days(fact), counted, sign, right);
        }
        if (compared.left().isCall() && !isDay && ground.left().isPresent()) {
            return wording.text(
                    "ground.counted", left, Rounding.text(ground.left().get(), decimals), sign, right);
        }
        return wording.text("ground.compared", side(compared.left(), left, ground.left(), decimals), sign, right);
    }

    /** With how many decimals the numbers worked out of both sides are to each other as the sides are. */
    private int decimals(Comparison compared, Ground ground) {
        Optional<BigDecimal> left = ground.left().or(() -> known(compared.left()));
        Optional<BigDecimal> right = ground.right().or(() -> known(compared.right()));
        if (left.isEmpty() || right.isEmpty()) {
            return DECIMALS;
        }
        return Rounding.decimals(
                DECIMALS,
                places ->
                        shown(ground.left(), left.get(), places).compareTo(shown(ground.right(), right.get(), places)),
                left.get().compareTo(right.get()));
    }

    /** A number that was worked out is rounded, any other is shown as it was written. */
    private static BigDecimal shown(Optional<BigDecimal> worked, BigDecimal number, int decimals) {
        return worked.isPresent() ? Rounding.rounded(number, decimals) : number;
    }

    /** The number that a name or a constant is. */
    private Optional<BigDecimal> known(Formula side) {
        return side.isName() ? value(side.text()).asNumber() : side.number();
    }

    /** Tells whether a blank is no fault: what need not be filled in and is not is said of no sum. */
    private boolean isLeftOut(String name) {
        return isBlank(name) && catalogue.item(name).filter(i -> !i.required()).isPresent();
    }

    private FormulaPhrases speech(Formula fact) {
        return new FigureSpeech(labels(fact), this::shown, this::isLeftOut, fact);
    }

    private boolean areDays(Formula fact) {
        return fact.operands().stream().allMatch(name -> value(name) instanceof Value.Date);
    }

    /** The days in a fact, the earlier first. */
    private String days(Formula fact) {
        return fact.operands().stream()
                .filter(name -> !name.equals(Workdays.HOLIDAYS))
                .sorted(Comparator.comparing(name -> value(name).show()))
                .map(this::figure)
                .collect(Collectors.joining(wording.text("ground.and")));
    }

    /** How many times of something a figure is, where it may be so many times of it at most, or what part at least. */
    private Optional<String> times(Comparison compared, Ground ground) {
        Optional<Multiple> multiple = compared.right().multiple();
        if (multiple.isEmpty()
                || ground.right().isEmpty()
                || !compared.left().isName()
                || multiple.get().isPart() != compared.sign().isBelow()
                || !(value(compared.left().text()) instanceof Value.Quantity figure)) {
            return Optional.empty();
        }
        BigDecimal base = multiple.get().base(ground.right().get());
        if (base.signum() <= 0) {
            return Optional.empty();
        }
        Formula of = multiple.get().of();
        String name = compared.left().text();
        return Optional.of(wording.text(
                multiple.get().isPart() ? "ground.times.less" : "ground.times.more",
                label(name),
                shown(name),
                of.say(labels(of)),
                of.isName() ? shown(of.text()) : Rounding.about(base, BigDecimal.ZERO) + mark(of),
                Rounding.about(
                        figure.number().divide(base, MathContext.DECIMAL64),
                        multiple.get().factor()),
                Rounding.text(multiple.get().factor(), DECIMALS)));
    }

    /** What stands behind a number that a baseline is in. */
    private String mark(Formula of) {
        boolean marked =
                of.operands().stream().anyMatch(name -> finding.arguments().get(name) instanceof Argument.OfBaseline);
        return marked ? ArgumentWords.BASELINE : "";
    }

    private String side(Formula side, String said, Optional<BigDecimal> worked, int decimals) {
        return worked.filter(number -> !side.operands().isEmpty() && !isOneFigure(side))
                .map(number -> wording.text(
                        "ground.worked", said, isDay(side) ? day(number) : Rounding.text(number, decimals)))
                .orElse(said);
    }

    /** Tells whether a sum is said as the one figure that is left of it. */
    private boolean isOneFigure(Formula side) {
        return side.added().equals(side.operands())
                && !side.hasConstant()
                && side.operands().stream().filter(name -> !isLeftOut(name)).count() == 1;
    }

    private boolean isDay(Formula side) {
        return side.kind(labels(side)::kind) == Kind.DATE;
    }

    private FormulaPhrases labels(Formula formula) {
        return new FormulaSpeech(wording, catalogue, formula.operands(), Optional.of(period));
    }

    private String figure(String name) {
        Optional<Reference> reference = catalogue.reference(name).filter(r -> isBlank(name));
        if (reference.isPresent()) {
            String from = reference.get().from().code();
            return wording.text(
                    "ground.unlisted",
                    label(from),
                    shown(from),
                    wording.label(reference.get().to().form()));
        }
        String blank = Name.of(name).span() == Name.Span.NOW ? "ground.blank" : "ground.lacking";
        return wording.text(isBlank(name) ? blank : "ground.figure", label(name), shown(name));
    }

    private String label(String name) {
        return new FormulaSpeech(wording, catalogue, List.of(name), Optional.of(period)).name(name);
    }

    private String shown(String name) {
        return value(name) instanceof Value.Date day ? day(day.date()) : values.value(name);
    }

    private boolean isBlank(String name) {
        return values.given(name).isEmpty();
    }

    private Value value(String name) {
        Argument argument = finding.arguments().get(name);
        Argument plain = argument instanceof Argument.OfBaseline b ? b.value() : argument;
        return plain instanceof Argument.Plain p ? p.value() : Value.Gap.BLANK;
    }

    private String day(BigDecimal number) {
        return day(Value.Date.ofSerial(number.longValue()).date());
    }

    private String day(LocalDate day) {
        return wording.day(day, period.last().getYear());
    }
}
