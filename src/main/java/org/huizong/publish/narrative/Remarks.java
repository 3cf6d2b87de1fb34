package org.huizong.publish.narrative;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.aggregation.Comparison;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.aggregation.MissingFiling;
import org.huizong.aggregation.TargetProgress;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Period;

/** Changes, gaps and reservations in words. */
public final class Remarks {
    private static final int NAMED = 5;
    private static final BigDecimal MANY = BigDecimal.valueOf(200);

    private static final String PRIOR = "prior";
    private static final String YEAR_AGO = "yearago";

    private final Terms terms;
    private final Gaps gaps;
    private final Marks marks;

    public Remarks(Terms terms) {
        this.terms = terms;
        this.gaps = new Gaps(terms);
        this.marks = new Marks(terms);
    }

    /** The change against the period before: +12.5%, 增加3起 on a small base, or why there is none. */
    public String againstPrior(IndicatorFigures f) {
        String words = change(f.againstPrior(), f.indicator(), terms.base(PRIOR), PRIOR);
        return marks.change(words, f.againstPrior(), f.now(), f.prior());
    }

    /** The change against the same period a year ago, in the same words. */
    public String againstYearAgo(IndicatorFigures f) {
        String words = change(f.againstYearAgo(), f.indicator(), terms.base(YEAR_AGO), YEAR_AGO);
        return marks.change(words, f.againstYearAgo(), f.now(), f.yearAgo());
    }

