package org.huizong.template;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.huizong.catalogue.Unit;
import org.huizong.layout.Field;
import org.huizong.layout.FormLayout;
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
        pen.text(at(unit.row(), 0), wording.text("template.unit"), styles.plain());
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
        List<String> heads = heads();
        double lines = 1;
        for (int column = 0; column < heads.size(); column++) {
            pen.text(at(FormLayout.HEAD_ROW, column), heads.get(column), styles.head());
            pen.text(at(FormLayout.NUMBER_ROW, column), number(column), styles.centred());
            lines = Math.max(lines, TextWidth.lines(heads.get(column), widths.get(column)));
        }
        pen.height(FormLayout.HEAD_ROW, 10 + 14 * lines).height(FormLayout.NUMBER_ROW, 17);
    }

    private List<String> heads() {
        List<String> heads = new ArrayList<>(List.of(
                wording.text("template.item"), wording.text("template.measure"), wording.text("template.code")));
        if (layout.columns().isEmpty()) {
            heads.add(wording.text("template.now." + layout.form().frequency().code()));
        }
        layout.columns().forEach(c -> heads.add(wording.label(c)));
        if (layout.showsPrior()) {
            heads.add(wording.text("template.prior." + layout.form().frequency().code()));
        }
        if (layout.showsYear()) {
            heads.add(wording.text("template.ytd"));
            heads.add(wording.text("template.year_ago"));
        }
        heads.add(wording.text("template.check"));
        heads.add(wording.text("template.explanation"));
        return heads;
    }

    private String number(int column) {
        if (column < FormLayout.FIRST_VALUE_COLUMN) {
            return wording.text("template.stub." + (column + 1));
        }
        return column < layout.checkColumn() ? String.valueOf(column - FormLayout.FIRST_VALUE_COLUMN + 1) : "";
    }
}
