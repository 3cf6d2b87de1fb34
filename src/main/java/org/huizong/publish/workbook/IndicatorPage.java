package org.huizong.publish.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold;
import org.apache.poi.ss.usermodel.DataBarFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.huizong.aggregation.Comparison;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Indicator;
import org.huizong.model.CellAddress;
import org.huizong.model.Frequency;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.Remarks;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.huizong.spreadsheet.write.TextWidth;

/** 主要指标: each line of the report's totals with its comparisons; the figures of the period are live formulas. */
final class IndicatorPage {
    private static final int HEAD_ROW = 2;
    private static final int NOW_COLUMN = 2;
    private static final double WHOLE = 100;
    private static final double REMARK = 24;
    private static final double WIDEST_REMARK = 56;
    /** Against the period before, the same a year ago, and the years to date. */
    private static final int COMPARISONS = 3;
    /** Of each: now, then, the change. */
    private static final int PLACES = 3;

    private static final byte[] GREY = {(byte) 0xBF, (byte) 0xBF, (byte) 0xBF};

    private final Book book;
    private final Terms terms;
    private final Page page;
    private final Remarks remarks;
    private final List<Column> columns;

    /** One column: its head, its width, and what it writes for an indicator at a row and column. */
    private record Column(String head, double width, Writer writer) {}

    private interface Writer {
        void write(int row, int column, IndicatorFigures figures);
    }

    IndicatorPage(Book book) {
        this.book = book;
        this.terms = book.terms();
        this.page = Page.live(book, SheetKey.INDICATORS);
        this.remarks = new Remarks(terms);
        this.columns = columns();
    }

    private List<Column> columns() {
        boolean year = terms.period().frequency() == Frequency.YEAR;
        List<Column> list = new ArrayList<>();
        list.add(column(
                "report.head.indicator",
                width(18, 24, f -> terms.wording().label(f.indicator())),
                (r, c, f) -> page.text(r, c, terms.wording().label(f.indicator()), Look.CELL)));
        list.add(column(
                "report.head.measure",
                9,
                (r, c, f) ->
                        page.text(r, c, terms.wording().measure(f.indicator().measure()), Look.CENTRE)));
        list.add(new Column(terms.textOfPeriod("report.head.now"), 10, this::now));
        if (!year) {
            list.add(new Column(terms.base("prior"), 10, number(IndicatorFigures::prior)));
            list.add(change("report.head.againstprior", remarks::againstPrior));
        }
        list.add(new Column(terms.textOfPeriod("report.head.yearago"), 10, number(IndicatorFigures::yearAgo)));
        list.add(change("report.head.againstyearago", remarks::againstYearAgo));
        if (!year) {
            list.add(column("report.head.yeartodate", 11, number(IndicatorFigures::yearToDate)));
            list.add(column("report.head.yeartodateago", 11, number(IndicatorFigures::yearToDateAgo)));
            list.add(change("report.head.yearagainst", remarks::yearAgainstYearAgo));
        }
        if (terms.consolidation().indicators().stream().anyMatch(f -> f.target().isPresent())) {
            list.add(column(
                    "report.head.target",
                    10,
                    (r, c, f) -> optional(r, c, f.target(), f.indicator().decimals())));
            list.add(column("report.head.done", 9, this::done));
            list.add(column("report.head.pace", 12, this::pace));
        }
        list.add(column(
                "report.head.countedofowed",
                9,
                (r, c, f) -> page.text(r, c, f.now().counted() + "/" + f.now().owed(), Look.CENTRE)));
        list.add(column("report.head.remark", remarkWidth(), (r, c, f) -> page.text(r, c, remarks.of(f), Look.CELL)));
        return list;
    }

    /** Wide enough for long remarks to take few lines. */
    private double remarkWidth() {
        double longest = terms.consolidation().indicators().stream()
                .mapToDouble(f -> TextWidth.of(remarks.of(f)))
                .max()
                .orElse(0);
        return Math.min(WIDEST_REMARK, Math.max(REMARK, longest / 3));
    }

    /** Wide enough for most texts to take one line. */
    private double width(double least, double most, Function<IndicatorFigures, String> text) {
        double longest = terms.consolidation().indicators().stream()
                .mapToDouble(f -> TextWidth.of(text.apply(f)))
                .max()
                .orElse(0);
        return Math.min(most, Math.max(least, longest + 2));
    }

    private Column change(String key, Function<IndicatorFigures, String> text) {
        return column(key, width(13, 15, text), (r, c, f) -> page.text(r, c, text.apply(f), Look.CENTRE));
    }

    private Column column(String key, double width, Writer writer) {
        return new Column(terms.text(key), width, writer);
    }

    private Writer number(Function<IndicatorFigures, Figure> figure) {
        return (row, column, f) ->
                page.figure(row, column, figure.apply(f), f.indicator().decimals(), Look.NUMBER);
    }

