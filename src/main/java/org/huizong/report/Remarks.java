package org.huizong.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huizong.catalogue.Indicator;
import org.huizong.consolidation.Comparison;
import org.huizong.consolidation.Figure;
import org.huizong.consolidation.IndicatorFigures;
import org.huizong.period.Period;

/** Changes, gaps and reservations in words. */
final class Remarks {
    private static final int NAMED = 5;

    private final Book book;

    Remarks(Book book) {
        this.book = book;
    }

    /**
     * A change as it is printed: +12.5%, 增加3起 on a small base, or why there is none.
     *
     * @param base {@code prior} or {@code yearago}: against what
     */
    String change(Comparison comparison, Indicator indicator, String base) {
        String of = book.textOfPeriod("report.base." + base);
        return switch (comparison.kind()) {
            case NO_FIGURE -> Page.NONE;
            case NO_BASE -> book.text("report.change.nobase." + base);
            case NOT_COMPARABLE -> book.text("report.change.notcomparable");
            case SAME -> book.text("report.change.same");
            case FROM_ZERO -> book.text("report.change.fromzero", of);
            case UP, DOWN ->
                comparison
                        .percent()
                        .map(p -> (p.signum() > 0 ? "+" : "") + p.toPlainString() + '%')
                        .orElseGet(() -> small(comparison, indicator));
        };
    }

    private String small(Comparison comparison, Indicator indicator) {
        BigDecimal difference = comparison.difference().orElse(BigDecimal.ZERO).abs();
        return book.text(
                comparison.kind() == Comparison.Kind.UP ? "report.change.more" : "report.change.fewer",
                difference.setScale(indicator.decimals(), RoundingMode.HALF_UP).toPlainString(),
                book.wording().measure(indicator.measure()));
    }

    /** 缺 and the units, the first five by name. */
    String missing(List<String> units) {
        String names = String.join(
                book.text("report.comma"),
                units.stream().limit(NAMED).map(book::label).toList());
        return units.size() > NAMED
                ? book.text("report.missing.more", names, units.size())
                : book.text("report.missing", names);
    }

    /** What the reader of an indicator has to know. */
    String of(IndicatorFigures figures) {
        List<String> remarks = new ArrayList<>();
        if (!figures.now().missing().isEmpty()) {
            remarks.add(missing(figures.now().missing()));
        }
        figures.now()
                .asAt()
                .map(month -> book.text("report.asat", book.wording().period(Period.month(month))))
                .ifPresent(remarks::add);
        if (!book.period().prior().equals(book.period().yearAgo())) {
            unequal(figures.now(), figures.prior(), figures.againstPrior(), "prior")
                    .ifPresent(remarks::add);
        }
        unequal(figures.now(), figures.yearAgo(), figures.againstYearAgo(), "yearago")
                .ifPresent(remarks::add);
        return String.join(book.text("report.semicolon"), remarks);
    }

    /** Why two figures cannot be compared, if it is the earlier one that lacks somebody. */
    private Optional<String> unequal(Figure now, Figure then, Comparison comparison, String base) {
        boolean others = comparison.kind() == Comparison.Kind.NOT_COMPARABLE
                && !then.missing().isEmpty()
                && !then.missing().equals(now.missing());
        return others
                ? Optional.of(book.textOfPeriod("report.base." + base) + missing(then.missing()))
                : Optional.empty();
    }
}
