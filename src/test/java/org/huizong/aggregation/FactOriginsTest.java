package org.huizong.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.huizong.model.BaselineFigure;
import org.huizong.model.Below;
import org.huizong.model.CellRef;
import org.huizong.model.Disposition;
import org.huizong.model.Months;
import org.huizong.model.Observation;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.store.FactStore.Fact;
import org.huizong.store.FactStore.Origin;
import org.huizong.store.MeasureStore.Measured;
import org.huizong.store.ReadingStore.Act;
import org.huizong.store.Store;
import org.huizong.store.StoredBaseline;
import org.huizong.store.StoredSubmission;
import org.huizong.store.SubmissionStore.Decision;
import org.huizong.validation.Calculator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number is a fact whichever way it came, and one figure is made of all that is known for a unit, item and month. */
class FactOriginsTest {
    private static final Period MARCH = Period.parse("2025-03");
    private static final YearMonth MONTH = YearMonth.of(2025, 3);

    @TempDir
    private Path home;

    private SmallTown county;

    @BeforeEach
    void open() {
        county = new SmallTown(home).withTable("units.csv", """
                code,label,label_en,kind,parent,returns,aliases,merged_into,from,until
                qinghe,清河县,Qinghe County,county,,,,,,
                t01,小河镇,Xiaohe Township,township,qinghe,social,,,,
                """);
    }

    @AfterEach
    void close() {
        county.close();
    }

    @Test
    void holdsAReturnATownshipsUnitsAMeasureAndABaselineInOneTable() {
        long submission = townshipSends(5, Map.of("v01", 2, "v02", 3));
        baseline("2025-03", 99);
        county.store()
                .measures()
                .replace(
                        "cases",
                        MARCH,
                        List.of(new Measured(MARCH, "t01", "social.pension", number(7), Optional.empty())),
                        List.of());

        List<Fact> facts = facts();

        assertThat(facts)
                .extracting(
                        Fact::origin,
                        Fact::part,
                        Fact::value,
                        Fact::submission,
                        f -> f.baseline().map(StoredBaseline::file))
                .containsExactly(
                        Tuple.tuple(Origin.BASELINE, "", number(99), Optional.empty(), Optional.of("基期.csv")),
                        Tuple.tuple(Origin.MEASURE, "", number(7), Optional.empty(), Optional.empty()),
                        Tuple.tuple(Origin.RETURN, "", number(5), Optional.of(submission), Optional.empty()),
                        Tuple.tuple(Origin.ROLLUP, "v01", number(2), Optional.of(submission), Optional.empty()),
                        Tuple.tuple(Origin.ROLLUP, "v02", number(3), Optional.of(submission), Optional.empty()));
    }

    @Test
    void makesTheFigureOfWhatWasCollectedAndOfABaselineOnlyWhereNothingWas() {
        baseline("2025-03", 99);

        Figure before = compared();
        townshipSends(5, Map.of("v01", 2, "v02", 3));
        Figure after = compared();

        assertThat(before.value()).contains(number(99));
        assertThat(before.basis().baseline()).extracting(StoredBaseline::file).containsExactly("基期.csv");
        assertThat(after.value()).contains(number(5));
        assertThat(after.isBaseline()).isFalse();
    }

    @Test
    void takesFactsBackAsSoonAsTheirReturnNoLongerCounts() {
        long submission = townshipSends(5, Map.of("v01", 2));

        county.store().submissions().decide(List.of(new Decision(submission, 1, Disposition.REJECTED)));
        List<Fact> rejected = facts();
        county.store().submissions().decide(List.of(new Decision(submission, 1, Disposition.QUERIED)));

        assertThat(rejected).isEmpty();
        assertThat(facts()).extracting(Fact::origin).containsExactly(Origin.RETURN, Origin.ROLLUP);
    }

    @Test
    void lacksWhatAUnitBelowLeftBlank() {
        send(
                "t01",
                total("pension", 2),
                below("pension", "v01", Value.of(2)),
                below("pension", "v02", Value.Gap.BLANK),
                total("cases", 4),
                below("cases", "v01", Value.of(1)),
                below("cases", "v02", Value.of(3)));

        Figure pension = compared();

        assertThat(pension.value()).contains(number(2));
        assertThat(pension.isPartial()).isTrue();
        assertThat(pension.basis().gaps())
                .extracting(g -> g.owed().unit(), MissingFiling::why)
                .containsExactly(Tuple.tuple("t01", MissingFiling.Why.BLANK));
    }

