package org.huizong.report;

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
record Attention(String sentence, String sheet) {
    private static final int MOST = 5;

    /** What needs attention, the gravest first, at most five. */
    static List<Attention> of(Book book) {
        Coverage coverage = book.consolidation().coverage();
        List<Attention> all = new ArrayList<>();
        book.publication()
                .edition()
                .stale()
                .ifPresent(why -> all.add(new Attention(book.text("report.attention.stale"), Book.CHANGES)));
        book.consolidation().indicators().stream()
                .filter(i -> i.isAboveTarget().orElse(false))
                .forEach(i -> all.add(new Attention(over(book, i), Book.INDICATORS)));
        long neverRun = coverage.open().stream().filter(FilingStatus::neverRun).count();
        if (neverRun > 0) {
            String months = book.wording().periods(coverage.neverRun());
            all.add(new Attention(book.text("report.attention.never_run", months, neverRun), Book.COVERAGE));
        }
        add(book, all, "left_out", coverage.leftOut().size(), Book.COVERAGE);
        add(book, all, "missing", coverage.count(FilingStatus.State.MISSING) - neverRun, Book.COVERAGE);
        new Beneath(book)
                .all()
                .ifPresent(who -> all.add(new Attention(book.text("report.attention.below", who), Book.COVERAGE)));
        add(book, all, "rejected", coverage.count(FilingStatus.State.REJECTED), Book.FINDINGS);
        add(book, all, "conflict", coverage.count(FilingStatus.State.CONFLICT), Book.COVERAGE);
        add(book, all, "refused", refused(book), Book.FINDINGS);
        queries(book, all);
        long differ = book.consolidation().crossChecks().stream()
                .filter(CrossCheck::hasFailed)
                .count();
        add(book, all, "cross", differ, Book.CROSS);
        if (book.name(Book.LEADS).isPresent()) {
            add(book, all, "leads", LeadPage.leads(book).size(), Book.LEADS);
        }
        add(book, all, "late", coverage.late(), Book.COVERAGE);
        return all.stream().limit(MOST).toList();
    }

    /** Says of what should be few that it is more than the year's target. */
    private static String over(Book book, IndicatorFigures figures) {
        Indicator indicator = figures.indicator();
        return book.text(
                "report.attention.over",
                book.wording().label(indicator),
                text(figures.yearToDate().value(), indicator),
                book.wording().measure(indicator.measure()),
                text(indicator.target(), indicator));
    }

    private static String text(Optional<BigDecimal> number, Indicator indicator) {
        return number.map(n -> n.setScale(indicator.decimals(), RoundingMode.HALF_UP))
                .map(BigDecimal::toPlainString)
                .orElse(Page.NONE);
    }

    private static void add(Book book, List<Attention> all, String key, long count, String sheet) {
        if (count > 0) {
            all.add(new Attention(book.text("report.attention." + key, count), sheet));
        }
    }

    /** Files of which nobody knows what return of whom they are. */
    private static long refused(Book book) {
        return book.publication().findings().stream()
                .filter(f -> f.form().isEmpty() && f.finding().sendsBack())
                .map(f -> f.finding().where().file())
                .distinct()
                .count();
    }

    /** What senders must explain; what concerns the whole township is among the cross-checks. */
    private static void queries(Book book, List<Attention> all) {
        List<StoredFinding> open = book.publication().findings().stream()
                .filter(f -> f.isUnexplained() && !f.unit().isEmpty())
                .toList();
        if (!open.isEmpty()) {
            Set<String> units = new TreeSet<>();
            open.stream().map(StoredFinding::unit).forEach(units::add);
            String names = String.join(
                    book.text("report.comma"),
                    units.stream().limit(3).map(book::label).toList());
            String key = units.size() > 3 ? "queries.of.more" : "queries.of";
            all.add(new Attention(book.text("report.attention." + key, open.size(), names), Book.FINDINGS));
        }
    }
}