    /** Writes it; the row from which the sheet is free. */
    int write() {
        page.widths(columns.stream().mapToDouble(Column::width).toArray());
        page.title(0, columns.size() - 1, terms.text("report.indicators.title"));
        page.wide(
                1,
                0,
                columns.size() - 1,
                terms.text("report.indicators.period", terms.wording().period(terms.period())),
                Look.SUBTITLE);
        page.line(HEAD_ROW, Look.HEAD, columns.stream().map(Column::head).toArray(String[]::new));
        Paper paper = new Paper(page.sheet(), true, page.places(0, columns.size() - 1));
        paper.together(0, HEAD_ROW);
        paper.repeat(HEAD_ROW);
        int row = HEAD_ROW + 1;
        String section = "";
        for (IndicatorFigures figures : terms.consolidation().indicators()) {
            int first = row;
            if (!figures.indicator().section().equals(section)) {
                section = figures.indicator().section();
                page.wide(row++, 0, columns.size() - 1, terms.wording().choice("sections", section), Look.TOTAL_LABEL);
            }
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).writer().write(row, i, figures);
            }
            common(row, figures);
            page.fit(row);
            paper.together(first, row++);
        }
        for (int i = 0; i < COMPARISONS * PLACES; i++) {
            page.sheet().setColumnHidden(columns.size() + i, true);
        }
        bars(row - 1);
        note(row);
        paper.together(row, page.sheet().getLastRowNum());
        paper.squeeze();
        page.sheet().createFreezePane(1, HEAD_ROW + 1);
        page.print(paper);
        book.pages(SheetKey.INDICATORS, paper.pages());
        // the figures of the charts, which follow below, are not for paper
        book.workbook()
                .setPrintArea(
                        book.index(SheetKey.INDICATORS),
                        0,
                        columns.size() - 1,
                        0,
                        page.sheet().getLastRowNum());
        int below = page.sheet().getLastRowNum() + 2;
        page.done();
        return below;
    }

    /** Bars behind the progress towards targets, as long as what is done of the whole. */
    private void bars(int last) {
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).head().equals(terms.text("report.head.done"))) {
                XSSFSheetConditionalFormatting formatting = book.workbook()
                        .getSheetAt(book.index(SheetKey.INDICATORS))
                        .getSheetConditionalFormatting();
                XSSFConditionalFormattingRule rule =
                        formatting.createConditionalFormattingRule(new XSSFColor(GREY, new DefaultIndexedColorMap()));
                DataBarFormatting bar = rule.getDataBarFormatting();
                threshold(bar.getMinThreshold(), 0);
                threshold(bar.getMaxThreshold(), WHOLE);
                CellRangeAddress[] area = {new CellRangeAddress(HEAD_ROW + 1, last, column, column)};
                formatting.addConditionalFormatting(area, rule);
            }
        }
    }

    private static void threshold(ConditionalFormattingThreshold threshold, double value) {
        threshold.setRangeType(ConditionalFormattingThreshold.RangeType.NUMBER);
        threshold.setValue(value);
    }

    private void note(int row) {
        Stream<Figure> shown = terms.consolidation().indicators().stream()
                .flatMap(f -> Stream.concat(Stream.of(f.now()), f.compared()));
        new Marks(terms).note(shown).ifPresent(note -> page.wide(row, 0, columns.size() - 1, note, Look.NOTE));
    }

    private void now(int row, int column, IndicatorFigures figures) {
        Indicator indicator = figures.indicator();
        String formula = terms.catalogue()
                .formula(indicator.formula())
                .renderKnown(item -> book.cells(item).map(c -> c.total(item)));
        page.formula(row, column, formula, indicator.decimals(), Look.TOTAL, indicator.code(), figures.now());
        figures.now().value().ifPresent(v -> book.put(indicator.code(), new CellAddress(row, NOW_COLUMN)));
    }

    /** To the right of the page, hidden: the figures that changes over common units are made of, and the change. */
    private void common(int row, IndicatorFigures figures) {
        List<Comparison> all = List.of(figures.againstPrior(), figures.againstYearAgo(), figures.yearAgainstYearAgo());
        for (int i = 0; i < COMPARISONS; i++) {
            int column = columns.size() + i * PLACES;
            Comparison comparison = all.get(i);
            comparison.common().ifPresent(common -> {
                int decimals = figures.indicator().decimals();
                CellAddress now = new CellAddress(row, column);
                CellAddress then = new CellAddress(row, column + 1);
                page.number(row, column, common.now(), decimals, Look.PLAIN);
                page.number(row, column + 1, common.then(), decimals, Look.PLAIN);
                String difference = now.text() + '-' + then.text();
                boolean percent = comparison.percent().isPresent();
                BigDecimal change =
                        comparison.percent().or(comparison::difference).orElseThrow();
                page.formula(
                        row,
                        column + 2,
                        percent ? "(" + difference + ")/ABS(" + then.text() + ")*100" : difference,
                        percent ? 1 : decimals,
                        Look.PLAIN,
                        figures.indicator().code(),
                        change);
            });
        }
    }

    private void optional(int row, int column, Optional<BigDecimal> number, int decimals) {
        number.ifPresentOrElse(
                n -> page.number(row, column, n, decimals, Look.NUMBER), () -> page.blank(row, column, Look.CELL));
    }

    private void done(int row, int column, IndicatorFigures figures) {
        Optional<BigDecimal> done = figures.towards().share();
        if (done.isEmpty()) {
            page.blank(row, column, Look.CELL);
        } else {
            page.madeOf(row, column, done, figures.yearToDate(), 1, Look.NUMBER);
        }
    }

    /** In words beside the colour. */
    private void pace(int row, int column, IndicatorFigures figures) {
        remarks.standing(figures.towards())
                .ifPresentOrElse(
                        standing -> page.text(row, column, standing.words(), Look.of(standing.tone())),
                        () -> page.blank(row, column, Look.CELL));
    }
}
