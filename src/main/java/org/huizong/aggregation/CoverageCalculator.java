package org.huizong.aggregation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Obligation;
import org.huizong.catalogue.Return;
import org.huizong.model.Argument;
import org.huizong.model.Below;
import org.huizong.model.Disposition;
import org.huizong.model.Period;
import org.huizong.model.Subject;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredSubmission;

/** Works out who of those who owe a return for a period has sent it, and how each return stands. */
public final class CoverageCalculator {
    /** What a submission with nothing to say for itself has become: the one before it stands for the return. */
    private static final Set<Disposition> PASSED_OVER =
            EnumSet.of(Disposition.PENDING, Disposition.WITHDRAWN, Disposition.REPEATED);

    private final Catalogue catalogue;
    private final Store store;

    /** Over that store, in the terms of that catalogue. */
    public CoverageCalculator(Catalogue catalogue, Store store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    /** How each return owed within the period stands as of a day; what is left out is that of the period alone. */
    public Coverage coverage(Period period, LocalDate asOf) {
        return coverage(period, asOf, notOwed(period));
    }

    /**
     * How each return owed within the period stands as of a day.
     *
     * @param notOwed numbers of counted submissions that are left out because nobody owes them
     */
    Coverage coverage(Period period, LocalDate asOf, Set<Long> notOwed) {
        return new Coverage(standings(period, asOf), leftOut(period, notOwed));
    }

    /** Numbers of the counted submissions of a period that nobody owes. */
    private Set<Long> notOwed(Period period) {
        return Facts.notOwed(catalogue, store.facts().counted(period.first(), period.last()));
    }

    /** The submissions of those numbers, all of the period's year and the year before. */
    private List<StoredSubmission> leftOut(Period period, Set<Long> notOwed) {
        if (notOwed.isEmpty()) {
            return List.of();
        }
        int year = period.last().getYear();
        return Stream.of(Period.year(year - 1), Period.year(year))
                .flatMap(y -> store.submissions().within(y).stream())
                .filter(s -> notOwed.contains(s.id()) && isOwed(s))
                .sorted(Comparator.comparing(StoredSubmission::unit)
                        .thenComparing(StoredSubmission::form)
                        .thenComparing(StoredSubmission::period))
                .toList();
    }

    /** Tells whether a return is one that units owe; the office's own registers are in no coverage. */
    private boolean isOwed(StoredSubmission sent) {
        return catalogue
                .form(sent.form(), sent.period().last())
                .map(Return::isOwed)
                .orElse(true);
    }

    private List<FilingStatus> standings(Period period, LocalDate asOf) {
        Schedule schedule = Schedule.of(catalogue, store, period, asOf);
        Map<Obligation, List<StoredSubmission>> sent = new LinkedHashMap<>();
        store.submissions()
                .within(period)
                .forEach(s -> sent.computeIfAbsent(
                                new Obligation(s.unit(), s.form(), s.period()), o -> new ArrayList<>())
                        .add(s));
        Map<Long, Lacking> below = catalogue.isOfMany() ? lacking(period) : Map.of();
        List<Obligation> all = catalogue.owedWithin(period);
        Map<Obligation, Period> misplaced = misplaced(all);
        return all.stream()
                .map(owed -> standing(
                        schedule,
                        owed,
                        sent.getOrDefault(owed, List.of()),
                        Optional.ofNullable(misplaced.get(owed)),
                        below))
                .toList();
    }

    /** Which returns of other periods lie in the folders, by unit, return and period of the folder. */
    private Map<Obligation, Period> misplaced(List<Obligation> owed) {
        Map<Obligation, Period> misplaced = new HashMap<>();
        Set<Period> folders = owed.stream().map(Obligation::period).collect(Collectors.toSet());
        for (StoredFinding stored : store.findings().ofReading("period.other", folders)) {
            Subject said = stored.finding().subject();
            if (stored.finding().arguments().get("period") instanceof Argument.Span other) {
                misplaced.put(new Obligation(said.unit(), said.form(), stored.period()), other.period());
            }
        }
        return misplaced;
    }

    /** What is not in the counted submissions of units that report for many, by their number. */
    private Map<Long, Lacking> lacking(Period period) {
        Map<Long, Map<String, String>> said = new HashMap<>();
        store.submissions()
                .observations(
                        period,
                        List.of(Below.OWED, Below.COUNTED, Below.MISSING),
                        o -> said.computeIfAbsent(o.submission().id(), id -> new HashMap<>())
                                .put(
                                        o.observation().item(),
                                        o.observation().value().show()));
        Map<Long, Lacking> lacking = new HashMap<>();
        said.forEach((id, of) -> lacking.put(
                id,
                new Lacking(
                        Integer.parseInt(of.getOrDefault(Below.OWED, "0")),
                        Integer.parseInt(of.getOrDefault(Below.COUNTED, "0")),
                        of.getOrDefault(Below.MISSING, ""))));
        return lacking;
    }

    private static FilingStatus standing(
            Schedule schedule,
            Obligation owed,
            List<StoredSubmission> sent,
            Optional<Period> misplaced,
            Map<Long, Lacking> below) {
        LocalDate due = schedule.due(owed);
        Optional<LocalDate> received = sent.stream()
                .filter(s -> s.disposition() != Disposition.WITHDRAWN)
                .map(StoredSubmission::received)
                .min(Comparator.naturalOrder());
        Optional<StoredSubmission> counts =
                sent.stream().filter(s -> s.disposition().counts()).findFirst();
        if (counts.isPresent()) {
            Optional<Lacking> lacking = counts.flatMap(s -> Optional.ofNullable(below.get(s.id())));
            Optional<StoredSubmission> rival = sent.stream()
                    .filter(s -> s.disposition() == Disposition.CONFLICT)
                    .reduce((a, b) -> b);
            return new FilingStatus(
                    owed, FilingStatus.State.COUNTED, due, counts, received, Optional.empty(), false, lacking, rival);
        }
        Optional<StoredSubmission> last = sent.stream()
                .filter(s -> !PASSED_OVER.contains(s.disposition()))
                .reduce((a, b) -> b);
        if (last.isPresent()) {
            boolean conflict = last.get().disposition() == Disposition.CONFLICT;
            FilingStatus.State state = conflict ? FilingStatus.State.CONFLICT : FilingStatus.State.REJECTED;
            return new FilingStatus(
                    owed, state, due, last, received, Optional.empty(), false, Optional.empty(), Optional.empty());
        }
        MissingFiling.Why why = schedule.why(owed);
        FilingStatus.State state =
                why == MissingFiling.Why.NOT_DUE ? FilingStatus.State.NOT_DUE : FilingStatus.State.MISSING;
        Optional<StoredSubmission> withdrawn =
                state == FilingStatus.State.MISSING ? sent.stream().reduce((a, b) -> b) : last;
        return new FilingStatus(
                owed,
                state,
                due,
                withdrawn,
                received,
                misplaced,
                why == MissingFiling.Why.NEVER_RUN,
                Optional.empty(),
                Optional.empty());
    }
}
