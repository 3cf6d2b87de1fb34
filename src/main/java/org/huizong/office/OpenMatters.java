package org.huizong.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.CoverageCalculator;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.Lacking;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Period;
import org.huizong.store.Edition;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.wording.Wording;

/** Holds what is not settled in a period and the earlier ones of its year, which are closed together. */
public final class OpenMatters {
    private static final List<FilingStatus.State> OPEN = List.of(
            FilingStatus.State.MISSING,
            FilingStatus.State.REJECTED,
            FilingStatus.State.CONFLICT,
            FilingStatus.State.NOT_DUE);

    private final Catalogue catalogue;
    private final Store store;
    private final Wording wording;
    private final LocalDate today;

    /** Those of that store as of a day. */
    public OpenMatters(Catalogue catalogue, Store store, Wording wording, LocalDate today) {
        this.catalogue = catalogue;
        this.store = store;
        this.wording = wording;
        this.today = today;
    }

    /** A line for each matter, by period; none if all is settled. What is closed already is not asked about again. */
    public List<String> lines(Period wanted) {
        List<Period> published = store.editions().periods();
        List<Period> together = together(wanted, published);
        List<Period> neverRun = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Period period : together) {
            if (published.contains(period)) {
                stale(period, lines);
                owed(period, lines);
                unexplained(period, lines);
            } else {
                neverRun.add(period);
            }
        }
        if (!neverRun.isEmpty()) {
            lines.add(wording.text("cli.close.never_run", wording.periods(neverRun)));
        }
        return lines;
    }

    /** The periods of the year up to that one that are published or owe something and are not closed yet. */
    private List<Period> together(Period wanted, List<Period> published) {
        Stream<Period> owing = catalogue.owedWithin(Period.year(wanted.last().getYear())).stream()
                .map(Obligation::period);
        return Stream.concat(owing, published.stream())
                .filter(p -> p.last().getYear() == wanted.last().getYear())
                .filter(p -> !p.last().isAfter(wanted.last()))
                .distinct()
                .filter(p -> !store.events().isClosed(p))
                .sorted()
                .toList();
    }

    private void stale(Period period, List<String> lines) {
        store.editions()
                .latest(period)
                .flatMap(Edition::stale)
                .ifPresent(why -> lines.add(wording.text("cli.close.stale", wording.period(period), why)));
    }

    /** Of what is owed for exactly this period, so that nothing is said twice. */
    private void owed(Period period, List<String> lines) {
        Coverage coverage = new CoverageCalculator(catalogue, store).coverage(period, today);
        List<FilingStatus> own = coverage.standings().stream()
                .filter(s -> s.owed().period().equals(period))
                .toList();
        for (FilingStatus.State state : OPEN) {
            List<FilingStatus> open =
                    own.stream().filter(s -> s.state() == state).toList();
            if (!open.isEmpty()) {
                lines.add(wording.text(
                        "cli.close.open",
                        wording.period(period),
                        wording.text("state." + state.code()),
                        open.size(),
                        wording.few(open.stream().map(this::name).toList())));
            }
        }
        own.stream()
                .filter(s -> s.below().isPresent())
                .forEach(s -> lines.add(wording.text(
                        "cli.close.below",
                        wording.period(period),
                        name(s),
                        s.below().map(Lacking::names).map(wording::few).orElse(""))));
        long leftOut = coverage.leftOut().stream()
                .filter(s -> s.period().equals(period))
                .count();
        if (leftOut > 0) {
            lines.add(wording.text("cli.close.left_out", wording.period(period), leftOut));
        }
    }

    private void unexplained(Period period, List<String> lines) {
        Map<String, Long> byUnit = store.findings().within(List.of(period)).stream()
                .filter(StoredFinding::isUnexplained)
                .collect(Collectors.groupingBy(StoredFinding::unit, LinkedHashMap::new, Collectors.counting()));
        if (!byUnit.isEmpty()) {
            List<String> units = byUnit.keySet().stream()
                    .map(u -> wording.label(u.isEmpty() ? catalogue.top().code() : u))
                    .distinct()
                    .toList();
            long count = byUnit.values().stream().mapToLong(n -> n).sum();
            lines.add(wording.text("cli.close.unexplained", wording.period(period), count, wording.few(units)));
        }
    }

    private String name(FilingStatus standing) {
        return wording.text(
                "cli.close.return",
                wording.label(standing.owed().unit()),
                wording.label(standing.owed().form()));
    }
}
