package org.huizong.aggregation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.assessment.Evidence;
import org.huizong.assessment.Fact;
import org.huizong.assessment.Facts;
import org.huizong.assessment.Operand;
import org.huizong.assessment.Operand.Known;
import org.huizong.assessment.Operand.NotOwed;
import org.huizong.assessment.Operand.Unknown;
import org.huizong.assessment.Operand.Why;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Criterion;
import org.huizong.catalogue.Name;
import org.huizong.catalogue.Obligation;
import org.huizong.catalogue.Rule;
import org.huizong.model.Disposition;
import org.huizong.model.Period;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredSubmission;

/**
 * What criteria ask of a period and those in it: how returns were filed, which queries stand, and the units' own figures.
 *
 * <p>Each return is looked at in the period for which it is owed, and in no longer one.
 */
final class AssessmentFacts implements Facts {
    /** What one unit owes, sent and is asked for exactly one period. */
    private record Of(String unit, Period period) {}

    private final Catalogue catalogue;
    private final Map<Of, List<FilingStatus>> standings;
    private final Map<Of, List<StoredSubmission>> submissions;
    private final Function<Period, List<StoredFinding>> findings;
    private final AssessedFigures figures;
    private final Map<Period, Map<String, List<StoredFinding>>> byUnit = new HashMap<>();
    private final Map<Of, List<Fact>> facts = new HashMap<>();
    private final Map<String, Set<String>> forms = new HashMap<>();

    /**
     * The facts of a period.
     *
     * @param submissions all that was sent for it and those in it
     * @param findings gives what stands of exactly one period
     * @param figures the units' own figures
     */
    AssessmentFacts(
            Catalogue catalogue,
            Coverage coverage,
            List<StoredSubmission> submissions,
            Function<Period, List<StoredFinding>> findings,
            AssessedFigures figures) {
        this.catalogue = catalogue;
        this.standings = coverage.standings().stream()
                .collect(Collectors.groupingBy(
                        s -> new Of(s.owed().unit(), s.owed().period())));
        this.submissions = submissions.stream().collect(Collectors.groupingBy(s -> new Of(s.unit(), s.period())));
        this.findings = findings;
        this.figures = figures;
    }

    @Override
    public Operand operand(Criterion criterion, String unit, Period period, String name) {
        Of of = new Of(unit, period);
        if (name.startsWith(Criterion.FILING)) {
            return filing(of, name);
        }
        return name.startsWith(Criterion.QUERIES) ? queries(of, name) : figures.operand(criterion, unit, period, name);
    }

    private Operand filing(Of of, String name) {
        List<FilingStatus> owed = standings.getOrDefault(of, List.of());
        Optional<Operand> without = without(owed);
        if (without.isPresent()) {
            return without.get();
        }
        return switch (name.substring(Criterion.FILING.length())) {
            case "owed" -> count(owed, s -> s.state() != FilingStatus.State.NOT_DUE);
            case "counted" -> count(owed, s -> s.state() == FilingStatus.State.COUNTED);
            default -> counted(of, name);
        };
    }

    /** What nobody is asked for, or not yet, or has not looked for. */
    private static Optional<Operand> without(List<FilingStatus> owed) {
        if (owed.isEmpty()) {
            return Optional.of(new NotOwed());
        }
        if (owed.stream().anyMatch(FilingStatus::neverRun)) {
            return Optional.of(new Unknown(Why.NEVER_RUN));
        }
        return owed.stream().allMatch(s -> s.state() == FilingStatus.State.NOT_DUE)
                ? Optional.of(new Unknown(Why.NOT_DUE))
                : Optional.empty();
    }

    private static Known count(List<FilingStatus> owed, Predicate<FilingStatus> which) {
        return new Known(BigDecimal.valueOf(owed.stream().filter(which).count()), List.of());
    }

