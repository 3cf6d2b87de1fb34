package org.huizong.written;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huizong.aggregation.Comparison;
import org.huizong.aggregation.Figure;

/** Holds the claims of a report against the figures, and against each other. */
final class Judge {
    private static final BigDecimal MYRIAD = BigDecimal.valueOf(10_000);

    private final FigureBook figures;

    Judge(FigureBook figures) {
        this.figures = figures;
    }

    /** A verdict for each claim, in their order; a plan that no target answers to gets none. */
    List<Verdict> of(List<Claim> claims) {
        List<Verdict> verdicts = new ArrayList<>();
        Map<Integer, Integer> judged = new HashMap<>();
        for (int i = 0; i < claims.size(); i++) {
            int at = i;
            Claim claim = claims.get(i);
            Optional<Verdict> verdict = switch (claim.kind()) {
                case TARGET -> target(claim);
                case SUM -> sum(i, claims);
                case MORE, LESS -> Optional.of(change(claim));
                case VALUE -> value(claim);
            };
            verdict.ifPresent(v -> {
                judged.put(at, verdicts.size());
                verdicts.add(v);
            });
        }
        parts(claims, judged, verdicts);
        return contradictions(verdicts);
    }

    private Optional<Verdict> value(Claim claim) {
        if (claim.subjects().isEmpty()) {
            if (claim.quantity().isSpelt()) {
                return Optional.empty();
            }
            return Optional.of(without(claim, claim.whole() >= 0 ? Verdict.Reason.PART : Verdict.Reason.UNKNOWN_WORDS));
        }
        if (claim.span().kind() == Span.Kind.OTHER) {
            return Optional.of(without(claim, Verdict.Reason.OTHER_MONTHS));
        }
        if (claim.unit().isPresent()) {
            return ofUnit(claim);
        }
        Optional<Subject> sure = claim.subject();
        if (sure.isEmpty()) {
            return unsure(claim);
        }
        return Optional.of(held(claim, sure.get(), figures.of(sure.get(), claim.span()), Optional.empty()));
    }

    /** Whether its words speak of it is open: that the number is the same settles it, another one says nothing. */
    private Optional<Verdict> unsure(Claim claim) {
        for (Subject subject : claim.subjects()) {
            Verdict held = held(claim, subject, figures.of(subject, claim.span()), Optional.empty());
            if (held.outcome() == Outcome.AGREES) {
                return Optional.of(held);
            }
        }
        return claim.quantity().isSpelt() ? Optional.empty() : Optional.of(without(claim, Verdict.Reason.UNSURE));
    }

    private Optional<Verdict> ofUnit(Claim claim) {
        Optional<Subject> sure = claim.subject();
        if (sure.isEmpty()) {
            return unsure(claim);
        }
        if (claim.span().kind() != Span.Kind.NOW) {
            return Optional.of(without(claim, Verdict.Reason.OTHER_MONTHS));
        }
        Figure own = figures.of(sure.get(), claim.unit().orElse(""));
        Verdict whole = held(claim, sure.get(), figures.of(sure.get(), claim.span()), Optional.empty());
        // who organised something is named where the whole township's number is told
        if (!own.isOwed() || whole.outcome() == Outcome.AGREES) {
            return Optional.of(whole.outcome() == Outcome.AGREES ? whole : without(claim, Verdict.Reason.UNSURE));
        }
        return Optional.of(held(claim, sure.get(), own, Optional.of(Verdict.Reason.OF_UNIT)));
    }

    private Verdict held(Claim claim, Subject subject, Figure figure, Optional<Verdict.Reason> reason) {
        if (figure.value().isEmpty()) {
            return new Verdict(
                    claim,
                    figure.isOwed() ? Outcome.OPEN : Outcome.ABSENT,
                    Optional.empty(),
                    Optional.of(figure),
                    figure.isOwed() ? reason : Optional.of(Verdict.Reason.OTHER_MONTHS),
                    -1);
        }
        BigDecimal ours = figure.value().get().setScale(subject.decimals(), RoundingMode.HALF_UP);
        boolean agrees = agrees(claim.quantity(), inMeasure(ours, subject));
        Outcome outcome = agrees ? Outcome.AGREES : figure.isPartial() ? Outcome.OPEN : Outcome.DIFFERS;
        return new Verdict(claim, outcome, Optional.of(ours), Optional.of(figure), reason, -1);
    }

