package org.huizong.template;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Return;
import org.huizong.layout.FormLayout;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.write.Styles;
import org.huizong.spreadsheet.write.TextWidth;
import org.huizong.wording.Wording;

/** Draws 填报说明, the first page: who, what, when, and how, to be read in a minute. */
final class GuideSheet {
    private static final List<Integer> WIDTHS = List.of(5, 15, 9, 9, 20, 14, 28);
    private static final int LAST = WIDTHS.size() - 1;
    private static final int DUE = 5;

    private final Catalogue catalogue;
    private final Wording wording;
    private final Styles styles;
    private final List<Return> forms;
    private final YearMonth month;
    private final Optional<Recipient> to;
    private final CellWriter pen;
    private int row;

    GuideSheet(
            Catalogue catalogue,
            Wording wording,
            Styles styles,
            XSSFWorkbook book,
            List<Return> forms,
            YearMonth month,
            Optional<Recipient> to) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.styles = styles;
        this.forms = forms;
        this.month = month;
        this.to = to;
        this.pen = new CellWriter(book.createSheet(wording.text("template.guide")));
    }

    XSSFSheet draw() {
        pen.merge(row, 0, LAST, styles.title())
                .text(at(0), wording.text("template.guide.title", wording.label(catalogue.top())))
                .height(row++, 38);
        String whom = to.map(
                        r -> wording.text("template.guide.issued", wording.label(r.unit()), wording.period(r.period())))
                .orElseGet(() -> wording.text("template.guide.blank", owing()));
        paragraph("", whom);
        row++;
        returns();
        row++;
        heading("template.guide.look");
        row = new GuidePicture(wording, styles, pen, to.isPresent()).draw(row);
        row++;
        steps();
        row++;
        marks();
        finish();
        return pen.sheet();
    }

    /** Who fills the forms of a blank template. */
    private String owing() {
        return joined(catalogue.units().stream()
                .filter(u -> forms.stream().anyMatch(f -> u.returns().contains(f.code())))
                .map(u -> wording.text("template.kind." + u.kind().name().toLowerCase(Locale.ROOT))));
    }

    private void returns() {
        int first = row;
        entry("template.guide.no", "template.guide.form", "template.guide.due", "template.guide.where");
        pen.height(row++, 22);
        for (Return form : forms) {
            pen.text(at(0), String.valueOf(row - first), styles.centred());
            pen.merge(row, 1, DUE - 1, styles.link()).text(at(1), wording.label(form));
            link(at(1), Titles.sheet(wording, form));
            pen.text(at(DUE), due(form), styles.centred());
            pen.text(at(LAST), Titles.issuer(wording, form), styles.centred());
            int lines = Math.max(
                    TextWidth.lines(wording.label(form), width(1, DUE - 1) - 2),
                    TextWidth.lines(due(form), WIDTHS.get(DUE)));
            pen.height(row++, 8 + 14 * lines);
        }
        styles.frame(pen.sheet(), new CellRangeAddress(first, row - 1, 0, LAST));
    }

    private void entry(String number, String form, String due, String where) {
        pen.text(at(0), wording.text(number), styles.head());
        pen.merge(row, 1, DUE - 1, styles.head()).text(at(1), wording.text(form));
        pen.text(at(DUE), wording.text(due), styles.head()).text(at(LAST), wording.text(where), styles.head());
    }

    private static int width(int first, int last) {
        return WIDTHS.subList(first, last + 1).stream().mapToInt(w -> w).sum();
    }

    private String due(Return form) {
        return to.map(r -> form.due(r.period()).toString())
                .orElseGet(() ->
                        wording.text("template.guide.due." + form.frequency().code(), form.dueDay()));
    }

    private void link(CellAddress at, String sheet) {
        var link = pen.sheet().getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + sheet.replace("'", "''") + "'!A1");
        pen.cell(at).setHyperlink(link);
    }

    private void steps() {
        List<String> steps = new ArrayList<>();
        steps.add(to.isPresent() ? step("open") : step("identity", examples()));
        steps.add(step(forms.stream().anyMatch(this::isCrossed) ? "fill.crossed" : "fill"));
        if (forms.stream().anyMatch(f -> f.kind() == Return.Kind.FORM)) {
            steps.add(step("zero"));
        }
        if (forms.stream().anyMatch(f -> f.kind() == Return.Kind.REGISTER)) {
            steps.add(step("records"));
        }
        steps.addAll(List.of(step("check"), step("explain"), step("send", where()), step("correct")));
        heading("template.guide.how");
        for (int i = 0; i < steps.size(); i++) {
            paragraph((i + 1) + ".", steps.get(i));
        }
    }

    /** Tells whether a form shows × where a line has nothing in a column. */
    private boolean isCrossed(Return form) {
        return form.kind() == Return.Kind.FORM
                && FormLayout.of(catalogue, form, month).lines().stream()
                        .anyMatch(l -> l.cells().stream().anyMatch(Optional::isEmpty));
    }

    private String step(String key, Object... arguments) {
        return wording.text("template.guide." + key, arguments);
    }

    /** How the periods of these returns are written. */
    private String examples() {
        return joined(forms.stream().map(f -> Titles.example(f.frequency())));
    }

    private String where() {
        return joined(forms.stream().map(f -> Titles.issuer(wording, f)));
    }

    private String joined(Stream<String> texts) {
        return texts.distinct().collect(Collectors.joining(wording.text("template.guide.and")));
    }

    private void marks() {
        heading("template.guide.marks");
        int first = row;
        mark("", "template.mark.input", styles.inputNumber(0));
        mark(VerdictMark.FINE, "template.mark.fine", styles.centred());
        mark(VerdictMark.BLANK, "template.mark.blank", styles.centred());
        mark(VerdictMark.ERROR, "template.mark.error", styles.centred());
        mark(VerdictMark.QUERY, "template.mark.query", styles.centred());
        mark(VerdictMark.NOTICE, "template.mark.notice", styles.centred());
        mark(VerdictMark.UNDECIDED, "template.mark.undecided", styles.centred());
        styles.frame(pen.sheet(), new CellRangeAddress(first, row - 1, 0, LAST));
        Tints tints = new Tints(pen.sheet());
        tints.red(new CellAddress(first + 3, 0), "TRUE");
        tints.yellow(new CellAddress(first + 4, 0), "TRUE");
    }

    private void mark(String mark, String key, XSSFCellStyle style) {
        pen.text(at(0), mark, style);
        pen.merge(row, 1, LAST, styles.text(1)).text(at(1), wording.text(key));
        pen.height(row++, 8 + 14 * TextWidth.lines(wording.text(key), textWidth()));
    }

    private void heading(String key) {
        pen.merge(row, 0, LAST, styles.subtitle())
                .text(at(0), wording.text(key))
                .height(row++, 24);
    }

    private void paragraph(String number, String text) {
        boolean numbered = !number.isEmpty();
        if (numbered) {
            pen.text(at(0), number, styles.plainRight());
        }
        pen.merge(row, numbered ? 1 : 0, LAST, styles.paragraph())
                .text(at(numbered ? 1 : 0), text)
                .height(row++, 8 + 15 * TextWidth.lines(text, textWidth() + (numbered ? 0 : WIDTHS.get(0))));
    }

    private static int textWidth() {
        return (int) (width(1, LAST) * 0.96);
    }

    private void finish() {
        double height = 0;
        for (int r = 0; r < row; r++) {
            height += pen.sheet().getRow(r) == null
                    ? pen.sheet().getDefaultRowHeightInPoints()
                    : pen.sheet().getRow(r).getHeightInPoints();
        }
        Page.set(pen.sheet(), WIDTHS, height, "", wording.text("template.pages"));
        pen.sheet().getPrintSetup().setLandscape(false);
        Page.print(pen.sheet(), row - 1, LAST, 0, 0);
        pen.sheet().setDisplayGridlines(false);
        Page.protect(pen.sheet());
    }

    private CellAddress at(int column) {
        return new CellAddress(row, column);
    }
}
