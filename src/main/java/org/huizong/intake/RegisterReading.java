package org.huizong.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huizong.catalogue.Explanations;
import org.huizong.catalogue.Item;
import org.huizong.intake.locate.FieldFinder;
import org.huizong.intake.locate.Locator;
import org.huizong.intake.locate.RegisterBook;
import org.huizong.intake.locate.RegisterHeads;
import org.huizong.intake.parse.Filler;
import org.huizong.intake.parse.NilText;
import org.huizong.intake.parse.Normaliser;
import org.huizong.intake.parse.ParsedValue;
import org.huizong.layout.Field;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.Argument;
import org.huizong.model.CellAddress;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Masking;
import org.huizong.model.Observation;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.SheetCells;
import org.huizong.text.Folding;

/**
 * Reads the records of one register whose unit and period are known, to the last row that holds anything.
 *
 * <p>A record is kept under its key: the values of its key items, joined. One without a key, or with that of a record
 * before it, is kept under the number of its row, and a finding says so; the others are none the worse for it.
 */
final class RegisterReading {
    private static final String NIL = "nil";
    private static final String KEY_SEPARATOR = "/";
    private static final String ROW = "#";
    private static final int LONGEST_KEY = 180;
    private static final Set<String> TOTALS = Set.of("合计", "小计", "总计", "累计", "total", "sum");
    /** What is left in of a filled-in example. */
    private static final Set<String> SAMPLES = Set.of("示例", "样例", "例", "例如", "填写示例", "填表示例", "example", "sample");

    private final SheetCells sheet;
    private final RegisterBook book;
    private final RegisterHeads heads;
    private final Normaliser normaliser;
    private final CellRef place;
    private final boolean from1904;
    private final Map<Integer, Item> itemOf = new TreeMap<>();
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private int records;

    RegisterReading(SheetCells sheet, RegisterBook book, Normaliser normaliser, CellRef place, boolean from1904) {
        this.sheet = sheet;
        this.book = book;
        this.heads = new RegisterHeads(sheet, book);
        this.normaliser = normaliser;
        this.place = place;
        this.from1904 = from1904;
    }

    /** Reads every record and every explanation; call once. */
    RegisterReading read(FieldFinder fields) {
        placeColumns();
        int first = heads.firstRow();
        Map<Integer, Value> cells = new LinkedHashMap<>();
        int[] current = {-1};
        sheet.visit(Integer.MAX_VALUE, (row, column, cell) -> {
            if (row != current[0]) {
                record(current[0], cells);
                cells.clear();
                current[0] = row;
            }
            if (row >= first) {
                cells.put(column, cell);
            }
        });
        record(current[0], cells);
        nil(fields);
        Locator.named(sheet, Explanations.OF_RETURN)
                .ifPresent(at -> sheet.cell(at.row(), at.column())
                        .map(cell -> Folding.trim(cell.show()))
                        .filter(text -> !text.isEmpty())
                        .ifPresent(text -> observations.add(
                                new Observation(Explanations.OF_RETURN, "", Value.of(text), place.at(at)))));
        return this;
    }

    List<Observation> observations() {
        return observations;
    }

    List<Finding> findings() {
        return findings;
    }

    private void placeColumns() {
        Set<String> there = book.layout().items().stream()
                .filter(i -> heads.column(i).isPresent())
                .map(Item::code)
                .collect(Collectors.toSet());
        for (Item item : book.layout().items()) {
            Optional<Integer> column = heads.column(item);
            if (column.isEmpty()) {
                // an older template does not ask what was added since
                boolean older = heads.isNamed() && !book.needs(item, there);
                if (!older) {
                    findings.add(Finding.failed("item.absent", Severity.ERROR, place.whole())
                            .ofItem(item.code()));
                } else if (book.needs(item)) {
                    findings.add(Finding.failed("item.later", Severity.NOTICE, place.whole())
                            .ofItem(item.code()));
                }
                continue;
            }
            itemOf.put(column.get(), item);
            heads.disagreement(item)
                    .ifPresent(other -> findings.add(Finding.failed(
                                    "located.disagree",
                                    Severity.ERROR,
                                    heads.head(item).map(place::at).orElse(place.whole()))
                            .ofItem(item.code())
                            .with("other", Argument.name(other.label()))));
        }
        if (!heads.isNamed() && !itemOf.isEmpty()) {
            findings.add(
                    0,
                    Finding.failed("sheet.label", Severity.NOTICE, place.whole())
                            .ofForm(book.layout().register().code()));
        }
    }

