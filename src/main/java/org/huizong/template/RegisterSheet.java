package org.huizong.template;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Rule;
import org.huizong.catalogue.Unit;
import org.huizong.layout.Field;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.CellAddress;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.huizong.spreadsheet.write.FormFiller;
import org.huizong.spreadsheet.write.Styles;
import org.huizong.spreadsheet.write.TextWidth;
import org.huizong.wording.Wording;

/** Draws one register: head, columns with their names, rows that are ready, and the checks behind each row. */
final class RegisterSheet {
    private static final double LINE = 14;
    private static final int CHECK_WIDTH = 46;
    private static final int EXPLAIN_WIDTH = 24;
    private static final int NUMBER_WIDTH = 5;
    private static final double ROW_HEIGHT = 27;
    /** From so many items on a column's neighbours give a name room enough. */
    private static final int ROOMY = 9;

    private static final int FIELD_WIDTH = 18;
    /** Up to so many items each head has one line. */
    private static final int FEW = 12;

    private static final int LONGEST_HEAD = 16;
    /** A choice stands in one line. */
    private static final int LONGEST_CHOICE = 22;

    private final Catalogue catalogue;
    private final Wording wording;
    private final Styles styles;
    private final RegisterLayout layout;
    private final Carried carried;
    private final YearMonth month;
    private final Optional<Recipient> to;
    private final CellWriter pen;
    private final Limits limits;
    private final RegisterChecks checks;
    private final List<Integer> widths;
    private final RegisterPaper paper;
    private final RegisterBackstage behind;
    private final RowFormulas formulas;

