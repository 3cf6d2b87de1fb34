package org.huizong.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.demo.SampleTables.Cell;
import org.huizong.model.Period;
import org.huizong.model.Value;

/**
 * The records of the sample township's registers, a table a register, as they stood at the end of each period.
 *
 * <p>A date that is still to come is blank, and so is what only it brings about; but for days that are known ahead, which
 * stand in the table of stages without an event.
 */
final class SampleRecords {
    private static final String EXPLAIN = "explain";
    private static final String NIL = "nil";

    private final Catalogue catalogue;
    private final Map<String, String> after = new HashMap<>();
    private final Map<String, List<CSVRecord>> tables = new HashMap<>();

    SampleRecords(Catalogue catalogue) {
        this.catalogue = catalogue;
        SampleTables.read("stages.csv").forEach(r -> after.put(r.get("item"), r.get("after")));
        catalogue.returns().stream()
                .filter(r -> catalogue.isRegister(r.code()))
                .forEach(r -> tables.put(r.code(), SampleTables.read(r.code() + ".csv")));
    }

    /**
     * What a unit fills into a register, by name of the cell and number of the record; an empty register says so.
     *
     * @param cells what is set by hand for this sending
     */
    Map<String, Value> values(String unit, String register, Period period, List<Cell> cells) {
        Map<String, Value> values = new LinkedHashMap<>();
        int number = 0;
        for (CSVRecord row : tables.getOrDefault(register, List.of())) {
            if (row.get("unit").equals(unit) && isListed(row, period)) {
                number++;
                int place = number;
                record(row, register, period, cells).forEach((name, value) -> values.put(name + "#" + place, value));
            }
        }
        if (number == 0) {
            values.put(NIL, Value.of(catalogue.choices("yes_no").get(0).label()));
        }
        return values;
    }

    /** Tells whether a unit's register has a record. */
    boolean any(String unit, String register, Period period) {
        return tables.getOrDefault(register, List.of()).stream()
                .anyMatch(row -> row.get("unit").equals(unit) && isListed(row, period));
    }

    private static boolean isListed(CSVRecord row, Period period) {
        YearMonth first = YearMonth.parse(row.get("first"));
        YearMonth last = YearMonth.parse(row.get("last"));
        return !first.isAfter(period.last()) && !last.isBefore(period.first());
    }

    private Map<String, Value> record(CSVRecord row, String register, Period period, List<Cell> cells) {
        Map<String, Value> values = new LinkedHashMap<>();
        List<Item> items = catalogue.items(register, period.last()).stream()
                .filter(i -> !i.isComputed())
                .toList();
        for (Item item : items) {
            String text = text(row, item.code());
            String event = after.getOrDefault(item.code(), item.type() == ItemType.DATE ? item.code() : "");
            if (!text.isEmpty() && (event.isEmpty() || hasHappened(text(row, event), period))) {
                values.put(item.code(), value(item, text));
            }
        }
        if (!row.get(EXPLAIN).isEmpty()) {
            values.put(EXPLAIN, Value.of(row.get(EXPLAIN)));
        }
        String key = items.stream()
                .filter(Item::key)
                .findFirst()
                .map(i -> text(row, i.code()))
                .orElse("");
        for (Cell cell : cells) {
            items.stream()
                    .filter(i -> cell.item().equals(i.code() + '[' + key + ']'))
                    .forEach(i -> values.put(i.code(), value(i, cell.value())));
        }
        return values;
    }

    private static String text(CSVRecord row, String item) {
        return row.get(item.substring(item.indexOf('.') + 1));
    }

    private static boolean hasHappened(String day, Period period) {
        return !day.isEmpty() && !LocalDate.parse(day).isAfter(period.end());
    }

    /** What the clerk types; a date that is no date stays as it is written. */
    private static Value value(Item item, String text) {
        if (item.type() == ItemType.DATE) {
            return Value.of(LocalDate.parse(text));
        }
        return item.type().isNumeric() ? Value.of(new BigDecimal(text)) : Value.of(text);
    }

    /** Every value of the tables that is about a person, each once. */
    List<String> personal() {
        List<String> values = new ArrayList<>();
        tables.forEach((register, rows) -> catalogue.items().stream()
                .filter(i -> i.personal() && i.form().equals(register))
                .forEach(i -> rows.stream()
                        .map(row -> text(row, i.code()))
                        .filter(text -> !text.isEmpty())
                        .forEach(values::add)));
        return values.stream().distinct().toList();
    }
}
