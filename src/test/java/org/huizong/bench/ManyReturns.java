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
 * Makes as many returns as a benchmark needs, through the real templates: a township with as many units as returns, each a
 * copy of one of the sample township's, which sends what that one sends in January, its records under numbers of its own.
 */
public final class ManyReturns {
    static final YearMonth MONTH = YearMonth.of(SampleYear.YEAR, 1);

    private final Path folder;
    private final int count;

    private ManyReturns(Path folder, int count) {
        this.folder = folder;
        this.count = count;
    }

    /** Arguments: how many returns, and the folder in which {@code catalogue/} and {@code returns/} are made. */
    public static void main(String[] args) throws IOException {
        new ManyReturns(Path.of(args[1]), Integer.parseInt(args[0])).make();
    }

    private void make() throws IOException {
        Catalogue sample = CatalogueLoader.builtIn();
        Path made = folder.resolve("made");
        if (Files.exists(made) && Files.readString(made).equals(sample.digest())) {
            return;
        }
        List<Unit> senders = senders(sample);
        Map<String, Sending> sendings = sendings(sample);
        Catalogue enlarged = enlarged(sample, folder, count, form -> true);
        Path returns = Files.createDirectories(folder.resolve("returns"));
        SampleWriter writer =
                new SampleWriter(new TemplateWriter(enlarged, new Wording(new MessageBundle(Lang.ZH), enlarged)));
        IntStream.range(0, count).parallel().forEach(i -> {
            Sending sending = sendings.get(senders.get(i % senders.size()).code());
            Unit unit = enlarged.unit(code(i)).orElseThrow();
            writer.write(
                    new Sending(
                            unit, sending.period(), false, own(sample, sending, i, senders.size()), sending.saved()),
                    Prefill.NONE,
                    returns);
        });
        Files.writeString(made, sample.digest());
    }

    /** Records of a copied unit have numbers of their own: no two units may report one case. */
    private static Map<String, Map<String, Value>> own(Catalogue sample, Sending sending, int i, int originals) {
        Map<String, Map<String, Value>> values = new LinkedHashMap<>();
        sending.values().forEach((form, cells) -> {
            Map<String, Value> changed = new LinkedHashMap<>();
            cells.forEach((name, value) -> {
                boolean key = i >= originals
                        && sample.isRegister(form)
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

    /** What each of them sends in January, by its code. */
    static Map<String, Sending> sendings(Catalogue sample) {
        Map<String, Sending> sendings = new LinkedHashMap<>();
        SampleYear year = new SampleYear(sample);
        Stream.concat(year.inTime(MONTH).stream(), year.later(MONTH).stream())
                .forEach(s -> sendings.put(s.unit().code(), s));
        return sendings;
    }

    /** The sample's catalogue with so many units that owe what their originals owe, as far as it is asked; in a folder. */
    static Catalogue enlarged(Catalogue sample, Path folder, int count, Predicate<String> asked) throws IOException {
        Path tables = Files.createDirectories(folder.resolve("catalogue"));
        for (Map.Entry<String, byte[]> table : CatalogueLoader.builtInTables().entrySet()) {
            Files.write(tables.resolve(table.getKey()), table.getValue());
        }
        Files.writeString(tables.resolve("units.csv"), units(sample, count, asked), StandardCharsets.UTF_8);
        return CatalogueLoader.load(tables);
    }

    private static String units(Catalogue sample, int count, Predicate<String> asked) {
        List<Unit> senders = senders(sample);
        Unit top = sample.top();
        List<String> lines = new ArrayList<>();
        lines.add("\uFEFFcode,label,label_en,kind,parent,returns,aliases,merged_into,from,until");
        lines.add(String.join(",", top.code(), top.label(), top.labelEn(), "township", "", "", "", "", "", ""));
        for (int i = 0; i < count; i++) {
            Unit unit = senders.get(i % senders.size());
            lines.add(String.join(
                    ",",
                    code(i),
                    unit.label() + (i + 1),
                    unit.labelEn() + ' ' + (i + 1),
                    unit.kind().name().toLowerCase(Locale.ROOT),
                    top.code(),
                    unit.returns().stream().filter(asked).collect(Collectors.joining(";")),
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