    /** A figure in the measure of what is written: money in 元. */
    private static BigDecimal inMeasure(BigDecimal ours, Subject subject) {
        return subject.measure().equals("万元") ? ours.multiply(MYRIAD) : ours;
    }

    private static boolean agrees(Quantity quantity, BigDecimal ours) {
        if (quantity.bound() == Quantity.Bound.AS_WRITTEN) {
            // rounded as it is written: 15000 is 1.5万, and 1234.56 is 1234.6
            BigDecimal rounded =
                    ours.divide(quantity.step(), 0, RoundingMode.HALF_UP).multiply(quantity.step());
            return rounded.compareTo(quantity.value()) == 0;
        }
        return ours.compareTo(quantity.least()) >= 0
                && (quantity.bound() == Quantity.Bound.ABOVE
                        ? ours.compareTo(quantity.greatest()) < 0
                        : ours.compareTo(quantity.greatest()) <= 0);
    }

    private static Verdict without(Claim claim, Verdict.Reason reason) {
        return new Verdict(claim, Outcome.ABSENT, Optional.empty(), Optional.empty(), Optional.of(reason), -1);
    }

    /** Of the year that is reported on: the target of another is held against nothing. */
    private static Optional<Verdict> target(Claim claim) {
        Optional<BigDecimal> target = claim.subject()
                .filter(s -> claim.span().kind() != Span.Kind.OTHER)
                .flatMap(Subject::target);
        return target.map(t -> new Verdict(
                claim,
                agrees(claim.quantity(), t) ? Outcome.AGREES : Outcome.DIFFERS,
                target,
                Optional.empty(),
                Optional.of(Verdict.Reason.TARGET),
                -1));
    }

    private Verdict change(Claim claim) {
        Optional<Subject> sure = claim.subject();
        if (sure.isEmpty()) {
            return without(claim, claim.subjects().isEmpty() ? Verdict.Reason.UNKNOWN_WORDS : Verdict.Reason.UNSURE);
        }
        Optional<Comparison> comparison =
                figures.comparison(sure.get(), claim.span().kind());
        boolean isPoints = claim.quantity().measure().equals("个百分点");
        if (isPoints && !sure.get().measure().equals("%")) {
            return without(claim, Verdict.Reason.UNSURE);
        }
        boolean isShare = claim.quantity().measure().equals("%");
        boolean isTimes = claim.quantity().measure().equals("倍");
        Optional<BigDecimal> ours = comparison.flatMap(c -> isShare || isTimes ? c.percent() : c.difference());
        Figure figure = figures.of(sure.get(), new Span(now(claim.span().kind()), Optional.empty()));
        if (ours.isEmpty()) {
            return new Verdict(
                    claim,
                    figure.isPartial() ? Outcome.OPEN : Outcome.ABSENT,
                    Optional.empty(),
                    Optional.of(figure),
                    Optional.of(Verdict.Reason.NO_BASE),
                    -1);
        }
        BigDecimal signed = claim.kind() == Claim.Kind.LESS ? ours.get().negate() : ours.get();
        boolean agrees = agrees(claim.quantity(), isTimes ? signed.movePointLeft(2) : signed);
        return new Verdict(
                claim,
                agrees ? Outcome.AGREES : figure.isPartial() ? Outcome.OPEN : Outcome.DIFFERS,
                ours,
                Optional.of(figure),
                Optional.empty(),
                -1);
    }

    private static Span.Kind now(Span.Kind base) {
        return base == Span.Kind.TO_DATE_AGO ? Span.Kind.TO_DATE : Span.Kind.NOW;
    }

