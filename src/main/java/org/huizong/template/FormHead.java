package org.huizong.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.huizong.catalogue.Unit;
import org.huizong.layout.Field;
import org.huizong.layout.FormLayout;
import org.huizong.layout.Head;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.write.TextWidth;

/** Draws what stands above the lines of a form: title, who reports on what, and the heads of the columns. */
final class FormHead extends FormPart {
    FormHead(FormPart of) {
        super(of);
    }

    void head() {
        int last = layout.explainColumn();
        String title = wording.text("template.title", wording.label(catalogue.top()), wording.label(layout.form()));
        pen.merge(FormLayout.TITLE_ROW, 0, last, styles.title())
                .text(at(FormLayout.TITLE_ROW, 0), title)
                .height(FormLayout.TITLE_ROW, 34);
        right(
                FormLayout.FORM_NO_ROW,
                wording.text("template.form_no", layout.form().formNo()));
        String issuer = wording.text("template.issuer", Titles.issuer(wording, layout.form()));
        String internal = wording.text("template.internal");
        if (isNarrow()) {
            right(FormLayout.ISSUER_ROW, issuer + "    " + internal);
        } else {
            right(FormLayout.ISSUER_ROW, issuer);
            right(FormLayout.IDENTITY_ROW, internal);
        }
        pen.height(FormLayout.IDENTITY_ROW, 22);
        pen.merge(FormLayout.BANNER_ROW, 0, last, styles.banner()).height(FormLayout.BANNER_ROW, 24);
    }

    /** Tells whether the period stands where a wider form says for whom it is. */
    private boolean isNarrow() {
        return layout.cell(Field.PERIOD).column() + 1 >= layout.checkColumn();
    }

    private void right(int row, String text) {
        pen.merge(row, layout.checkColumn(), layout.explainColumn(), styles.plainRight())
                .text(at(row, layout.checkColumn()), text)
                .height(row, 17);
    }

    void identity() {
        CellAddress unit = layout.cell(Field.UNIT);
        CellAddress period = layout.cell(Field.PERIOD);
        pen.merge(unit.row(), 0, layout.labelColumn(), styles.plain())
                .text(at(unit.row(), 0), wording.text("template.unit"));
        pen.text(at(period.row(), period.column() - 1), wording.text("template.period.label"), styles.plainRight());
        XSSFCellStyle style = to.isPresent() ? styles.line() : styles.inputLine();
        pen.merge(unit.row(), unit.column(), unit.column() + 1, style);
        pen.merge(period.row(), period.column(), period.column() + 1, style);
        to.ifPresentOrElse(
                r -> pen.text(unit, wording.label(r.unit()))
                        .text(period, r.period().code()),
                () -> {
                    List<String> units = catalogue.units().stream()
                            .filter(u -> u.owes(layout.form().code(), month))
                            .map((Unit u) -> wording.label(u))
                            .toList();
                    if (!units.isEmpty()) {
                        limits.list(unit, list("unit", units), units.size(), wording.text("template.unit.short"));
                    }
                    limits.period(period, Titles.example(layout.form().frequency()));
                });
    }

    void columnHeads() {
        int first = layout.firstValueColumn();
        int levels = layout.headLevels();
        List<Head> heads = new ArrayList<>();
        heads.add(whole(wording.text("template.item"), 0, layout.labelColumn()));
        heads.add(whole(wording.text("template.measure"), layout.measureColumn(), layout.measureColumn()));
        heads.add(whole(wording.text("template.code"), layout.codeColumn(), layout.codeColumn()));
        if (layout.columns().isEmpty()) {
            heads.add(whole(
                    wording.text("template.now." + layout.form().frequency().code()), first, first));
        }
        layout.columnHeads()
                .forEach(h -> heads.add(new Head(
                        h.label(), h.labelEn(), h.level(), h.lastLevel(), first + h.first(), first + h.last())));
        List<String> others = others();
        for (int i = 0; i < others.size(); i++) {
            heads.add(whole(others.get(i), layout.earlierColumn() + i, layout.earlierColumn() + i));
        }
        Map<Head, Double> needed = new LinkedHashMap<>();
        for (Head head : heads) {
            CellRangeAddress area = new CellRangeAddress(
                    FormLayout.HEAD_ROW + head.level(),
                    FormLayout.HEAD_ROW + head.lastLevel(),
                    head.first(),
                    head.last());
            String text = label(wording, head);
            pen.merge(area, styles.head()).text(at(area.getFirstRow(), area.getFirstColumn()), text);
            int width = widths.subList(head.first(), head.last() + 1).stream()
                    .mapToInt(w -> w)
                    .sum();
            needed.put(head, 10 + 14.0 * TextWidth.lines(text, width));
            for (int column = head.first(); column <= head.last() && head.isLowestOf(levels); column++) {
                pen.text(at(layout.numberRow(), column), number(column), styles.centred());
            }
        }
        double[] heights = Head.heights(levels, needed);
        for (int level = 0; level < levels; level++) {
            pen.height(FormLayout.HEAD_ROW + level, heights[level]);
        }
        pen.merge(layout.numberRow(), 0, layout.labelColumn(), styles.centred()).height(layout.numberRow(), 17);
    }

    /** A head that no other stands over, and that stands over none. */
    private Head whole(String text, int first, int last) {
        return new Head(text, text, 0, layout.headLevels() - 1, first, last);
    }

    /** The heads to the right of the values. */
    private List<String> others() {
        List<String> heads = new ArrayList<>();
        if (layout.showsPrior()) {
            heads.add(wording.text("template.prior." + layout.form().frequency().code()));
        }
        if (layout.showsYear()) {
            heads.add(wording.text("template.ytd"));
            heads.add(wording.text("template.year_ago"));
        }
        if (layout.showsChange()) {
            heads.add(wording.text("template.change"));
        }
        heads.add(wording.text("template.check"));
        heads.add(wording.text("template.explanation"));
        return heads;
    }

    private String number(int column) {
        if (column < layout.firstValueColumn()) {
            return wording.text("template.stub." + (Math.max(0, column - layout.labelColumn()) + 1));
        }
        return column < layout.checkColumn() ? String.valueOf(column - layout.firstValueColumn() + 1) : "";
    }
}
