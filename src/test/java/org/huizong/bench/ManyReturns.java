package org.huizong.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.demo.Sending;
import org.huizong.model.Value;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;

/**
 * Makes as many returns as a benchmark needs, through the templates that the program issues: a township with as many units
 * as returns, each a copy of one of the sample township's, which sends what that one sends, its records under numbers of its
 * own.
 */
public final class ManyReturns {
    private final Catalogue sample = CatalogueLoader.builtIn();
    private final List<Unit> senders = senders(sample);
    private final Path folder;
    private final int first;
    private final int count;

    private ManyReturns(Path folder, int first, int count) {
        this.folder = folder;
        this.first = first;
        this.count = count;
    }

    /**
     * Arguments: the number of the first unit, how many units there are, the folder in which {@code catalogue/} is made, and
     * the months whose returns are made in folders of their names below {@code returns/}.
     */
    public static void main(String[] args) throws IOException {
        ManyReturns returns =
                new ManyReturns(Path.of(args[2]), Integer.parseInt(args[0]) - 1, Integer.parseInt(args[1]));
        Catalogue enlarged = enlarged(returns.sample, returns.folder, returns.first, returns.count, form -> true);
        for (int i = 3; i < args.length; i++) {
            returns.make(enlarged, YearMonth.parse(args[i]));
        }
    }

    private void make(Catalogue enlarged, YearMonth month) throws IOException {
        Map<String, Sending> sendings = sendings(sample, month);
        Path returns = Files.createDirectories(folder.resolve("returns").resolve(month.toString()));
        SampleWriter writer =
                new SampleWriter(new TemplateWriter(enlarged, new Wording(new MessageBundle(Lang.ZH), enlarged)));
        IntStream.range(first, first + count).parallel().forEach(i -> {
            Sending sending = sendings.get(senders.get(i % senders.size()).code());
            Unit unit = enlarged.unit(code(i)).orElseThrow();
            writer.write(
                    new Sending(unit, sending.period(), false, own(sending, i), sending.saved()),
                    Prefill.NONE,
                    returns);
        });
    }

    /** Records of a copied unit have numbers of their own: no two units may report one case. */
    private Map<String, Map<String, Value>> own(Sending sending, int i) {
        Map<String, Map<String, Value>> values = new LinkedHashMap<>();
        sending.values().forEach((form, cells) -> {
            Map<String, Value> changed = new LinkedHashMap<>();
            cells.forEach((name, value) -> {
                boolean key = sample.isRegister(form)
                        && sample.item(name.replaceFirst("#.*", ""))
                                .filter(Item::key)
                                .isPresent();
                changed.put(name, key ? Value.of(value.show() + "-" + (i + 1)) : value);
            });
            values.put(form, changed);
        });
        return values;
    }

    /** The units of the sample that send returns; unit i of many is a copy of the one at i modulo their number. */
    static List<Unit> senders(Catalogue sample) {
        return sample.units().stream().filter(u -> !u.returns().isEmpty()).toList();
    }

    /** What each of them sends in a month, by its code. */
    static Map<String, Sending> sendings(Catalogue sample, YearMonth month) {
        Map<String, Sending> sendings = new LinkedHashMap<>();
        SampleYear year = new SampleYear(sample);
        Stream.concat(year.inTime(month).stream(), year.later(month).stream())
                .forEach(s -> sendings.put(s.unit().code(), s));
        return sendings;
    }

    /**
     * The sample's catalogue with so many units, each of which owes what its original owes; in a folder.
     *
     * @param first number of the first unit, from 0
     * @param owed tells by its code whether a return is owed at all
     */
    static Catalogue enlarged(Catalogue sample, Path folder, int first, int count, Predicate<String> owed)
            throws IOException {
        Path tables = Files.createDirectories(folder.resolve("catalogue"));
        for (Map.Entry<String, byte[]> table : CatalogueLoader.builtInTables().entrySet()) {
            Files.write(tables.resolve(table.getKey()), table.getValue());
        }
        // the sample's targets are of its own units
        Files.deleteIfExists(tables.resolve("targets.csv"));
        Files.writeString(tables.resolve("units.csv"), units(sample, first, count, owed), StandardCharsets.UTF_8);
        return CatalogueLoader.load(CatalogueLoader.tables(tables));
    }

    private static String units(Catalogue sample, int first, int count, Predicate<String> owed) {
        List<Unit> senders = senders(sample);
        Unit top = sample.top();
        List<String> lines = new ArrayList<>();
        lines.add("\uFEFFcode,label,label_en,kind,parent,returns,aliases,merged_into,from,until");
        lines.add(String.join(",", top.code(), top.label(), top.labelEn(), "township", "", "", "", "", "", ""));
        for (int i = first; i < first + count; i++) {
            Unit unit = senders.get(i % senders.size());
            lines.add(String.join(
                    ",",
                    code(i),
                    unit.label() + (i + 1),
                    unit.labelEn() + ' ' + (i + 1),
                    unit.kind().name().toLowerCase(Locale.ROOT),
                    top.code(),
                    unit.returns().stream().filter(owed).collect(Collectors.joining(";")),
                    "",
                    "",
                    "",
                    ""));
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    /** Code of unit i. */
    static String code(int i) {
        return "u%05d".formatted(i + 1);
    }
}
