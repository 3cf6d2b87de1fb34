package org.huizong.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Disposition;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.store.StoredSubmission;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongerPeriodTest {
    private static final LocalDate AFTER_THE_QUARTER = LocalDate.of(2025, 4, 10);

    @AutoClose
    private SmallTown town;

    @BeforeEach
    void makeTheTown(@TempDir Path folder) {
        town = new SmallTown(folder);
    }

    @Test
    void holdsAllWhenEveryMonthWasConsolidatedAndComplete() {
        for (String month : new String[] {"2025-01", "2025-02", "2025-03"}) {
            town.sendAll(month, 2).run(month);
        }

        var quarter = town.consolidate("2025-Q1", AFTER_THE_QUARTER);

        assertThat(quarter.coverage().isWhole()).isTrue();
        assertThat(figure(quarter, "payers")).isEqualTo(new Figure(number("18"), new Basis(9, none()), empty()));
        assertThat(figure(quarter, "residents").value()).isEqualTo(number("600"));
    }

    @Test
    void weighsTheMeanToDateByTheMonthsInWhichTheItemWasAsked() {
        town.with("items.csv", "integer,人,,,,,,last,sum,,,,,", "decimal,人,,,,,,mean,sum,,,,2025-03,")
                .with("indicators.csv", "village.residents,0,none,,,,,", "village.residents,0,none,,,,2025-03,");
        for (String month : List.of("2025-01", "2025-02")) {
            town.send("v01", "village", month, Map.of("payers", 1));
        }
        town.send("v01", "village", "2025-03", Map.of("payers", 1, "residents", 100));
        town.send("v01", "village", "2025-04", Map.of("payers", 1, "residents", 200));

        var march = new EarlierFigures(town.catalogue(), town.store(), Period.parse("2025-03"));
        var may = new EarlierFigures(town.catalogue(), town.store(), Period.parse("2025-05"));

        assertThat(march.values("v01", code -> Value.of(100)).value("ytd.village.residents"))
                .isEqualTo(Value.of(100));
        assertThat(may.values("v01", code -> Value.of(600)).value("ytd.village.residents"))
                .isEqualTo(Value.of(300));
    }

    @Test
    void saysThatAMonthWasNeverConsolidatedAndUpToWhichMonthAStockReaches() {
        town.sendAll("2025-01", 2).run("2025-01").sendAll("2025-02", 2).run("2025-02");

        var quarter = town.consolidate("2025-Q1", AFTER_THE_QUARTER);

        assertThat(quarter.coverage().neverRun()).containsExactly(Period.parse("2025-03"));
        assertThat(quarter.coverage().owed()).isEqualTo(12);
        assertThat(quarter.coverage().count(FilingStatus.State.MISSING)).isEqualTo(4);
        assertThat(quarter.coverage().isComplete()).isFalse();
        assertThat(figure(quarter, "payers").basis().gaps())
                .containsExactly(
                        gap("v01", "village", "2025-03", 3, MissingFiling.Why.NEVER_RUN),
                        gap("v02", "village", "2025-03", 3, MissingFiling.Why.NEVER_RUN),
                        gap("v03", "village", "2025-03", 3, MissingFiling.Why.NEVER_RUN));
        assertThat(figure(quarter, "payers").asAt()).isEmpty();
        assertThat(figure(quarter, "residents").asAt()).contains(YearMonth.of(2025, 2));
    }

    @Test
    void keepsAMonthThatIsNotDueApartFromOneThatIsMissing() {
        town.sendAll("2025-01", 2).run("2025-01");
        town.send("v01", "village", "2025-02", Map.of("payers", 2, "residents", 200));
        town.run("2025-02");

        var quarter = town.consolidate("2025-Q1", LocalDate.of(2025, 3, 10));

        assertThat(quarter.coverage().owed()).isEqualTo(8);
        assertThat(quarter.coverage().count(FilingStatus.State.COUNTED)).isEqualTo(5);
        assertThat(quarter.coverage().count(FilingStatus.State.MISSING)).isEqualTo(3);
        assertThat(quarter.coverage().notDue()).containsExactly(Period.parse("2025-03"));
        assertThat(quarter.coverage().neverRun()).isEmpty();
        assertThat(figure(quarter, "payers").basis())
                .isEqualTo(new Basis(
                        4,
                        List.of(
                                gap("v02", "village", "2025-02", 2, MissingFiling.Why.OPEN),
                                gap("v03", "village", "2025-02", 2, MissingFiling.Why.OPEN),
                                gap("v01", "village", "2025-03", 3, MissingFiling.Why.NOT_DUE),
                                gap("v02", "village", "2025-03", 3, MissingFiling.Why.NOT_DUE),
                                gap("v03", "village", "2025-03", 3, MissingFiling.Why.NOT_DUE))));
        assertThat(figure(quarter, "payers").owed()).isEqualTo(6);
        assertThat(figure(quarter, "residents").asAt()).contains(YearMonth.of(2025, 1));
    }

    @Test
    void namesTheMissingInTheOrderOfTheListOfUnitsWhateverFormulaOrMonthComesFirst() {
        town.withLine("indicators.csv", "all,people,60,合计,All,人,village.payers+social.pension,0,up,,,,,")
                .withLine("indicators.csv", "every,people,70,总计,Every,人,social.pension+village.payers,0,up,,,,,");
        town.run("2025-01");
        town.send("v01", "village", "2025-02", Map.of("payers", 2, "residents", 200));
        town.send("d01", "social", "2025-02", Map.of("pension", 2));
        town.run("2025-02");

        var months = town.consolidate("2025-Q1", LocalDate.of(2025, 3, 10));

        assertThat(figure(months, "all").missing()).containsExactly("d01", "v01", "v02", "v03");
        assertThat(figure(months, "every").missing()).containsExactly("d01", "v01", "v02", "v03");
        assertThat(figure(months, "all").basis())
                .isEqualTo(figure(months, "every").basis());
    }

    @Test
    void isCompleteButNotWholeWhileTheRestOfTheYearIsNotDue() {
        town.sendAll("2025-01", 2).run("2025-01");

        var year = town.consolidate("2025", LocalDate.of(2025, 2, 20));

        assertThat(year.coverage().isComplete()).isTrue();
        assertThat(year.coverage().isWhole()).isFalse();
        assertThat(year.coverage().count(FilingStatus.State.NOT_DUE)).isEqualTo(44);
        assertThat(figure(year, "residents").asAt()).contains(YearMonth.of(2025, 1));
    }

    @Test
    void asksForAllOfAMonthThatIsConsolidatedBeforeItsDueDay() {
        var january = town.consolidate("2025-01", LocalDate.of(2025, 1, 31));

        assertThat(january.coverage().count(FilingStatus.State.MISSING)).isEqualTo(4);
        assertThat(january.coverage().notDue()).isEmpty();
    }

    @Test
    void comparesNoYearsThatLackTheSameUnitsInDifferentMonths() {
        for (String month : new String[] {"2024-01", "2024-02", "2025-01", "2025-03"}) {
            town.sendAll(month, 2).run(month);
        }
        for (String month : new String[] {"2024-03", "2025-02"}) {
            town.run(month);
        }

        var quarter = town.consolidate("2025-Q1", AFTER_THE_QUARTER);

        assertThat(indicator(quarter, "payers").againstYearAgo().kind()).isEqualTo(Comparison.Kind.NOT_COMPARABLE);
    }

    @Test
    void comparesYearsThatLackTheSameUnitInTheSameMonth() {
        for (String month : new String[] {"2024-01", "2024-02", "2025-01", "2025-02"}) {
            town.sendAll(month, 2).run(month);
        }
        for (String month : new String[] {"2024-03", "2025-03"}) {
            town.send("v01", "village", month, Map.of("payers", 6, "residents", 200))
                    .run(month);
        }

        var quarter = town.consolidate("2025-Q1", AFTER_THE_QUARTER);

        assertThat(indicator(quarter, "payers").againstYearAgo().kind()).isEqualTo(Comparison.Kind.SAME);
    }

    @Test
    void countsAReturnThatWasSentBackAsOwedAndNotAsNeverRun() {
        town.sendAll("2025-01", 2).run("2025-01").sendAll("2025-02", 2).run("2025-02");
        town.send("v01", "village", "2025-03", Map.of("payers", 2), Disposition.REJECTED);
        town.run("2025-03");

        var quarter = town.consolidate("2025-Q1", AFTER_THE_QUARTER);

        assertThat(quarter.coverage().neverRun()).isEmpty();
        assertThat(quarter.coverage().count(FilingStatus.State.REJECTED)).isEqualTo(1);
        assertThat(quarter.coverage().count(FilingStatus.State.MISSING)).isEqualTo(3);
    }

    @Test
    void owesNothingInJulyWhenAUnitEndsInJune() {
        for (int month = 1; month <= 9; month++) {
            town.sendAll("2025-0" + month, month).run("2025-0" + month);
        }
        town.with("units.csv", "village,,,,\nv03", "village,,,,2025-06\nv03");

        var july = town.consolidate("2025-07", LocalDate.of(2025, 8, 10));
        var third = town.consolidate("2025-Q3", LocalDate.of(2025, 10, 10));

        assertThat(july.coverage().standings()).extracting(s -> s.owed().unit()).containsExactly("d01", "v01", "v03");
        assertThat(third.coverage().owed()).isEqualTo(9);
        assertThat(figure(third, "payers").value()).isEqualTo(number("48"));
        assertThat(third.coverage().leftOut())
                .extracting(StoredSubmission::unit)
                .containsOnly("v02");
    }

    @Test
    void comparesAStockOfTheYearWithoutAVillageThatEndedInIt() {
        town.sendAll("2024-12", 10).run("2024-12").sendAll("2025-12", 10).run("2025-12");
        town.with("units.csv", "village,,,,\nv03", "village,,,,2025-06\nv03");

        var residents = indicator(town.consolidate("2025", LocalDate.of(2026, 1, 10)), "residents");

        assertThat(residents.now().value()).isEqualTo(number("2000"));
        assertThat(residents.now().leftOut()).containsExactly("v02");
        assertThat(residents.yearAgo().value()).isEqualTo(number("3000"));
        assertThat(residents.againstYearAgo().kind()).isEqualTo(Comparison.Kind.SAME);
        assertThat(residents.againstYearAgo().common())
                .contains(new Comparison.Common(new BigDecimal("2000"), new BigDecimal("2000"), 2));
    }

    @Test
    void addsBothAVillageAndItsSuccessorToTheTownshipsFlows() {
        for (int month = 1; month <= 6; month++) {
            town.sendAll("2025-0" + month, 1).run("2025-0" + month);
        }
        town.with("units.csv", "village,,,,\nv03", "village,,v01,,2025-06\nv03");
        for (int month = 7; month <= 9; month++) {
            town.sendAll("2025-0" + month, 2).run("2025-0" + month);
        }

        var year = town.consolidate("2025", LocalDate.of(2025, 10, 10));

        assertThat(figure(year, "payers").value()).isEqualTo(number("30"));
        assertThat(figure(year, "residents").value()).isEqualTo(number("400"));
        assertThat(year.coverage().isComplete()).isTrue();
        assertThat(year.coverage().leftOut()).isEmpty();
        assertThat(indicator(year, "payers").byUnit().get("v02").value()).isEqualTo(number("6"));
        assertThat(indicator(year, "payers").byUnit().get("v01").value()).isEqualTo(number("12"));
        assertThat(indicator(year, "residents").byUnit().get("v02").value()).isEmpty();
    }

    @Test
    void namesTheFiguresOfAUnitThatWasTakenOutOfTheCatalogue() {
        town.sendAll("2025-01", 2).run("2025-01").sendAll("2025-02", 2).run("2025-02");
        town.with("units.csv", "v03,北村,North Village,village,xiaohe,village,,,,\n", "");

        var january = town.consolidate("2025-01", LocalDate.of(2025, 2, 10));
        var february = town.consolidate("2025-02", LocalDate.of(2025, 3, 10));

        assertThat(figure(january, "payers").value()).isEqualTo(number("4"));
        assertThat(january.coverage().open()).isEmpty();
        assertThat(january.coverage().isComplete()).isFalse();
        assertThat(january.coverage().leftOut())
                .extracting(
                        StoredSubmission::unit,
                        StoredSubmission::form,
                        s -> s.period().code())
                .containsExactly(tuple("v03", "village", "2025-01"));
        assertThat(february.coverage().leftOut())
                .extracting(s -> s.period().code())
                .containsExactly("2025-01", "2025-02");
    }

    @Test
    void doesNotAskAYearlyReturnOfAUnitThatEndedDuringTheYear() {
        town.with("returns.csv", "小02表,村级月报表,Village: Monthly Return,form,month", "小02表,村级年报表,Village,form,year");
        town.with("units.csv", "village,,,,\nv03", "village,,,,2025-06\nv03");

        var year = town.consolidate("2025", LocalDate.of(2026, 1, 20));

        assertThat(year.coverage().standings())
                .filteredOn(s -> s.owed().form().equals("village"))
                .extracting(s -> s.owed().unit())
                .containsExactly("v01", "v03");
    }

    private static List<MissingFiling> none() {
        return List.of();
    }

    private static Optional<YearMonth> empty() {
        return Optional.empty();
    }

    private static Optional<BigDecimal> number(String digits) {
        return Optional.of(new BigDecimal(digits));
    }

    private static MissingFiling gap(String unit, String form, String period, int place, MissingFiling.Why why) {
        int row = List.of("xiaohe", "d01", "v01", "v02", "v03").indexOf(unit);
        return new MissingFiling(new Obligation(unit, form, Period.parse(period)), place, row, why);
    }

    private static IndicatorFigures indicator(Consolidation consolidation, String code) {
        return consolidation.indicators().stream()
                .filter(i -> i.indicator().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Figure figure(Consolidation consolidation, String code) {
        return indicator(consolidation, code).now();
    }
}
