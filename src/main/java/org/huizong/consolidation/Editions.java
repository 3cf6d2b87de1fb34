package org.huizong.consolidation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Owed;
import org.huizong.period.Period;
import org.huizong.store.Edition;
import org.huizong.store.EditionChange;
import org.huizong.store.EditionStore.Line;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import org.huizong.submission.Below;
import org.huizong.submission.Observation;

/**
 * Which edition a consolidated period is: the last one again, or a new one when a total, a coverage or a unit's value
 * changed, with the list of what changed and which file caused it.
 */
public final class Editions {
    private final Catalogue catalogue;
    private final Store store;

    /** Over that store, in the terms of that catalogue. */
    public Editions(Catalogue catalogue, Store store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    /** The edition that this consolidation is. Nothing is recorded yet. */
    public Edition of(Consolidation consolidation) {
        Period period = consolidation.period();
        Optional<Edition> last = store.editions().latest(period);
        if (last.isEmpty()) {
            return new Edition(period, 1, consolidation.asOf(), List.of(), Optional.empty());
        }
        List<EditionChange> changes = changes(last.get(), consolidation);
        return changes.isEmpty()
                ? new Edition(
                        period,
                        last.get().number(),
                        last.get().asOf(),
                        last.get().changes(),
                        Optional.empty())
                : new Edition(period, last.get().number() + 1, consolidation.asOf(), changes, Optional.empty());
    }

    /**
     * Puts the edition on record if it is new, marks every published later period that depends on it as stale, and this
     * one as fitting.
     */
    public void record(Edition edition, Consolidation consolidation) {
        Optional<Edition> last = store.editions().latest(edition.period());
        boolean isNew = last.map(l -> l.number() != edition.number()).orElse(true);
        if (isNew) {
            store.editions()
                    .add(
                            edition,
                            lines(consolidation),
                            counted(edition.period()).keySet());
            for (Period later : store.editions().periods()) {
                if (depends(later, edition.period())) {
                    store.editions().stale(later, edition.period().code());
                }
            }
        }
        store.editions().stale(edition.period(), "");
    }

    /** The published periods that use figures of this edition's and do not fit it, earliest first. */
    public List<Period> outdated(Edition edition) {
        boolean isNew = store.editions()
                .latest(edition.period())
                .map(l -> l.number() != edition.number())
                .orElse(true);
        List<Period> stale = stale(store);
        return store.editions().periods().stream()
                .filter(later -> depends(later, edition.period()))
                .filter(later -> isNew || stale.contains(later))
                .toList();
    }

    /** The published periods that no longer fit what is on record, earliest first. */
    public static List<Period> stale(Store store) {
        return store.editions().periods().stream()
                .filter(p -> store.editions().latest(p).flatMap(Edition::stale).isPresent())
                .toList();
    }

    /** Notes that what a period's edition says no longer fits what is on record, and that of all that depend on it. */
    public void markStale(Period period) {
        for (Period published : store.editions().periods()) {
            if (published.equals(period) || depends(published, period)) {
                store.editions().stale(published, period.code());
            }
        }
    }

    /** Notes of every published period that uses baseline figures of these periods that they are others now. */
    public void markStaleByBaseline(Collection<Period> changed) {
        for (Period published : store.editions().periods()) {
            changed.stream()
                    .filter(on -> reaches(published, on))
                    .findFirst()
                    .ifPresent(on -> store.editions().stale(published, on.code()));
        }
    }

    /** Whether a period's figures use those of another: inside it, the period before, the year to date, or a year ago. */
    static boolean depends(Period period, Period on) {
        return !period.equals(on)
                && on.frequency().months() <= period.frequency().months()
                && reaches(period, on);
    }

    private static boolean reaches(Period period, Period on) {
        boolean sinceJanuary =
                within(on, Period.year(period.last().getYear())) && !on.last().isAfter(period.last());
        return sinceJanuary
                || within(on, period.prior())
                || (within(on, Period.year(period.last().getYear() - 1))
                        && !on.last().isAfter(period.yearAgo().last()));
    }

    private static boolean within(Period inner, Period outer) {
        return !inner.first().isBefore(outer.first()) && !inner.last().isAfter(outer.last());
    }

    private List<EditionChange> changes(Edition last, Consolidation consolidation) {
        Map<Long, StoredSubmission> now = counted(last.period());
        Set<Long> before = store.editions().submissions(last);
        List<EditionChange> values = new ArrayList<>();
        Map<Owed, StoredSubmission> gone = new HashMap<>();
        store.submissions().within(last.period()).stream()
                .filter(s -> before.contains(s.id()) && !now.containsKey(s.id()))
                .forEach(s -> gone.put(owed(s), s));
        Set<String> causes = new LinkedHashSet<>();
        for (StoredSubmission submission : now.values()) {
            if (!before.contains(submission.id())) {
                Optional.ofNullable(gone.remove(owed(submission)))
                        .ifPresent(old -> values.addAll(valueChanges(old, submission)));
                causes.add(submission.file());
            }
        }
        gone.values().forEach(submission -> causes.add(submission.file()));
        List<EditionChange> changes = lineChanges(last, consolidation, causes);
        changes.addAll(values);
        return changes;
    }

    private List<EditionChange> lineChanges(Edition last, Consolidation consolidation, Set<String> causes) {
        String cause = causes.size() == 1 ? causes.iterator().next() : "";
        List<Line> lines = store.editions().lines(last);
        BaselineChanges baseline = new BaselineChanges(store, lines, consolidation);
        Map<String, Line> before = lines.stream().collect(Collectors.toMap(Editions::key, l -> l));
        List<EditionChange> changes = new ArrayList<>();
        for (Line line : lines(consolidation)) {
            String old = Optional.ofNullable(before.remove(key(line)))
                    .map(Line::figure)
                    .orElse("");
            if (!old.equals(line.figure())) {
                String file =
                        baseline.cause(line.kind(), line.code(), line.unit()).orElse(cause);
                changes.add(new EditionChange(line.kind(), line.code(), line.unit(), old, line.figure(), file));
            }
        }
        before.values().stream()
                .sorted(Comparator.comparing(Editions::key))
                .forEach(l -> changes.add(new EditionChange(
                        l.kind(),
                        l.code(),
                        l.unit(),
                        l.figure(),
                        "",
                        baseline.cause(l.kind(), l.code(), l.unit()).orElse(cause))));
        return changes;
    }

    private static String key(Line line) {
        return line.kind() + ' ' + line.code() + ' ' + line.unit();
    }

    /**
     * The values that differ between the revision that counted and the one that counts now. A return that is new or gone
     * shows as a change of coverage alone.
     */
    private List<EditionChange> valueChanges(StoredSubmission before, StoredSubmission now) {
        Map<Place, String> old = values(before);
        Map<Place, String> current = values(now);
        Set<Place> places = new TreeSet<>(old.keySet());
        places.addAll(current.keySet());
        return places.stream()
                .filter(p -> !old.getOrDefault(p, "").equals(current.getOrDefault(p, "")))
                .map(p -> new EditionChange(
                        "value",
                        p.item(),
                        now.unit(),
                        p.of(old.getOrDefault(p, "")),
                        p.of(current.getOrDefault(p, "")),
                        now.file()))
                .toList();
    }

    /** An item of a form or of a record. */
    private record Place(String item, String record) implements Comparable<Place> {
        String of(String value) {
            return record.isEmpty() || value.isEmpty() ? value : record + ": " + value;
        }

        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(Place::item)
                    .thenComparing(Place::record)
                    .compare(this, other);
        }
    }