    private Known counted(Of of, String name) {
        List<Fact> counting =
                facts(of).stream().filter(f -> f.counts().containsKey(name)).toList();
        return new Known(
                counting.stream()
                        .map(f -> f.counts().getOrDefault(name, BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                counting);
    }

    /** The queries about returns of which nothing has come are not known. */
    private Operand queries(Of of, String name) {
        Set<String> about = forms.computeIfAbsent(name, this::forms);
        List<FilingStatus> owed = standings.getOrDefault(of, List.of()).stream()
                .filter(s -> about.isEmpty() || about.contains(s.owed().form()))
                .toList();
        Optional<Operand> without = without(owed);
        if (without.isPresent()) {
            return without.get();
        }
        boolean nothing = owed.stream().allMatch(s -> s.submission().isEmpty() || s.isWithdrawn());
        return nothing ? new Unknown(Why.NOT_REPORTED) : counted(of, name);
    }

    /** The returns that the rules of a name are about; none if it is about all. */
    private Set<String> forms(String name) {
        String rules = name.substring(Criterion.QUERIES.length());
        return Criterion.QUERY_FACTS.contains(rules)
                ? Set.of()
                : catalogue.rules().stream()
                        .filter(r -> r.id().equals(rules) || r.letters().equals(rules))
                        .filter(r -> r.scope() != Rule.Scope.TOWNSHIP)
                        .flatMap(r -> Name.forms(catalogue.formula(r.formula()).operands()).stream())
                        .collect(Collectors.toSet());
    }

    private List<Fact> facts(Of of) {
        return facts.computeIfAbsent(of, this::read);
    }

    private List<Fact> read(Of of) {
        List<Fact> all = new ArrayList<>();
        standings.getOrDefault(of, List.of()).forEach(s -> filed(s).ifPresent(all::add));
        sentBack(of).forEach(all::add);
        byUnit.computeIfAbsent(
                        of.period(),
                        p -> findings.apply(p).stream().collect(Collectors.groupingBy(StoredFinding::unit)))
                .getOrDefault(of.unit(), List.of())
                .forEach(f -> asked(f).ifPresent(all::add));
        return all;
    }

    private static Optional<Fact> filed(FilingStatus standing) {
        if (standing.isLate()) {
            long days = standing.days(standing.due());
            return Optional.of(new Fact(
                    new Evidence.OfFiling(Evidence.Filing.LATE, standing.owed(), standing.submission(), days),
                    Map.of(
                            Criterion.FILING + "late",
                            BigDecimal.ONE,
                            Criterion.FILING + "days_late",
                            BigDecimal.valueOf(days))));
        }
        return standing.isOpen()
                ? Optional.of(new Fact(
                        new Evidence.OfFiling(Evidence.Filing.MISSING, standing.owed(), standing.submission(), 0),
                        Map.of(Criterion.FILING + "missing", BigDecimal.ONE)))
                : Optional.empty();
    }

    /** Each sending that was sent back, and each return that counts after that. */
    private Stream<Fact> sentBack(Of of) {
        List<StoredSubmission> rejected = submissions.getOrDefault(of, List.of()).stream()
                .filter(s -> s.disposition() == Disposition.REJECTED)
                .toList();
        Stream<Fact> sent = rejected.stream().map(s -> fact(of, Evidence.Filing.SENT_BACK, s, "sent_back"));
        Stream<Fact> corrected = standings.getOrDefault(of, List.of()).stream()
                .filter(s -> s.state() == FilingStatus.State.COUNTED
                        && rejected.stream()
                                .anyMatch(r -> r.form().equals(s.owed().form())))
                .flatMap(s -> s.submission().stream())
                .map(s -> fact(of, Evidence.Filing.CORRECTED, s, "corrected"));
        return Stream.concat(sent, corrected);
    }

    private static Fact fact(Of of, Evidence.Filing how, StoredSubmission submission, String name) {
        return new Fact(
                new Evidence.OfFiling(
                        how, new Obligation(of.unit(), submission.form(), of.period()), Optional.of(submission), 0),
                Map.of(Criterion.FILING + name, BigDecimal.ONE));
    }

    private static Optional<Fact> asked(StoredFinding stored) {
        if (!stored.finding().asks() && !stored.finding().sendsBack()) {
            return Optional.empty();
        }
        boolean stands = stored.finding().sendsBack() || stored.isUnexplained();
        String rule = stored.finding().rule();
        List<String> names = !stands
                ? List.of("explained")
                : List.of(stored.finding().sendsBack() ? "errors" : "open", rule, Rule.letters(rule));
        return Optional.of(new Fact(
                new Evidence.OfFinding(stored),
                names.stream().distinct().collect(Collectors.toMap(n -> Criterion.QUERIES + n, n -> BigDecimal.ONE))));
    }
}
