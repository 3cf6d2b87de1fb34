package org.huizong.sound;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.model.BaselineFigure;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.model.Sha256;
import org.huizong.model.SourceFile;
import org.huizong.model.Value;
import org.huizong.review.AcrossChecks;
import org.huizong.review.SubmissionChecks;
import org.huizong.store.ReadingStore.Act;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;

/** Puts the returns of one township on record and checks them as the monthly job does, without workbooks. */
final class TownshipFile implements AutoCloseable {
    private static final int DAYS_LATER = 8;

    private final Catalogue catalogue;
    private final Store store;
    private final Typing typing;

    TownshipFile(Catalogue catalogue, Path folder) {
        this.catalogue = catalogue;
        this.store = Store.open(folder);
        this.typing = new Typing(catalogue);
    }

    /** What is found about returns that are due at one time, which may be of several periods. */
    List<StoredFinding> check(List<Filled> returns) {
        SortedMap<Period, List<Filled>> byPeriod = new TreeMap<>();
        returns.forEach(f ->
                byPeriod.computeIfAbsent(f.period(), p -> new ArrayList<>()).add(f));
        List<StoredFinding> found = new ArrayList<>();
        byPeriod.forEach((period, filled) -> {
            LocalDate asOf = period.end().plusDays(DAYS_LATER);
            long run = store.runs().begin(period, asOf);
            store.readings(catalogue)
                    .record(
                            new Act(period, "1", run, asOf, OfficeTime.end(asOf)),
                            filled.stream().map(typing::read).toList());
            new SubmissionChecks(catalogue, store, period, asOf).run();
            new AcrossChecks(catalogue, store, period, asOf).run();
            store.runs().published(run);
            found.addAll(store.findings().within(List.of(period)));
        });
        return found;
    }

    /** Puts what happened before the first return on record as a baseline of the quarter: what is added up, by unit. */
    void begin(Period quarter, List<Filled> before) {
        SortedMap<String, BaselineFigure> figures = new TreeMap<>();
        for (Filled filled : before) {
            catalogue.items(filled.form(), quarter.last()).stream()
                    .filter(i -> i.time() == Item.Time.SUM && filled.values().containsKey(i.code()))
                    .forEach(i -> filled.values()
                            .getOrDefault(i.code(), Value.Gap.BLANK)
                            .asNumber()
                            .ifPresent(n -> figures.merge(
                                    filled.unit() + " " + i.code(),
                                    new BaselineFigure(quarter, filled.unit(), i.code(), n, "台账", 2),
                                    TownshipFile::sum)));
        }
        SourceFile file = new SourceFile(Path.of("基期数.csv"), "基期数.csv", Sha256.of("基期数"), 100);
        store.baselines().record(file, Instant.EPOCH, "何志强", List.copyOf(figures.values()), List.of());
    }

    private static BaselineFigure sum(BaselineFigure a, BaselineFigure b) {
        return new BaselineFigure(a.period(), a.unit(), a.code(), a.value().add(b.value()), a.source(), a.line());
    }

    /** What would be found about them; nothing of it stays on record. */
    List<StoredFinding> tried(List<Filled> returns) {
        return store.withoutTrace(() -> check(returns));
    }

    @Override
    public void close() {
        store.close();
    }
}
