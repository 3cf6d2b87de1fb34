package org.huizong.template;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Choice;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Rule;
import org.huizong.catalogue.Unit;
import org.huizong.finding.Severity;
import org.huizong.layout.Address;
import org.huizong.layout.Field;
import org.huizong.layout.FormLayout;
import org.huizong.layout.Line;
import org.huizong.layout.Shadow;
import org.huizong.wording.Wording;
import org.huizong.workbook.Styles;
import org.huizong.workbook.TextWidth;

/** Draws one form: what a clerk sees of it. */
final class FormSheet {
    private static final String NOT_HERE = "×";
    private static final String NO_FIGURE = "—";

    private final Catalogue catalogue;
    private final Wording wording;
    private final Styles styles;
    private final FormLayout layout;
    private final Backstage backstage;
    private final CheckFormulas checks;
    private final Optional<Recipient> to;
    private final Pen pen;
    private final Limits limits;
    private final List<Integer> widths;
    private final List<String> lists = new ArrayList<>();
    private final YearMonth month;

    FormSheet(
            Catalogue catalogue,
            Wording wording,
            Styles styles,
            XSSFWorkbook book,
            Return form,
            YearMonth month,
            Optional<Recipient> to) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.styles = styles;
        this.month = month;
        this.layout = FormLayout.of(catalogue, form, month);
        this.backstage = new Backstage(catalogue, layout, month);
        this.checks = new CheckFormulas(catalogue, wording, layout, backstage);
        this.to = to;
        XSSFSheet sheet = book.createSheet(Titles.sheet(wording, form));
        this.pen = new Pen(sheet);
        this.limits = new Limits(sheet, wording);
        this.widths = widths();
    }

    /** Name of the cell that explains a query. */
    static String explain(Rule rule) {
        return "explain." + rule.id();
    }

    XSSFSheet draw() {
        nameCells();
        head();
        identity();
        columnHeads();
        layout.lines().forEach(this::line);
        layout.looseRules().forEach(this::looseRule);
        int lastTableRow = layout.afterTable() + layout.looseRules().size() - 1;
        styles.frame(pen.sheet(), new CellRangeAddress(FormLayout.HEAD_ROW, lastTableRow, 0, layout.explainColumn()));
        foot();
        int lastRow = notes();
        hiddenFields();
        tints(lastTableRow);
        finish(lastRow);
        return pen.sheet();
    }

    /** First of all, because formulas are parsed when they are set, and must find every name. */
    private void nameCells() {
        for (Field field : Field.values()) {
            pen.name(layout.cell(field), field.definedName());
        }
        for (Item item : layout.items()) {
            pen.name(layout.cell(item.code()).orElseThrow(), item.code());
            if (item.type().isNumeric()) {
                for (Shadow shadow : Shadow.values()) {
                    pen.name(layout.shadow(item.code(), shadow), shadow.definedName(item.code()));
                }
            }
        }
        layout.explanations().forEach((rule, at) -> pen.name(at, "explain." + rule));
    }

    private void head() {
        int last = layout.explainColumn();
        String title = wording.text("template.title", wording.label(catalogue.top()), wording.label(layout.form()));
        pen.merge(FormLayout.TITLE_ROW, 0, last, styles.title())
                .text(at(FormLayout.TITLE_ROW, 0), title)
                .height(FormLayout.TITLE_ROW, 34);
        right(
                FormLayout.FORM_NO_ROW,
                wording.text("template.form_no", layout.form().formNo()));
        right(FormLayout.ISSUER_ROW, wording.text("template.issuer", Titles.issuer(wording, layout.form())));
        right(FormLayout.IDENTITY_ROW, wording.text("template.internal"));
        pen.height(FormLayout.IDENTITY_ROW, 22);
        pen.merge(FormLayout.BANNER_ROW, 0, last, styles.banner()).height(FormLayout.BANNER_ROW, 24);
    }

    private void right(int row, String text) {
        pen.merge(row, layout.checkColumn(), layout.explainColumn(), styles.plainRight())
                .text(at(row, layout.checkColumn()), text)
                .height(row, 17);
    }

    private void identity() {
        Address unit = layout.cell(Field.UNIT);
        Address period = layout.cell(Field.PERIOD);
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
                            .filter(u -> u.validity().covers(month)
                                    && u.returns().contains(layout.form().code()))
                            .map((Unit u) -> wording.label(u))
                            .toList();
                    if (!units.isEmpty()) {
                        limits.list(unit, list("unit", units), units.size(), wording.text("template.unit.short"));
                    }
                    limits.period(period, Titles.example(layout.form().frequency()));
                });
    }

    /** The hidden column that holds a list of choices, written when it is first asked for. */
    private int list(String name, List<String> entries) {
        int index = lists.indexOf(name);
        if (index >= 0) {
            return backstage.list(index);
        }
        lists.add(name);
        int column = backstage.list(lists.size() - 1);
        IntStream.range(0, entries.size()).forEach(i -> pen.text(at(i, column), entries.get(i)));
        return column;
    }

    private void columnHeads() {
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

    private void line(Line line) {
        int row = line.row();
        if (line.isHeading()) {
            pen.merge(row, 0, layout.explainColumn(), styles.heading())
                    .text(at(row, 0), label(line))
                    .height(row, 20);
            return;
        }
        pen.text(at(row, FormLayout.LABEL_COLUMN), label(line), styles.text());
        pen.text(at(row, FormLayout.MEASURE_COLUMN), wording.measure(line.measure()), styles.centred());
        pen.text(at(row, FormLayout.CODE_COLUMN), line.code(), styles.code());
        for (int i = 0; i < line.cells().size(); i++) {
            Address cell = at(row, FormLayout.FIRST_VALUE_COLUMN + i);
            line.cells()
                    .get(i)
                    .ifPresentOrElse(item -> value(line, item, cell), () -> pen.text(cell, NOT_HERE, styles.crossed()));
        }
        if (layout.showsYear()) {
            year(line);
        }
        pen.style(at(row, layout.checkColumn()), styles.remark())
                .formula(at(row, layout.checkColumn()), checks.line(line));
        pen.style(at(row, layout.explainColumn()), styles.remark());
        backstage.rules(row).forEach(this::verdict);
        pen.height(row, height(line));
    }

    private String label(Line line) {
        return wording.isChinese() ? line.label() : line.labelEn();
    }

    private double height(Line line) {
        double remarks = widths.get(layout.checkColumn()) * 11 / 9.0;
        int said = backstage.rules(line.row()).stream()
                .mapToInt(r -> TextWidth.of(
                        wording.isChinese() ? r.message() : r.messageEn().replaceAll("\\{[^}]+}", "0000")))
                .map(w -> w + 10)
                .boxed()
                .sorted(java.util.Comparator.reverseOrder())
                .limit(2)
                .mapToInt(w -> w)
                .sum();
        double checks = Math.ceil(said / remarks) * 12 + 3;
        int words = TextWidth.lines(label(line), widths.get(FormLayout.LABEL_COLUMN));
        return Math.max(Math.max(20, words * 14 + 6), checks);
    }

    private void value(Line line, Item item, Address at) {
        if (item.isComputed()) {
            pen.style(at, styles.computed(item.type().decimals())).formula(at, CheckFormulas.computed(item));
        } else {
            input(item, at);
            pen.formula(backstage.flaw(item), checks.flaw(line, item));
        }
        if (item.type().isNumeric()) {
            shadows(item);
        }
    }

    private void input(Item item, Address at) {
        switch (item.type()) {
            case TEXT -> pen.style(at, styles.inputText());
            case DATE -> {
                pen.style(at, styles.inputDate());
                limits.date(at, wording.label(item));
            }
            case CHOICE -> {
                List<Choice> entries = catalogue.choices(item.choices());
                int column = list(
                        item.choices(),
                        entries.stream().map((Choice c) -> wording.label(c)).toList());
                pen.style(at, styles.inputChoice());
                limits.list(at, column, entries.size(), wording.label(item));
            }
            default -> {
                pen.style(at, styles.inputNumber(item.type().decimals()));
                limits.number(at, item);
            }
        }
    }

    private void shadows(Item item) {
        String before = Shadow.YTD_BEFORE.definedName(item.code());
        boolean firstOfYear =
                to.map(r -> r.period().first().getMonthValue() == 1).orElse(false);
        to.ifPresent(r -> {
            for (Shadow shadow : List.of(Shadow.PRIOR, Shadow.YTD_BEFORE, Shadow.YEAR_AGO)) {
                Optional<BigDecimal> known = r.prefill().figure(item.code(), shadow);
                boolean nothingYet = shadow == Shadow.YTD_BEFORE && firstOfYear && item.time() == Item.Time.SUM;
                known.or(() -> nothingYet ? Optional.of(BigDecimal.ZERO) : Optional.empty())
                        .ifPresent(f -> pen.number(layout.shadow(item.code(), shadow), f));
            }
        });
        String x = item.code();
        String formula = switch (item.time()) {
            case SUM -> "IF(COUNT(" + before + "," + x + ")<2,\"\"," + before + "+" + x + ")";
            case MAX ->
                firstOfYear
                        ? "IF(COUNT(" + x + ")<1,\"\"," + x + ")"
                        : "IF(COUNT(" + before + "," + x + ")<2,\"\",MAX(" + before + "," + x + "))";
            case LAST -> "IF(COUNT(" + x + ")<1,\"\"," + x + ")";
            case NONE -> "";
        };
        if (!formula.isEmpty()) {
            pen.formula(layout.shadow(item.code(), Shadow.YTD), formula);
        }
    }

    private void year(Line line) {
        Address ytd = at(line.row(), layout.yearColumn());
        Address yearAgo = at(line.row(), layout.yearColumn() + 1);
        Optional<Item> item = line.cells().get(0).filter(i -> i.type().isNumeric() && i.time() == Item.Time.SUM);
        if (item.isEmpty()) {
            pen.text(ytd, NO_FIGURE, styles.crossed()).text(yearAgo, NO_FIGURE, styles.crossed());
            return;
        }
        String code = item.get().code();
        String before = Shadow.YEAR_AGO.definedName(code);
        XSSFCellStyle style = styles.computed(item.get().type().decimals());
        pen.style(ytd, style).formula(ytd, Shadow.YTD.definedName(code));
        pen.style(yearAgo, style).formula(yearAgo, "IF(COUNT(" + before + ")=0,\"\"," + before + ")");
    }

    private void verdict(Rule rule) {
        backstage.verdict(rule).ifPresent(at -> pen.formula(at, checks.verdict(rule)));
        Optional.ofNullable(layout.explanations().get(rule.id())).ifPresent(at -> pen.style(at, styles.inputText()));
    }

    private void looseRule(Rule rule) {
        int row = layout.afterTable() + layout.looseRules().indexOf(rule);
        String about = rule.locate()
                .filter(l -> layout.cell(l).isPresent())
                .map(l -> wording.text("template.loose", wording.label(l)))
                .orElseGet(() -> wording.text("template.loose.form"));
        pen.merge(row, 0, layout.checkColumn() - 1, styles.text()).text(at(row, 0), about);
        Address check = at(row, layout.checkColumn());
        pen.style(check, styles.remark());
        backstage.verdict(rule).ifPresent(v -> {
            if (v.row() == row) {
                pen.formula(v, checks.verdict(rule));
            }
            pen.formula(check, v.text());
        });
        pen.style(
                at(row, layout.explainColumn()),
                rule.severity() == Severity.QUERY ? styles.inputText() : styles.remark());
        pen.height(row, 28);
    }

    private void foot() {
        foot(Field.HEAD);
        foot(Field.STATISTICIAN);
        foot(Field.FILLER);
        foot(Field.PHONE);
        foot(Field.DATE);
        limits.date(layout.cell(Field.DATE), wording.text("template.foot_date"));
        pen.height(layout.footRow() - 1, 6);
        IntStream.range(layout.footRow(), layout.footRow() + 3).forEach(row -> pen.height(row, 22));
    }

    private void foot(Field field) {
        Address at = layout.cell(field);
        boolean left = at.column() == 1;
        pen.text(
                at(at.row(), at.column() - 1),
                wording.text("template." + field.definedName()),
                left ? styles.plain() : styles.plainRight());
        pen.merge(
                at.row(),
                at.column(),
                at.column() + 1,
                field == Field.DATE ? styles.inputLineDate() : styles.inputLine());
    }

    /** Writes the notes and gives the last row of the page. */
    private int notes() {
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

    private void hiddenFields() {
        pen.text(layout.cell(Field.RETURN), layout.form().code());
        pen.text(layout.cell(Field.VERSION), layout.form().version());
        Address start = layout.cell(Field.PERIOD_START);
        Address end = layout.cell(Field.PERIOD_END);
        pen.style(start, styles.hiddenDate()).style(end, styles.hiddenDate());
        to.ifPresentOrElse(
                r -> pen.date(start, r.period().start()).date(end, r.period().end()), () -> {
                    var frequency = layout.form().frequency();
                    pen.formula(backstage.periodText(), PeriodCells.uniform());
                    pen.formula(start, PeriodCells.start(backstage.periodText().pinned(), frequency));
                    pen.formula(end, PeriodCells.end(frequency));
                });
        pen.formula(backstage.filled(), checks.filled());
        pen.formula(backstage.blanks(), checks.count(CheckFormulas.BLANK));
        pen.formula(backstage.errors(), checks.count(CheckFormulas.ERROR));
        pen.formula(backstage.queries(), checks.count(CheckFormulas.QUERY));
        pen.formula(at(FormLayout.BANNER_ROW, 0), checks.banner());
    }

    private void tints(int lastTableRow) {
        Tints tints = new Tints(pen.sheet());
        for (Item item : layout.items()) {
            Address cell = layout.cell(item.code()).orElseThrow();
            List<String> red = new ArrayList<>();
            if (!item.isComputed()) {
                red.add(begins(backstage.flaw(item), CheckFormulas.ERROR));
            }
            List<String> yellow = new ArrayList<>();
            backstage.rules().stream()
                    .filter(r -> r.locate().filter(item.code()::equals).isPresent())
                    .forEach(r -> (r.severity() == Severity.ERROR ? red : yellow)
                            .add(begins(
                                    backstage.verdict(r).orElseThrow(),
                                    r.severity() == Severity.ERROR ? CheckFormulas.ERROR : CheckFormulas.QUERY)));
            if (!red.isEmpty()) {
                tints.red(cell, any(red));
            }
            if (!yellow.isEmpty()) {
                tints.yellow(cell, any(yellow));
            }
        }
        backstage
                .rules()
                .forEach(r -> Optional.ofNullable(layout.explanations().get(r.id()))
                        .ifPresent(at ->
                                tints.yellow(at, begins(backstage.verdict(r).orElseThrow(), CheckFormulas.QUERY))));
        int check = layout.checkColumn();
        tints.ink(
                new CellRangeAddress(FormLayout.FIRST_LINE_ROW, lastTableRow, check, check),
                at(FormLayout.FIRST_LINE_ROW, check));
        tints.banner(
                new CellRangeAddress(FormLayout.BANNER_ROW, FormLayout.BANNER_ROW, 0, layout.explainColumn()),
                backstage);
    }

    private static String begins(Address at, String mark) {
        return "LEFT(" + at.pinned() + ",1)=\"" + mark + "\"";
    }

    private static String any(List<String> tests) {
        return tests.size() == 1 ? tests.get(0) : "OR(" + String.join(",", tests) + ")";
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
        Page.print(sheet, lastRow, layout.explainColumn(), FormLayout.HEAD_ROW, FormLayout.NUMBER_ROW);
        for (int column = layout.hiddenColumn(); column < backstage.list(lists.size()); column++) {
            sheet.setColumnHidden(column, true);
        }
        sheet.setColumnWidth(layout.explainColumn() + 1, 2 * 256);
        sheet.createFreezePane(0, FormLayout.FIRST_LINE_ROW);
        Page.protect(sheet);
    }

    private List<Integer> widths() {
        boolean chinese = wording.isChinese();
        int label = layout.lines().stream()
                .filter(l -> !l.isHeading())
                .mapToInt(l -> TextWidth.of(label(l)))
                .max()
                .orElse(10);
        int measure = layout.lines().stream()
                .mapToInt(l -> TextWidth.of(wording.measure(l.measure())))
                .max()
                .orElse(4);
        List<Integer> all = new ArrayList<>(List.of(
                Math.min(36, Math.max(18, label + (chinese ? 3 : 2))), Math.max(9, measure + 2), 6));
        int value = layout.width() == 1 ? 12 : 9;
        IntStream.range(0, layout.width()).forEach(i -> all.add(value));
        if (layout.showsYear()) {
            all.addAll(List.of(11, 11));
        }
        all.addAll(List.of(38, 22));
        return all;
    }

    private static Address at(int row, int column) {
        return new Address(row, column);
    }
}