    RegisterSheet(
            Catalogue catalogue,
            Wording wording,
            Styles styles,
            XSSFWorkbook book,
            Return register,
            YearMonth month,
            Optional<Recipient> to) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.styles = styles;
        this.carried = to.map(r -> r.prefill().records(register)).orElse(Carried.NONE);
        this.layout = RegisterLayout.of(catalogue, register, month)
                .beginningWith(carried.records().size());
        this.month = month;
        this.to = to;
        XSSFSheet sheet = book.createSheet(Titles.sheet(wording, register));
        this.pen = new CellWriter(sheet);
        this.limits = new Limits(sheet, wording);
        this.checks = new RegisterChecks(catalogue, wording, layout, catalogue.rules(month));
        this.widths = widths();
        this.paper = new RegisterPaper(
                widths,
                layout.headAndFoot().stream()
                        .mapToInt(f -> layout.cell(f).orElseThrow().column())
                        .max()
                        .orElse(RegisterLayout.FIRST_ITEM_COLUMN));
        this.behind = new RegisterBackstage(catalogue, wording, styles, pen, layout, checks, to);
        this.formulas = new RowFormulas(pen, layout.firstRecordRow(), layout.lastReadyRow());
    }

    XSSFSheet draw() {
        names();
        new RegisterHead(wording, styles, layout, pen, widths, paper)
                .draw(wording.text("template.title", wording.label(catalogue.top()), wording.label(layout.register())));
        identity();
        columnHeads();
        layout.items().forEach(this::column);
        rows();
        tints();
        behind.write();
        pen.formula(new CellAddress(layout.bannerRow(), RegisterHead.FIRST), banner());
        finish();
        formulas.check();
        return pen.sheet();
    }

    /** Code of the register. */
    String code() {
        return layout.register().code();
    }

    /** The checks behind its rows. */
    RowFormulas formulas() {
        return formulas;
    }

    /** The records that it begins with, as if a clerk had filled them in. */
    Map<String, Value> records() {
        Map<String, Value> cells = new HashMap<>();
        for (int i = 0; i < carried.records().size(); i++) {
            Map<String, Value> record = carried.records().get(i);
            String row = FormFiller.record(i + 1);
            layout.items()
                    .forEach(item -> Optional.ofNullable(record.get(item.code()))
                            .ifPresent(value -> cells.put(item.code() + row, shown(item, value))));
            Optional.ofNullable(record.get(RegisterLayout.EXPLAIN))
                    .ifPresent(value -> cells.put(RegisterLayout.EXPLAIN + row, value));
        }
        return cells;
    }

    private Value shown(Item item, Value value) {
        return item.type() == ItemType.CHOICE && value instanceof Value.Text code
                ? Value.of(wording.choice(item.choices(), code.text()))
                : value;
    }

    private List<Integer> widths() {
        List<Integer> all = new ArrayList<>(List.of(NUMBER_WIDTH));
        boolean oneLine = layout.items().size() <= FEW;
        for (Item item : layout.items()) {
            String head = wording.label(item) + unit(item);
            int whole = TextWidth.of(head) + 2;
            int words = Math.max(oneLine ? Math.min(LONGEST_HEAD, whole) : whole / 2 + 2, FormPart.longestWord(head));
            all.add(Math.max(
                    words,
                    switch (item.type()) {
                        case DATE -> 12;
                        case INTEGER -> 8;
                        case DECIMAL -> 10;
                        case MONEY -> 12;
                        case IDENTITY -> 18;
                        case CHOICE ->
                            Math.min(
                                    LONGEST_CHOICE,
                                    2
                                            + checks.entries(item).stream()
                                                    .mapToInt(TextWidth::of)
                                                    .max()
                                                    .orElse(6));
                        case TEXT -> item.required() ? 16 : 13;
                    }));
        }
        all.add(CHECK_WIDTH);
        all.add(EXPLAIN_WIDTH);
        if (layout.items().size() < ROOMY) {
            layout.headAndFoot().stream()
                    .flatMap(f -> layout.cell(f).stream())
                    .forEach(at -> all.set(at.column(), Math.max(FIELD_WIDTH, all.get(at.column()))));
        }
        layout.headAndFoot().forEach(field -> roomFor(field, all));
        return all;
    }

    /** Widens the second of the two columns in which a field of head or foot is named, where its name needs more. */
    private void roomFor(Field field, List<Integer> all) {
        int column = layout.cell(field).orElseThrow().column();
        int name = TextWidth.of(wording.text(RegisterHead.key(field))) + 1;
        all.set(column - 1, Math.max(all.get(column - 1), name - all.get(column - 2)));
    }

    private void names() {
        for (Item item : layout.items()) {
            int column = layout.column(item.code()).orElseThrow();
            pen.name(
                    new CellAddress(layout.firstRecordRow(), column),
                    new CellAddress(layout.lastReadyRow(), column),
                    item.code());
        }
        int explain = layout.explainColumn();
        pen.name(
                new CellAddress(layout.firstRecordRow(), explain),
                new CellAddress(layout.lastReadyRow(), explain),
                RegisterLayout.EXPLAIN);
        for (Field field : Field.values()) {
            layout.cell(field).ifPresent(at -> pen.name(at, field.definedName()));
        }
    }

    private void identity() {
        for (int row = RegisterLayout.IDENTITY_ROW; row < layout.bannerRow(); row++) {
            pen.height(row, 22);
        }
        for (Field field : layout.headAndFoot()) {
            CellAddress at = layout.cell(field).orElseThrow();
            pen.merge(at.row(), at.column() - 2, at.column() - 1, styles.plainRight())
                    .text(new CellAddress(at.row(), at.column() - 2), wording.text(RegisterHead.key(field)));
            boolean given = to.isPresent() && (field == Field.UNIT || field == Field.PERIOD);
            if (field == Field.EXPLANATION) {
                pen.merge(
                        at.row(),
                        at.column(),
                        Math.max(at.column(), Math.min(at.column() + 3, paper.titled())),
                        styles.inputLine());
                continue;
            }
            pen.style(at, given ? styles.line() : field == Field.DATE ? styles.inputLineDate() : styles.inputLine());
        }
        CellAddress unit = layout.cell(Field.UNIT).orElseThrow();
        CellAddress period = layout.cell(Field.PERIOD).orElseThrow();
        limits.date(layout.cell(Field.DATE).orElseThrow(), wording.text("template.foot_date"));
        list(layout.cell(Field.NIL).orElseThrow(), List.of(wording.choice("yes_no", "yes")), "template.nil");
        to.ifPresentOrElse(
                r -> pen.text(unit, wording.label(r.unit()))
                        .text(period, r.period().code()),
                () -> {
                    List<String> units = catalogue.units().stream()
                            .filter(u -> u.owes(layout.register().code(), month))
                            .map((Unit u) -> wording.label(u))
                            .toList();
                    if (!units.isEmpty()) {
                        list(unit, units, "template.unit.short");
                    }
                    limits.period(period, Titles.example(layout.register().frequency()));
                });
    }

    private void list(CellAddress at, List<String> entries, String title) {
        limits.list(at, behind.list(entries), entries.size(), wording.text(title));
    }

    private void columnHeads() {
        List<String> heads = new ArrayList<>(List.of(wording.text("template.number")));
        layout.items().forEach(i -> heads.add(wording.label(i) + unit(i)));
        heads.add(wording.text("template.check"));
        heads.add(wording.text("template.explanation"));
        double lines = 1;
        for (int column = 0; column < heads.size(); column++) {
            pen.text(new CellAddress(layout.headRow(), column), heads.get(column), styles.head());
            boolean item = column >= RegisterLayout.FIRST_ITEM_COLUMN && column < layout.checkColumn();
            pen.text(
                    new CellAddress(layout.numberRow(), column),
                    item ? String.valueOf(column) : column == 0 ? wording.text("template.stub.1") : "",
                    styles.centred());
            lines = Math.max(lines, TextWidth.lines(heads.get(column), widths.get(column)));
        }
        pen.height(layout.headRow(), 10 + LINE * lines).height(layout.numberRow(), 17);
    }

    /** Only a number has a unit to be told. */
    private String unit(Item item) {
        return item.measure().isEmpty() ? "" : wording.text("template.measure.of", wording.measure(item.measure()));
    }

    private void column(Item item) {
        int column = layout.column(item.code()).orElseThrow();
        pen.style(new CellAddress(layout.lastReadyRow(), column), style(item));
        var area = new CellRangeAddress(layout.firstRecordRow(), layout.lastOpenRow(), column, column);
        switch (item.type()) {
            case TEXT, IDENTITY -> {}
            case DATE -> limits.dates(area, wording.label(item));
            case CHOICE -> {
                List<String> entries = checks.entries(item);
                limits.lists(area, behind.list(entries), entries.size(), wording.label(item));
            }
            default -> limits.numbers(area, item);
        }
    }

    private XSSFCellStyle style(Item item) {
        return switch (item.type()) {
            case TEXT, IDENTITY -> styles.inputText();
            case DATE -> styles.inputDate();
            case CHOICE -> styles.inputChoice();
            default -> styles.inputNumber(Page.decimals(item.type()));
        };
    }

    /**
     * Opens the columns of a record from its first row down, however many come, by the style of the column; the rows above
     * them stay as they are.
     */
    private void openColumns() {
        for (int row = RegisterLayout.TITLE_ROW; row < layout.firstRecordRow(); row++) {
            for (int column = RegisterLayout.FIRST_ITEM_COLUMN; column <= layout.explainColumn(); column++) {
                pen.settle(new CellAddress(row, column));
            }
        }
        for (Item item : layout.items()) {
            pen.sheet().setDefaultColumnStyle(layout.column(item.code()).orElseThrow(), style(item));
        }
        pen.sheet().setDefaultColumnStyle(layout.explainColumn(), styles.inputText());
        pen.sheet().setDefaultRowHeightInPoints((float) rowHeight());
        pen.text(
                new CellAddress(layout.lastReadyRow() + 1, layout.checkColumn()),
                wording.text("template.register.open"),
                styles.remark());
    }

    /** Height of the row of a record: as many lines as one of its texts has ready. */
    private double rowHeight() {
        return layout.items().stream()
                .flatMap(i -> i.lines().stream())
                .mapToDouble(lines -> RowHeights.of(lines, Styles.SMALL))
                .max()
                .stream()
                .map(height -> Math.max(ROW_HEIGHT, height))
                .findFirst()
                .orElse(ROW_HEIGHT);
    }

    private void rows() {
        for (int row = layout.firstRecordRow(); row <= layout.lastReadyRow(); row++) {
            CellAddress number = new CellAddress(row, RegisterLayout.NUMBER_COLUMN);
            pen.style(number, styles.centred()).number(number, BigDecimal.valueOf(row - layout.firstRecordRow() + 1L));
            pen.style(new CellAddress(row, layout.checkColumn()), styles.remark());
            pen.style(new CellAddress(row, layout.explainColumn()), styles.inputText());
            pen.height(row, rowHeight());
        }
        checks.behindRow().forEach(formulas::add);
        if (checks.rules().stream().anyMatch(Rule::asks)) {
            formulas.add(checks.unexplainedColumn(), checks::unexplained);
        }
        checks.rules().forEach(r -> formulas.add(checks.column(r), row -> checks.verdict(r, row)));
        int room = VerdictText.room(rowHeight());
        int width = VerdictText.line(CHECK_WIDTH, wording.isChinese());
        formulas.add(layout.checkColumn(), row -> checks.row(row, room, width));
        styles.frame(
                pen.sheet(), new CellRangeAddress(layout.headRow(), layout.lastReadyRow(), 0, layout.explainColumn()));
    }

    private void tints() {
        Tints tints = new Tints(pen.sheet());
        int first = layout.firstRecordRow();
        for (Rule rule : checks.rules()) {
            String verdict = "$" + new CellAddress(first, checks.column(rule)).text();
            boolean error = rule.severity() == Severity.ERROR;
            String when = "LEFT(" + verdict + ",1)=\"" + (error ? VerdictMark.ERROR : VerdictMark.QUERY) + "\"";
            rule.locate().flatMap(layout::column).ifPresent(column -> {
                var area = new CellRangeAddress(first, layout.lastReadyRow(), column, column);
                tints.area(area, when, error ? Tints.RED : Tints.YELLOW);
            });
        }
        int check = layout.checkColumn();
        tints.ink(new CellRangeAddress(first, layout.lastReadyRow(), check, check), new CellAddress(first, check));
    }

    /** How many records there are, and how many of them have something wrong or to explain. */
    private String banner() {
        String key = layout.keys().isEmpty()
                ? layout.items().get(0).code()
                : layout.keys().get(0).code();
        String check = new CellAddress(layout.firstRecordRow(), checks.joinedColumn()).pinned() + ":"
                + new CellAddress(layout.lastReadyRow(), checks.joinedColumn()).pinned();
        String errors = "COUNTIF(" + check + ",\"*" + VerdictMark.ERROR + "*\")";
        String queries = "COUNTIF(" + check + ",\"*" + VerdictMark.QUERY + "*\")";
        String column = "$" + CellAddress.letters(layout.column(key).orElseThrow()) + "$";
        String records =
                "COUNTA(" + column + (layout.firstRecordRow() + 1) + ":" + column + (layout.lastOpenRow() + 1) + ")";
        String below = records + "-COUNTA(" + key + ")";
        String day = behind.dayVerdict().pinned();
        String none = "IF(" + Field.NIL.definedName() + "=\"\","
                + Excel.literal(wording.text(carried.isLost() ? "template.register.lost" : "template.register.empty"))
                + ","
                + Excel.literal(wording.text("template.banner.ready")) + ")";
        String left =
                Excel.sentence(wording.text("template.register.left", "{0}", "{1}", "{2}"), place -> switch (place) {
                    case "0" -> records;
                    case "1" -> errors;
                    default -> queries;
                });
        String ready = Excel.sentence(wording.text("template.register.ready", "{0}"), place -> records);
        int last = printed().last();
        String unprinted = "COUNTA(" + column + (last + 2) + ":" + column + (layout.lastOpenRow() + 1) + ")";
        return "IF(" + records + "=0," + none + ",IF(" + errors + "+" + queries + ">0," + left + "," + ready + ")&IF("
                + below + ">0," + Excel.sentence(wording.text("template.register.below", "{0}"), place -> below)
                + ",\"\")&IF(" + unprinted + ">0,"
                + Excel.literal(wording.text("template.register.unprinted", last + 1)) + ",\"\"))&IF(LEFT("
                + day + ",1)=\"" + VerdictMark.QUERY + "\",\"  \"&" + day + ",\"\")";
    }

    /** The rows that go on paper. */
    private RegisterPaper.Rows printed() {
        double head = 0;
        for (int row = 0; row < layout.firstRecordRow(); row++) {
            head += pen.sheet().getRow(row).getHeightInPoints();
        }
        return paper.rows(layout, carried.records().size(), head, rowHeight());
    }

    private void finish() {
        XSSFSheet sheet = pen.sheet();
        String footer = layout.register().formNo() + "  "
                + wording.text("template.version", layout.register().version());
        Page.set(sheet, widths, Integer.MAX_VALUE, footer, wording.text("template.pages"));
        paper.set(sheet, layout, printed());
        sheet.setColumnWidth(layout.explainColumn() + 1, 2 * 256);
        Page.hide(sheet, layout.hiddenColumn(), behind.lastColumn());
        openColumns();
        sheet.createFreezePane(RegisterLayout.FIRST_ITEM_COLUMN + 1, layout.firstRecordRow());
        Page.protect(sheet);
    }
}
