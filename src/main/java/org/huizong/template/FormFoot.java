package org.huizong.template;

import java.util.List;
import java.util.stream.IntStream;
import org.huizong.layout.Field;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.write.Styles;
import org.huizong.spreadsheet.write.TextWidth;

/** Draws the foot of a form, for those who answer for it, and its notes. */
final class FormFoot extends FormPart {
    FormFoot(FormPart of) {
        super(of);
    }

    void foot() {
        foot(Field.HEAD);
        foot(Field.STATISTICIAN);
        foot(Field.FILLER);
        foot(Field.PHONE);
        foot(Field.DATE);
        limits.date(layout.cell(Field.DATE), wording.text("template.foot_date"));
        pen.height(layout.footRow() - 1, 6);
        IntStream.range(layout.footRow(), layout.footRow() + 3).forEach(row -> pen.height(row, 22));
    }

    void foot(Field field) {
        CellAddress at = layout.cell(field);
        boolean left = at.column() == layout.measureColumn();
        int first = left ? 0 : at.column() - 1;
        pen.merge(at.row(), first, at.column() - 1, left ? styles.plain() : styles.plainRight())
                .text(at(at.row(), first), wording.text("template." + field.definedName()));
        pen.merge(
                at.row(),
                at.column(),
                at.column() + 1,
                field == Field.DATE ? styles.inputLineDate() : styles.inputLine());
    }

    /** Writes the notes and gives the last row of the page. */
    int notes() {
        List<String> notes =
                wording.isChinese() ? layout.form().notes() : layout.form().notesEn();
        double width = widths.stream().mapToInt(w -> w).sum() * 11.0 / Styles.NOTE;
        int row = layout.notesRow();
        for (int i = 0; i < notes.size(); i++, row++) {
            String text = wording.text(i == 0 ? "template.note.first" : "template.note", i + 1, notes.get(i));
            pen.merge(row, 0, layout.explainColumn(), styles.note())
                    .text(at(row, 0), text)
                    .height(row, 3 + 13.5 * TextWidth.lines(text, width));
        }
        return Math.max(layout.footRow() + 2, row - 1);
    }
}
