package org.huizong.publish.workbook;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FormFigures;
import org.huizong.aggregation.MissingFiling;
import org.huizong.layout.FormLayout;
import org.huizong.model.Period;
import org.huizong.publish.narrative.Gaps;
import org.huizong.publish.narrative.Terms;

/** What stands above the lines of a form: its title, its number, whose figures they are, how many count, the heads. */
final class FormTop {
    private final Terms terms;
    private final Page page;
    private final FormFigures figures;
    private final FormLayout layout;
    private final FormFrame frame;

    FormTop(Book book, Page page, FormFigures figures, FormLayout layout, FormFrame frame) {
        this.terms = book.terms();
        this.page = page;
        this.figures = figures;
        this.layout = layout;
        this.frame = frame;
    }

    /**
     * Writes everything above the first line of the form.
     *
     * @param comparisons the heads of the columns to the right of the form's own
     */
    void write(List<String> comparisons) {
        int last = layout.earlierColumn() + comparisons.size() - 1;
        String township = terms.wording().label(terms.catalogue().top());
        boolean own = figures.form().frequency() == terms.period().frequency();
        String title = own
                ? terms.text("report.form.title", township, terms.wording().label(figures.form()))
                : terms.text("report.form.title.longer", township, terms.shortLabel(figures.form()));
        page.title(FormLayout.TITLE_ROW, last, title);
        page.text(FormLayout.FORM_NO_ROW, 0, terms.text("report.form.internal"), Look.PLAIN);
        page.text(
                FormLayout.FORM_NO_ROW,
                last,
                terms.text("report.form.no", figures.form().formNo()),
                Look.RIGHT);
        page.text(
                FormLayout.ISSUER_ROW,
                last,
                terms.text("report.form.issuer", terms.wording().issuer(figures.form())),
                Look.RIGHT);
        page.area(
                new CellRangeAddress(FormLayout.IDENTITY_ROW, FormLayout.IDENTITY_ROW, 0, layout.labelColumn()),
                terms.text("report.form.unit"),
                Look.RIGHT);
        page.text(FormLayout.IDENTITY_ROW, layout.measureColumn(), township, Look.PLAIN);
        page.text(
                FormLayout.IDENTITY_ROW,
                last,
                terms.text("report.form.period", terms.wording().period(terms.period())),
                Look.RIGHT);
        page.text(FormLayout.BANNER_ROW, 0, standing(), Look.PLAIN);
        heads(comparisons, last);
    }

    private String standing() {
        Figure all = figures.items().isEmpty()
                ? Figure.NOT_OWED
                : figures.total(figures.items().get(0).code());
        String counted = terms.text("report.form.standing", all.owed(), all.counted());
        List<String> parts = new ArrayList<>(List.of(counted));
        List<MissingFiling> gaps = all.basis().all().stream()
                .filter(g -> g.why() != MissingFiling.Why.BLANK)
                .toList();
        if (!gaps.isEmpty()) {
            parts.add(new Gaps(terms).text(gaps, terms.period()));
        }
        figures.totals().values().stream()
                .flatMap(f -> f.asAt().stream())
                .min(YearMonth::compareTo)
                .map(m -> terms.text("report.form.asat", terms.wording().period(Period.month(m))))
                .ifPresent(parts::add);
        return String.join(terms.text("report.semicolon"), parts);
    }

    private void heads(List<String> comparisons, int last) {
        frame.heads(FormLayout.HEAD_ROW, terms.textOfPeriod("report.head.total"), comparisons);
        int stub = layout.labelColumn();
        page.area(
                new CellRangeAddress(layout.numberRow(), layout.numberRow(), 0, stub),
                terms.text("report.stem.1"),
                Look.CENTRE);
        for (int i = layout.measureColumn(); i <= last; i++) {
            String number = i < layout.firstValueColumn()
                    ? terms.text("report.stem." + (i - stub + 1))
                    : String.valueOf(i - layout.firstValueColumn() + 1);
            page.text(layout.numberRow(), i, number, Look.CENTRE);
        }
    }
}
