package org.huizong.job;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.publish.PublicationPart;
import org.huizong.spreadsheet.read.Typing;
import org.huizong.spreadsheet.write.FormFiller;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredSubmission;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;

/** A judicial office with a folder of its own: returns, data, output. */
final class Office {
    static final Period JANUARY = Period.parse("2025-01");
    static final LocalDate DUE = LocalDate.of(2025, 2, 5);
    /** What the clock shows: later than any file of the tests was saved, but for those that say so on purpose. */
    static final Instant NOW = Instant.parse("2090-01-01T00:00:00Z");

    static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    static final Wording WORDING = new Wording(new MessageBundle(Lang.ZH), CATALOGUE);

    private static final SampleYear SAMPLE = new SampleYear(CATALOGUE);
    private static final SampleWriter CLERKS = new SampleWriter(new TemplateWriter(CATALOGUE, WORDING));

    /** What the clerks fill is the same in every test. */
    private static final Map<Period, Snapshot> SENT = new ConcurrentHashMap<>();

    /** So is what January comes to as of its due day, and what is on record then; null until somebody asks. */
    private static @Nullable OnDue onDue;

    private record OnDue(Outcome outcome, Snapshot data) {}

    private final Path home;
    private final Set<PublicationPart> parts;

    /** An office that puts every edition on record and writes nothing of its publication. */
    Office(Path home) {
        this(home, Set.of());
    }

    private Office(Path home, Set<PublicationPart> parts) {
        this.home = home;
        this.parts = parts;
    }

    /** The same office, which writes these parts of its publications too. */
    Office writing(PublicationPart... some) {
        return new Office(home, Set.of(some));
    }

    /** The same office, which writes its publications whole. */
    Office publishing() {
        return writing(PublicationPart.values());
    }

    /** The folder that it has for itself. */
    Path home() {
        return home;
    }

    Path returns(Period period) {
        return home.resolve("returns").resolve(period.code());
    }

    Path output(Period period) {
        return home.resolve("output").resolve(period.code());
    }

    Path data() {
        return home.resolve("data");
    }

    /** Takes in everything the sample township sends for a month, corrections aside. */
    Office receive(Period period) {
        SENT.computeIfAbsent(period, p -> send(p, folder(home.resolve("clerks"))))
                .putInto(folder(returns(period)));
        return this;
    }

    private static Snapshot send(Period period, Path folder) {
        YearMonth month = period.first();
        SAMPLE.inTime(month).forEach(s -> CLERKS.write(s, Prefill.NONE, folder));
        SAMPLE.later(month).stream().filter(s -> !s.correction()).forEach(s -> CLERKS.write(s, Prefill.NONE, folder));
        Snapshot sent = Snapshot.of(folder);
        remove(folder);
        return sent;
    }

    /**
     * Has January on record as it is on its due day if the township sends everything and nothing else: the job is run for
     * the first test that asks, and what it left put in place for each.
     */
    Outcome consolidated() {
        OnDue january = onDue(home.resolve("first"));
        january.data().putInto(data());
        return january.outcome();
    }

    private static synchronized OnDue onDue(Path folder) {
        OnDue known = onDue;
        if (known == null) {
            Office first = new Office(folder).receive(JANUARY);
            known = new OnDue(first.consolidate(JANUARY, DUE), Snapshot.of(first.data()));
            onDue = known;
            remove(folder);
        }
        return known;
    }

