package org.huizong.publish.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.huizong.aggregation.Comparison;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.aggregation.TargetProgress;
import org.huizong.catalogue.Indicator;
import org.huizong.model.Period;
import org.huizong.publish.narrative.Pace;
import org.huizong.publish.narrative.Remarks;
import org.huizong.publish.narrative.Terms;

/** Figures as a report has them in its sentences: with their measure, and with whatever is to be known of them. */
final class FigureProse {
    /** Spaces that part signs in a cell; the prose of an office has none beside Chinese. */
    private static final Pattern APART =
            Pattern.compile("(?<=[\\p{IsHan}，、；。：）]) +(?=[\\p{IsHan}0-9])|(?<=[0-9]) +(?=\\p{IsHan})");

    private static final String YEAR_TO_DATE = "ytd";

    /** Per cent of the year that are over at its end. */
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Terms terms;
    private final Remarks remarks;
    private final boolean named;
    private final Set<String> said = new HashSet<>();

    /**
     * Speaks in some terms.
     *
     * @param named whether those who have not reported are named
     */
    FigureProse(Terms terms, boolean named) {
        this.terms = terms;
        this.remarks = new Remarks(terms);
        this.named = named;
    }

    /** A paragraph begins: a remark that was made before is made in full again. */
    void begin() {
        said.clear();
    }

    /** A sentence made for cells and screens, as an official text has it. */
    String prose(String text) {
        return terms.wording().isChinese() ? APART.matcher(text).replaceAll("") : text;
    }

    /** 258次; of a figure that is not whole what it lacks, 258次（缺石桥村，实报35/37）; 暂缺 and why of one that is unknown. */
    String amount(Figure figure, Indicator indicator, Period period) {
        Optional<String> value = figure.value().map(v -> amount(v, indicator));
        return value.map(v -> v + remark(figure, period)).orElseGet(() -> unknown(figure, period));
    }

    /** A number with its measure. */
    String amount(BigDecimal value, Indicator indicator) {
        return terms.amount(value, indicator.decimals(), indicator.measure());
    }

    /** The number alone, for a cell of a table: 258, or 258（不全）. */
    String number(Figure figure, Indicator indicator) {
        return figure.value()
                .map(v -> number(v, indicator) + (figure.isPartial() ? terms.text("narrative.partial.short") : ""))
                .orElseGet(() -> terms.text("narrative.unknown.short"));
    }

    /** How much of a target is reached, in percent; empty where that says nothing. */
    String share(TargetProgress progress) {
        String partly = progress.yearToDate().isPartial() ? terms.text("narrative.partial.short") : "";
        return progress.share().map(s -> s.toPlainString() + "%" + partly).orElse("");
    }

    /** How a target stands against the time that has passed; empty where that says nothing. */
    String standing(TargetProgress progress) {
        return Pace.of(terms, progress)
                .map(this::pace)
                .or(() -> remarks.standing(progress).map(Remarks.Standing::words))
                .orElse("");
    }

    private String pace(Pace pace) {
        if (pace.gone().compareTo(WHOLE) == 0) {
            return terms.text(pace.kind() == Pace.Kind.REACHED ? "narrative.pace.done" : "narrative.pace.missed");
        }
        return terms.text(
                "narrative.pace." + pace.kind().name().toLowerCase(Locale.ROOT),
                pace.gone().toPlainString());
    }

    static String number(BigDecimal value, Indicator indicator) {
        return Terms.number(value, indicator.decimals());
    }

    private String unknown(Figure figure, Period period) {
        String why = why(figure, period);
        return terms.text("narrative.unknown", why.isEmpty() ? terms.text("narrative.unknown.nobody") : why);
    }

    /** What a figure lacks, in brackets; what was said of another in the same paragraph is only pointed at. */
    String remark(Figure figure, Period period) {
        if (figure.isComplete()) {
            return "";
        }
        String why = why(figure, period);
        String counted = terms.text("narrative.counted", figure.counted(), figure.owed());
        String remark = figure.counted() < figure.owed() ? join(List.of(why, counted)) : why;
        if (remark.isEmpty()) {
            return terms.text("narrative.partial.short");
        }
        return said.add(remark) ? terms.text("narrative.remark", remark) : terms.text("narrative.remark.again");
    }

    private String why(Figure figure, Period period) {
        return named
                ? prose(String.join(terms.text("report.semicolon"), remarks.lacking(figure, period)))
                : figure.isComplete() ? "" : terms.text("narrative.lacking");
    }

    private String join(List<String> parts) {
        return String.join(
                terms.text("narrative.comma"),
                parts.stream().filter(p -> !p.isEmpty()).toList());
    }

    /** 实报35/37. */
    String coverage(Figure figure) {
        return terms.text("narrative.counted", figure.counted(), figure.owed());
    }

    /** The change against a year ago in words that go into a sentence: 比上年增长6.3%. */
    String againstYearAgo(IndicatorFigures f) {
        return change(f.againstYearAgo(), f.indicator(), "yearago");
    }

    /** The change against the period before: 比上月减少3起. */
    String againstPrior(IndicatorFigures f) {
        return change(f.againstPrior(), f.indicator(), "prior");
    }

    /** The change of the year to date against the same months a year ago. */
    String yearAgainstYearAgo(IndicatorFigures f) {
        return change(f.yearAgainstYearAgo(), f.indicator(), YEAR_TO_DATE);
    }

    private String change(Comparison comparison, Indicator indicator, String base) {
        String then = base.equals(YEAR_TO_DATE)
                ? terms.text("narrative.base.ytd")
                : terms.textOfPeriod(
                        "narrative.base." + base,
                        terms.wording().period(terms.period().prior()));
        List<String> parts = new ArrayList<>();
        parts.add(
                switch (comparison.kind()) {
                    case NO_FIGURE -> "";
                    case NO_BASE -> terms.text("narrative.change.nobase", then);
                    case NOT_COMPARABLE -> terms.text("narrative.change.notcomparable", then);
                    case SAME -> terms.text("narrative.change.same", then);
                    case FROM_ZERO -> terms.text("narrative.change.fromzero", then);
                    case UP, DOWN -> moved(comparison, indicator, then);
                });
        comparison.common().ifPresent(c -> parts.add(terms.text("narrative.change.common", c.units())));
        return join(parts);
    }

    private String moved(Comparison comparison, Indicator indicator, String then) {
        String way = comparison.kind() == Comparison.Kind.UP ? "up" : "down";
        BigDecimal difference = comparison
                .difference()
                .orElse(BigDecimal.ZERO)
                .setScale(indicator.decimals(), RoundingMode.HALF_UP)
                .abs();
        Optional<BigDecimal> percent =
                indicator.isShare() ? Optional.empty() : comparison.percent().map(BigDecimal::abs);
        if (percent.orElse(difference).signum() == 0) {
            return terms.text("narrative.change.nearly", then);
        }
        if (percent.isPresent()) {
            return terms.text(
                    "narrative.change." + way + ".percent", then, percent.get().toPlainString());
        }
        String amount = indicator.isShare()
                ? terms.text("narrative.points", difference.toPlainString())
                : amount(difference, indicator);
        return terms.text("narrative.change." + way, then, amount);
    }
}
