package org.huizong.publish.workbook;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Consolidator;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Obligation;
import org.huizong.catalogue.TwoForms;
import org.huizong.edition.Editions;
import org.huizong.layout.FormLayout;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.FindingWords;
import org.huizong.model.Ground;
import org.huizong.model.Observation;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.Severity;
import org.huizong.model.SourceFile;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.store.Edition;
import org.huizong.store.FindingStore;
import org.huizong.store.ReadingStore;
import org.huizong.store.Store;
import org.huizong.store.StoredObservation;
import org.huizong.store.SubmissionStore.Decision;

/**
 * The made-up township with seeded figures: 2024 and January to September 2025 all in time, October 2025 with flaws.
 *
 * <p>October, first edition: 司法所 is late, 石桥村 sent nothing for publicity, 青山村's village return was sent back,
 * 交管站 has a query with an explanation. Second edition: 石桥村 came late, 柳溪村 corrected its leaflets.
 */
public final class Qingxi implements AutoCloseable {
    /** The month with the flaws. */
    public static final Period OCTOBER = Period.parse("2025-10");

    private final Catalogue catalogue;
    private final Store store;
    private final long run;
    private final Publication first;
    private final Publication second;

    /** Makes it in a folder, which takes a second or two. */
    public Qingxi(Path folder) {
        this(folder, TwoForms.catalogue());
    }

    /** Makes it by another catalogue with the same returns. */
    public Qingxi(Path folder, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.store = Store.open(folder);
        this.run = store.runs().begin(OCTOBER, LocalDate.of(2025, 11, 10));
        for (int month = 0; month < 21; month++) {
            Period period = Period.month(YearMonth.of(2024, 1).plusMonths(month));
            LocalDate received = period.end().plusDays(4);
            put(
                    period,
                    received,
                    Disposition.ACCEPTED,
                    1,
                    catalogue.owed(period).stream()
                            .map(o -> reading(o, received, 1, i -> i))
                            .toList());
        }
        october();
        this.first = publish(OCTOBER, LocalDate.of(2025, 11, 7));
        record(first);
        send(owed("v01", "publicity"), LocalDate.of(2025, 11, 9), Disposition.ACCEPTED, 1, i -> i);
        long old = sent("v03", "publicity");
        store.submissions().decide(List.of(new Decision(old, 1, Disposition.SUPERSEDED)));
        send(owed("v03", "publicity"), LocalDate.of(2025, 11, 10), Disposition.ACCEPTED, 2, i -> i.add(BigDecimal.TEN));
        this.second = publish(OCTOBER, LocalDate.of(2025, 11, 10));
        record(second);
    }

    private void october() {
        for (Obligation owed : catalogue.owed(OCTOBER)) {
            if (owed.unit().equals("v01") && owed.form().equals("publicity")) {
                continue;
            }
            boolean late = owed.unit().equals("d06");
            boolean wrong = owed.unit().equals("v02") && owed.form().equals("village");
            send(
                    owed,
                    late ? LocalDate.of(2025, 11, 7) : LocalDate.of(2025, 11, 4),
                    wrong ? Disposition.REJECTED : Disposition.ACCEPTED,
                    1,
                    i -> i);
        }
        finding(
                "v02",
                "village",
                Finding.failed("VIL004", Severity.ERROR, new CellRef("10/青山村.xlsx", "村表", "D30"))
                        .ofItem("village.disputes_settled"),
                "");
        finding(
                "d03",
                "publicity",
                FindingWords.with(
                        Finding.failed("PUB003", Severity.QUERY, new CellRef("10/交管站.xlsx", "普法", "D18")),
                        "item",
                        "publicity.training_attendance",
                        "publicity.training_courses",
                        1,
                        "publicity.training_attendance",
                        3),
                "=本期为新招劝导员的小班培训");
        finding(
                "c01",
                "publicity",
                FindingWords.with(
                        Finding.failed("PUB004", Severity.QUERY, new CellRef("10/东街社区.xlsx", "普法", "D9")),
                        "item",
                        "publicity.materials",
                        "publicity.materials",
                        412,
                        "ytd.publicity.materials",
                        new Argument.OfBaseline(Argument.of(1312)),
                        "ground",
                        new Ground(
                                "publicity.materials>(ytd.publicity.materials-publicity.materials)/9*3",
                                Optional.empty(),
                                Optional.of(BigDecimal.valueOf(300)))),
                "");
        finding(
                "c02",
                "village",
                FindingWords.with(
                        Finding.failed("repaired", Severity.NOTICE, new CellRef("10/西街社区.xlsx", "村表", "D9")),
                        "item",
                        "village.disputes_referred",
                        "text",
                        "1 0",
                        "value",
                        10),
                "");
        finding(
                "c02",
                "village",
                FindingWords.undecided(
                                "VIL003",
                                Severity.QUERY,
                                new CellRef("10/西街社区.xlsx", "村表", "D18"),
                                FindingWords.missing("prior.village.residents"))
                        .ofItem("village.residents"),
                "");
    }

