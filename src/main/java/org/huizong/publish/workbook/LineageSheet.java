package org.huizong.publish.workbook;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FormFigures;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.aggregation.MonthlyTrend;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.model.CellAddress;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.workbook.Sources.Source;
import org.huizong.store.StoredCount;
import org.huizong.store.StoredSubmission;

/**
 * 指标来源: of each indicator the items it is made of, of each item the units' figures that add up to it, and of each of
 * these the file, the cell and the line of 数据来源.
 */
final class LineageSheet {
    private static final int HEAD_ROW = 2;
    private static final int VALUE = 3;
    private static final int FILE = 5;
    private static final int LAST = 8;

    private final Book book;
    private final Terms terms;
    private final Page page;
    private final boolean byUnit;
    private Map<Long, Map<String, String>> cells = Map.of();
    private Map<List<String>, List<StoredCount>> counts = Map.of();
    private int row;

    LineageSheet(Book book) {
        this.book = book;
        this.terms = book.terms();
        this.page = Page.live(book, SheetKey.PASSPORT);
        this.byUnit = terms.catalogue().units().size() <= MonthlyTrend.MOST_UNITS;
    }

    void write() {
        page.widths(26, 24, 9, 13, 10, 34, 28, 9, 12);
        page.title(0, LAST, terms.text("report.passport.title", terms.wording().period(terms.period())));
        String note = terms.text(byUnit ? "report.passport.note" : "report.passport.many", MonthlyTrend.MOST_UNITS);
        page.wide(1, 0, LAST, note, Look.NOTE);
        page.line(
                HEAD_ROW,
                Look.HEAD,
                terms.text("report.head.indicatorunit"),
                terms.text("report.head.item"),
                terms.text("report.head.code"),
                terms.textOfPeriod("report.head.now"),
                terms.text("report.head.countedofowed"),
                terms.text("report.head.file"),
                terms.text("report.head.sheet"),
                terms.text("report.head.cell"),
                terms.text("report.sheet.sources"));
        row = HEAD_ROW + 1;
        List<IndicatorFigures> all = terms.consolidation().indicators();
        if (byUnit) {
            Set<String> items = new LinkedHashSet<>();
            all.forEach(i -> items.addAll(operands(i)));
            cells = book.sources()
                    .cells(items.stream()
                            .flatMap(code -> terms.catalogue().item(code).stream())
                            .toList());
            items.removeIf(code -> terms.catalogue()
                    .item(code)
                    .filter(terms.catalogue()::isMeasure)
                    .isEmpty());
            counts = book.sources().counts(items);
        }
        all.forEach(this::indicator);
        page.sheet().setRowSumsBelow(false);
        page.sheet().createFreezePane(1, HEAD_ROW + 1);
        page.print(true, HEAD_ROW);
        page.done();
    }

    private Set<String> operands(IndicatorFigures figures) {
        return terms.catalogue().formula(figures.indicator().formula()).operands();
    }

    private void indicator(IndicatorFigures figures) {
        int head = row++;
        Map<String, String> parts = new HashMap<>();
        for (String operand : operands(figures)) {
            terms.catalogue()
                    .item(operand, terms.period().last())
                    .flatMap(item -> terms.consolidation().asking(operand).map(form -> item(item, form)))
                    .ifPresent(cell -> parts.put(operand, cell));
        }
        page.texts(
                head,
                0,
                Look.TOTAL_LABEL,
                terms.wording().label(figures.indicator()),
                terms.wording().measure(figures.indicator().measure()),
                "");
        String formula = terms.catalogue()
                .formula(figures.indicator().formula())
                .renderKnown(item -> Optional.ofNullable(parts.get(item)));
        int decimals = figures.indicator().decimals();
        page.formula(
                head, VALUE, formula, decimals, Look.TOTAL, figures.indicator().code(), figures.now());
        page.text(head, VALUE + 1, figures.now().counted() + "/" + figures.now().owed(), Look.CENTRE);
        page.texts(head, FILE, Look.CELL, "", "", "", "");
        page.fit(head);
        book.place(figures.indicator().code()).ifPresent(at -> {
            String back = Book.reference(book.name(SheetKey.INDICATORS).orElseThrow(), at);
            page.lead(head, VALUE, back);
            book.lead(SheetKey.INDICATORS, at, Book.reference(page.sheet().getSheetName(), new CellAddress(head, 0)));
        });
    }