    private Map<Place, String> values(StoredSubmission submission) {
        return store.submissions().observations(submission).stream()
                .filter(o -> catalogue.item(item(o)).isPresent())
                .collect(Collectors.toMap(
                        o -> new Place(item(o), o.record()), o -> o.value().show(), (a, b) -> b));
    }

    /** The item that a value is of, the unit's own or that of one below it, whose code is then the record. */
    private static String item(Observation observation) {
        return Below.item(observation.item()).orElse(observation.item());
    }

    private static Owed owed(StoredSubmission submission) {
        return new Owed(submission.unit(), submission.form(), submission.period());
    }

    private Map<Long, StoredSubmission> counted(Period period) {
        return store.submissions().within(period).stream()
                .filter(s -> s.disposition().counts())
                .collect(Collectors.toMap(StoredSubmission::id, s -> s, (a, b) -> b, LinkedHashMap::new));
    }

    /**
     * What an edition says of the township, as text: totals of indicators and items, every return that is owed and not
     * counted, whom one that is counted lacks, and once for all units those that are not due yet.
     */
    private static List<Line> lines(Consolidation consolidation) {
        List<Line> lines = new ArrayList<>();
        for (IndicatorFigures figures : consolidation.indicators()) {
            int decimals = figures.indicator().decimals();
            String code = figures.indicator().code();
            lines.add(new Line("indicator", code, "", text(figures.now(), decimals)));
            lines.add(new Line("prior", code, "", text(figures.prior(), decimals)));
            lines.add(new Line("year_ago", code, "", text(figures.yearAgo(), decimals)));
            lines.add(new Line("year_to_date", code, "", text(figures.yearToDate(), decimals)));
            lines.add(new Line("year_to_date_ago", code, "", text(figures.yearToDateAgo(), decimals)));
        }
        Stream.concat(consolidation.forms().stream(), consolidation.registers().stream())
                .forEach(f -> f.items()
                        .forEach(i -> lines.add(new Line(
                                "item",
                                i.code(),
                                "",
                                text(f.total(i.code()), i.type().decimals())))));
        consolidation
                .coverage()
                .open()
                .forEach(s -> lines.add(
                        new Line("coverage", what(s), s.owed().unit(), s.state().code())));
        consolidation
                .coverage()
                .below()
                .forEach(s -> lines.add(new Line(
                        "below",
                        what(s),
                        s.owed().unit(),
                        s.below().map(Lacking::missing).orElse(""))));
        consolidation.coverage().standings().stream()
                .filter(s -> s.state() == Standing.State.NOT_DUE)
                .map(Editions::what)
                .distinct()
                .forEach(what -> lines.add(new Line("coverage", what, "", Standing.State.NOT_DUE.code())));
        lines.addAll(BaselineChanges.lines(consolidation));
        return lines;
    }

    private static String what(Standing standing) {
        return standing.owed().form() + ' ' + standing.owed().period();
    }

    private static String text(Figure figure, int decimals) {
        return figure.value()
                .map(v -> v.setScale(decimals, RoundingMode.HALF_UP))
                .map(BigDecimal::toPlainString)
                .orElse("");
    }
}
