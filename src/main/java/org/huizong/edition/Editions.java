package org.huizong.edition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Consolidator;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.CoverageCalculator;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Period;
import org.huizong.store.Edition;
import org.huizong.store.EditionChange;
import org.huizong.store.EditionStore.Line;
import org.huizong.store.Store;

/**
 * Which edition a consolidated period is: the last one again, or a new one when a total, a coverage or a unit's value
 * changed, with the list of what changed and what caused it; and which editions no longer fit what is on record.
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
        List<EditionChange> changes = new EditionChanges(catalogue, store, last.get(), consolidation).list();
        return changes.isEmpty()
                ? new Edition(
                        period,
                        last.get().number(),
                        last.get().asOf(),
                        last.get().changes(),
                        Optional.empty())
                : new Edition(period, last.get().number() + 1, consolidation.asOf(), changes, Optional.empty());
    }

    /** What an edition's period comes to now, and whether it still is that edition. */
    public EditionNow now(Edition edition) {
        Consolidation figures = new Consolidator(catalogue, store).consolidate(edition.period(), edition.asOf());
        boolean fits = edition.stale().isEmpty() && of(figures).number() == edition.number();
        return new EditionNow(edition, figures, fits);
    }

    /**
     * Puts the edition on record if it is new, marks this one as fitting, and later ones that do not fit it as stale.
     */
    public void record(Edition edition, Consolidation consolidation) {
        boolean isNew = isNew(edition);
        if (isNew) {
            store.editions().add(edition, EditionLines.of(catalogue, consolidation));
        }
        store.editions().comesFrom(edition, ReturnChanges.since(edition.period()));
        store.editions().stale(edition.period(), "");
        outdated(edition, isNew).forEach((later, why) -> store.editions().stale(later, why.code()));
    }

    private boolean isNew(Edition edition) {
        return store.editions()
                .latest(edition.period())
                .map(l -> l.number() != edition.number())
                .orElse(true);
    }

    /**
     * The published periods that do not fit what is on record, because they use figures of this edition's or because a
     * record of its registers moved into them or out of them, earliest first.
     */
    public List<Period> outdated(Edition edition) {
        Period changed = edition.period();
        Set<Period> outdated = new TreeSet<>(outdated(edition, isNew(edition)).keySet());
        stale(store).stream()
                .filter(p -> depends(p, changed) || (!p.equals(changed) && isMarkedBy(p, changed)))
                .forEach(outdated::add);
        return List.copyOf(outdated);
    }

    /** The published periods that do not fit an edition, with the period that changed. */
    private Map<Period, Period> outdated(Edition edition, boolean isNew) {
        Period changed = edition.period();
        boolean firstLooked =
                isNew && edition.number() == 1 && !catalogue.owed(changed).isEmpty();
        Map<Period, Period> outdated = new TreeMap<>();
        for (Period later : store.editions().periods()) {
            if (depends(later, changed)) {
                Optional<Period> why = firstLooked ? Optional.of(changed) : changedSince(later, changed);
                why.ifPresent(period -> outdated.put(later, period));
            }
        }
        return outdated;
    }

    /**
     * The earliest period whose returns are counted, or stand, otherwise than the latest edition of a period shows
     * them.
     *
     * @param changed the one that may stand otherwise
     */
    private Optional<Period> changedSince(Period period, Period changed) {
        Edition edition = store.editions().latest(period).orElseThrow();
        List<ReturnChange> changes = ReturnChanges.since(catalogue, store, edition);
        List<Line> lines = store.editions().lines(edition);
        Shown shown = new Shown(catalogue, period, lines);
        // what a later register moves is marked by its values when it is counted; that its rows came counts for nothing
        boolean isMarked = edition.stale().isPresent();
        return changes.stream()
                .filter(c -> isMarked || !c.isLaterRegister(period))
                .filter(shown::has)
                .map(c -> c.owed().period())
                .findFirst()
                .or(() -> Optional.of(changed).filter(c -> within(c, period) && standsOtherwise(edition, lines)));
    }

    /** Tells whether a return that is not counted is, say, missing now and not sent back. */
    private boolean standsOtherwise(Edition edition, List<Line> lines) {
        Coverage coverage = new CoverageCalculator(catalogue, store).coverage(edition.period(), edition.asOf());
        Set<Line> before = lines.stream()
                .filter(l -> LineKind.of(l.kind()) == LineKind.COVERAGE)
                .collect(Collectors.toSet());
        return !before.equals(Set.copyOf(EditionLines.coverage(coverage)));
    }

    /** The published periods that no longer fit what is on record, earliest first. */
    public static List<Period> stale(Store store) {
        return store.editions().periods().stream()
                .filter(p -> store.editions().latest(p).flatMap(Edition::stale).isPresent())
                .toList();
    }

    /**
     * Marks as stale what says otherwise than is on record since returns of a period were taken back or restored: the
     * period and the longer ones that hold it in any case, because they tell also what was done. Of the others those that
     * show other figures, and no longer those that this had made stale and that say what is so again.
     */
    public void markStale(Period changed) {
        markStaleByRecord(changed);
        for (Period published : store.editions().periods()) {
            boolean isOther = !within(changed, published);
            boolean uses = isOther && depends(published, changed);
            boolean isMarked = isOther && isMarkedBy(published, changed);
            if (uses || isMarked) {
                Optional<String> why = changedSince(published, changed).map(Period::code);
                why.filter(w -> uses)
                        .or(() -> Optional.of("").filter(none -> isMarked && why.isEmpty()))
                        .ifPresent(text -> store.editions().stale(published, text));
            }
        }
    }

    /** Tells whether a published period is stale because of that one. */
    private boolean isMarkedBy(Period published, Period cause) {
        return store.editions().latest(published).flatMap(Edition::stale).equals(Optional.of(cause.code()));
    }

    /**
     * Marks as stale, because of a period's returns, every published period that shows what is counted from registers
     * otherwise than it now is.
     *
     * @param changed codes of the measures that are others now, by period
     */
    public void markStale(Map<Period, Set<String>> changed, Period cause) {
        for (Period published : store.editions().periods()) {
            if (changed.keySet().stream().noneMatch(on -> reaches(published, on))) {
                continue;
            }
            Edition edition = store.editions().latest(published).orElseThrow();
            Shown shown = new Shown(catalogue, published, store.editions().lines(edition));
            if (changed.entrySet().stream().anyMatch(e -> shown.has(e.getKey(), e.getValue()))) {
                store.editions().stale(published, cause.code());
            }
        }
    }

    /**
     * Marks as stale every published period that tells what was put on record for a period and need change no figure: on
     * which day its returns came, which points the office gave, what a sender told to explain a query, and which returns
     * were taken back or restored. Only a run makes it fit again, also where the same was undone at once.
     */
    public void markStaleByRecord(Period changed) {
        store.editions().periods().stream()
                .filter(published -> within(changed, published))
                .forEach(published -> store.editions().stale(published, changed.code()));
    }

    /** Marks as stale every published period that may use baseline figures of these periods. */
    public void markStaleByBaseline(Collection<Period> changed) {
        for (Period published : store.editions().periods()) {
            changed.stream()
                    .filter(on -> reaches(published, on))
                    .findFirst()
                    .ifPresent(on -> store.editions().stale(published, on.code()));
        }
    }

    /**
     * Tells whether a period's figures use those of another: inside it, the period before, the year to date, or a year
     * ago.
     */
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
}
