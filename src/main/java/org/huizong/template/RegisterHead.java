package org.huizong.template;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huizong.layout.Field;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.write.Styles;
import org.huizong.spreadsheet.write.TextWidth;
import org.huizong.wording.Wording;

/** Draws what stands above the fields of a register, and what of these stands on the sheets of paper beside the first. */
final class RegisterHead {
    /** Room for the number of the form and who issued it, in digits. */
    private static final int NUMBER_WIDTH = 30;

    /** The first column that is not printed on each sheet: what stands before it would be cut there. */
    static final int FIRST = RegisterLayout.FIRST_ITEM_COLUMN + 1;

    private static final int NUMBER_LINES = 3;
    private static final int MANY = 100;
    private static final double NOTE_LINE = 13.5;
    private static final String GAP = "    ";

    private final Wording wording;
    private final Styles styles;
    private final RegisterLayout layout;
    private final CellWriter pen;
    private final List<Integer> widths;
    private final RegisterPaper paper;

    RegisterHead(
            Wording wording,
            Styles styles,
            RegisterLayout layout,
            CellWriter pen,
            List<Integer> widths,
            RegisterPaper paper) {
        this.wording = wording;
        this.styles = styles;
        this.layout = layout;
        this.pen = pen;
        this.widths = widths;
        this.paper = paper;
    }

    void draw(String title) {
        int last = paper.titled();
        pen.merge(RegisterLayout.TITLE_ROW, 0, last, styles.title())
                .text(new CellAddress(RegisterLayout.TITLE_ROW, 0), title)
                .height(RegisterLayout.TITLE_ROW, 34);
        notes(last);
        pen.merge(layout.bannerRow(), FIRST, last, styles.banner()).height(layout.bannerRow(), bannerHeight(last));
        // of two sheets the second has these columns, wherever a program lets it begin
        paper.beside().forEach(first -> again(paper.beside().size() == 1 ? layout.checkColumn() : first));
    }

    /** Room for the longest that the banner says of some hundred records. */
    private double bannerHeight(int last) {
        String longest = wording.text("template.register.left", MANY, MANY, MANY)
                + wording.text("template.register.unprinted", MANY);
        return Math.max(24, 4 + 16.0 * TextWidth.lines(longest, width(FIRST, last) * 11.0 / 12));
    }

    /** How to fill it at the left, and which form it is, by whom, at the right. */
    private void notes(int last) {
        int right = last;
        while (right > FIRST + 1 && width(right, last) < NUMBER_WIDTH) {
            right--;
        }
        int row = RegisterLayout.FORM_NO_ROW;
        String number = String.join(
                "\n",
                wording.text("template.form_no", layout.register().formNo()),
                wording.text("template.issuer", Titles.issuer(wording, layout.register())),
                wording.text("template.internal"));
        List<String> all = wording.isChinese()
                ? layout.register().notes()
                : layout.register().notesEn();
        String notes = IntStream.range(0, all.size())
                .mapToObj(i -> wording.text(i == 0 ? "template.note.first" : "template.note.next", i + 1, all.get(i)))
                .collect(Collectors.joining(" "));
        double lines = TextWidth.lines(notes, width(FIRST, right - 1) * 11.0 / Styles.NOTE * 0.95);
        // what stands in the first columns would be printed on each sheet
        pen.merge(row, FIRST, right - 1, styles.note())
                .text(new CellAddress(row, FIRST), notes)
                .merge(row, right, last, styles.plainRightLines())
                .text(new CellAddress(row, right), number)
                .height(row, Math.max(NUMBER_LINES * 15 + 2, 5 + NOTE_LINE * lines));
    }

    private int width(int first, int last) {
        return widths.subList(first, last + 1).stream().mapToInt(w -> w).sum();
    }

    /** Whose register it is, and who answers for it, on a sheet of paper beside the first. */
    private void again(int first) {
        int row = RegisterLayout.IDENTITY_ROW;
        again(row, first, Field.UNIT, Stream.of(Field.PERIOD, Field.NIL));
        again(row + 1, first, Field.HEAD, Stream.of(Field.FILLER, Field.PHONE, Field.DATE));
    }

    /** The words for the first of them stand in the columns that are printed on each sheet. */
    private void again(int row, int first, Field own, Stream<Field> others) {
        String formula = others.map(f -> "&" + Excel.literal(GAP + wording.text(key(f))) + "&" + value(f))
                .collect(Collectors.joining());
        pen.merge(row, first, paper.lastBeside(first), styles.plain())
                .formula(new CellAddress(row, first), value(own) + formula);
    }

    private static String value(Field field) {
        String name = field.definedName();
        return field == Field.DATE
                ? "IF(ISNUMBER(" + name + "),TEXT(" + name + ",\"yyyy-mm-dd\")," + name + "&\"\")"
                : name;
    }

    /** The key of a field's words. */
    static String key(Field field) {
        return switch (field) {
            case PERIOD -> "template.period.label";
            case EXPLANATION -> "template.whole.label";
            default -> "template." + field.definedName();
        };
    }
}
