package org.huizong.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.edition.Editions;
import org.huizong.model.BaselineFigure;
import org.huizong.model.Period;
import org.huizong.model.SourceFile;
import org.huizong.model.Value;
import org.huizong.store.BaselineStore;
import org.huizong.store.Edition;
import org.huizong.store.EditionCause;
import org.huizong.store.EditionChange;
import org.huizong.store.StoredBaseline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    private static final LocalDate LATER = LocalDate.of(2026, 1, 10);

    @TempDir
    private Path home;

    private SmallTown town;

    @BeforeEach
    void open() {
        town = new SmallTown(home);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void comparesAMonthWithTheBaselineOfTheSameMonthAYearAgo() {
        town.sendAll("2025-01", 10).run("2025-01");
        baseline("2024-01 xiaohe payers 24", "2024-12 xiaohe payers 40");

        var payers = indicator("2025-01", "payers");

        assertThat(payers.yearAgo().value()).isEqualTo(number("24"));
        assertThat(payers.yearAgo().isBaseline()).isTrue();
        assertThat(payers.yearAgo().isComplete()).isTrue();
        assertThat(payers.againstYearAgo())
                .isEqualTo(new Comparison(Comparison.Kind.UP, number("6"), number("25.0"), Optional.empty()));
        assertThat(payers.prior().value()).isEqualTo(number("40"));
        assertThat(payers.againstPrior().kind()).isEqualTo(Comparison.Kind.DOWN);
        assertThat(payers.now().isBaseline()).isFalse();
        assertThat(payers.yearToDate().isBaseline()).isFalse();
    }

    @Test
    void neverSplitsAYearIntoMonthsButComparesTheYearToDateOfDecemberWithIt() {
        town.sendAll("2025-11", 10).run("2025-11").sendAll("2025-12", 10).run("2025-12");
        baseline("2024 xiaohe payers 200");

        assertThat(indicator("2025-12", "payers").yearToDateAgo().value()).isEqualTo(number("200"));
        assertThat(indicator("2025-12", "payers").yearAgo().value()).isEmpty();
        assertThat(indicator("2025-11", "payers").yearToDateAgo().value()).isEmpty();
        assertThat(indicator("2025-11", "payers").againstYearAgo().kind()).isEqualTo(Comparison.Kind.NO_BASE);
        assertThat(indicator("2025", "payers").yearAgo().value()).isEqualTo(number("200"));
    }

    @Test
    void addsUpMonthsAndQuartersOnlyWhenAllOfThemAreThere() {
        town.sendAll("2025-05", 10).run("2025-05");
        baseline("2024-Q1 xiaohe payers 60", "2024-04 xiaohe payers 20");

        assertThat(indicator("2025-05", "payers").yearToDateAgo().value()).isEmpty();

        baseline("2024-05 xiaohe payers 25");

        var ago = indicator("2025-05", "payers").yearToDateAgo();
        assertThat(ago.value()).isEqualTo(number("105"));
        assertThat(ago.basis().baseline())
                .extracting(b -> b.figure().period().code())
                .containsExactly("2024-Q1", "2024-04", "2024-05");
    }

    @Test
    void takesTheYearItselfWhereTheMonthsAreThereToo() {
        baseline("2024 xiaohe payers 120");
        for (int month = 1; month <= 12; month++) {
            baseline("2024-%02d xiaohe payers 10".formatted(month));
        }

        var ago = indicator("2025", "payers").yearAgo();

        assertThat(ago.basis().baseline())
                .extracting(b -> b.figure().period().code())
                .containsExactly("2024");
    }

    @Test
    void joinsWhatWasCollectedSinceJulyToTheBaselineOfTheFirstHalf() {
        for (int month = 7; month <= 9; month++) {
            town.sendAll("2025-0" + month, 10).run("2025-0" + month);
        }
        baseline("2025-H1 xiaohe payers 200");

        var payers = indicator("2025-09", "payers");

        assertThat(payers.yearToDate().value()).isEqualTo(number("290"));
        assertThat(payers.yearToDate().isBaseline()).isTrue();
        assertThat(payers.yearToDate().counted()).isEqualTo(9);
        assertThat(payers.yearToDate().isComplete()).isTrue();
    }

    @Test
    void ignoresABaselineOnceTheFiguresAreCollected() {
        baseline("2024-01 xiaohe payers 24");
        town.send("v01", "village", "2024-01", Map.of("payers", 5, "residents", 90));
        town.sendAll("2025-01", 10).run("2025-01");

        var payers = indicator("2025-01", "payers");

        assertThat(payers.yearAgo().value()).isEqualTo(number("5"));
        assertThat(payers.yearAgo().isBaseline()).isFalse();
        assertThat(payers.againstYearAgo().common())
                .contains(new Comparison.Common(BigDecimal.TEN, new BigDecimal("5"), 1));
    }

    @Test
    void doesNotCompareAnIncompleteMonthWithAWholeBaseline() {
        town.send("v01", "village", "2025-01", Map.of("payers", 5, "residents", 90))
                .run("2025-01");
        baseline("2024-01 xiaohe payers 24");

        assertThat(indicator("2025-01", "payers").againstYearAgo().kind()).isEqualTo(Comparison.Kind.NOT_COMPARABLE);
    }

    @Test
    void makesTheTownshipOfItsUnitsAndSaysWhoIsMissing() {
        town.sendAll("2025-01", 10).run("2025-01");
        baseline("2024-01 v01 village.payers 5", "2024-01 v02 village.payers 6");

        var some = indicator("2025-01", "payers").yearAgo();

        assertThat(some.value()).isEqualTo(number("11"));
        assertThat(some.missing()).containsExactly("v03");

        baseline("2024-01 v03 village.payers 7");

        var all = indicator("2025-01", "payers").yearAgo();
        assertThat(all.value()).isEqualTo(number("18"));
        assertThat(all.isComplete()).isTrue();
    }

    @Test
    void makesIndicatorsOfTheTownshipsItems() {
        baseline("2024-01 xiaohe social.passed 45", "2024-01 xiaohe social.takers 50");

        var rate = indicator("2025-01", "pass_rate").yearAgo();

        assertThat(rate.value().orElseThrow()).isEqualByComparingTo("90");
        assertThat(rate.basis().baseline())
                .extracting(b -> b.figure().code())
                .containsExactlyInAnyOrder("social.passed", "social.takers");
    }

    @Test
    void neverAddsRatios() {
        baseline("2024-01 xiaohe pass_rate 90", "2024-02 xiaohe pass_rate 80", "2024-03 xiaohe pass_rate 85");

        assertThat(indicator("2025-03", "pass_rate").yearAgo().value()).isEqualTo(number("85"));
        assertThat(indicator("2025-03", "pass_rate").yearToDateAgo().value()).isEmpty();
        assertThat(indicator("2025-Q1", "pass_rate").yearAgo().value()).isEmpty();
    }

    @Test
    void addsMultiplesOfWhatAddsUp() {
        baseline("2024-01 xiaohe fines 1.5", "2024-02 xiaohe fines 2.25");

        assertThat(indicator("2025-02", "fines").yearToDateAgo().value()).isEqualTo(number("3.75"));
    }

    @Test
    void takesTheLastMonthOfAStock() {
        baseline("2024-11 xiaohe residents 3000", "2024-12 xiaohe residents 3100");

        assertThat(indicator("2025-12", "residents").yearToDateAgo().value()).isEqualTo(number("3100"));
        assertThat(indicator("2025-12", "residents").yearToDateAgo().isComplete())
                .isTrue();
        assertThat(indicator("2025-10", "residents").yearToDateAgo().value()).isEmpty();
    }

    @Test
    void servesAReturnThatWasNotOwedYet() {
        town.with("returns.csv", "司法所,Judicial Office,,,,\nvillage", "司法所,Judicial Office,,,2025-01,\nvillage");
        town.sendAll("2025-01", 10).run("2025-01");
        baseline("2024-01 xiaohe social.cases 25", "2024-01 xiaohe payers 24");

        assertThat(indicator("2025-01", "cases").againstYearAgo().kind()).isEqualTo(Comparison.Kind.DOWN);
    }

    @Test
    void servesAnItemThatWasNotAskedYetThoughItsReturnWasCollected() {
        town.sendAll("2024-01", 5).run("2024-01");
        town.with(
                "items.csv",
                "village,village.payers,缴费人数,Payers,01,,integer,人,,,,,,sum,sum,,,,,",
                "village,village.payers,缴费人数,Payers,01,,integer,人,,,,,,sum,sum,,,,2025-01,");
        baseline("2024-01 xiaohe payers 24");

        var payers = indicator("2025-01", "payers");

        assertThat(payers.yearAgo().isBaseline()).isTrue();
    }

    @Test
    void givesRulesAndTemplatesTheBaselineOfAUnit() {
        baseline(
                "2025-01 v01 village.payers 4",
                "2025-02 v01 village.payers 5",
                "2024-03 v01 village.payers 6",
                "2025-02 v01 village.residents 950");
        Period march = Period.parse("2025-03");

        var history = new EarlierFigures(town.catalogue(), town.store(), march);
        var values = history.values("v01", code -> Value.of(BigDecimal.TEN));

        assertThat(history.prior("v01", "village.payers")).isEqualTo(number("5"));
        assertThat(history.yearAgo("v01", "village.payers")).isEqualTo(number("6"));
        assertThat(history.yearToDateBefore("v01", "village.payers")).isEqualTo(number("9"));
        assertThat(history.yearToDateBefore("v02", "village.payers")).isEmpty();
        assertThat(history.prior("v02", "village.payers")).isEmpty();
        assertThat(values.value("ytd.village.payers")).isEqualTo(Value.of(new BigDecimal("19")));
        assertThat(values.value("prior.village.residents")).isEqualTo(Value.of(new BigDecimal("950")));
    }

    @Test
    void givesRulesOfTheTownshipItsBaseline() {
        baseline("2024-03 xiaohe village.payers 30", "2025-H1 xiaohe village.payers 99");
        town.sendAll("2025-07", 10);

        var values = new OperandFigures(
                        town.catalogue(),
                        town.store(),
                        Period.parse("2025-03"),
                        List.of("village.payers", "year_ago.village.payers"))
                .township();
        var july = new OperandFigures(
                        town.catalogue(), town.store(), Period.parse("2025-07"), List.of("ytd.village.payers"))
                .township();

        assertThat(values.value("year_ago.village.payers")).isEqualTo(Value.of(new BigDecimal("30")));
        assertThat(values.value("village.payers")).isEqualTo(Value.Gap.BLANK);
        assertThat(july.value("ytd.village.payers")).isEqualTo(Value.of(new BigDecimal("129")));
    }

    @Test
    void listsTheBaselineFiguresThatAPeriodUses() {
        town.sendAll("2025-01", 10).run("2025-01");
        baseline(
                "2024-01 xiaohe payers 24",
                "2024-02 xiaohe payers 30",
                "2024 xiaohe cases 90",
                "2024-12 v01 village.payers 9");

        assertThat(town.consolidate("2025-01", LATER).baseline())
                .extracting(b -> b.figure().period() + " " + b.figure().unit() + " "
                        + b.figure().code())
                .containsExactly("2024-01 xiaohe payers", "2024-12 v01 village.payers");
    }

    @Test
    void makesANewEditionThatNamesTheFileWhenABaselineComesAndWhenItIsCorrected() {
        town.sendAll("2025-01", 10).run("2025-01");
        baselineFrom("基期.csv", "2024-01 xiaohe payers 24");

        var second = edition("2025-01");

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.changes())
                .containsExactly(
                        change("baseline", "payers 2024-01", "xiaohe", "", "24 [台账]", "基期.csv"),
                        change("year_ago", "payers", "", "", "24", "基期.csv"));

        town.run("2025-01");
        baselineFrom("更正.csv", "2024-01 xiaohe payers 25");

        assertThat(edition("2025-01").changes())
                .containsExactly(
                        change("baseline", "payers 2024-01", "xiaohe", "24 [台账]", "25 [台账]", "更正.csv"),
                        change("year_ago", "payers", "", "24", "25", "更正.csv"));
    }

    @Test
    void namesTheFileThatTookABaselineOffTheRecord() {
        town.sendAll("2025-01", 10);
        baselineFrom("基期.csv", "2024-01 xiaohe payers 24", "2024-01 xiaohe residents 900");
        town.run("2025-01");
        StoredBaseline gone = town.store().baselines().list().get(0);
        town.store().baselines().record(file("更正.csv"), Instant.EPOCH, "who", List.of(), List.of(gone));

        assertThat(edition("2025-01").changes())
                .containsExactly(
                        change("baseline", "payers 2024-01", "xiaohe", "24 [台账]", "", "更正.csv"),
                        change("year_ago", "payers", "", "24", "", "更正.csv"));
    }

    private static EditionChange change(
            String kind, String code, String unit, String before, String after, String file) {
        var cause = EditionCause.of(EditionCause.Why.BASELINE, file);
        return new EditionChange(kind, code, "", unit, before, after, List.of(cause));
    }

    private Edition edition(String period) {
        return new Editions(town.catalogue(), town.store()).of(town.consolidate(period, LATER));
    }

    private IndicatorFigures indicator(String period, String code) {
        return town.consolidate(period, LATER).indicators().stream()
                .filter(i -> i.indicator().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesTheReturnSinceWhichABaselineIsUsedNoLonger() {
        baseline("2024-01 xiaohe payers 24");
        town.sendAll("2025-01", 20).run("2025-01");

        town.send("v01", "village", "2024-01", Map.of("payers", 5, "residents", 50));

        assertThat(causes("2025-01"))
                .contains("baseline payers 2024-01 xiaohe: came 2024-01/v01.xlsx")
                .noneMatch(line -> line.contains("tables"));
    }

    @Test
    void namesTheFileWhoseFiguresTakeThePlaceOfOthers() {
        baseline("2024-01 v01 village.payers 5", "2024-01 v02 village.payers 6", "2024-01 v03 village.payers 7");
        town.sendAll("2025-01", 20).run("2025-01");

        baselineFrom("全镇.csv", "2024-01 xiaohe village.payers 19");

        assertThat(causes("2025-01"))
                .contains("baseline village.payers 2024-01 v01: baseline 全镇.csv")
                .contains("year_ago payers : baseline 全镇.csv")
                .noneMatch(line -> line.contains("tables"));
    }

    @Test
    void namesTheFileThatEndedOneOfTheFiguresOfATotal() {
        baseline("2024-01 v01 village.payers 5", "2024-01 v02 village.payers 6", "2024-01 v03 village.payers 7");
        town.sendAll("2025-01", 20).run("2025-01");
        List<StoredBaseline> ended = town.store().baselines().list().stream()
                .filter(b -> b.figure().unit().equals("v03"))
                .toList();

        town.store().baselines().record(file("更正.csv"), Instant.EPOCH, "who", List.of(), ended);

        assertThat(causes("2025-01"))
                .contains("baseline village.payers 2024-01 v03: baseline 更正.csv")
                .contains("year_ago payers : baseline 更正.csv")
                .noneMatch(line -> line.contains("tables"));
    }

    private List<String> causes(String period) {
        return town.publish(period, Period.parse(period).end().plusDays(9)).edition().changes().stream()
                .map(c -> c.kind() + " " + c.code() + " " + c.unit() + ": "
                        + c.causes().stream()
                                .map(cause -> cause.why().code() + " " + cause.what())
                                .collect(Collectors.joining(", ")))
                .toList();
    }

    private void baseline(String... rows) {
        baselineFrom("基期.csv", rows);
    }

    /** Puts rows such as {@code 2024-01 xiaohe payers 24} on record and ends those about the same. */
    private void baselineFrom(String file, String... rows) {
        List<BaselineFigure> figures = Stream.of(rows)
                .map(row -> row.split(" "))
                .map(c -> new BaselineFigure(Period.parse(c[0]), c[1], c[2], new BigDecimal(c[3]), "台账", 2))
                .toList();
        BaselineStore store = town.store().baselines();
        List<StoredBaseline> ended = store.compare(figures).replaced().stream()
                .map(BaselineStore.Replacement::before)
                .toList();
        store.record(file(file), Instant.EPOCH, "who", figures, ended);
    }

    private static SourceFile file(String name) {
        return SourceFile.of(Path.of(name), name, name.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<BigDecimal> number(String digits) {
        return Optional.of(new BigDecimal(digits));
    }
}
