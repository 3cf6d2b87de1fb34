package org.huizong.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.demo.Sending;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.Value;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;

/**
 * Makes a register as long as a benchmark needs, through the real template: the cases of one unit of the sample township in
 * a month, again and again under other numbers, pasted below the rows that are ready.
 */
public final class ManyRecords {
    private static final YearMonth MONTH = YearMonth.of(SampleYear.YEAR, 6);
    private static final String REGISTER = "cases";

    private ManyRecords() {}

    /** Arguments: how many records, and the folder in which the unit's workbook is made. */
    public static void main(String[] args) throws IOException {
        Catalogue catalogue = CatalogueLoader.builtIn();
        String key = RegisterLayout.of(
                        catalogue, catalogue.form(REGISTER, MONTH).orElseThrow(), MONTH)
                .keys()
                .get(0)
                .code();
        Sending longest = new SampleYear(catalogue)
                .inTime(MONTH).stream()
                        .filter(s -> s.values().containsKey(REGISTER))
                        .max((a, b) -> Integer.compare(records(a, key), records(b, key)))
                        .orElseThrow();
        Map<String, Map<String, Value>> values = new HashMap<>(longest.values());
        values.put(REGISTER, repeated(catalogue, longest, key, Integer.parseInt(args[0])));
        new SampleWriter(new TemplateWriter(catalogue, new Wording(new MessageBundle(Lang.ZH), catalogue)))
                .write(
                        new Sending(longest.unit(), longest.period(), false, values, longest.saved()),
                        Prefill.NONE,
                        Files.createDirectories(Path.of(args[1])));
    }

    private static int records(Sending sending, String key) {
        int number = 1;
        while (cells(sending).containsKey(key + '#' + number)) {
            number++;
        }
        return number - 1;
    }

    private static Map<String, Value> cells(Sending sending) {
        return sending.values().getOrDefault(REGISTER, Map.of());
    }

    private static Map<String, Value> repeated(Catalogue catalogue, Sending from, String key, int count) {
        int originals = records(from, key);
        Map<String, Value> cells = new HashMap<>();
        for (int i = 0; i < count; i++) {
            for (Item item : catalogue.items(REGISTER, MONTH)) {
                Value value = cells(from).get(item.code() + '#' + (i % originals + 1));
                if (value != null) {
                    cells.put(
                            item.code() + '#' + (i + 1),
                            item.code().equals(key) ? Value.of(value.show() + "-" + (i + 1)) : value);
                }
            }
        }
        return cells;
    }
}
