package org.huizong.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.huizong.catalogue.Indicator;
import org.huizong.consolidation.Comparison;
import org.huizong.consolidation.Figure;
import org.huizong.consolidation.Gap;
import org.huizong.consolidation.IndicatorFigures;
import org.huizong.period.Period;

/** Changes, gaps and reservations in words. */
final class Remarks {
    private static final BigDecimal MANY = BigDecimal.valueOf(200);

    private static final String PRIOR = "prior";
    private static final String YEAR_AGO = "yearago";

    private final Book book;
    private final Gaps gaps;
    private final Marks marks;

    Remarks(Book book) {
        this.book = book;
        this.gaps = new Gaps(book);
        this.marks = new Marks(book);
    }

    /** The change against the period before: +12.5%, 增加3起 on a small base, or why there is none. */
    String againstPrior(IndicatorFigures f) {
        String words = change(f.againstPrior(), f.indicator(), book.base(PRIOR), PRIOR);
        return marks.change(words, f.againstPrior(), f.now(), f.prior());
    }

    /** The change against the same period a year ago, in the same words. */
    String againstYearAgo(IndicatorFigures f) {
        String words = change(f.againstYearAgo(), f.indicator(), book.base(YEAR_AGO), YEAR_AGO);
        return marks.change(words, f.againstYearAgo(), f.now(), f.yearAgo());
    }

    /** The change of the year to date against the same months a year ago, in the same words. */
    String yearAgainstYearAgo(IndicatorFigures f) {
        String words = change(f.yearAgainstYearAgo(), f.indicator(), book.text("report.head.yeartodateago"), YEAR_AGO);
        return marks.change(words, f.yearAgainstYearAgo(), f.yearToDate(), f.yearToDateAgo());
    }

    /**
     * A change in words.
     *
     * @param then what it is held against, in words
     * @param base whether that is the period before or a year ago
     */
    private String change(Comparison comparison, Indicator indicator, String then, String base) {
        if (indicator.isShare()
                && comparison.difference().filter(d -> d.signum() != 0).isPresent()) {
            return points(comparison.difference().get(), indicator);
        }
        return switch (comparison.kind()) {
            case NO_FIGURE -> Page.NONE;
            case NO_BASE -> book.text("report.change.nobase." + base);
            case NOT_COMPARABLE -> book.text("report.change.notcomparable");
            case SAME -> book.text("report.change.same");
            case FROM_ZERO -> book.text("report.change.fromzero", then);
            case UP, DOWN -> comparison.percent().map(this::percent).orElseGet(() -> small(comparison, indicator));
        };
    }

    /** A percentage of a sign; from three times as much on also how many times more. */
    private String percent(BigDecimal percent) {
        if (percent.signum() == 0) {
            return book.text("report.change.nearly");
        }
        if (percent.compareTo(MANY) < 0) {
            return signed(percent) + '%';
        }
        return book.text(
                "report.change.times",
                percent.toPlainString(),
                percent.movePointLeft(2).setScale(1, RoundingMode.HALF_UP).toPlainString());
    }

    private String points(BigDecimal difference, Indicator indicator) {
        BigDecimal rounded = difference.setScale(indicator.decimals(), RoundingMode.HALF_UP);
        return rounded.signum() == 0
                ? book.text("report.change.nearly")
                : book.text("report.change.points", signed(rounded));
    }

    private static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + number.toPlainString();
    }

    private String small(Comparison comparison, Indicator indicator) {
        BigDecimal difference = comparison.difference().orElse(BigDecimal.ZERO).abs();
        return book.text(
                comparison.kind() == Comparison.Kind.UP ? "report.change.more" : "report.change.fewer",
                difference.setScale(indicator.decimals(), RoundingMode.HALF_UP).toPlainString(),
                book.wording().measure(indicator.measure()));
    }

    /** What the reader of an indicator has to know. */
    String of(IndicatorFigures figures) {
        List<String> remarks = new ArrayList<>();
        Figure now = figures.now();
        add(remarks, gaps.text(now.basis().gaps(), book.period()));
        now.asAt().map(this::asAt).ifPresent(remarks::add);
        boolean isYear = book.period().prior().equals(book.period().yearAgo());
        if (!isYear) {
            add(
                    remarks,
                    unequal(
                            now,
                            figures.prior(),
                            figures.againstPrior(),
                            book.period().prior(),
                            PRIOR));
        }
        add(
                remarks,
                unequal(
                        now,
                        figures.yearAgo(),
                        figures.againstYearAgo(),
                        book.period().yearAgo(),
                        YEAR_AGO));
        if (!isYear) {
            String before = gaps.text(earlier(figures.yearToDate()), book.period());
            add(remarks, before.isEmpty() ? "" : book.text("report.lacks.yeartodate", before));
        }
        return String.join(book.text("report.semicolon"), remarks);
    }

    private static void add(List<String> remarks, String remark) {
        if (!remark.isEmpty()) {
            remarks.add(remark);
        }
    }

    /** 截至 the month up to which a stock reaches. */
    String asAt(YearMonth month) {
        return book.text("report.asat", book.wording().period(Period.month(month)));
    }

    /** What the year to date lacks of the months before the period. */
    List<Gap> earlier(Figure yearToDate) {
        return yearToDate.basis().gaps().stream()
                .filter(g -> g.owed().period().last().isBefore(book.period().first()))
                .toList();
    }

    /** Why two figures cannot be compared, if it is the earlier one that lacks somebody. */
    private String unequal(Figure now, Figure then, Comparison comparison, Period period, String base) {
        boolean others = comparison.kind() == Comparison.Kind.NOT_COMPARABLE
                && !then.basis().gaps().isEmpty()
                && !then.missing().equals(now.missing());
        return others ? book.base(base) + gaps.text(then.basis().gaps(), period) : "";
    }
}