    private void record(int row, Map<Integer, Value> cells) {
        boolean any = cells.entrySet().stream()
                .anyMatch(c -> itemOf.containsKey(c.getKey()) && !Filler.isEmpty(c.getValue()));
        if (!any) {
            return;
        }
        if (cells.values().stream().map(c -> Folding.fold(c.show())).anyMatch(TOTALS::contains)) {
            findings.add(Finding.failed("record.total", Severity.NOTICE, place.at(new CellAddress(row, 0))));
            return;
        }
        if (cells.values().stream().map(c -> Folding.fold(c.show())).anyMatch(SAMPLES::contains)) {
            findings.add(Finding.failed("record.sample", Severity.NOTICE, place.at(new CellAddress(row, 0))));
            return;
        }
        records++;
        int before = findings.size();
        new Fields(sheet, place, heads.row()).tooMany(row).ifPresent(findings::add);
        Map<Item, Value> values = new LinkedHashMap<>();
        itemOf.forEach((column, item) ->
                values.put(item, value(item, new CellAddress(row, column), Optional.ofNullable(cells.get(column)))));
        String key = key(row, values);
        findings.subList(before, findings.size()).replaceAll(f -> f.ofRecord(key));
        values.forEach((item, value) -> {
            if (!value.isMissing() || item.required() || book.isBlamed(item)) {
                observations.add(new Observation(item.code(), key, value, at(row, item)));
            }
        });
        heads.explanations()
                .map(cells::get)
                .map(cell -> Folding.trim(cell.show()))
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> observations.add(new Observation(
                        RegisterLayout.EXPLAIN,
                        key,
                        Value.of(text),
                        place.at(new CellAddress(row, heads.explanations().orElseThrow())))));
    }

    private CellRef at(int row, Item item) {
        return place.at(new CellAddress(row, heads.column(item).orElse(0)));
    }

    private Value value(Item item, CellAddress at, Optional<Value> cell) {
        ParsedValue normal = normaliser.normalise(cell, item, from1904);
        normal.finding(item, place.at(at))
                .map(found -> item.personal() && !found.rule().equals(ParsedValue.BLANKED)
                        ? found.masked(Masking::mask)
                        : found)
                .ifPresent(findings::add);
        Locator.stale(sheet, item, at, place).ifPresent(findings::add);
        return normal.value();
    }

    private String key(int row, Map<Item, Value> values) {
        List<Item> keys = book.layout().keys();
        String key = keys.stream()
                .map(k -> Folding.key(values.getOrDefault(k, Value.Gap.BLANK).show()))
                .collect(Collectors.joining(KEY_SEPARATOR));
        List<Item> blank = keys.stream()
                .filter(k -> values.getOrDefault(k, Value.Gap.BLANK).isMissing())
                .toList();
        String unique = ROW + (row + 1);
        if (keys.isEmpty()) {
            return unique;
        }
        if (!blank.isEmpty()) {
            blank.forEach(item -> findings.add(
                    Finding.failed("record.key", Severity.ERROR, at(row, item)).ofItem(item.code())));
            return unique;
        }
        CellRef where = at(row, keys.get(0));
        if (key.length() > LONGEST_KEY) {
            findings.add(Finding.failed("record.key.long", Severity.ERROR, where)
                    .ofItem(keys.get(0).code())
                    .with("length", Argument.of(key.length()))
                    .with("limit", Argument.of(LONGEST_KEY)));
            return unique;
        }
        Integer before = rowOf.putIfAbsent(key, row);
        if (before != null) {
            String written = values.getOrDefault(keys.get(0), Value.Gap.BLANK).show();
            findings.add(Finding.failed("record.twice", Severity.ERROR, where)
                    .ofItem(keys.get(0).code())
                    .with("value", Argument.text(Folding.shorten(written)))
                    .with("row", Argument.of(before + 1)));
            return key + ROW + (row + 1);
        }
        return key;
    }

    /** 零报告: an empty register says that there was nothing; one that says nothing is not counted. */
    private void nil(FieldFinder fields) {
        Optional<FieldFinder.Found> found = fields.find(Field.NIL);
        CellRef where = found.map(f -> place.at(f.address())).orElse(place.whole());
        String written = found.flatMap(FieldFinder.Found::cell)
                .map(cell -> Folding.trim(cell.show()))
                .orElse("");
        boolean said = NilText.saysNone(written);
        if (said) {
            observations.add(new Observation(NIL, "", Value.of("yes"), where));
        }
        if (said && records > 0) {
            findings.add(Finding.failed("register.nil", Severity.QUERY, where).with("count", Argument.of(records)));
        } else if (!said && records == 0) {
            findings.add(
                    written.isEmpty()
                            ? Finding.failed("register.empty", Severity.ERROR, where)
                            : Finding.failed("register.otherwise", Severity.ERROR, where)
                                    .with("value", Argument.text(Folding.shorten(written))));
            observations.add(new Observation(NIL, "", Value.Gap.BLANK, where));
        }
    }
}