    private Obligation owed(String unit, String form) {
        return new Obligation(unit, form, OCTOBER);
    }

    private long sent(String unit, String form) {
        return store.submissions().within(OCTOBER).stream()
                .filter(s -> s.unit().equals(unit) && s.form().equals(form))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void finding(String unit, String form, Finding finding, String explanation) {
        var entry = new FindingStore.Entry(
                Optional.empty(), Optional.of(sent(unit, form)), unit, form, finding, explanation);
        store.findings().add(OCTOBER, FindingStore.Phase.CHECK, List.of(entry));
    }

    private void send(
            Obligation owed,
            LocalDate received,
            Disposition disposition,
            int revision,
            UnaryOperator<BigDecimal> leaflets) {
        put(owed.period(), received, disposition, revision, List.of(reading(owed, received, revision, leaflets)));
    }

    /** Puts the one submission of each reading on record with what became of it. */
    private void put(Period period, LocalDate received, Disposition disposition, int revision, List<Reading> readings) {
        store.submissions()
                .decide(store
                        .readings(catalogue)
                        .record(new ReadingStore.Act(period, "1", run, received, OfficeTime.end(received)), readings)
                        .stream()
                        .map(id -> new Decision(id, revision, disposition))
                        .toList());
    }

    private Reading reading(Obligation owed, LocalDate received, int revision, UnaryOperator<BigDecimal> leaflets) {
        String label = catalogue.unit(owed.unit()).orElseThrow().label();
        String name = owed.period().code().substring(5) + '/' + label
                + (owed.form().equals("village") ? "-村表" : "") + (revision > 1 ? "(更正)" : "") + ".xlsx";
        String sha = "%064x".formatted(Math.abs((long) (owed.toString() + revision).hashCode()));
        SourceFile file = new SourceFile(Path.of(name), name, sha, 16_000);
        String sheet = owed.form().equals("village") ? "村表" : "普法";
        Submission submission = new Submission(
                owed.unit(),
                owed.form(),
                "1",
                owed.period(),
                Optional.of(received.atTime(2, 30).toInstant(ZoneOffset.UTC)),
                new CellRef(name, sheet, ""),
                observations(owed, new CellRef(name, sheet, ""), leaflets),
                Map.of(),
                List.of());
        return new Reading.Read(file, List.of(submission), List.of());
    }

    private List<Observation> observations(Obligation owed, CellRef sheet, UnaryOperator<BigDecimal> leaflets) {
        var month = owed.period().last();
        FormLayout layout =
                FormLayout.of(catalogue, catalogue.form(owed.form(), month).orElseThrow(), month);
        Map<String, BigDecimal> numbers = new HashMap<>();
        List<Observation> observations = new ArrayList<>();
        List<Item> items = new ArrayList<>(layout.items());
        Stream.concat(
                        items.stream().filter(i -> !i.isComputed()),
                        items.stream().filter(Item::isComputed))
                .forEach(i -> numbers.put(i.code(), number(i, owed, numbers)));
        for (Item item : items) {
            BigDecimal number = numbers.getOrDefault(item.code(), BigDecimal.ZERO);
            Value value = item.type().isNumeric()
                    ? Value.of(item.code().equals("publicity.materials") ? leaflets.apply(number) : number)
                    : Value.of("yes");
            var cell = layout.cell(item.code()).orElseThrow().text();
            observations.add(new Observation(item.code(), "", value, new CellRef(sheet.file(), sheet.sheet(), cell)));
        }
        if (owed.unit().equals("d03") && owed.period().equals(OCTOBER)) {
            observations.add(new Observation(
                    "explain.PUB003", "", Value.of("=本期为新招劝导员的小班培训"), new CellRef(sheet.file(), sheet.sheet(), "H18")));
        }
        return observations;
    }

    private static BigDecimal number(Item item, Obligation owed, Map<String, BigDecimal> parts) {
        if (item.isComputed()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (String part : item.formula().split("(?=[+-])")) {
                BigDecimal number = parts.getOrDefault(part.replaceFirst("^[+-]", ""), BigDecimal.ZERO);
                sum = part.startsWith("-") ? sum.subtract(number) : sum.add(number);
            }
            return sum;
        }
        int seed = Math.floorMod((item.code() + owed.unit() + owed.period()).hashCode(), 1000);
        int stable = Math.floorMod((item.code() + owed.unit()).hashCode(), 300);
        int number = switch (item.code()) {
            case "publicity.materials" -> 20 + seed % 60;
            case "publicity.consultations", "village.dissuasions" -> seed % 9;
            case "publicity.slogans" -> seed % 3;
            case "publicity.boards", "publicity.study_sessions" -> seed % 2;
            case "publicity.training_courses" -> seed < 60 ? 1 : 0;
            case "publicity.training_attendance" -> seed < 60 ? 30 + seed : 0;
            case "village.registered_male",
                    "village.registered_female",
                    "village.residents_male",
                    "village.residents_female" -> 800 + stable;
            case "village.disputes_opening" -> 4;
            case "village.disputes_settled", "village.disputes_referred" -> seed % 2;
            default -> seed % 5;
        };
        return BigDecimal.valueOf(number);
    }

    private void record(Publication publication) {
        new Editions(catalogue, store).record(publication.edition(), publication.consolidation());
    }

    private Publication publish(Period period, LocalDate asOf) {
        Consolidation consolidation = new Consolidator(catalogue, store).consolidate(period, asOf);
        Editions editions = new Editions(catalogue, store);
        Edition edition = editions.of(consolidation);
        List<StoredObservation> all = new ArrayList<>();
        store.submissions().observations(store.submissions().within(period), Long.MAX_VALUE, all::add);
        Publication.Observations observations = new Publication.Observations() {
            @Override
            public long count() {
                return all.size();
            }

            @Override
            public void first(long most, Consumer<StoredObservation> reader) {
                all.stream().limit(most).forEach(reader);
            }
        };
        return new Publication(
                consolidation,
                edition,
                editions.outdated(edition),
                store.submissions().within(period),
                store.findings()
                        .within(period.months().stream().map(Period::month).toList()),
                List.of(),
                observations,
                sha256 -> Optional.of("../../data/archive/" + sha256 + ".xlsx"));
    }

    /** The catalogue it reports by. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** October as it was first published, without 石桥村. */
    public Publication october1() {
        return first;
    }

    /** October after the correction. */
    public Publication october2() {
        return second;
    }

    /** Any period as of the end of 2025. */
    public Publication of(String period) {
        return publish(Period.parse(period), LocalDate.of(2026, 1, 10));
    }

    @Override
    public void close() {
        store.close();
    }
}
