package org.huizong.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Unit;
import org.huizong.demo.SampleYear;
import org.huizong.demo.Sending;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.Value;
import org.huizong.publish.PublicationPart;
import org.huizong.store.ReadingStore.Act;
import org.huizong.store.Store;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;

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
    private static final List<String> REGISTERS =
            List.of("cases", "officers", "documents", "petitions", "duties", "opinions", "trainings");

    /** What a township makes of its returns, without the unit named behind it, is the same in every test. */
    private static final Map<String, byte[]> FIRST = new ConcurrentHashMap<>();

    /** By the table of units, which is all in which they differ. */
    private static final Map<String, Catalogue> CATALOGUES = new ConcurrentHashMap<>();

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
                                u.kind().name().toLowerCase(Locale.ROOT),
                                parent,
                                u.returns().stream()
                                        .filter(r -> !REGISTERS.contains(r))
                                        .collect(Collectors.joining(";"))))
                .collect(Collectors.joining());
    }

    private static Catalogue with(String units) {
        return CATALOGUES.computeIfAbsent(units, County::load);
    }

    private static Catalogue load(String units) {
        Map<String, byte[]> tables = new HashMap<>(CatalogueLoader.builtInTables());
        tables.put("units.csv", units.getBytes(StandardCharsets.UTF_8));
        tables.remove("targets.csv");
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

    /** Each township receives its returns and consolidates them; the county receives their workbooks. */
    public County receive() {
        return receive("", "");
    }

    /** The same, but for one unit of one township, which sends nothing. */
    County receive(String township, String without) {
        for (String name : TOWNSHIPS.keySet()) {
            String lacking = name.equals(township) ? without : "";
            byte[] workbook = FIRST.computeIfAbsent(name + ' ' + lacking, n -> first(name, lacking));
            write(name + "第1版.xlsx", workbook);
        }
        return this;
    }

    /** A township's workbook of its first edition. */
    private byte[] first(String name, String without) {
        take(name, name, township(name), "", code -> !code.equals(without));
        return consolidate(name, DUE);
    }

    private void write(String name, byte[] workbook) {
        try {
            Files.write(folder(returns()).resolve(name), workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts on record what units of a township send, who have these codes and more in a catalogue. */
    private void take(String township, String office, Catalogue catalogue, String codes, Predicate<String> which) {
        OnRecord clerks = new OnRecord(catalogue);
        List<Reading> readings = new ArrayList<>();
        for (Sending s : sent(township)) {
            Unit unit = catalogue.unit(codes + s.unit().code()).orElseThrow();
            if (which.test(s.unit().code())) {
                Map<String, Map<String, Value>> values = new HashMap<>(s.values());
                values.keySet().retainAll(unit.returns());
                readings.add(clerks.read(new Sending(unit, JANUARY, false, values, s.saved())));
            }
        }
        try (Store store = store(office)) {
            Act act = new Act(JANUARY, "a test", store.runs().begin(JANUARY, DUE), DUE, Office.NOW);
            store.together(() -> store.readings(catalogue).record(act, readings));
        }
    }

    /** After all a unit of a township sends too, and the township its second edition of the same day. */
    void late(String township, String unit) {
        first(township, unit);
        take(township, township, township(township), "", unit::equals);
        write(township + "第2版.xlsx", consolidate(township, DUE));
    }

    private byte[] consolidate(String township, LocalDate asOf) {
        Set<PublicationPart> workbook = Set.of(PublicationPart.WORKBOOK);
        try {
            return Files.readAllBytes(run(township(township), township, Optional.empty(), asOf, workbook)
                    .workbook());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of the county into which the townships' workbooks come. */
    Path returns() {
        return home.resolve("qinghe").resolve("returns");
    }

    /** What the county makes of the townships' workbooks, on record alone. */
    Outcome consolidate(LocalDate asOf) {
        return run(catalogue(), "qinghe", Optional.of(returns()), asOf, Set.of());
    }

    /** What the county publishes of the townships' workbooks. */
    public Outcome publish(LocalDate asOf) {
        return run(catalogue(), "qinghe", Optional.of(returns()), asOf, Set.of(PublicationPart.values()));
    }

    /** What an office makes of all returns at once. */
    Outcome consolidateFlat() {
        Catalogue catalogue = flat();
        TOWNSHIPS.keySet().forEach(name -> take(name, "flat", catalogue, code(name), unit -> true));
        return run(catalogue, "flat", Optional.empty(), DUE, Set.of());
    }

    private Store store(String office) {
        return Store.open(folder(home.resolve(office)).resolve("data"));
    }

    private Outcome run(
            Catalogue catalogue, String office, Optional<Path> returns, LocalDate asOf, Set<PublicationPart> parts) {
        try (Store store = store(office)) {
            Path output = home.resolve(office).resolve("output");
            return new MonthlyJob(catalogue, wording(catalogue), store)
                    .run(new Request(JANUARY, returns, output, asOf, Office.NOW, parts), Progress.SILENT);
        }
    }

    static Wording wording(Catalogue catalogue) {
        return new Wording(new MessageBundle(Lang.ZH), catalogue);
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
