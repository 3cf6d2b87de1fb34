package org.huizong.publish.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.CrossCheck;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Indicator;
import org.huizong.store.StoredFinding;

/**
 * One thing that the leaders should look at.
 *
 * @param kind the key of what is said of it
 * @param values what the sentences name, as text
 * @param sheet key of the sheet that shows it
 */
public record Attention(String kind, List<String> values, String sheet) {
    private static final int MOST = 5;
    private static final int NAMED = 3;

    public Attention {
        values = List.copyOf(values);
    }

    private Attention(String kind, String sheet, Object... values) {
        this(kind, Stream.of(values).map(String::valueOf).toList(), sheet);
    }

    /** Says what it is. */
    public String sentence(Terms terms) {
        return terms.text("report.attention." + kind, values.toArray());
    }

    /** Says what the leaders must have done about it; empty if it is the office's own affair. */
    public Optional<String> demand(Terms terms) {
        String key = "report.demand." + kind;
        return terms.wording().words().has(key) ? Optional.of(terms.text(key, values.toArray())) : Optional.empty();
    }

    /** What needs attention, the gravest first, at most five. */
    public static List<Attention> of(Terms terms) {
        return all(terms).stream().limit(MOST).toList();
    }

    /** All that needs attention, the gravest first. */
    static List<Attention> all(Terms terms) {
        Coverage coverage = terms.consolidation().coverage();
        List<Attention> all = new ArrayList<>();
        terms.publication().edition().stale().ifPresent(why -> all.add(new Attention("stale", SheetKey.CHANGES)));
        targets(terms, all);
        long neverRun = coverage.open().stream().filter(FilingStatus::neverRun).count();
        if (neverRun > 0) {
            String months = terms.wording().periods(coverage.neverRun());
            all.add(new Attention("never_run", SheetKey.COVERAGE, months, neverRun));
        }
        add(all, "left_out", coverage.leftOut().size(), SheetKey.COVERAGE);
        filings(terms, all, "missing", FilingStatus.State.MISSING);
        new Beneath(terms).all().ifPresent(who -> all.add(new Attention("below", SheetKey.COVERAGE, who)));
        filings(terms, all, "rejected", FilingStatus.State.REJECTED);
        filings(terms, all, "conflict", FilingStatus.State.CONFLICT);
        add(all, "refused", refused(terms), SheetKey.FINDINGS);
        queries(terms, all);
        long differ = terms.consolidation().crossChecks().stream()
                .filter(CrossCheck::hasFailed)
                .count();
        add(all, "cross", differ, SheetKey.CROSS);
        if (!terms.registers().isEmpty()) {
            add(all, "leads", new Leads(terms).all().size(), SheetKey.LEADS);
        }
        add(all, "late", coverage.late(), SheetKey.COVERAGE);
        return all;
    }

    /** What should be few and is more than the year's target, and what has fallen behind the part of the year gone by. */
    private static void targets(Terms terms, List<Attention> all) {
        for (IndicatorFigures figures : terms.consolidation().indicators()) {
            Indicator indicator = figures.indicator();
            String label = terms.wording().label(indicator);
            String toDate = text(figures.yearToDate().value(), indicator);
            String target = text(figures.target(), indicator);
            String measure = terms.wording()
                    .measure(indicator.measure(), figures.yearToDate().value().orElse(BigDecimal.ZERO));
            if (figures.towards().isAbove().orElse(false)) {
                all.add(new Attention("over", SheetKey.INDICATORS, label, toDate, measure, target));
            }
            if (Pace.of(terms, figures.towards())
                    .filter(p -> p.kind() == Pace.Kind.BEHIND)
                    .isPresent()) {
                all.add(new Attention("behind", SheetKey.INDICATORS, label, toDate, measure, target));
            }
        }
    }

    private static String text(Optional<BigDecimal> number, Indicator indicator) {
        return number.map(n -> Terms.number(n, indicator.decimals())).orElse(Terms.NONE);
    }

    private static void add(List<Attention> all, String kind, long count, String sheet) {
        if (count > 0) {
            all.add(new Attention(kind, sheet, count));
        }
    }

    /** Returns in a state, and whose they are; those of months that were never consolidated are told apart. */
    private static void filings(Terms terms, List<Attention> all, String kind, FilingStatus.State state) {
        List<String> units = terms.consolidation().coverage().open().stream()
                .filter(s -> s.state() == state && !s.neverRun())
                .map(s -> s.owed().unit())
                .toList();
        if (!units.isEmpty()) {
            String sheet = state == FilingStatus.State.REJECTED ? SheetKey.FINDINGS : SheetKey.COVERAGE;
            List<String> each = units.stream().distinct().toList();
            all.add(new Attention(kind, sheet, units.size(), terms.units(each, NAMED)));
        }
    }

    /** Files of which nobody knows what return of whom they are. */
    private static long refused(Terms terms) {
        return terms.publication().findings().stream()
                .filter(f -> f.form().isEmpty() && f.finding().sendsBack())
                .map(f -> f.finding().where().file())
                .distinct()
                .count();
    }

    /** What senders must explain; what concerns the whole township is among the cross-checks. */
    private static void queries(Terms terms, List<Attention> all) {
        List<StoredFinding> open = terms.publication().findings().stream()
                .filter(f -> f.isUnexplained() && !f.unit().isEmpty())
                .toList();
        if (!open.isEmpty()) {
            List<String> units = List.copyOf(
                    new TreeSet<>(open.stream().map(StoredFinding::unit).toList()));
            all.add(new Attention("queries", SheetKey.FINDINGS, open.size(), terms.units(units, NAMED)));
        }
    }
}
