package org.huizong.spreadsheet.read;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huizong.model.Value;

/** What a clerk types into forms, given as plain numbers, days and texts. */
public final class Typing {
    private Typing() {}

    /** The values to fill in, by return and name of the cell. */
    public static Map<String, Map<String, Value>> of(Map<String, ? extends Map<String, ?>> typed) {
        Map<String, Map<String, Value>> values = new LinkedHashMap<>();
        typed.forEach((form, cells) -> {
            Map<String, Value> named = new LinkedHashMap<>();
            cells.forEach((name, cell) -> named.put(name, value(cell)));
            values.put(form, named);
        });
        return values;
    }

    private static Value value(Object cell) {
        if (cell instanceof BigDecimal number) {
            return Value.of(number);
        }
        return cell instanceof LocalDate day ? Value.of(day) : Value.of((String) cell);
    }
}
