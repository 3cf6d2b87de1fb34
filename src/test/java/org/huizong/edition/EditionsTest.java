package org.huizong.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huizong.aggregation.SmallTown;
import org.huizong.model.Disposition;
import org.huizong.model.Period;
import org.huizong.store.EditionCause;
import org.huizong.store.EditionChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionsTest {
    private SmallTown town;

    @BeforeEach
    void open(@TempDir Path folder) {
        town = new SmallTown(folder);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void tellsByUnitAndFileWhatALateReturnAndACorrectionChangedAndEachTotalOnce() {
        town.send("d01", "social", "2025-01", Map.of("cases", 2))
                .send("v01", "village", "2025-01", Map.of("payers", 5, "residents", 500))
                .send("v03", "village", "2025-01", Map.of("payers", 5, "residents", 500))
                .run("2025-01");

        town.send("v02", "village", "2025-01", Map.of("payers", 7, "residents", 600))
                .correct("v01", "village", "2025-01", Map.of("payers", 6, "residents", 500));

        assertThat(changes("2025-01"))
                .containsExactly(
                        "value village.payers v01 5 6 [corrected 2025-01/v01(更正).xlsx]",
                        "coverage village 2025-01 v02 missing  [came 2025-01/v02.xlsx]",
                        "indicator payers  10 18 [corrected 2025-01/v01(更正).xlsx, came 2025-01/v02.xlsx]",
                        "indicator residents  1000 1600 [came 2025-01/v02.xlsx]");
    }

    @Test
    void namesTheEarlierMonthsFileForAYearToDateThatChanged() {
        twoMonths();

        town.correct("v01", "village", "2025-01", Map.of("payers", 25, "residents", 2000));

        assertThat(changes("2025-02"))
                .containsExactly(
                        "value village.payers v01 20 25 [corrected 2025-01/v01(更正).xlsx]",
                        "prior payers  60 65 [corrected 2025-01/v01(更正).xlsx]",
                        "year_to_date payers  150 155 [corrected 2025-01/v01(更正).xlsx]");
    }

    @Test
    void saysThatAReturnWasTakenBackAndThatOneIsMissingBecauseItsDayHasPassed() {
        town.sendAll("2025-01", 20).run("2025-01");

        town.decide("v01", "village", "2025-01", Disposition.WITHDRAWN);

        assertThat(changes("2025-01"))
                .containsExactly(
                        "coverage village 2025-01 v01  missing [withdrawn 2025-01/v01.xlsx]",
                        "indicator payers  60 40 [withdrawn 2025-01/v01.xlsx]",
                        "indicator residents  6000 4000 [withdrawn 2025-01/v01.xlsx]");
    }

    @Test
    void namesTheFileThatCameAndWasSentBackWhereNothingHadCome() {
        town.send("d01", "social", "2025-01", Map.of("cases", 2)).run("2025-01");

        town.send("v01", "village", "2025-01", Map.of("payers", 5), Disposition.REJECTED);

        assertThat(changes("2025-01"))
                .containsExactly("coverage village 2025-01 v01 missing rejected [rejected 2025-01/v01.xlsx]");
    }

    @Test
    void blamesTheTablesWhereNoReturnHasChanged() {
        town.sendAll("2025-01", 20).run("2025-01");

        town.with("indicators.csv", "village.payers,0,up", "village.payers*2,0,up");

        assertThat(changes("2025-01")).containsExactly("indicator payers  60 120 [tables ]");
    }

    @Test
    void isTheSameEditionWhenAnotherFileSaysTheSame() {
        twoMonths();

        town.correct("v01", "village", "2025-02", Map.of("payers", 30, "residents", 3000))
                .run("2025-02");

        assertThat(town.store().editions().list(Period.parse("2025-02"))).hasSize(1);
    }

    @Test
    void leavesTheYearFittingWhenTheLastQuarterIsOnlyPutTogether() {
        twoMonths();
        town.run("2025");

        town.run("2025-Q1");

        assertThat(stale()).isEmpty();
    }

    @Test
    void leavesLaterMonthsFittingWhenAMonthIsPublishedAgainWithoutOtherFigures() {
        twoMonths();
        town.send("v01", "village", "2024-01", Map.of("payers", 5)).run("2024-01");
        town.run("2025-02");

        town.run("2025-01");

        assertThat(town.store()
                        .editions()
                        .latest(Period.parse("2025-01"))
                        .orElseThrow()
                        .number())
                .isEqualTo(2);
        assertThat(stale()).isEmpty();
    }

    @Test
    void marksWhatShowsACorrectedFigureAndNotWhatShowsALaterStock() {
        twoMonths();
        town.withTable(
                "indicators.csv",
                "code,section,order,label,label_en,measure,formula,decimals,direction,target,note,note_en,from,until\n"
                        + "payers,people,10,缴费人数,Payers,人,village.payers,0,up,1200,,,,\n");
        town.sendAll("2025-03", 40)
                .run("2025-03")
                .run("2025-01")
                .run("2025-02")
                .run("2025-03")
                .run("2025");

        town.correct("v01", "village", "2025-01", Map.of("payers", 20, "residents", 2100))
                .run("2025-01");
        var afterTheStock = stale();
        town.correct("v02", "village", "2025-01", Map.of("payers", 21, "residents", 2000))
                .run("2025-01");

        assertThat(afterTheStock).containsExactly("2025-02", "2025");
        assertThat(stale()).containsExactly("2025-02", "2025-03", "2025");
    }

    @Test
    void fitsWhileItsFiguresAreTheSameAndNothingMarksItStale() {
        twoMonths();
        var other = town.catalogueWith(
                "indicators.csv",
                "code,section,order,label,label_en,measure,formula,decimals,direction,target,note,note_en,from,until\n"
                        + "payers,people,10,缴费人数,Payers,人,village.payers*2,0,up,1200,,,,\n");
        var january = town.store().editions().latest(Period.parse("2025-01")).orElseThrow();

        var same = new Editions(town.catalogue(), town.store()).now(january);
        var byOtherTables = new Editions(other, town.store()).now(january);
        new Editions(town.catalogue(), town.store()).markStaleByRecord(Period.parse("2025-01"));
        var marked = new Editions(town.catalogue(), town.store())
                .now(town.store().editions().latest(Period.parse("2025-01")).orElseThrow());

        assertThat(same.fits()).isTrue();
        assertThat(byOtherTables.fits()).isFalse();
        assertThat(marked.fits()).isFalse();
        assertThat(marked.figures().indicators()).isEqualTo(same.figures().indicators());
    }

    @Test
    void makesLaterMonthsFitAgainWhenWhatWasTakenBackIsRestoredAndTheMonthItselfByARun() {
        twoMonths();
        var editions = new Editions(town.catalogue(), town.store());

        town.decide("v01", "village", "2025-01", Disposition.WITHDRAWN);
        editions.markStale(Period.parse("2025-01"));
        var withdrawn = stale();
        town.decide("v01", "village", "2025-01", Disposition.ACCEPTED);
        editions.markStale(Period.parse("2025-01"));
        var restored = stale();
        town.run("2025-01");

        assertThat(withdrawn).containsExactly("2025-01", "2025-02");
        assertThat(restored).containsExactly("2025-01");
        assertThat(stale()).isEmpty();
    }

    private void twoMonths() {
        town.sendAll("2025-01", 20).run("2025-01").sendAll("2025-02", 30).run("2025-02");
    }

    private List<String> stale() {
        return Editions.stale(town.store()).stream().map(Period::code).toList();
    }

    private List<String> changes(String period) {
        LocalDate day = Period.parse(period).end().plusDays(9);
        return town.publish(period, day).edition().changes().stream()
                .map(EditionsTest::text)
                .toList();
    }

    private static String text(EditionChange change) {
        return String.join(
                " ",
                change.kind(),
                change.code(),
                change.unit(),
                change.before(),
                change.after(),
                change.causes().stream().map(EditionsTest::text).toList().toString());
    }

    private static String text(EditionCause cause) {
        return cause.why().code() + " " + cause.what();
    }
}
