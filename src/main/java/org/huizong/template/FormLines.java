package org.huizong.template;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.huizong.catalogue.Choice;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Portion;
import org.huizong.catalogue.Rule;
import org.huizong.formula.Formula;
import org.huizong.formula.MissingPolicy;
import org.huizong.layout.Line;
import org.huizong.layout.PrefillField;
import org.huizong.model.CellAddress;
import org.huizong.model.Severity;
import org.huizong.spreadsheet.write.Styles;
import org.huizong.spreadsheet.write.TextWidth;

/** Draws the lines of a form, the hidden cells behind them, and the rules that have no place in a line. */
final class FormLines extends FormPart {
    private static final String NOT_HERE = "×";
    private static final String NO_FIGURE = "—";
    /** How many lines of remarks a row has room for: with more a form of thirty lines would not fit on one page. */
    private static final double MOST_LINES = 2;

    private final ItemFlaws flaws;
    private final LineVerdict verdicts;

    FormLines(FormPart of) {
        super(of);
        this.flaws = new ItemFlaws(catalogue, wording, layout, backstage);
        this.verdicts = new LineVerdict(wording, layout, backstage, flaws);
    }

    void line(Line line) {
        int row = line.row();
        if (line.isHeading()) {
            pen.merge(row, 0, layout.explainColumn(), styles.heading())
                    .text(at(row, 0), label(wording, line))
                    .height(row, 20);
            return;
        }
        int first = line.heads().labels().size() - 1;
        pen.merge(row, first, layout.labelColumn(), styles.text(1)).text(at(row, first), label(wording, line));
        pen.text(at(row, layout.measureColumn()), wording.measure(line.measure()), styles.centred());
        pen.text(at(row, layout.codeColumn()), line.code(), styles.code());
        line.text().ifPresent(text -> across(line, text));
        for (int i = 0; i < line.cells().size() && line.text().isEmpty(); i++) {
            CellAddress cell = at(row, layout.firstValueColumn() + i);
            line.cells()
                    .get(i)
                    .ifPresentOrElse(item -> value(line, item, cell), () -> pen.text(cell, NOT_HERE, styles.crossed()));
        }
        if (layout.showsYear() && line.text().isEmpty()) {
            year(line);
        }
        double height = height(line);
        int width = VerdictText.line(widths.get(layout.checkColumn()), wording.isChinese());
        pen.style(at(row, layout.checkColumn()), styles.remark())
                .formula(backstage.joined(row), verdicts.joined(line))
                .formula(at(row, layout.checkColumn()), verdicts.shown(line, VerdictText.room(height), width));
        pen.style(at(row, layout.explainColumn()), styles.inputText());
        backstage.rules(row).forEach(this::verdict);
        pen.height(row, height);
    }

    /** Draws the heads of groups of lines. */
    void groups() {
        int top = layout.firstLineRow();
        layout.groupHeads()
                .forEach(h -> pen.merge(
                                new CellRangeAddress(top + h.first(), top + h.last(), h.level(), h.level()),
                                styles.centred())
                        .text(at(top + h.first(), h.level()), label(wording, h)));
    }

    /** Draws the cell of a text that has a line to itself. */
    private void across(Line line, Item item) {
        pen.merge(line.row(), layout.firstValueColumn(), layout.checkColumn() - 1, styles.inputParagraph())
                .formula(backstage.flaw(item), flaws.flaw(line, item));
    }

