package org.huizong.publish.narrative;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.huizong.aggregation.Basis;
import org.huizong.aggregation.Comparison;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.aggregation.MissingFiling;
import org.huizong.aggregation.MonthlyTrend;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Obligation;
import org.huizong.catalogue.Unit;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.store.Edition;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredObservation;

/** Months whose figures nobody reported: whole and partial ones, large and small changes, zeros, units that are missing. */
final class RandomMonths {
    private static final LocalDate RECEIVED = LocalDate.of(2026, 1, 4);

    private final Catalogue catalogue;
    private final Random luck;
    private final Period period;

    RandomMonths(Catalogue catalogue, long seed) {
        this.catalogue = catalogue;
        this.luck = new Random(seed);
        this.period = Period.month(YearMonth.of(2025, 1 + luck.nextInt(12)));
    }

    Publication publication() {
        double lacking = luck.nextInt(3) == 0 ? 0 : luck.nextDouble() * 0.4;
        List<FilingStatus> standings =
                catalogue.owed(period).stream().map(o -> standing(o, lacking)).toList();
        Map<String, Map<String, Figure>> before = new HashMap<>();
        List<IndicatorFigures> indicators =
                catalogue.indicators().stream().map(i -> indicator(i, before)).toList();
        MonthlyTrend course = new MonthlyTrend(
                period.last().getMonthValue() == 1
                        ? Map.of()
                        : Map.of(period.prior().last(), new MonthlyTrend.Part(Map.of(), before)),
                new MonthlyTrend.Part(Map.of(), Map.of()));
        Consolidation consolidation = new Consolidation(
                period,
                RECEIVED,
                new Coverage(standings, List.of()),
                List.of(),
                List.of(),
                indicators,
                List.of(),
                course);
        return new Publication(
                consolidation,
                new Edition(period, 1, RECEIVED, List.of(), Optional.empty()),
                List.of(),
                List.of(),
                findings(),
                List.of(),
                NONE,
                Publication.Archived.NOWHERE);
    }

    private FilingStatus standing(Obligation owed, double lacking) {
        LocalDate due = period.last().plusMonths(1).atDay(5);
        FilingStatus.State state = FilingStatus.State.COUNTED;
        if (luck.nextDouble() < lacking) {
            state = FilingStatus.State.values()[1 + luck.nextInt(4)];
        }
        Optional<LocalDate> received = state == FilingStatus.State.COUNTED
                ? Optional.of(luck.nextInt(8) == 0 ? due.plusDays(3) : due)
                : Optional.empty();
        return new FilingStatus(
                owed,
                state,
                due,
                Optional.empty(),
                received,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private IndicatorFigures indicator(Indicator indicator, Map<String, Map<String, Figure>> before) {
        List<Unit> units = catalogue.units().stream()
                .filter(u -> u.parent().isPresent())
                .filter(u -> luck.nextInt(3) > 0)
                .toList();
        Map<String, Figure> byUnit = new LinkedHashMap<>();
        Map<String, Figure> then = new LinkedHashMap<>();
        int size = luck.nextInt(4) == 0 ? 2 : 400;
        int calm = luck.nextInt(3);
        for (Unit unit : units) {
            int now = luck.nextInt(size);
            byUnit.put(unit.code(), figure(now));
            then.put(unit.code(), figure(calm == 0 ? now : luck.nextInt(size)));
        }
        before.put(indicator.code(), then);
        Figure now = together(byUnit);
        Figure prior = together(then);
        Figure yearAgo = luck.nextInt(5) == 0 ? Figure.NOT_OWED : figure(luck.nextInt(size * 10));
        return new IndicatorFigures(
                indicator,
                now,
                prior,
                yearAgo,
                now,
                yearAgo,
                compare(now, prior),
                compare(now, yearAgo),
                compare(now, yearAgo),
                byUnit,
                indicator.target(),
                Map.of());
    }

    private Figure together(Map<String, Figure> units) {
        Optional<BigDecimal> sum =
                units.values().stream().flatMap(f -> f.value().stream()).reduce(BigDecimal::add);
        Basis basis = new Basis(
                units.size()
                        - (int) units.values().stream()
                                .filter(f -> f.value().isEmpty())
                                .count(),
                units.values().stream().flatMap(f -> f.basis().gaps().stream()).toList());
        return new Figure(sum, basis, Optional.empty());
    }

    private Figure figure(int value) {
        if (luck.nextInt(30) == 0) {
            var gap = new MissingFiling(new Obligation("v01", "publicity", period), 1, 0, MissingFiling.Why.OPEN);
            return new Figure(Optional.empty(), new Basis(0, List.of(gap)), Optional.empty());
        }
        return new Figure(Optional.of(BigDecimal.valueOf(value)), new Basis(1, List.of()), Optional.empty());
    }

    /** Of figures that are not whole those of a part of the units. */
    private Comparison compare(Figure now, Figure then) {
        if (now.value().isEmpty()) {
            return new Comparison(Comparison.Kind.NO_FIGURE, Optional.empty(), Optional.empty(), Optional.empty());
        }
        if (then.value().isEmpty()) {
            return new Comparison(Comparison.Kind.NO_BASE, Optional.empty(), Optional.empty(), Optional.empty());
        }
        if (now.isComplete() && then.isComplete()) {
            return compare(now.value().get(), then.value().get(), Optional.empty());
        }
        if (luck.nextInt(4) == 0) {
            return new Comparison(Comparison.Kind.NOT_COMPARABLE, Optional.empty(), Optional.empty(), Optional.empty());
        }
        BigDecimal less = BigDecimal.valueOf(luck.nextInt(10));
        var common = new Comparison.Common(
                now.value().get().subtract(less).max(BigDecimal.ZERO),
                then.value().get(),
                1 + luck.nextInt(20));
        return compare(common.now(), common.then(), Optional.of(common));
    }

    private static Comparison compare(BigDecimal now, BigDecimal then, Optional<Comparison.Common> common) {
        BigDecimal difference = now.subtract(then);
        Comparison.Kind kind = difference.signum() == 0
                ? Comparison.Kind.SAME
                : then.signum() == 0
                        ? Comparison.Kind.FROM_ZERO
                        : difference.signum() > 0 ? Comparison.Kind.UP : Comparison.Kind.DOWN;
        boolean moved = kind == Comparison.Kind.UP || kind == Comparison.Kind.DOWN;
        Optional<BigDecimal> percent = moved && then.compareTo(BigDecimal.TEN) >= 0
                ? Optional.of(difference.movePointRight(2).divide(then, 1, RoundingMode.HALF_UP))
                : Optional.empty();
        return new Comparison(kind, Optional.of(difference), percent, common);
    }

    private List<StoredFinding> findings() {
        List<StoredFinding> all = new ArrayList<>();
        List<Unit> units = catalogue.units();
        for (int i = luck.nextInt(9); i > 0; i--) {
            String unit = units.get(luck.nextInt(units.size())).code();
            Finding finding = Finding.failed(
                            luck.nextBoolean() ? "PUB004" : "history.swing",
                            luck.nextInt(4) == 0 ? Severity.NOTICE : Severity.QUERY,
                            new CellRef(unit + ".xlsx", "普法", "D9"))
                    .ofItem("publicity.materials");
            all.add(new StoredFinding(
                    period, unit, "publicity", Optional.empty(), finding, luck.nextBoolean() ? "" : "赶集日增加，发了 35 份。"));
        }
        return all;
    }

    private static final Publication.Observations NONE = new Publication.Observations() {
        @Override
        public long count() {
            return 0;
        }

        @Override
        public void first(long most, Consumer<StoredObservation> reader) {}
    };
}