    /** The change of the year to date against the same months a year ago, in the same words. */
    public String yearAgainstYearAgo(IndicatorFigures f) {
        String words = change(f.yearAgainstYearAgo(), f.indicator(), terms.text("report.head.yeartodateago"), YEAR_AGO);
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
            case NO_FIGURE -> Terms.NONE;
            case NO_BASE -> terms.text("report.change.nobase." + base);
            case NOT_COMPARABLE -> terms.text("report.change.notcomparable");
            case SAME -> terms.text("report.change.same");
            case FROM_ZERO -> terms.text("report.change.fromzero", then);
            case UP, DOWN -> comparison.percent().map(this::percent).orElseGet(() -> small(comparison, indicator));
        };
    }

    /** A percentage of a sign; from three times as much on also how many times more. */
    private String percent(BigDecimal percent) {
        if (percent.signum() == 0) {
            return terms.text("report.change.nearly");
        }
        if (percent.compareTo(MANY) < 0) {
            return signed(percent) + '%';
        }
        return terms.text(
                "report.change.times",
                percent.toPlainString(),
                percent.movePointLeft(2).setScale(1, RoundingMode.HALF_UP).toPlainString());
    }

    private String points(BigDecimal difference, Indicator indicator) {
        BigDecimal rounded = difference.setScale(indicator.decimals(), RoundingMode.HALF_UP);
        return rounded.signum() == 0
                ? terms.text("report.change.nearly")
                : terms.text("report.change.points", signed(rounded));
    }

    private static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + number.toPlainString();
    }

    private String small(Comparison comparison, Indicator indicator) {
        BigDecimal difference = comparison.difference().orElse(BigDecimal.ZERO).abs();
        return terms.text(
                comparison.kind() == Comparison.Kind.UP ? "report.change.more" : "report.change.fewer",
                number(difference, indicator),
                terms.wording().measure(indicator.measure(), difference));
    }

    /**
     * A judgement in words.
     *
     * @param tone how it is meant
     */
    public record Standing(String words, Tone tone) {}

    /**
     * How the year to date stands against its target: against the part of the year that has gone by, or whether what
     * should be few is above it; empty where nobody can say.
     */
    public Optional<Standing> standing(TargetProgress progress) {
        return progress.isAbove()
                .map(above -> new Standing(
                        terms.text("report.pace." + (above ? "over" : "within")), above ? Tone.POOR : Tone.GOOD))
                .or(() -> Pace.of(terms, progress)
                        .map(pace -> new Standing(
                                terms.text(
                                        "report.pace." + pace.kind().name().toLowerCase(Locale.ROOT),
                                        pace.gone().toPlainString()),
                                tone(pace.kind()))));
    }

    private static Tone tone(Pace.Kind kind) {
        return switch (kind) {
            case REACHED -> Tone.GOOD;
            case NEAR -> Tone.NEAR;
            case BEHIND -> Tone.POOR;
        };
    }

    /** What the reader of an indicator has to know. */
    public String of(IndicatorFigures figures) {
        Figure now = figures.now();
        List<String> remarks = lacking(now, terms.period());
        boolean isYear = terms.period().prior().equals(terms.period().yearAgo());
        Indicator indicator = figures.indicator();
        String head = terms.textOfPeriod("report.head.now");
        if (!isYear) {
            add(
                    remarks,
                    partial(
                            figures.prior(),
                            now,
                            terms.base(PRIOR),
                            terms.period().prior()));
            add(remarks, common(figures.againstPrior(), indicator, head, terms.base(PRIOR)));
        }
        add(
                remarks,
                partial(
                        figures.yearAgo(),
                        now,
                        terms.base(YEAR_AGO),
                        terms.period().yearAgo()));
        add(remarks, common(figures.againstYearAgo(), indicator, head, terms.base(YEAR_AGO)));
        if (!isYear) {
            String toDate = terms.text("report.head.yeartodate");
            String toDateAgo = terms.text("report.head.yeartodateago");
            add(remarks, beside(figures.yearToDate(), now, toDate));
            if (!figures.yearToDate().basis().equals(now.basis())) {
                add(remarks, partial(figures.yearToDate(), now, toDate, terms.period()));
            }
            add(
                    remarks,
                    partial(
                            figures.yearToDateAgo(),
                            now,
                            toDateAgo,
                            terms.period().yearAgo()));
            if (!figures.yearAgainstYearAgo()
                    .common()
                    .equals(figures.againstYearAgo().common())) {
                add(remarks, common(figures.yearAgainstYearAgo(), indicator, toDate, toDateAgo));
            }
        }
        return String.join(terms.text("report.semicolon"), remarks);
    }

    /** Why a figure of a period is unknown or not whole, in words, one by one; empty if it is whole. */
    public List<String> lacking(Figure figure, Period period) {
        List<String> remarks = new ArrayList<>();
        add(remarks, gaps.text(figure.basis().gaps(), period));
        figure.asAt().map(this::asAt).ifPresent(remarks::add);
        figure.reserve().map(this::reserve).ifPresent(r -> add(remarks, r));
        add(remarks, leftOut(figure));
        return remarks;
    }

    private static void add(List<String> remarks, String remark) {
        if (!remark.isEmpty() && !remarks.contains(remark)) {
            remarks.add(remark);
        }
    }

    /** 截至 the month up to which a stock reaches. */
    public String asAt(YearMonth month) {
        return terms.text("report.asat", terms.wording().period(Period.month(month)));
    }

    /** Why there is no figure although something was reported. */
    private String reserve(Figure.Reserve why) {
        return switch (why) {
            case NOT_REPORTED, PART_MISSING -> "";
            case NO_MEANING, NO_AGGREGATE, UNLIKE, UNDEFINED ->
                terms.text("report.reserve." + why.name().toLowerCase(Locale.ROOT));
        };
    }

    /** Whose values are not in a figure because they were there for a part of the period alone. */
    private String leftOut(Figure figure) {
        String names = terms.list(
                figure.leftOut().stream().limit(NAMED).map(terms::label).toList());
        int all = figure.leftOut().size();
        return all == 0
                ? ""
                : all > NAMED ? terms.text("report.leftout.more", names, all) : terms.text("report.leftout", names);
    }

    /** Why a figure beside this period's is unknown, or whom it leaves out, if that is something else. */
    private String beside(Figure figure, Figure now, String name) {
        String why = figure.reserve().equals(now.reserve())
                ? ""
                : figure.reserve().map(this::reserve).orElse("");
        String without = figure.leftOut().equals(now.leftOut()) ? "" : leftOut(figure);
        String said = why.isEmpty() ? without : why;
        return said.isEmpty() ? "" : terms.text("report.beside", name, said);
    }

    /** How much of what was owed is in a figure beside this period's, and what is not, if that is something else. */
    private String partial(Figure figure, Figure now, String name, Period period) {
        if (!figure.isPartial()) {
            return "";
        }
        Set<Obligation> said =
                now.basis().gaps().stream().map(MissingFiling::owed).collect(Collectors.toSet());
        List<MissingFiling> others = figure.basis().gaps().stream()
                .filter(g -> !said.contains(g.owed()))
                .toList();
        List<String> why = new ArrayList<>();
        add(why, gaps.text(others, period));
        figure.asAt().map(this::asAt).ifPresent(why::add);
        String counted = name + terms.text("report.partial", figure.counted(), figure.owed());
        return why.isEmpty()
                ? counted
                : terms.text("report.partial.why", counted, String.join(terms.text("report.semicolon"), why));
    }

    /** The figures of the units that two figures have in common: 同口径22家：本月 25，上月 22. */
    private String common(Comparison comparison, Indicator indicator, String now, String then) {
        return comparison
                .common()
                .map(c -> terms.text(
                        "report.common", c.units(), now, number(c.now(), indicator), then, number(c.then(), indicator)))
                .orElse("");
    }

    private static String number(BigDecimal number, Indicator indicator) {
        return Terms.number(number, indicator.decimals());
    }
}