    private double height(Line line) {
        double remarks = (widths.get(layout.checkColumn()) - 2) * 11 / 9.0;
        int said = backstage.rules(line.row()).stream()
                .mapToInt(r -> TextWidth.of(
                        (wording.isChinese() ? r.message() : r.messageEn()).replaceAll("\\{[^}]+}", "0000")))
                .map(w -> w + 10)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .limit(2)
                .mapToInt(w -> w)
                .sum();
        double checks = Math.min(MOST_LINES, Math.ceil(said / remarks)) * 12.5 + 4;
        int words = TextWidth.lines(label(wording, line), widths.get(layout.labelColumn()));
        double text = line.text()
                .flatMap(Item::lines)
                .map(lines -> RowHeights.of(lines, Styles.BODY))
                .orElse(0.0);
        return Stream.of(20.0, words * 14 + 6.0, checks, ofGroups(line), text)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** What a line must add to the height of the groups that it is in. */
    private double ofGroups(Line line) {
        int at = line.row() - layout.firstLineRow();
        return layout.groupHeads().stream()
                .filter(h -> h.first() <= at && at <= h.last())
                .mapToDouble(h -> (TextWidth.lines(label(wording, h), widths.get(h.level())) * 14 + 6.0)
                        / (h.last() - h.first() + 1))
                .max()
                .orElse(0);
    }

    private void value(Line line, Item item, CellAddress at) {
        if (item.isComputed()) {
            pen.style(at, styles.computed(Page.decimals(item.type()))).formula(at, checks.computed(item));
            flaws.least(line, item).ifPresent(f -> pen.formula(backstage.flaw(item), f));
        } else {
            Optional.ofNullable(given.get(item.code()))
                    .ifPresentOrElse(stock -> given(item, at, stock), () -> input(item, at));
            pen.formula(backstage.flaw(item), flaws.flaw(line, item));
        }
        if (item.type().isNumeric()) {
            shadows(item);
        }
    }

    private void given(Item item, CellAddress at, BigDecimal stock) {
        pen.style(at, styles.computed(Page.decimals(item.type()))).number(at, stock);
    }

    private void input(Item item, CellAddress at) {
        switch (item.type()) {
            case TEXT, IDENTITY -> pen.style(at, styles.inputText());
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
                pen.style(at, styles.inputNumber(Page.decimals(item.type())));
                limits.number(at, item);
            }
        }
    }

    private void shadows(Item item) {
        to.ifPresent(r -> {
            for (PrefillField shadow : List.of(PrefillField.PRIOR, PrefillField.YTD_BEFORE, PrefillField.YEAR_AGO)) {
                Optional<BigDecimal> known = r.prefill().figure(item.code(), shadow);
                known.or(() -> shadow == PrefillField.YTD_BEFORE && isFirstOfYear() ? nothing(item) : Optional.empty())
                        .ifPresent(f -> pen.number(layout.shadow(item.code(), shadow), f));
            }
        });
        String formula = yearToDate(item);
        if (!formula.isEmpty()) {
            pen.formula(layout.shadow(item.code(), PrefillField.YTD), formula);
        }
    }

    private boolean isFirstOfYear() {
        return to.map(r -> r.period().first().getMonthValue() == 1).orElse(false);
    }

    /** What no months make: 0 of what is added up. */
    private Optional<BigDecimal> nothing(Item item) {
        return catalogue.isRecalculated(item) ? Optional.empty() : item.time().of(List.of());
    }

    /** January to the period, as a formula over this period's cell and what is known of the months before. */
    private String yearToDate(Item item) {
        Formula formula = catalogue.formula(item.isComputed() ? item.formula() : item.code());
        boolean ofNumbers = formula.operands().stream()
                .allMatch(
                        o -> backstage.item(o).filter(i -> i.type().isNumeric()).isPresent());
        if (catalogue.isRecalculated(item) && ofNumbers) {
            String year = formula.render(PrefillField.YTD::definedName);
            return known(
                    "IFERROR(" + year + ",\"\")",
                    MissingPolicy.SKIP.needs(formula).stream().map(PrefillField.YTD::definedName));
        }
        String x = item.code();
        String before = PrefillField.YTD_BEFORE.definedName(x);
        return isFirstOfYear() && nothing(item).isEmpty()
                ? known(x, Stream.of(x))
                : item.time()
                        .yearToDate(before, monthsBefore(item), x)
                        .map(year -> known(year.formula(), year.needs().stream()))
                        .orElse("");
    }

    /** What the months before are; of a blank template nobody knows. */
    private Optional<List<Portion>> monthsBefore(Item item) {
        return to.flatMap(r -> r.prefill()
                .monthsBefore(item.code())
                .or(() -> Optional.<List<Portion>>of(List.of())
                        .filter(none -> catalogue.askedBefore(r.unit().code(), item, r.period()) == 0)));
    }