    @Test
    void countsAFileThatTurnsOutToBeAnothersOnlyOnceItIsDecidedOn() {
        county.withTable("units.csv", """
                code,label,label_en,kind,parent,returns,aliases,merged_into,from,until
                qinghe,清河县,Qinghe County,county,,,,,,
                t01,小河镇,Xiaohe Township,township,qinghe,social,,,,
                t02,大河镇,Dahe Township,township,qinghe,social,,,,
                """);
        townshipSends(5, Map.of("v01", 5));
        long other = send("b".repeat(64), "t02", total("pension", 7));

        send("b".repeat(64), "t01", total("pension", 7));

        assertThat(facts())
                .extracting(Fact::unit, Fact::value)
                .containsExactly(Tuple.tuple("t01", number(5)), Tuple.tuple("t01", number(5)));
        assertThat(county.store().submissions().within(MARCH))
                .filteredOn(s -> s.id() == other)
                .extracting(StoredSubmission::unit, StoredSubmission::disposition)
                .containsExactly(Tuple.tuple("t01", Disposition.PENDING));
    }

    @Test
    void takesABaselineBackThatAnotherFileEnds() {
        baseline("2025-03", 99);
        StoredBaseline first = county.store().baselines().list().get(0);

        record("更正.csv", List.of(figure("2025-03", 98)), List.of(first));

        assertThat(facts())
                .extracting(Fact::value, f -> f.baseline().map(StoredBaseline::file))
                .containsExactly(Tuple.tuple(number(98), Optional.of("更正.csv")));
    }

    private Figure compared() {
        var catalogue = county.catalogue();
        var months = new Months(MONTH, MONTH);
        var facts = new Facts(catalogue, county.store(), List.of(months));
        var item = catalogue.item("social.pension").orElseThrow();
        return PeriodAggregator.compared(
                        catalogue, new Calculator(catalogue), facts, Schedule.allDue(catalogue), months)
                .total(item);
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        county.store().facts().each(MONTH, MONTH, item -> true, (unit, all) -> facts.addAll(all));
        return facts;
    }

    /** The township sends its total, and what its units come to. */
    private long townshipSends(int total, Map<String, Integer> units) {
        List<Observation> observations = new ArrayList<>(List.of(total("pension", total)));
        new TreeMap<>(units).forEach((unit, value) -> observations.add(below("pension", unit, Value.of(value))));
        long id = send("t01", observations.toArray(Observation[]::new));
        county.store().submissions().decide(List.of(new Decision(id, 1, Disposition.ACCEPTED)));
        return id;
    }

    private static Observation total(String item, int value) {
        return new Observation("social." + item, "", Value.of(value), new CellRef("镇.xlsx", "社会事务", "D9"));
    }

    private static Observation below(String item, String unit, Value value) {
        return new Observation(
                Below.ofUnits("social." + item), unit, value, new CellRef("镇.xlsx", "上报明细", "F" + unit.substring(2)));
    }

    private long send(String unit, Observation... observations) {
        long id = send("a".repeat(64), unit, observations);
        county.store().submissions().decide(List.of(new Decision(id, 1, Disposition.ACCEPTED)));
        return id;
    }

    /** Reads a file of those bytes as that unit's, and accepts it if it has not been read before. */
    private long send(String sha256, String unit, Observation... observations) {
        Store store = county.store();
        var submission = new Submission(
                unit,
                "social",
                "1",
                MARCH,
                Optional.of(Instant.parse("2025-04-02T00:00:00Z")),
                new CellRef("镇.xlsx", "社会事务", ""),
                List.of(observations),
                Map.of(),
                List.of());
        var file = new SourceFile(Path.of("镇.xlsx"), sha256.charAt(0) + "镇.xlsx", sha256, 16_000);
        LocalDate day = LocalDate.of(2025, 4, 2);
        boolean known = store.files().known(MARCH).contains(sha256);
        long id = store.readings(county.catalogue())
                .record(
                        new Act(MARCH, "1", 1, day, OfficeTime.end(day)),
                        List.of(new Reading.Read(file, List.of(submission), List.of())))
                .get(0);
        if (!known) {
            store.submissions().decide(List.of(new Decision(id, 1, Disposition.ACCEPTED)));
        }
        return id;
    }

    private void baseline(String period, int value) {
        record("基期.csv", List.of(figure(period, value)), List.of());
    }

    private static BaselineFigure figure(String period, int value) {
        return new BaselineFigure(Period.parse(period), "t01", "social.pension", number(value), "2024年度总结", 2);
    }

    private void record(String name, List<BaselineFigure> figures, List<StoredBaseline> ended) {
        county.store()
                .baselines()
                .record(
                        new SourceFile(Path.of(name), name, "b".repeat(64), 100),
                        Instant.parse("2025-05-01T00:00:00Z"),
                        "司法所",
                        figures,
                        ended);
    }

    private static BigDecimal number(int value) {
        return BigDecimal.valueOf(value);
    }
}
