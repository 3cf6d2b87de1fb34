package org.huizong.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Unit;
import org.huizong.period.Period;
import org.huizong.sample.SampleWriter;
import org.huizong.sample.SampleYear;
import org.huizong.sample.Sending;
import org.huizong.store.Store;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.Wording;
import org.huizong.wording.Words;

/**
 * 清河县 and its three townships, each of which has the units of the sample township and sends for January what the sample
 * township sends for a month of its own: each township consolidates its returns, the county the townships' workbooks, and
 * another office all returns at once.
 */
public final class County {
    /** The month that all report on. */
    public static final Period JANUARY = Period.parse("2025-01");
    /** The last day to be in time. */
    public static final LocalDate DUE = LocalDate.of(2025, 2, 5);

    /** Name of each township and the month of the sample year whose figures it reports. */
    static final Map<String, Integer> TOWNSHIPS = new LinkedHashMap<>();

    static {
        TOWNSHIPS.put("青溪镇", 1);
        TOWNSHIPS.put("白沙镇", 4);
        TOWNSHIPS.put("黄岭镇", 11);
    }

    private static final String HEAD = "code,label,label_en,kind,parent,returns,aliases,merged_into,from,until\n";
    private static final String TOP = "qinghe,清河县,Qinghe County,county,,,,,,\n";
    private static final String FORMS = "safety;food;traffic;family;social;publicity;village";
    private static final List<String> REGISTERS = List.of("cases", "officers", "documents", "petitions", "duties");

    private final Path home;

    /** In that folder. */
    public County(Path home) {
        this.home = home;
    }

    /** The catalogue of the county: the built-in one, but for the units, and with a ratio among the indicators. */
    public static Catalogue catalogue() {
        StringBuilder units = new StringBuilder(HEAD + TOP);
        for (String name : TOWNSHIPS.keySet()) {
            units.append("%s,%s,%s,township,qinghe,%s,,,,\n".formatted(code(name), name, code(name), FORMS));
        }
        return with(units.toString());
    }

    /** The catalogue of a township. */
    static Catalogue township(String name) {
        return with(HEAD + "%s,%s,%s,township,,,,,,\n".formatted(code(name), name, code(name)) + units(name, "", ""));
    }

    /** The catalogue of an office that all units of all townships report to. */
    static Catalogue flat() {
        return with(HEAD
                + TOP
                + TOWNSHIPS.keySet().stream()
                        .map(name -> units(name, code(name), name))
                        .collect(Collectors.joining()));
    }

    static String code(String township) {
        return "t" + TOWNSHIPS.get(township);
    }

    private static String units(String township, String codes, String labels) {
        String parent = codes.isEmpty() ? code(township) : "qinghe";
        return CatalogueLoader.builtIn().units().stream()
                .filter(u -> u.parent().isPresent())
                .map(u -> "%s%s,%s%s,%s%s,%s,%s,%s,,,,\n"
                        .formatted(
                                codes,
                                u.code(),
                                labels,
                                u.label(),
                                codes,
                                u.labelEn(),
                                u.kind().name().toLowerCase(java.util.Locale.ROOT),
                                parent,
                                u.returns().stream()
                                        .filter(r -> !REGISTERS.contains(r))
                                        .collect(Collectors.joining(";"))))
                .collect(Collectors.joining());
    }

    private static Catalogue with(String units) {
        Map<String, byte[]> tables = new HashMap<>(CatalogueLoader.builtInTables());
        tables.put("units.csv", units.getBytes(StandardCharsets.UTF_8));
        String indicators = new String(tables.get("indicators.csv"), StandardCharsets.UTF_8).stripTrailing()
                + "\npass_rate,study,250,考试合格率,Pass rate,%,publicity.exam_passed/publicity.exam_takers*100,1,up,,,,,\n";
        tables.put("indicators.csv", indicators.getBytes(StandardCharsets.UTF_8));
        return CatalogueLoader.load(tables);
    }

    /** What each unit of a township sends, where a mistake was corrected the correction. */
    private static List<Sending> sent(String township) {
        SampleYear sample = new SampleYear(CatalogueLoader.builtIn());
        YearMonth month = YearMonth.of(SampleYear.YEAR, TOWNSHIPS.get(township));
        Map<String, Sending> byUnit = new LinkedHashMap<>();
        Stream.of(sample.inTime(month), sample.later(month))
                .flatMap(List::stream)
                .forEach(s -> byUnit.put(s.unit().code(), s));
        return List.copyOf(byUnit.values());
    }

    /** Writes a township's returns into a folder, for the units that have these codes and more in a catalogue. */
    private static void write(String township, Catalogue catalogue, String codes, Path folder) {
        SampleWriter clerks = new SampleWriter(new TemplateWriter(catalogue, wording(catalogue)));
        for (Sending s : sent(township)) {
            Unit unit = catalogue.unit(codes + s.unit().code()).orElseThrow();
            Map<String, Map<String, Object>> values = new HashMap<>(s.values());
            values.keySet().retainAll(unit.returns());
            clerks.write(new Sending(unit, JANUARY, false, values, s.saved()), Prefill.NONE, folder);
        }
    }

    /** Each township receives its returns and consolidates them; the county receives their workbooks. */
    public County receive() {
        for (String name : TOWNSHIPS.keySet()) {
            write(name, township(name), "", folder(home.resolve(name).resolve("returns")));
            hand(name, DUE);
        }
        return this;
    }

    /** Where a township keeps what its units sent. */
    Path returns(String township) {
        return home.resolve(township).resolve("returns");
    }

    /** A township consolidates as of a day and sends its workbook to the county. */
    Path hand(String township, LocalDate asOf) {
        Outcome outcome = run(township(township), township, returns(township), JANUARY, asOf);
        Path sent = folder(home.resolve("qinghe").resolve("returns")).resolve(township + "-" + asOf + ".xlsx");
        try {
            return Files.copy(outcome.workbook(), sent, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the county makes of the townships' workbooks. */
    public Outcome consolidate(LocalDate asOf) {
        return run(catalogue(), "qinghe", home.resolve("qinghe").resolve("returns"), JANUARY, asOf);
    }

    /** What an office makes of all returns at once. */
    Outcome consolidateFlat() {
        Catalogue catalogue = flat();
        Path folder = folder(home.resolve("flat").resolve("returns"));
        TOWNSHIPS.keySet().forEach(name -> write(name, catalogue, code(name), folder));
        return run(catalogue, "flat", folder, JANUARY, DUE);
    }

    private Outcome run(Catalogue catalogue, String name, Path returns, Period period, LocalDate asOf) {
        Path own = home.resolve(name);
        try (Store store = Store.open(own.resolve("data"))) {
            return new MonthlyJob(catalogue, wording(catalogue), store)
                    .run(
                            new Request(
                                    period,
                                    Optional.of(returns),
                                    own.resolve("output").resolve(period.code()),
                                    asOf),
                            Progress.SILENT);
        }
    }

    static Wording wording(Catalogue catalogue) {
        return new Wording(new Words(Lang.ZH), catalogue);
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
