package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Consolidator;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.FindingWords;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.review.AcrossChecks;
import org.huizong.review.SubmissionChecks;
import org.huizong.store.ReadingStore.Act;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredObservation;
import org.huizong.text.Folding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records on record: counted by the day of what happened, held against each other, and kept without names. */
class RecordsTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final String ZHANG = "11010519491231002X";
    private static final String FINED_TWICE = "PRO030";

    @TempDir
    private Path home;

    private Store store;
    private int files;

    @BeforeEach
    void open() {
        store = Store.open(home.resolve("data"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void countsACaseAsFiledInJanuaryAndAsDecidedInMarch() {
        send("2025-01", "d03", "cases", penalty("1号").with("filed_on", "2025-01-20"));
        send("2025-02", "d03", "cases", penalty("1号").with("filed_on", "2025-01-20"));
        send(
                "2025-03",
                "d03",
                "cases",
                penalty("1号").with("filed_on", "2025-01-20").with("decided_on", "2025-03-12"));

        assertThat(total("2025-01", "cases.penalties_filed")).isEqualTo("1");
        assertThat(total("2025-01", "cases.penalties_traffic")).isEqualTo("0");
        assertThat(total("2025-03", "cases.penalties_filed")).isEqualTo("0");
        assertThat(total("2025-03", "cases.penalties_traffic")).isEqualTo("1");
        assertThat(total("2025-Q1", "cases.penalties_filed")).isEqualTo("1");
        assertThat(total("2025-Q1", "cases.penalties_traffic")).isEqualTo("1");
    }

    @Test
    void countsNothingTwiceWhenARecordIsCorrectedAMonthLater() {
        send("2025-01", "d03", "cases", penalty("1号").with("filed_on", "2025-01-20"));
        send(
                "2025-03",
                "d03",
                "cases",
                penalty("1号")
                        .with("filed_on", "2025-01-20")
                        .with("decided_on", "2025-03-12")
                        .with("fine", 200));
        send(
                "2025-04",
                "d03",
                "cases",
                penalty("1号")
                        .with("filed_on", "2025-01-20")
                        .with("decided_on", "2025-03-12")
                        .with("fine", 150));

        assertThat(total("2025-Q1", "cases.penalties_traffic")).isEqualTo("1");
        assertThat(total("2025-04", "cases.penalties_traffic")).isEqualTo("0");
        assertThat(total("2025-04", "cases.fines_traffic")).isEqualTo("0");
    }

    @Test
    void takesACaseWhoseNumberIsTypedWithOtherBracketsAMonthLaterForTheSame() {
        send(
                "2025-05",
                "d03",
                "cases",
                penalty("青交罚〔2025〕第09号").with("filed_on", "2025-05-06").with("decided_on", "2025-05-20"));
        send(
                "2025-06",
                "d03",
                "cases",
                penalty("青交罚[2025] 9号").with("filed_on", "2025-05-06").with("decided_on", "2025-05-20"));

        assertThat(findings("2025-06")).noneMatch(f -> f.contains("record.afterwards"));
        assertThat(total("2025-Q2", "cases.penalties_filed")).isEqualTo("1");
    }

    @Test
    void findsACaseOfTwoUnitsHoweverEachTypesItsNumber() {
        send("2025-05", "d03", "cases", penalty("青罚【2025】9号").with("filed_on", "2025-05-06"));
        send("2025-05", "d04", "cases", penalty("青罚(2025)第9号").with("filed_on", "2025-05-06"));

        assertThat(findings("2025-05"))
                .filteredOn(f -> f.contains("record.units"))
                .containsExactly("d04 青罚(2025)第9号 record.units A0 ");
    }

    @Test
    void keepsLeviesApartFromPenalties() {
        send(
                "2025-01",
                "d04",
                "cases",
                penalty("1号")
                        .with("kind", "levy")
                        .with("field", "family")
                        .with("filed_on", "2025-01-08")
                        .with("decided_on", "2025-01-20")
                        .with("fine", 16000));

        assertThat(total("2025-01", "cases.levies_filed")).isEqualTo("1");
        assertThat(total("2025-01", "cases.levies_amount")).isEqualTo("16000");
        assertThat(total("2025-01", "cases.penalties_filed")).isEqualTo("0");
        assertThat(findings("2025-01")).noneMatch(f -> f.contains("PRO0"));
    }

    @Test
    void showsAnExpiredCertificateAtEachCaseHandledAfterwards() {
        send("2025-07", "d06", "officers", officer("ZF1", "2025-06-30"), officer("ZF2", "2028-06-30"));
        send(
                "2025-07",
                "d03",
                "cases",
                penalty("1号")
                        .with("found_on", "2025-06-30")
                        .with("officer_one", "ZF1")
                        .with("officer_two", "zf 2"),
                penalty("2号")
                        .with("found_on", "2025-07-03")
                        .with("officer_one", "ZF2")
                        .with("officer_two", "ZF1"),
                penalty("3号")
                        .with("found_on", "2025-07-09")
                        .with("officer_one", "ZF1")
                        .with("officer_two", "ZF2"));

        assertThat(findings("2025-07"))
                .contains("d03 2号 PRO028 C1 3", "d03 3号 PRO027 B2 9")
                .noneMatch(f -> f.contains("1号"));
    }

    @Test
    void doubtsACertificateThatNobodyHolds() {
        send("2025-07", "d06", "officers", officer("ZF1", "2028-06-30"));
        send("2025-07", "d03", "cases", penalty("1号").with("officer_one", "ZF1").with("officer_two", "ZF9"));

        assertThat(findings("2025-07")).contains("d03 1号 PRO029 J0 ");
    }

    @Test
    void leavesCertificatesUndecidedAsLongAsTheirRegisterHasNotCome() {
        send(
                "2025-07",
                "d03",
                "cases",
                penalty("1号").with("found_on", "2025-07-03").with("officer_one", "ZF1"));

        assertThat(store.findings().within(List.of(Period.parse("2025-07"))).stream()
                        .filter(f -> f.finding().rule().equals("PRO027"))
                        .map(f -> f.finding().hasFailed() + " " + FindingWords.reason(f.finding())))
                .containsExactly("false register cases.officer_one.valid_until");
    }

    @Test
    void asksTheUnitThatReportsANumberOfAnother() {
        send("2025-01", "d01", "cases", penalty("青执〔2025〕7号"));
        send("2025-01", "d03", "cases", penalty("青执 [2025] 7号"), penalty("8号"));

        assertThat(findings("2025-01"))
                .filteredOn(f -> f.contains("record.units"))
                .containsExactly("d03 青执 [2025] 7号 record.units A0 ");
    }

    @Test
    void asksAboutAPartyThatWasFinedTwiceForOneAct() {
        Entry july = penalty("1号")
                .with("party_id", ZHANG)
                .with("acted_on", "2025-07-08")
                .with("fine", 150);
        Entry october = penalty("2号")
                .with("party_id", "11010519491231002x")
                .with("acted_on", "2025-07-08")
                .with("fine", 100);
        send(
                "2025-07",
                "d03",
                "cases",
                july,
                penalty("3号")
                        .with("party_id", ZHANG)
                        .with("acted_on", "2025-07-09")
                        .with("fine", 80));
        assertThat(findings("2025-07")).noneMatch(f -> f.contains(FINED_TWICE));

        send("2025-10", "d01", "cases", october);

        assertThat(findings("2025-10")).filteredOn(f -> f.contains(FINED_TWICE)).containsExactly("d01 2号 PRO030 J0 ");
    }

    @Test
    void asksAboutEachOfManyFinesThatAreAlike() {
        Entry[] alike = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> penalty(i + "号")
                        .with("party_id", ZHANG)
                        .with("acted_on", "2025-07-08")
                        .with("fine", i == 4 ? 80 : 150))
                .toArray(Entry[]::new);

        send("2025-07", "d03", "cases", alike);

        assertThat(findings("2025-07"))
                .filteredOn(f -> f.contains(FINED_TWICE))
                .containsExactly("d03 1号 PRO030 J0 ", "d03 2号 PRO030 J1 ", "d03 3号 PRO030 J2 ", "d03 4号 PRO030 J3 ");
    }

    @Test
    void asksForACorrectionOfTheMonthWhoseRegisterCameWithoutIt() {
        send("2025-01", "d03", "cases", penalty("1号").with("filed_on", "2025-01-20"));
        send(
                "2025-02",
                "d03",
                "cases",
                penalty("1号").with("filed_on", "2025-01-20"),
                penalty("2号").with("filed_on", "2025-01-27"));

        assertThat(findings("2025-02"))
                .filteredOn(f -> f.contains("afterwards"))
                .containsExactly("d03 2号 record.afterwards J1 ");
    }

    @Test
    void saysOfARecordOnlyWhatItsNewestRegisterLeavesOpen() {
        send(
                "2025-01",
                "d03",
                "cases",
                penalty("1号")
                        .with("procedure", "ordinary")
                        .with("filed_on", "2025-01-20")
                        .with("found_on", "2025-01-21"));
        send(
                "2025-02",
                "d03",
                "cases",
                penalty("1号")
                        .with("procedure", "ordinary")
                        .with("filed_on", "2025-01-21")
                        .with("found_on", "2025-01-21"));

        var quarter = List.of(Period.parse("2025-01"), Period.parse("2025-02"));
        assertThat(store.findings().within(quarter))
                .noneMatch(f -> f.finding().rule().equals("PRO025"));
        assertThat(findings("2025-01")).anyMatch(f -> f.contains("PRO025"));
    }

    @Test
    void keepsNoNameAndNoNumberOnRecord() {
        send(
                "2025-01",
                "d03",
                "cases",
                penalty("1号")
                        .with("party", "张三丰")
                        .with("party_id", ZHANG)
                        .with("defence_reply", "张三丰(" + ZHANG + ")的申辩不成立")
                        .with("explain", "已通知张三丰"));

        List<Value> kept = new ArrayList<>();
        store.submissions()
                .observations(
                        Period.parse("2025-01"),
                        List.of("cases.party", "cases.party_id", "cases.defence_reply", "explain"),
                        o -> kept.add(o.observation().value()));

        assertThat(kept)
                .extracting(Value::show)
                .containsExactly("张*", "**************002X", "张*(**************002X)的申辩不成立", "已通知张*");
        assertThat(kept.get(0)).isInstanceOf(Value.Masked.class);
    }

    @Test
    void takesAChangedNameForAChange() {
        send("2025-01", "d03", "cases", penalty("1号").with("party", "张三丰"));
        send("2025-01", "d03", "cases", penalty("1号").with("party", "张无忌"));

        List<StoredObservation> counted = new ArrayList<>();
        store.submissions().observations(Period.parse("2025-01"), List.of("cases.party"), counted::add);

        assertThat(counted).extracting(o -> o.submission().revision()).containsExactly(2);
    }

    /** A record as it is filled in: values by name of the item, a day as a day, a choice by its code. */
    private record Entry(String form, Map<String, Object> values) {
        Entry with(String item, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(values);
            more.put(item, value);
            return new Entry(form, more);
        }
    }

    private static Entry penalty(String number) {
        return new Entry("cases", new LinkedHashMap<>())
                .with("case_no", number)
                .with("kind", "penalty")
                .with("field", "traffic")
                .with("remedies_told", "yes");
    }

    private static Entry officer(String certificate, String until) {
        return new Entry("officers", new LinkedHashMap<>())
                .with("certificate", certificate)
                .with("status", "duty")
                .with("employment", "civil")
                .with("issued_on", "2020-07-01")
                .with("valid_until", until);
    }

    /** Puts one register on record and checks its month; the cell of each value is its place in the record and the row. */
    private void send(String period, String unit, String form, Entry... entries) {
        Period of = Period.parse(period);
        String name = unit + period + ++files + ".xlsx";
        CellRef sheet = new CellRef(name, form, "");
        List<Observation> observations = new ArrayList<>();
        for (int row = 0; row < entries.length; row++) {
            String key = entries[row].values().values().iterator().next().toString();
            int column = 0;
            for (Map.Entry<String, Object> cell : entries[row].values().entrySet()) {
                String item = cell.getKey().equals("explain") ? "explain" : form + "." + cell.getKey();
                char letter = (char) ('A' + (column < 1 ? 0 : column < 5 ? 9 : column - 4));
                column++;
                observations.add(new Observation(
                        item,
                        Folding.key(key),
                        value(item, cell.getValue()),
                        new CellRef(name, form, "" + letter + row)));
            }
        }
        Submission submission = new Submission(
                unit,
                form,
                "1",
                of,
                Optional.of(
                        of.end().plusDays(2).atTime(LocalTime.of(files % 24, 0)).toInstant(ZoneOffset.UTC)),
                sheet,
                observations,
                Map.of(),
                List.of());
        LocalDate asOf = of.end().plusDays(5);
        SourceFile file = new SourceFile(Path.of(name), name, "%064x".formatted(files), 1);
        store.readings(CATALOGUE)
                .record(
                        new Act(of, "a test", store.runs().begin(of, asOf), asOf, Office.NOW),
                        List.of(new Reading.Read(file, List.of(submission), List.of())));
        new SubmissionChecks(CATALOGUE, store, of, asOf).run();
        new AcrossChecks(CATALOGUE, store, of, asOf).run();
    }

    private static Value value(String item, Object value) {
        if (value instanceof Integer number) {
            return Value.of(BigDecimal.valueOf(number));
        }
        boolean day = CATALOGUE
                .item(item)
                .map(Item::type)
                .filter(t -> t == ItemType.DATE)
                .isPresent();
        return day ? Value.of(LocalDate.parse(value.toString())) : Value.of(value.toString());
    }

    private String total(String period, String item) {
        Period of = Period.parse(period);
        Consolidation consolidation =
                new Consolidator(CATALOGUE, store).consolidate(of, of.end().plusDays(10));
        return consolidation.total(item).value().orElseThrow().toPlainString();
    }

    /** Failures about records: unit, record, rule, cell, days. */
    private List<String> findings(String period) {
        return store.findings().within(List.of(Period.parse(period))).stream()
                .filter(f -> f.finding().hasFailed() && !f.finding().record().isEmpty())
                .filter(f -> !f.finding().rule().startsWith("required"))
                .map(RecordsTest::line)
                .toList();
    }

    private static String key(StoredFinding f) {
        String item = f.form().equals("cases") ? "cases.case_no" : "officers.certificate";
        return f.finding().arguments().get(item) instanceof Argument.Plain key
                ? key.value().show()
                : "";
    }

    private static String line(StoredFinding f) {
        return String.join(
                " ",
                f.unit(),
                key(f),
                f.finding().rule(),
                f.finding().where().cell(),
                f.finding().derivation().days().map(BigDecimal::toPlainString).orElse(""));
    }
}
