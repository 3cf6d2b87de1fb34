package org.huizong.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Rule;
import org.huizong.model.CellRef;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredSubmission;
import org.huizong.store.SubmissionStore.Candidate;

/**
 * Tries changed rules before they are put to use: checks all that is on record with the rules in force and with those that
 * are tried, as the job would, and takes everything back.
 *
 * <p>Period follows period, so that what the tried rules send back is missing where later periods compare with it, as it
 * would be. A closed period is tried too, although the job would leave its verdicts alone.
 */
public final class RuleTrial {
    private final Catalogue inForce;
    private final Catalogue tried;
    private final Store store;
    private final LocalDate asOf;

    /** Two catalogues that differ in their rules alone, over that store, as of a day. */
    public RuleTrial(Catalogue inForce, Catalogue tried, Store store, LocalDate asOf) {
        this.inForce = inForce;
        this.tried = tried;
        this.store = store;
        this.asOf = asOf;
    }

    /** Returns what differs. */
    public TrialOutcome run() {
        List<Period> periods = store.runs().periods();
        return store.withoutTrace(() -> {
            Verdicts before = verdicts(inForce, periods);
            Verdicts after = verdicts(tried, periods);
            return new TrialOutcome(
                    periods,
                    periods.stream().filter(store.events()::isClosed).toList(),
                    before.submissions.size(),
                    differences(before, after),
                    changed(before, after, Disposition::counts, d -> d == Disposition.REJECTED),
                    changed(before, after, d -> d == Disposition.REJECTED, Disposition::counts));
        });
    }

    /** What one catalogue makes of all that is on record. */
    private record Verdicts(Map<Spot, StoredFinding> findings, Map<Long, StoredSubmission> submissions) {
        Optional<StoredFinding> failure(Spot spot) {
            return Optional.ofNullable(findings.get(spot))
                    .filter(f -> f.finding().hasFailed());
        }
    }

    /** What a verdict is about, whichever item the rule blames: for a record of a register, the row. */
    private record Spot(Period period, String unit, String form, String rule, String file, String sheet, String row) {
        static Spot of(StoredFinding stored, boolean ofRecord) {
            Finding finding = stored.finding();
            CellRef where = finding.where();
            return new Spot(
                    stored.period(),
                    stored.unit(),
                    stored.form(),
                    finding.rule(),
                    where.file(),
                    where.sheet(),
                    ofRecord ? where.row() : "");
        }
    }

    private Verdicts verdicts(Catalogue catalogue, List<Period> periods) {
        Map<String, Rule.Scope> scopes =
                catalogue.rules().stream().collect(Collectors.toMap(Rule::id, Rule::scope, (a, b) -> b));
        Map<Spot, StoredFinding> findings = new LinkedHashMap<>();
        Map<Long, StoredSubmission> submissions = new LinkedHashMap<>();
        for (Period period : periods) {
            new SubmissionChecks(catalogue, store, period, asOf).run();
            new AcrossChecks(catalogue, store, period, asOf).run();
            for (StoredFinding finding : store.findings().within(List.of(period))) {
                Rule.Scope scope = scopes.get(finding.finding().rule());
                if (scope != null) {
                    findings.put(Spot.of(finding, scope.ofRecords()), finding);
                }
            }
            store.submissions().candidates(period).stream()
                    .map(Candidate::submission)
                    .forEach(s -> submissions.put(s.id(), s));
        }
        return new Verdicts(findings, submissions);
    }

    private List<RuleDifference> differences(Verdicts before, Verdicts after) {
        Set<Spot> all = new LinkedHashSet<>(after.findings.keySet());
        all.addAll(before.findings.keySet());
        Map<String, List<Spot>> spots = all.stream().collect(Collectors.groupingBy(Spot::rule));
        return Stream.concat(tried.rules().stream(), inForce.rules().stream())
                .map(Rule::id)
                .distinct()
                .map(id -> difference(id, spots.getOrDefault(id, List.of()), before, after))
                .toList();
    }

    private RuleDifference difference(String id, List<Spot> spots, Verdicts before, Verdicts after) {
        List<StoredFinding> found = new ArrayList<>();
        List<StoredFinding> gone = new ArrayList<>();
        List<StoredFinding> same = new ArrayList<>();
        List<StoredFinding> undecided = new ArrayList<>();
        for (Spot spot : spots) {
            Optional<StoredFinding> old = before.failure(spot);
            Optional<StoredFinding> now = after.failure(spot);
            now.ifPresent(old.isPresent() ? same::add : found::add);
            old.filter(f -> now.isEmpty()).ifPresent(gone::add);
            Optional.ofNullable(after.findings.get(spot))
                    .filter(f -> now.isEmpty())
                    .ifPresent(undecided::add);
        }
        return new RuleDifference(id, rules(inForce, id), rules(tried, id), found, gone, same, undecided);
    }

    private static List<Rule> rules(Catalogue catalogue, String id) {
        return catalogue.rules().stream().filter(r -> r.id().equals(id)).toList();
    }

    private static List<StoredSubmission> changed(
            Verdicts before, Verdicts after, Predicate<Disposition> from, Predicate<Disposition> to) {
        return after.submissions.values().stream()
                .filter(s -> to.test(s.disposition()))
                .filter(s -> Optional.ofNullable(before.submissions.get(s.id()))
                        .map(StoredSubmission::disposition)
                        .filter(from)
                        .isPresent())
                .toList();
    }
}