    /** A formula that is blank unless all these names hold numbers. */
    private static String known(String formula, Stream<String> names) {
        List<String> all = names.toList();
        return "IF(COUNT(" + String.join(",", all) + ")<" + all.size() + ",\"\"," + formula + ")";
    }

    private void year(Line line) {
        int first = layout.earlierColumn();
        if (layout.showsPrior()) {
            line.cells()
                    .get(0)
                    .filter(i -> i.type().isNumeric())
                    .ifPresentOrElse(
                            i -> earlier(i, PrefillField.PRIOR, at(line.row(), first)),
                            () -> pen.text(at(line.row(), first), NO_FIGURE, styles.crossed()));
        }
        CellAddress ytd = at(line.row(), layout.ytdColumn());
        CellAddress yearAgo = at(line.row(), layout.ytdColumn() + 1);
        Optional<Item> numeric = line.cells().get(0).filter(i -> i.type().isNumeric());
        Optional<Item> added = numeric.filter(i -> i.time() == Item.Time.SUM);
        added.ifPresentOrElse(
                i -> pen.style(ytd, styles.computed(Page.decimals(i.type())))
                        .formula(ytd, PrefillField.YTD.definedName(i.code())),
                () -> pen.text(ytd, NO_FIGURE, styles.crossed()));
        (layout.showsChange() ? numeric : added)
                .ifPresentOrElse(
                        i -> earlier(i, PrefillField.YEAR_AGO, yearAgo),
                        () -> pen.text(yearAgo, NO_FIGURE, styles.crossed()));
        if (layout.showsChange()) {
            CellAddress change = at(line.row(), layout.ytdColumn() + 2);
            numeric.ifPresentOrElse(i -> change(i, change), () -> pen.text(change, NO_FIGURE, styles.crossed()));
        }
    }

    /** Shows by how much the period differs from the same a year ago, as soon as it is filled in. */
    private void change(Item item, CellAddress at) {
        String now = item.code();
        String yearAgo = PrefillField.YEAR_AGO.definedName(now);
        pen.style(at, styles.change(Page.decimals(item.type())))
                .formula(
                        at,
                        "IF(COUNT(" + yearAgo + ")=0," + unknown(PrefillField.YEAR_AGO) + ",IF(COUNT(" + now
                                + ")=0,\"\"," + now + "-" + yearAgo + "))");
    }

    /** What is shown of a figure that nobody knows: of a year ago — where the form compares with it and was issued. */
    private String unknown(PrefillField shadow) {
        boolean isAsked = shadow == PrefillField.YEAR_AGO && layout.showsChange() && to.isPresent();
        return isAsked ? Excel.literal(NO_FIGURE) : "\"\"";
    }

    /** Shows a hidden figure of an earlier period, if there is one. */
    private void earlier(Item item, PrefillField shadow, CellAddress at) {
        String before = shadow.definedName(item.code());
        pen.style(at, styles.computed(Page.decimals(item.type())))
                .formula(at, "IF(COUNT(" + before + ")=0," + unknown(shadow) + "," + before + ")");
    }

    private void verdict(Rule rule) {
        backstage.verdict(rule).ifPresent(at -> pen.formula(at, checks.verdict(rule)));
    }

    void looseRule(Rule rule) {
        int row = layout.afterTable() + layout.looseRules().indexOf(rule);
        String about = rule.locate()
                .filter(l -> layout.cell(l).isPresent())
                .map(l -> wording.text("template.loose", wording.label(l)))
                .orElseGet(() -> wording.text("template.loose.form"));
        pen.merge(row, 0, layout.checkColumn() - 1, styles.text(1)).text(at(row, 0), about);
        CellAddress check = at(row, layout.checkColumn());
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

    /** Draws the row of what concerns the whole form, such as the day in its foot. */
    void whole() {
        int row = layout.wholeRow();
        pen.merge(row, 0, layout.checkColumn() - 1, styles.text(1))
                .text(at(row, 0), wording.text("template.whole"))
                .formula(backstage.dayVerdict(), checks.reportedDay())
                .style(at(row, layout.checkColumn()), styles.remark())
                .formula(at(row, layout.checkColumn()), backstage.dayVerdict().text())
                .style(at(row, layout.explainColumn()), styles.inputText())
                .height(row, 28);
    }
}
