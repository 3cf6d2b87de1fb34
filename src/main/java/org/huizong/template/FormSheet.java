package org.huizong.template;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Explanations;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.layout.Field;
import org.huizong.layout.FormLayout;
import org.huizong.layout.PrefillField;
import org.huizong.model.CellAddress;
import org.huizong.model.Severity;
import org.huizong.spreadsheet.write.Styles;
import org.huizong.wording.Wording;

/** Draws one form: its parts, the names of its cells, and what works behind it. */
final class FormSheet extends FormPart {
    FormSheet(
            Catalogue catalogue,
            Wording wording,
            Styles styles,
            XSSFWorkbook book,
            Return form,
            YearMonth month,
            Optional<Recipient> to) {
        super(catalogue, wording, styles, book.createSheet(Titles.sheet(wording, form)), form, month, to);
    }

    XSSFSheet draw() {
        nameCells();
        FormHead head = new FormHead(this);
        head.head();
        head.identity();
        head.columnHeads();
        FormLines lines = new FormLines(this);
        layout.lines().forEach(lines::line);
        lines.groups();
        layout.looseRules().forEach(lines::looseRule);
        lines.whole();
        int lastTableRow = layout.wholeRow();
        styles.frame(pen.sheet(), new CellRangeAddress(FormLayout.HEAD_ROW, lastTableRow, 0, layout.explainColumn()));
        FormFoot foot = new FormFoot(this);
        foot.foot();
        int lastRow = foot.notes();
        hiddenFields();
        words();
        new FormTints(this).tints(lastTableRow);
        finish(lastRow);
        return pen.sheet();
    }

    /** Those that formulas use most come first, because POI looks names up one after the other. */
    private void nameCells() {
        layout.items().forEach(i -> pen.name(layout.cell(i), i.code()));
        for (Field field : layout.fields()) {
            pen.name(layout.cell(field), field.definedName());
        }
        layout.explanations().forEach((of, at) -> pen.name(at, Explanations.name(of)));
        List<Item> numeric =
                layout.items().stream().filter(i -> i.type().isNumeric()).toList();
        for (PrefillField shadow :
                List.of(PrefillField.YTD, PrefillField.YTD_BEFORE, PrefillField.YEAR_AGO, PrefillField.PRIOR)) {
            numeric.forEach(i -> pen.name(layout.shadow(i.code(), shadow), shadow.definedName(i.code())));
        }
    }

    private void hiddenFields() {
        pen.text(layout.cell(Field.RETURN), layout.form().code());
        pen.text(layout.cell(Field.VERSION), layout.form().version());
        CellAddress start = layout.cell(Field.PERIOD_START);
        CellAddress end = layout.cell(Field.PERIOD_END);
        pen.style(start, styles.hiddenDate()).style(end, styles.hiddenDate());
        to.ifPresentOrElse(
                r -> pen.date(start, r.period().start()).date(end, r.period().end()), () -> {
                    var frequency = layout.form().frequency();
                    pen.formula(backstage.periodText(), PeriodCells.uniform());
                    pen.formula(start, PeriodCells.start(backstage.periodText().pinned(), frequency));
                    pen.formula(end, PeriodCells.end(frequency));
                });
        FormBanner banner = new FormBanner(wording, layout, backstage);
        // what was filled in for the clerk is no beginning
        pen.formula(backstage.filled(), banner.filled() + (given.isEmpty() ? "" : "-" + given.size()));
        pen.formula(backstage.blanks(), banner.count(VerdictMark.BLANK));
        pen.formula(backstage.errors(), banner.count(VerdictMark.ERROR));
        pen.formula(backstage.queries(), banner.count(VerdictMark.QUERY));
        pen.formula(at(FormLayout.BANNER_ROW, 0), banner.sentence());
    }

    private void words() {
        List<String> words = checks.empties();
        IntStream.range(0, words.size()).forEach(i -> pen.text(at(i, backstage.words()), words.get(i)));
        Map<String, CellAddress> explaining = new TreeMap<>();
        explaining.put(Explanations.OF_RETURN, layout.cell(Field.EXPLANATION));
        backstage.rules().stream()
                .filter(r -> r.severity() == Severity.QUERY)
                .forEach(r -> explaining.putAll(backstage.explaining(r)));
        explaining.forEach((name, at) -> pen.formula(backstage.says(at.row()), checks.says(name)));
    }

    private void finish(int lastRow) {
        XSSFSheet sheet = pen.sheet();
        double height = IntStream.rangeClosed(0, lastRow)
                .mapToDouble(r -> sheet.getRow(r) == null
                        ? sheet.getDefaultRowHeightInPoints()
                        : sheet.getRow(r).getHeightInPoints())
                .sum();
        String footer = layout.form().formNo() + "  "
                + wording.text("template.version", layout.form().version());
        Page.set(sheet, widths, height, footer, wording.text("template.pages"));
        Page.print(sheet, lastRow, layout.explainColumn(), FormLayout.IDENTITY_ROW, layout.numberRow());
        int end = backstage.list(lists.size());
        if (checks.needsCalendar()) {
            new CalendarCells(catalogue.calendar(), styles, pen).write(end);
            end += CalendarCells.WIDTH;
        }
        sheet.setColumnWidth(layout.explainColumn() + 1, 2 * 256);
        Page.hide(sheet, layout.hiddenColumn(), end - 1);
        sheet.createFreezePane(0, layout.firstLineRow());
        Page.protect(sheet);
    }
}
