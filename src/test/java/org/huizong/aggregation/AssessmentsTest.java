package org.huizong.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.huizong.assessment.Assessment;
import org.huizong.assessment.Evidence;
import org.huizong.assessment.Mark;
import org.huizong.assessment.Operand.Why;
import org.huizong.assessment.Score;
import org.huizong.model.Disposition;
import org.huizong.model.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores of three villages from what is on record. */
class AssessmentsTest {
    private static final String HEAD = "criterion,label,kinds,frequency,full,formula,cap,time,basis,note,from,until\n";

    @TempDir
    private Path home;

    private SmallTown town;

    @BeforeEach
    void found() {
        town = new SmallTown(home);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void takesOffForAReturnThatCameAfterTheDayAndNamesItsFile() {
        by("late,迟报,village,month,20,filing.late*3+filing.days_late,,mean,,,,")
                .with(
                        "returns.csv",
                        "村级月报表,Village: Monthly Return,form,month,5",
                        "村级月报表,Village: Monthly Return,form,month,2");
        town.send("v01", "village", "2025-01", Map.of("payers", 5));

        Score score = score("2025-01", "v01");

        assertThat(score.taken()).isEqualByComparingTo("4");
        assertThat(score.deductions()).hasSize(1);
        var evidence = (Evidence.OfFiling) score.deductions().get(0).evidence();
        assertThat(evidence.how()).isEqualTo(Evidence.Filing.LATE);
        assertThat(evidence.days()).isEqualTo(1);
        assertThat(evidence.submission().orElseThrow().file()).isEqualTo("2025-01/v01.xlsx");
    }

    @Test
    void takesNothingOffForAReturnThatCameInTime() {
        by("late,迟报,village,month,20,filing.late*3+filing.days_late+filing.missing*9+filing.sent_back*2,,mean,,,,");
        town.send("v01", "village", "2025-01", Map.of("payers", 5));

        assertThat(score("2025-01", "v01").taken()).isEqualByComparingTo("0");
        assertThat(score("2025-01", "v01").score()).isEqualByComparingTo("20");
    }

    @Test
    void takesOffForAReturnThatDidNotComeAndForOneThatWasSentBack() {
        by("late,迟报,village,month,20,filing.missing*9+filing.sent_back*2,,mean,,,,");
        town.send("v01", "village", "2025-01", Map.of("payers", 5), Disposition.REJECTED);

        assertThat(score("2025-01", "v01").taken()).isEqualByComparingTo("11");
        assertThat(score("2025-01", "v02").taken()).isEqualByComparingTo("9");
        var missing =
                (Evidence.OfFiling) score("2025-01", "v02").deductions().get(0).evidence();
        assertThat(missing.submission()).isEmpty();
    }

    @Test
    void doesNotKnowTheQueriesAboutAReturnThatDidNotCome() {
        by("quality,质量,village,month,20,queries.open,,mean,,,,");
        town.send("v01", "village", "2025-01", Map.of("payers", 5));

        assertThat(score("2025-01", "v01").isAssessed()).isTrue();
        assertThat(score("2025-01", "v02").isOpen()).isTrue();
        assertThat(score("2025-01", "v02").unknown())
                .containsExactly(new Score.Missing(Period.parse("2025-01"), "queries.open", Why.NOT_REPORTED));
    }

    @Test
    void followsAFigureOfTheYearToItsCells() {
        by("payers,缴费,village,month,20,\"MAX(0,20-ytd.village.payers)\",,mean,,,,");
        town.send("v01", "village", "2025-01", Map.of("payers", 5))
                .send("v01", "village", "2025-02", Map.of("payers", 7));

        Score score = score("2025-02", "v01");

        assertThat(score.taken()).isEqualByComparingTo("8");
        var figure = (Evidence.OfFigure) score.deductions().get(0).evidence();
        assertThat(figure.value()).isEqualByComparingTo("12");
        assertThat(figure.cells().stream()
                        .map(c -> c.submission().file() + " " + c.where().cell() + " " + c.shown()))
                .containsExactly("2025-01/v01.xlsx D9 5", "2025-02/v01.xlsx D9 7");
    }

    @Test
    void leavesOpenWhatAFigureOfTheYearLacks() {
        by("payers,缴费,village,month,20,\"MAX(0,20-ytd.village.payers)\",,mean,,,,");
        town.send("v01", "village", "2025-02", Map.of("payers", 7));

        assertThat(score("2025-02", "v01").isOpen()).isTrue();
    }

    @Test
    void knowsAnIndicatorByTheUnitsOwnItems() {
        by("payers,缴费,village,month,20,\"MAX(0,20-payers)+MAX(0,5-prior.payers)\",,mean,,,,");
        town.send("v01", "village", "2025-01", Map.of("payers", 3))
                .send("v01", "village", "2025-02", Map.of("payers", 7));

        assertThat(score("2025-02", "v01").taken()).isEqualByComparingTo("15");
    }

    @Test
    void makesTheHalfYearOfTheMonthsThatWereConsolidated() {
        by("late,迟报,village,month,20,filing.missing*4,,mean,,,,");
        town.send("v01", "village", "2025-01", Map.of("payers", 5))
                .run("2025-01")
                .run("2025-02");

        Score half = score("2025-H1", "v01");

        assertThat(half.taken()).isEqualByComparingTo("2");
        assertThat(half.parts().stream()
                        .filter(Score::isOpen)
                        .map(s -> s.period().code()))
                .containsExactly("2025-03", "2025-04", "2025-05", "2025-06");
        assertThat(half.unknown()).allMatch(m -> m.why() == Why.NEVER_RUN);
    }

    @Test
    void takesPointsOfTheOfficeAndGoesBackToTheFormulaWhenTheyAreTakenBack() {
        by("late,迟报,village,month,20,filing.missing*4,,mean,,,,");
        Mark mark = new Mark(
                "v01",
                "late",
                Period.parse("2025-01"),
                Optional.of(new BigDecimal("19")),
                "停电",
                "所长",
                Instant.parse("2025-02-06T01:00:00Z"));

        town.store().events().add(mark.event());
        Score marked = score("2025-01", "v01");
        town.store()
                .events()
                .add(new Mark(
                                "v01",
                                "late",
                                mark.period(),
                                Optional.empty(),
                                "打错",
                                "所长",
                                Instant.parse("2025-02-07T01:00:00Z"))
                        .event());
        Score back = score("2025-01", "v01");

        assertThat(marked.score()).isEqualByComparingTo("19");
        assertThat(marked.mark()).contains(mark);
        assertThat(marked.deductions()).hasSize(1);
        assertThat(back.score()).isEqualByComparingTo("16");
    }

    @Test
    void sharesAPlaceAmongThoseWhoScoreAlike() {
        by("late,迟报,village,month,20,filing.missing*4,,mean,,,,");
        town.send("v02", "village", "2025-01", Map.of("payers", 5));

        Assessment assessment = assessment("2025-01");

        assertThat(assessment.units().stream()
                        .map(u -> u.unit().code() + " " + assessment.rank(u).orElseThrow()))
                .containsExactly("v01 2", "v02 1", "v03 2");
    }

    @Test
    void assessesNobodyWithoutTheTable() {
        town.send("v01", "village", "2025-01", Map.of("payers", 5));

        assertThat(assessment("2025-01").isEmpty()).isTrue();
    }

    private SmallTown by(String criterion) {
        return town.withTable("assessment.csv", HEAD + criterion + "\n");
    }

    private Score score(String period, String unit) {
        return assessment(period).units().stream()
                .filter(u -> u.unit().code().equals(unit))
                .findFirst()
                .orElseThrow()
                .scores()
                .get(0);
    }

    private Assessment assessment(String period) {
        return town.publish(period, Period.parse(period).end().plusDays(10)).assessment();
    }
}
