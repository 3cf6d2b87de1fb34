package org.huizong.publish.document;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.MonthlyTrend;
import org.huizong.catalogue.Indicator;
import org.huizong.docx.Meaning;
import org.huizong.publish.chart.DocumentChart;
import org.huizong.publish.document.Report.Told;
import org.huizong.publish.narrative.Terms;

/** How an indicator went month by month, drawn for a text. */
final class CourseDrawing {
    private CourseDrawing() {}

    /** The chart; one without anything to draw where fewer than two months are known, because nobody is shown an empty one. */
    static Meaning of(Told told) {
        Terms terms = told.report().terms();
        Indicator indicator = told.figures().indicator();
        Map<YearMonth, MonthlyTrend.Part> months =
                terms.consolidation().course().months();
        List<Figure> figures =
                months.values().stream().map(m -> m.total(indicator.code())).toList();
        if (figures.stream().filter(f -> f.value().isPresent()).count() < 2) {
            return new Meaning.Chart("", new byte[0], "");
        }
        String label = terms.wording().label(indicator);
        String title = terms.text(
                "narrative.chart",
                terms.period().last().getYear(),
                label,
                terms.wording().measure(indicator.measure()));
        List<Optional<BigDecimal>> numbers = figures.stream().map(Figure::value).toList();
        Set<Integer> partial = IntStream.range(0, figures.size())
                .filter(i -> figures.get(i).isPartial())
                .boxed()
                .collect(Collectors.toSet());
        DocumentChart chart = DocumentChart.columns(
                title,
                label,
                months.keySet().stream()
                        .map(m -> terms.text("report.charts.month.short", m.getMonthValue()))
                        .toList(),
                numbers,
                partial,
                terms.consolidation().asOf());
        return new Meaning.Chart(chart.part(), chart.workbook(), title);
    }
}