    /** Copies what another office has received. */
    Office receiveAs(Office other, Period period) {
        Path folder = folder(returns(period));
        try (Stream<Path> files = Files.list(other.returns(period))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Adds a copy of a file in which some cells of the publicity return say something else. */
    void correct(String file, String as, Instant saved, Map<String, ?> cells) {
        correct(returns(JANUARY).resolve(file), as, saved, Map.of("publicity", cells));
    }

    /** Receives a file that was filled in anew, by return and name of the cell. */
    void correct(Path file, String as, Instant saved, Map<String, ? extends Map<String, ?>> cells) {
        try {
            byte[] before = Files.readAllBytes(file);
            try (OutputStream out = Files.newOutputStream(returns(JANUARY).resolve(as))) {
                FormFiller.fill(new ByteArrayInputStream(before), out, Typing.of(cells), saved);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The built-in catalogue, but for the end of the one line of a table that begins so or holds it as its code. */
    static Catalogue catalogueWith(String table, String code, String end) {
        Map<String, byte[]> tables = new HashMap<>(CatalogueLoader.builtInTables());
        String text = new String(tables.getOrDefault(table, new byte[0]), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.startsWith(code) || line.contains("," + code)
                        ? line.substring(
                                        0,
                                        line.length()
                                                - end.replaceAll("[^,]", "").length())
                                + end
                        : line)
                .collect(Collectors.joining("\n"));
        tables.put(table, text.getBytes(StandardCharsets.UTF_8));
        return CatalogueLoader.load(tables);
    }

    Outcome consolidate(Catalogue catalogue, Period period, LocalDate asOf) {
        try (Store store = Store.open(data())) {
            return new MonthlyJob(catalogue, new Wording(new MessageBundle(Lang.ZH), catalogue), store)
                    .run(request(period, asOf, NOW), Progress.SILENT);
        }
    }

    Outcome consolidate(Period period, LocalDate asOf) {
        return consolidate(period, asOf, Progress.SILENT);
    }

    Outcome consolidate(Period period, LocalDate asOf, Progress progress) {
        try (Store store = Store.open(data())) {
            return consolidate(store, period, asOf, progress);
        }
    }

    /** Consolidates when the clock shows that moment. */
    Outcome consolidateAt(Instant now, Period period, LocalDate asOf) {
        try (Store store = Store.open(data())) {
            return new MonthlyJob(CATALOGUE, WORDING, store).run(request(period, asOf, now), Progress.SILENT);
        }
    }

    /** Consolidates with some parts of the job replaced. */
    Outcome consolidate(Period period, LocalDate asOf, Consumer<GenericApplicationContext> others) {
        try (Store store = Store.open(data())) {
            return new MonthlyJob(CATALOGUE, WORDING, store, others).run(request(period, asOf, NOW), Progress.SILENT);
        }
    }

    Outcome consolidate(Store store, Period period, LocalDate asOf, Progress progress) {
        return new MonthlyJob(CATALOGUE, WORDING, store).run(request(period, asOf, NOW), progress);
    }

    private Request request(Period period, LocalDate asOf, Instant now) {
        Optional<Path> folder = Optional.of(returns(period)).filter(Files::isDirectory);
        return new Request(period, folder, output(period), asOf, now, parts);
    }

    static BigDecimal total(Outcome outcome, String indicator) {
        return outcome.publication().consolidation().indicators().stream()
                .filter(i -> i.indicator().code().equals(indicator))
                .map(IndicatorFigures::now)
                .flatMap(f -> f.value().stream())
                .findFirst()
                .orElseThrow();
    }

    static Map<String, BigDecimal> leaflets(BigDecimal number) {
        return Map.of("publicity.materials", number);
    }

    static BigDecimal leaflets(Outcome outcome, String unit) {
        return outcome.publication()
                .consolidation()
                .form("publicity")
                .orElseThrow()
                .figure(unit, "publicity.materials")
                .value()
                .orElseThrow();
    }

    static BigDecimal item(Outcome outcome, String item) {
        return outcome.publication().consolidation().total(item).value().orElseThrow();
    }

    static Map<String, BigDecimal> totals(Outcome outcome) {
        return outcome.publication().consolidation().indicators().stream()
                .collect(Collectors.toMap(
                        i -> i.indicator().code(), i -> i.now().value().orElse(BigDecimal.valueOf(-1))));
    }

    static List<Disposition> revisions(Outcome outcome, String unit, String form) {
        return outcome.publication().submissions().stream()
                .filter(s -> s.unit().equals(unit) && s.form().equals(form))
                .map(StoredSubmission::disposition)
                .toList();
    }

    static List<Finding> errors(Outcome outcome) {
        return outcome.publication().findings().stream()
                .map(StoredFinding::finding)
                .filter(Finding::sendsBack)
                .toList();
    }

    static void remove(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
