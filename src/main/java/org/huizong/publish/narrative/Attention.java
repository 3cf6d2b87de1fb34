package org.huizong.publish.narrative;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.CrossCheck;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Indicator;
import org.huizong.store.StoredFinding;

/**
 * One thing that the leaders should look at.
 *
 * @param sentence what
 * @param sheet key of the sheet that shows it
 */
public record Attention(String sentence, String sheet) {
    private static final int MOST = 5;

    /** What needs attention, the gravest first, at most five. */
    public static List<Attention> of(Terms terms) {
        Coverage coverage = terms.consolidation().coverage();
        List<Attention> all = new ArrayList<>();
        terms.publication()
                .edition()
                .stale()
                .ifPresent(why -> all.add(new Attention(terms.text("report.attention.stale"), SheetKey.CHANGES)));
        terms.consolidation().indicators().stream()
                .filter(i -> i.isAboveTarget().orElse(false))
                .forEach(i -> all.add(new Attention(over(terms, i), SheetKey.INDICATORS)));
        long neverRun = coverage.open().stream().filter(FilingStatus::neverRun).count();
        if (neverRun > 0) {
            String months = terms.wording().periods(coverage.neverRun());
            all.add(new Attention(terms.text("report.attention.never_run", months, neverRun), SheetKey.COVERAGE));
        }
        add(terms, all, "left_out", coverage.leftOut().size(), SheetKey.COVERAGE);
        add(terms, all, "missing", coverage.count(FilingStatus.State.MISSING) - neverRun, SheetKey.COVERAGE);
        new Beneath(terms)
                .all()
                .ifPresent(who -> all.add(new Attention(terms.text("report.attention.below", who), SheetKey.COVERAGE)));
        add(terms, all, "rejected", coverage.count(FilingStatus.State.REJECTED), SheetKey.FINDINGS);
        add(terms, all, "conflict", coverage.count(FilingStatus.State.CONFLICT), SheetKey.COVERAGE);
        add(terms, all, "refused", refused(terms), SheetKey.FINDINGS);
        queries(terms, all);
        long differ = terms.consolidation().crossChecks().stream()
                .filter(CrossCheck::hasFailed)
                .count();
        add(terms, all, "cross", differ, SheetKey.CROSS);
        if (!terms.registers().isEmpty()) {
            add(terms, all, "leads", new Leads(terms).all().size(), SheetKey.LEADS);
        }
        add(terms, all, "late", coverage.late(), SheetKey.COVERAGE);
        return all.stream().limit(MOST).toList();
    }

    /** Says of what should be few that it is more than the year's target. */
    private static String over(Terms terms, IndicatorFigures figures) {
        Indicator indicator = figures.indicator();
        return terms.text(
                "report.attention.over",
                terms.wording().label(indicator),
                text(figures.yearToDate().value(), indicator),
                terms.wording().measure(indicator.measure()),
                text(indicator.target(), indicator));
    }

    private static String text(Optional<BigDecimal> number, Indicator indicator) {
        return number.map(n -> n.setScale(indicator.decimals(), RoundingMode.HALF_UP))
                .map(BigDecimal::toPlainString)
                .orElse(Terms.NONE);
    }

    private static void add(Terms terms, List<Attention> all, String key, long count, String sheet) {
        if (count > 0) {
            all.add(new Attention(terms.text("report.attention." + key, count), sheet));
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
            Set<String> units = new TreeSet<>();
            open.stream().map(StoredFinding::unit).forEach(units::add);
            String names = terms.list(units.stream().limit(3).map(terms::label).toList());
            String key = units.size() > 3 ? "queries.of.more" : "queries.of";
            all.add(new Attention(terms.text("report.attention." + key, open.size(), names), SheetKey.FINDINGS));
        }
    }
}