    /** An item's total with its units beneath; how a formula calls the total, or the empty cell that stands for none. */
    private String item(Item item, FormFigures form) {
        int head = row++;
        int first = row;
        Map<String, CellAddress> units = new LinkedHashMap<>();
        if (byUnit) {
            form.units()
                    .forEach(unit -> form.figure(unit.code(), item.code())
                            .value()
                            .ifPresent(value -> {
                                units.put(unit.code(), new CellAddress(row, VALUE));
                                unit(unit, item, form);
                            }));
        }
        int last = row - 1;
        page.texts(
                head,
                0,
                Look.CELL,
                terms.text("report.passport.item", terms.wording().label(form.form())),
                terms.ofPeriod(terms.wording().label(item).strip()),
                item.row());
        Figure total = form.total(item.code());
        String cell = book.cells(item.code()).orElseThrow().total(item.code());
        boolean made = !units.isEmpty() && isMadeOfUnits(item) && total.value().isPresent();
        String formula =
                made ? AcrossFormula.ofColumn(units).of(item, total, unit -> form.figure(unit, item.code())) : cell;
        page.formula(head, VALUE, formula, item.type().decimals(), Look.NUMBER, item.code(), total);
        if (total.value().isPresent()) {
            page.lead(head, VALUE, cell);
        }
        page.text(head, VALUE + 1, total.counted() + "/" + total.owed(), Look.CENTRE);
        page.texts(head, FILE, Look.CELL, "", "", "", "");
        page.fit(head);
        if (last >= first) {
            page.sheet().groupRow(first, last);
        }
        return total.value().isPresent() ? new CellAddress(head, VALUE).text() : cell;
    }

    private boolean isMadeOfUnits(Item item) {
        return item.across() != Item.Across.NONE && !terms.catalogue().isRecalculated(item);
    }

    /** The register, and the row if it is one, from which the records were counted; or how many registers they are. */
    private void records(List<StoredCount> records) {
        List<StoredSubmission> registers =
                records.stream().map(StoredCount::submission).distinct().toList();
        if (registers.size() > 1) {
            page.texts(row, FILE, Look.CELL, terms.text("report.passport.files", registers.size()), "", "");
            return;
        }
        StoredSubmission only = registers.get(0);
        String cell = records.size() == 1 ? records.get(0).counted().cell() : "";
        page.texts(row, FILE, Look.CELL, only.file(), only.sheet(), cell);
        page.archived(row, FILE, only.sha256());
    }

    private void unit(Unit unit, Item item, FormFigures form) {
        Figure figure = form.figure(unit.code(), item.code());
        page.texts(
                row,
                0,
                Look.CELL,
                terms.text("report.passport.unit", terms.wording().label(unit)),
                "",
                "");
        book.cells(item.code())
                .flatMap(cells -> cells.unit(unit.code(), item.code()))
                .ifPresent(cell -> {
                    page.formula(row, VALUE, cell, item.type().decimals(), Look.NUMBER, item.code(), figure);
                    page.lead(row, VALUE, cell);
                });
        int owed = figure.owed();
        List<Source> all = book.sources().of(unit.code(), form.form().code());
        page.text(row, VALUE + 1, all.size() + "/" + owed, Look.CENTRE);
        List<StoredCount> records = counts.getOrDefault(List.of(unit.code(), item.code()), List.of());
        if (!records.isEmpty()) {
            records(records);
        } else if (all.size() == 1) {
            Source only = all.get(0);
            String cell = cells.getOrDefault(only.submission().id(), Map.of()).getOrDefault(item.code(), "");
            page.texts(
                    row,
                    FILE,
                    Look.CELL,
                    only.submission().file(),
                    only.submission().sheet(),
                    cell);
            page.archived(row, FILE, only.submission().sha256());
        } else {
            page.texts(row, FILE, Look.CELL, terms.text("report.passport.files", all.size()), "", "");
        }
        page.text(
                row,
                LAST,
                all.isEmpty()
                        ? ""
                        : terms.text("report.passport.line", all.get(0).row() + 1),
                Look.CELL_LINK);
        page.source(row, LAST, unit.code(), form.form().code());
        page.fit(row);
        row++;
    }
}
