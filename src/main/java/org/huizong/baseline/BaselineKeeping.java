package org.huizong.baseline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.CollectedMonths;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Fault;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Table;
import org.huizong.disk.DiskException;
import org.huizong.edition.Editions;
import org.huizong.intake.BaselineReader;
import org.huizong.intake.BaselineReading;
import org.huizong.model.BaselineFigure;
import org.huizong.model.Period;
import org.huizong.model.SourceFile;
import org.huizong.store.Archive;
import org.huizong.store.BaselineStore.Difference;
import org.huizong.store.BaselineStore.Replacement;
import org.huizong.store.EditionStore;
import org.huizong.store.EventStore.Event;
import org.huizong.store.Store;
import org.huizong.store.StoredBaseline;
import org.huizong.wording.Wording;

/**
 * Puts the figures of a baseline file on record: all of them or, if the file has a fault, none.
 *
 * <p>The file is archived, each period that changes gets an event, and editions that use its figures become stale.
 */
public final class BaselineKeeping {
    private final Catalogue catalogue;
    private final Wording wording;
    private final Store store;
    private final Map<Period, CollectedMonths> collected = new HashMap<>();
    private final Map<Period, Set<String>> published = new HashMap<>();

    /** Keeps figures in that store, in the terms of that catalogue; events are written in the language of those words. */
    public BaselineKeeping(Catalogue catalogue, Wording wording, Store store) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.store = store;
    }

    /**
     * Who keeps it and when.
     *
     * @param who the account it is done under
     * @param when the moment
     * @param today the day as of which a period is over
     */
    public record Act(String who, Instant when, LocalDate today) {}

    /**
     * Keeps the figures of a file.
     *
     * @param path where it lies
     * @param replace whether figures on record for its periods that it does not have are taken off the record
     * @throws DiskException if the disk does not give the file
     */
    public BaselineOutcome keep(Path path, boolean replace, Act act) {
        byte[] content = read(path);
        SourceFile file = SourceFile.of(path, path.getFileName().toString(), content);
        BaselineReading reading = new BaselineReader(catalogue, act.today()).read(file.name(), content);
        List<Fault> faults = new ArrayList<>(reading.faults());
        reading.figures().forEach(f -> refusal(file, f, faults));
        Difference difference = store.baselines().compare(reading.figures());
        List<StoredBaseline> removed = replace ? difference.left() : List.of();
        if (faults.isEmpty()) {
            faults.addAll(new BaselineTies(catalogue, file.name()).faults(reading.figures(), others(reading, removed)));
        }
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingLong(Fault::line));
            return new BaselineOutcome.Refused(faults);
        }
        var kept = new BaselineOutcome.Kept(difference, removed);
        if (kept.isChange()) {
            if (store.archive().keep(file) == Archive.Kept.CHANGED) {
                return new BaselineOutcome.Refused(List.of(Fault.of(file.name(), 0, "", "baseline.changed", Map.of())));
            }
            store.together(() -> record(file, kept, act));
            store.sync();
        }
        return kept;
    }

    private static byte[] read(Path path) {
        try {
            return Table.bytes(path);
        } catch (IOException e) {
            throw new DiskException(path, e);
        }
    }

    /** The figures on record that stay beside those of the file. */
    private List<BaselineFigure> others(BaselineReading reading, List<StoredBaseline> removed) {
        Set<BaselineFigure.Key> keys =
                reading.figures().stream().map(BaselineFigure::key).collect(Collectors.toSet());
        removed.forEach(r -> keys.add(r.figure().key()));
        return store.baselines().list().stream()
                .map(StoredBaseline::figure)
                .filter(f -> !keys.contains(f.key()))
                .toList();
    }

    /** Why the record has no place for a figure, if it has none. */
    private void refusal(SourceFile file, BaselineFigure figure, List<Fault> faults) {
        Period period = figure.period();
        boolean known = collected.computeIfAbsent(period, this::collected).any(items(figure.code()), period.months())
                || published.computeIfAbsent(period, this::published).contains(figure.code());
        if (known || store.events().isClosed(period)) {
            String kind = known ? "baseline.collected" : "baseline.closed";
            faults.add(Fault.of(
                    file.name(),
                    figure.line(),
                    "period",
                    kind,
                    Map.of("period", period.code(), "code", figure.code())));
        }
    }

    private CollectedMonths collected(Period period) {
        return new CollectedMonths(catalogue, store.facts().counted(period.first(), period.last()));
    }

    /** The codes of which the period's edition says a figure, even if all behind it was taken back since. */
    private Set<String> published(Period period) {
        Set<String> kinds = Set.of("indicator", "item");
        return store.editions().latest(period).stream()
                .flatMap(e -> store.editions().lines(e).stream())
                .filter(l -> kinds.contains(l.kind()) && !l.figure().isEmpty())
                .map(EditionStore.Line::code)
                .collect(Collectors.toSet());
    }

    private List<Item> items(String code) {
        Stream<String> operands = catalogue.indicators().stream()
                .filter(i -> i.code().equals(code))
                .map(Indicator::formula)
                .flatMap(f -> catalogue.formula(f).operands().stream());
        return Stream.concat(Stream.of(code), operands)
                .flatMap(c -> catalogue.item(c).stream())
                .toList();
    }

    private void record(SourceFile file, BaselineOutcome.Kept kept, Act act) {
        Difference difference = kept.difference();
        List<BaselineFigure> figures = Stream.concat(
                        difference.added().stream(),
                        difference.replaced().stream().map(Replacement::now))
                .toList();
        List<StoredBaseline> ended = Stream.concat(
                        difference.replaced().stream().map(Replacement::before), kept.removed().stream())
                .toList();
        store.baselines().record(file, act.when(), act.who(), figures, ended);
        Set<Period> periods = new TreeSet<>();
        figures.forEach(f -> periods.add(f.period()));
        ended.forEach(e -> periods.add(e.figure().period()));
        periods.forEach(period -> store.events().add(event(file, kept, period, act)));
        new Editions(catalogue, store).markStaleByBaseline(new LinkedHashSet<>(periods));
    }

    private Event event(SourceFile file, BaselineOutcome.Kept kept, Period period, Act act) {
        Difference difference = kept.difference();
        String what = wording.text(
                "baseline.event",
                difference.added().stream()
                        .filter(f -> f.period().equals(period))
                        .count(),
                difference.replaced().stream()
                        .filter(r -> r.now().period().equals(period))
                        .count(),
                kept.removed().stream()
                        .filter(r -> r.figure().period().equals(period))
                        .count());
        return new Event(act.when(), act.who(), "baseline", period, file.name() + " [" + file.sha256() + "]", what);
    }
}