    /** 共计: what the numbers of the same measure before it in the sentence come to. */
    private static Optional<Verdict> sum(int at, List<Claim> claims) {
        Claim claim = claims.get(at);
        BigDecimal sum = BigDecimal.ZERO;
        int count = 0;
        int whole = at == 0 ? -1 : claims.get(at - 1).whole();
        for (int i = at - 1; i >= 0 && claim.isOfOneSentence(claims.get(i)); i--) {
            Claim part = claims.get(i);
            if (part.whole() != whole
                    || part.kind() != Claim.Kind.VALUE
                    || !part.quantity().measure().equals(claim.quantity().measure())) {
                break;
            }
            sum = sum.add(part.quantity().value());
            count++;
        }
        if (count < 2) {
            return Optional.empty();
        }
        boolean agrees = sum.compareTo(claim.quantity().value()) == 0;
        return Optional.of(new Verdict(
                claim,
                agrees ? Outcome.AGREES : Outcome.SUM,
                Optional.of(sum),
                Optional.empty(),
                Optional.empty(),
                -1));
    }

    /**
     * Numbers that parts of another come to: more than the whole, or, where all parts are told, another number.
     *
     * @param judged the place of the verdict of each claim that has one, by the place of the claim
     */
    private static void parts(List<Claim> claims, Map<Integer, Integer> judged, List<Verdict> verdicts) {
        Map<Integer, List<Claim>> byWhole = new HashMap<>();
        claims.stream()
                .filter(c -> c.whole() >= 0 && c.kind() == Claim.Kind.VALUE)
                .forEach(c -> byWhole.computeIfAbsent(c.whole(), k -> new ArrayList<>())
                        .add(c));
        byWhole.forEach((index, parts) -> {
            Claim whole = claims.get(index);
            int at = judged.getOrDefault(index, -1);
            BigDecimal sum = parts.stream().map(c -> c.quantity().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
            Set<String> told = new HashSet<>();
            parts.forEach(p -> p.subjects().forEach(s -> told.add(s.code())));
            boolean all = whole.subject()
                    .filter(s -> s.operands().size() > 1 && told.containsAll(s.operands()))
                    .isPresent();
            boolean alike = parts.stream()
                    .allMatch(
                            p -> p.quantity().measure().equals(whole.quantity().measure()));
            int differs = sum.compareTo(whole.quantity().value());
            boolean overlap = parts.size() > 1 && !all;
            if (at >= 0 && alike && !overlap && (all ? differs != 0 : differs > 0)) {
                Verdict old = verdicts.get(at);
                if (!old.outcome().isWrong()) {
                    verdicts.set(
                            at, new Verdict(whole, Outcome.SUM, Optional.of(sum), old.figure(), Optional.empty(), -1));
                }
            }
        });
    }

    /** Two numbers of one report for the same that cannot both be true. */
    private static List<Verdict> contradictions(List<Verdict> verdicts) {
        List<Verdict> all = new ArrayList<>(verdicts);
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Claim claim = all.get(i).claim();
            Optional<Subject> subject = claim.subject();
            boolean isOfOneOfMany = claim.span().equals(Span.of(Span.Kind.OTHER));
            if (subject.isEmpty() || claim.kind() == Claim.Kind.SUM || isOfOneOfMany) {
                continue;
            }
            String key = subject.get().code()
                    + claim.kind()
                    + claim.span()
                    + claim.unit()
                    + claim.quantity().isShare();
            Integer before = first.putIfAbsent(key, i);
            if (before != null
                    && !overlap(claim.quantity(), all.get(before).claim().quantity())) {
                all.set(i, all.get(i).contradicting(before));
                all.set(before, all.get(before).contradicting(i));
            }
        }
        return List.copyOf(all);
    }

    private static boolean overlap(Quantity one, Quantity other) {
        return one.least().compareTo(other.greatest()) <= 0 && other.least().compareTo(one.greatest()) <= 0;
    }
}
