package org.huizong.edition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.Basis;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.FormFigures;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.aggregation.Lacking;
import org.huizong.aggregation.MissingFiling;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Obligation;
import org.huizong.store.EditionStore.Line;

/**
 * Holds what an edition says of the township, as text: every total that its workbook prints, with those it is compared
 * with; every return that is owed and not counted, whom one that is counted lacks; the baseline figures it uses.
 */
final class EditionLines {
    private static final String MISSING = FilingStatus.State.MISSING.code();

    private final Catalogue catalogue;
    private final Consolidation consolidation;
    private final List<Line> lines = new ArrayList<>();

    private EditionLines(Catalogue catalogue, Consolidation consolidation) {
        this.catalogue = catalogue;
        this.consolidation = consolidation;
    }

    /** The lines, totals first, in the order of the report. */
    static List<Line> of(Catalogue catalogue, Consolidation consolidation) {
        EditionLines lines = new EditionLines(catalogue, consolidation);
        consolidation.indicators().forEach(lines::add);
        Stream.concat(consolidation.forms().stream(), consolidation.registers().stream())
                .forEach(lines::add);
        lines.lines.addAll(coverage(consolidation.coverage()));
        lines.lines.addAll(below(consolidation.coverage()));
        lines.coverageBefore();
        lines.lines.addAll(BaselineChanges.lines(consolidation));
        return lines.lines;
    }

    private void add(IndicatorFigures figures) {
        int decimals = figures.indicator().decimals();
        String code = figures.indicator().code();
        add(LineKind.INDICATOR, code, figures.now(), decimals);
        add(LineKind.PRIOR, code, figures.prior(), decimals);
        add(LineKind.YEAR_AGO, code, figures.yearAgo(), decimals);
        add(LineKind.YEAR_TO_DATE, code, figures.yearToDate(), decimals);
        add(LineKind.YEAR_TO_DATE_AGO, code, figures.yearToDateAgo(), decimals);
    }

    private void add(FormFigures form) {
        for (Item item : form.items()) {
            add(LineKind.ITEM, item, form.totals());
            add(LineKind.ITEM_PRIOR, item, form.prior());
            add(LineKind.ITEM_YEAR_AGO, item, form.yearAgo());
            add(LineKind.ITEM_YEAR_TO_DATE, item, form.yearToDate());
        }
    }

    private void add(LineKind kind, Item item, Map<String, Figure> figures) {
        Figure figure = figures.getOrDefault(item.code(), Figure.NOT_OWED);
        add(kind, item.code(), figure, item.type().decimals());
    }

    private void add(LineKind kind, String code, Figure figure, int decimals) {
        String text = figure.value()
                .map(v -> v.setScale(decimals, RoundingMode.HALF_UP))
                .map(BigDecimal::toPlainString)
                .orElse("");
        add(kind, code, "", text);
    }

    private void add(LineKind kind, String code, String unit, String figure) {
        lines.add(new Line(kind.code(), code, unit, figure));
    }

    /** The returns of the period that are not counted, and once for all units those that are not due yet. */
    static List<Line> coverage(Coverage coverage) {
        Stream<Line> open = coverage.open().stream()
                .map(s -> line(LineKind.COVERAGE, s, s.state().code()));
        Stream<Line> notDue = coverage.standings().stream()
                .filter(s -> s.state() == FilingStatus.State.NOT_DUE)
                .map(s -> what(s.owed()))
                .distinct()
                .map(what -> new Line(LineKind.COVERAGE.code(), what, "", FilingStatus.State.NOT_DUE.code()));
        return Stream.concat(open, notDue).toList();
    }

    private static List<Line> below(Coverage coverage) {
        return coverage.below().stream()
                .map(s ->
                        line(LineKind.BELOW, s, s.below().map(Lacking::missing).orElse("")))
                .toList();
    }

    private static Line line(LineKind kind, FilingStatus standing, String figure) {
        return new Line(kind.code(), what(standing.owed()), standing.owed().unit(), figure);
    }

    /** Says what figures of other months lack: by unit, or once where all lack it. */
    private void coverageBefore() {
        Set<Basis> bases = Collections.newSetFromMap(new IdentityHashMap<>());
        Stream<Figure> ofForms = Stream.concat(consolidation.forms().stream(), consolidation.registers().stream())
                .flatMap(f -> Stream.of(f.prior(), f.yearAgo(), f.yearToDate()))
                .flatMap(figures -> figures.values().stream());
        Stream.concat(consolidation.indicators().stream().flatMap(IndicatorFigures::compared), ofForms)
                .forEach(f -> bases.add(f.basis()));
        Map<String, Set<Obligation>> lacking = bases.stream()
                .flatMap(b -> b.gaps().stream())
                .filter(g -> g.why() != MissingFiling.Why.NOT_DUE)
                .map(MissingFiling::owed)
                .filter(o -> o.period().last().isBefore(consolidation.period().first()))
                .collect(Collectors.groupingBy(EditionLines::what, TreeMap::new, Collectors.toSet()));
        lacking.forEach((what, owed) -> {
            Obligation any = owed.iterator().next();
            long all = catalogue.owed(any.period()).stream()
                    .filter(o -> o.form().equals(any.form()))
                    .count();
            if (owed.size() == all && all > 1) {
                add(LineKind.COVERAGE_BEFORE, what, "", MISSING);
            } else {
                owed.stream()
                        .map(Obligation::unit)
                        .sorted()
                        .forEach(unit -> add(LineKind.COVERAGE_BEFORE, what, unit, MISSING));
            }
        });
    }

    /** A return of a period, as lines say it. */
    static String what(Obligation owed) {
        return owed.form() + ' ' + owed.period();
    }
}
