package org.huizong.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.MonthlyTrend;
import org.huizong.catalogue.Indicator;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.Terms;

/**
 * A year as twelve bars, with the places in which they are drawn: who cannot see them reads what they say.
 *
 * @param title what it shows
 * @param said every month with its value
 * @param zero how far down the line lies on which bars stand
 * @param bars those that are drawn, and the months without a figure
 */
public record YearChart(String title, String said, int zero, List<Bar> bars) {
    /** Size of the drawing. */
    public static final int WIDTH = 600;

    public static final int HEIGHT = 170;
    private static final int TOP = 20;
    private static final int FOOT = 22;
    private static final int MONTHS = 12;
    private static final int ROOM = HEIGHT - TOP - FOOT;

    public YearChart {
        bars = List.copyOf(bars);
    }

    /**
     * One month.
     *
     * @param middle its place across
     * @param top where its bar begins
     * @param height how tall it is; 0 where there is no figure
     * @param isPartial whether it holds a part of what was owed
     * @param value the figure as it is written
     */
    public record Bar(int middle, int top, int height, boolean isPartial, String month, String value) {
        /** Where the bar begins across. */
        public int left() {
            return middle - 16;
        }

        /** Where its value stands. */
        public int above() {
            return top - 5;
        }
    }

    /** The months of an indicator; empty where only one has a figure. */
    static Optional<YearChart> of(Terms terms, Indicator indicator) {
        Map<YearMonth, MonthlyTrend.Part> months =
                terms.consolidation().course().months();
        List<BigDecimal> values = months.values().stream()
                .flatMap(part -> part.total(indicator.code()).value().stream())
                .toList();
        if (values.size() < 2) {
            return Optional.empty();
        }
        BigDecimal most = values.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal least = values.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal span = most.subtract(least).max(BigDecimal.ONE.movePointLeft(indicator.decimals()));
        int zero = TOP + pixels(span.add(least), span);
        List<Bar> bars = new ArrayList<>();
        months.forEach((month, part) -> {
            Figure figure = part.total(indicator.code());
            int height = figure.value().map(v -> pixels(v, span)).orElse(0);
            bars.add(new Bar(
                    WIDTH * (2 * month.getMonthValue() - 1) / (2 * MONTHS),
                    height < 0 ? zero : zero - height,
                    Math.abs(height),
                    figure.isPartial(),
                    terms.text("report.charts.month.short", month.getMonthValue()),
                    Marks.show(figure, indicator.decimals())));
        });
        return Optional.of(new YearChart(
                terms.text(
                        "report.charts.series",
                        terms.wording().label(indicator),
                        terms.wording().measure(indicator.measure())),
                bars.stream().map(b -> b.month() + ' ' + b.value()).collect(Collectors.joining("; ")),
                zero,
                bars));
    }

    private static int pixels(BigDecimal value, BigDecimal span) {
        return value.multiply(BigDecimal.valueOf(ROOM))
                .divide(span, 0, RoundingMode.HALF_UP)
                .intValue();
    }
}
