package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huizong.job.Office.DUE;
import static org.huizong.job.Office.JANUARY;
import static org.huizong.job.Office.errors;
import static org.huizong.job.Office.leaflets;
import static org.huizong.job.Office.revisions;
import static org.huizong.job.Office.total;
import static org.huizong.job.Office.totals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.huizong.aggregation.FilingStatus;
import org.huizong.edition.Editions;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.FindingWords;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.review.SubmissionChecks;
import org.huizong.store.EditionCause;
import org.huizong.store.EditionChange;
import org.huizong.store.EventStore.Event;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionTest {
    private static final Instant LATER = Instant.parse("2025-02-08T01:00:00Z");

    private static final Instant IN_2099 = Instant.parse("2099-01-01T01:00:00Z");
    private static final OffsetDateTime DUE_NOON = DUE.atTime(12, 0).atOffset(ZoneOffset.ofHours(8));

    private Office office;

    @BeforeEach
    void theOfficeReceivesTheReturns(@TempDir Path home) {
        office = new Office(home).receive(JANUARY);
    }

    @Test
    void keepsTheAcceptedFiguresWhenACorrectionIsBad() {
        var before = office.consolidated();

        office.correct("石桥村-2025-01.xlsx", "石桥村(更正).xlsx", LATER, leaflets(BigDecimal.valueOf(-5)));
        var after = office.consolidate(JANUARY, DUE.plusDays(5));

        assertThat(totals(after)).isEqualTo(totals(before));
        assertThat(after.publication().edition().number()).isEqualTo(1);
        assertThat(revisions(after, "v01", "publicity")).containsExactly(Disposition.ACCEPTED, Disposition.REJECTED);
        assertThat(errors(after))
                .containsExactly(FindingWords.with(
                        Finding.failed("min", Severity.ERROR, new CellRef("石桥村(更正).xlsx", "普法宣传与学法情况月报表", "D9")),
                        "item",
                        "publicity.materials",
                        "value",
                        -5,
                        "min",
                        0));
    }

    @Test
    void replacesTheFiguresWithAGoodCorrectionAndSaysInEditionTwoWhatAndWhy() {
        var before = office.consolidated();
        var leaflets = leaflets(before, "v01");

        office.correct("石桥村-2025-01.xlsx", "石桥村(更正).xlsx", LATER, leaflets(leaflets.add(BigDecimal.TEN)));
        var after = office.consolidate(JANUARY, DUE.plusDays(5));

        var total = total(before, "materials");
        assertThat(after.publication().edition().number()).isEqualTo(2);
        assertThat(after.publication().edition().changes())
                .containsExactly(
                        change("value", "publicity.materials", "v01", leaflets, leaflets.add(BigDecimal.TEN)),
                        change("indicator", "materials", "", total, total.add(BigDecimal.TEN)));
        assertThat(revisions(after, "v01", "publicity")).containsExactly(Disposition.SUPERSEDED, Disposition.ACCEPTED);
    }

    @Test
    void takesACorrectionThatOnlySwapsTwoFiguresForACorrection() {
        Path first = office.returns(JANUARY).resolve("石桥村-2025-01.xlsx");
        office.correct(first, "石桥村甲.xlsx", LATER, patrolsAndStalls(3, 4));
        var before = office.consolidate(JANUARY, DUE);
        office.correct(first, "石桥村乙.xlsx", LATER.plusSeconds(60), patrolsAndStalls(4, 3));

        var after = office.consolidate(JANUARY, DUE.plusDays(5));

        assertThat(before.publication().edition().number()).isEqualTo(1);
        assertThat(after.publication().edition().number()).isEqualTo(2);
        assertThat(village(before, "village.patrols")).isEqualByComparingTo("3");
        assertThat(village(after, "village.patrols")).isEqualByComparingTo("4");
        assertThat(village(after, "village.stalls_checked")).isEqualByComparingTo("3");
    }

    @Test
    void callsAnUnchangedCopyNoCorrection() {
        office.consolidated();
        office.correct("石桥村-2025-01.xlsx", "石桥村(又存).xlsx", LATER, Map.of());

        var after = office.consolidate(JANUARY, DUE.plusDays(5));

        assertThat(after.publication().edition().number()).isEqualTo(1);
        assertThat(after.publication().submissions())
                .filteredOn(s -> s.unit().equals("v01") && s.form().equals("publicity"))
                .extracting(StoredSubmission::file, StoredSubmission::revision, StoredSubmission::disposition)
                .containsExactly(
                        Tuple.tuple("石桥村-2025-01.xlsx", 1, Disposition.ACCEPTED),
                        Tuple.tuple("石桥村(又存).xlsx", 1, Disposition.REPEATED));
    }

    @Test
    void refusesCorrectionsOfAClosedPeriodAndReadsThemOnceItIsOpenAgain() {
        var before = office.consolidated();
        record("close");
        office.correct("石桥村-2025-01.xlsx", "石桥村(更正).xlsx", LATER, leaflets(BigDecimal.valueOf(70)));

        var closed = office.consolidate(JANUARY, DUE.plusDays(5));
        record("reopen");
        var reopened = office.consolidate(JANUARY, DUE.plusDays(6));

        assertThat(totals(closed)).isEqualTo(totals(before));
        assertThat(closed.publication().edition().number()).isEqualTo(1);
        assertThat(errors(closed)).extracting(Finding::rule).containsExactly("period.closed");
        assertThat(reopened.publication().edition().number()).isEqualTo(2);
        assertThat(errors(reopened)).isEmpty();
    }

    @Test
    void takesTheEarlierRevisionAgainWhenTheLaterIsWithdrawnAndSaysThatTheWorkbookIsStale() {
        var before = office.consolidated();
        office.correct("石桥村-2025-01.xlsx", "石桥村(更正).xlsx", LATER, leaflets(BigDecimal.valueOf(70)));
        office.consolidate(JANUARY, DUE.plusDays(5));

        try (Store store = Store.open(office.data())) {
            store.together(() -> {
                store.submissions().within(JANUARY).stream()
                        .filter(s -> s.file().equals("石桥村(更正).xlsx"))
                        .forEach(s -> store.submissions().withdraw(s.id()));
                new SubmissionChecks(Office.CATALOGUE, store, JANUARY, DUE.plusDays(5)).run();
                new Editions(Office.CATALOGUE, store).markStale(JANUARY);
            });
        }
        var stale = stale(JANUARY);
        var after = office.consolidate(JANUARY, DUE.plusDays(6));

        assertThat(stale).contains("2025-01");
        assertThat(totals(after)).isEqualTo(totals(before));
        assertThat(after.publication().edition().number()).isEqualTo(3);
    }

    @Test
    void marksLaterPeriodsStaleWhenAnEarlierOneIsCorrected() {
        var february = Period.parse("2025-02");
        office.consolidate(JANUARY, DUE);
        office.consolidate(february, DUE.plusDays(28));

        office.correct("石桥村-2025-01.xlsx", "石桥村(更正).xlsx", LATER, leaflets(BigDecimal.valueOf(70)));
        office.consolidate(JANUARY, DUE.plusDays(30));
        var stale = stale(february);
        office.consolidate(february, DUE.plusDays(31));

        assertThat(stale).contains("2025-01");
        assertThat(stale(february)).isEmpty();
    }

    @Test
    void takesNeitherOfTwoFilesThatContradictEachOtherAndWereSavedAtTheSameTime() {
        office.correct("石桥村-2025-01.xlsx", "石桥村甲.xlsx", LATER, leaflets(BigDecimal.valueOf(70)));
        office.correct("石桥村-2025-01.xlsx", "石桥村乙.xlsx", LATER, leaflets(BigDecimal.valueOf(80)));
        Office.remove(office.returns(JANUARY).resolve("石桥村-2025-01.xlsx"));

        var outcome = office.consolidate(JANUARY, DUE);

        assertThat(outcome.publication().consolidation().coverage().count(FilingStatus.State.CONFLICT))
                .isEqualTo(1);
        assertThat(revisions(outcome, "v01", "publicity")).containsExactly(Disposition.CONFLICT, Disposition.CONFLICT);
        assertThat(revisions(outcome, "v01", "village")).containsExactly(Disposition.ACCEPTED, Disposition.REPEATED);
        assertThat(errors(outcome))
                .extracting(
                        Finding::rule, f -> f.where().file(), f -> f.arguments().get("other"))
                .contains(
                        Tuple.tuple("conflict", "石桥村甲.xlsx", Argument.name("石桥村乙.xlsx")),
                        Tuple.tuple("conflict", "石桥村乙.xlsx", Argument.name("石桥村甲.xlsx")));
    }

    @Test
    void believesNoFileThatSaysItWasSavedIn2099AgainstTheCorrectionThatCameWithIt() {
        office.correct("石桥村-2025-01.xlsx", "石桥村2099.xlsx", IN_2099, leaflets(BigDecimal.valueOf(70)));
        office.correct("石桥村-2025-01.xlsx", "石桥村更正.xlsx", LATER, leaflets(BigDecimal.valueOf(80)));
        Office.remove(office.returns(JANUARY).resolve("石桥村-2025-01.xlsx"));

        var outcome = office.consolidate(JANUARY, DUE);

        assertThat(revisions(outcome, "v01", "publicity")).containsExactly(Disposition.CONFLICT, Disposition.CONFLICT);
        assertThat(sentences(outcome, "石桥村更正.xlsx"))
                .containsExactly("与 石桥村2099.xlsx 是同一单位同一报表，内容不同又分不清先后。在认定以前都没有计入。请核实后撤回不用的一份。");
        assertThat(sentences(outcome, "石桥村2099.xlsx")).contains("文件自称 2099-01-01 保存，晚于收到的时间，没有采信。请填报单位校正电脑的日期。");
    }

    @Test
    void keepsWhatWasAcceptedBeforeAgainstAFileThatSaysItWasSavedIn2099AndSaysSo() {
        var before = office.consolidated();
        office.correct("石桥村-2025-01.xlsx", "石桥村2099.xlsx", IN_2099, leaflets(BigDecimal.valueOf(70)));

        var after = office.consolidate(JANUARY, DUE.plusDays(5));

        assertThat(totals(after)).isEqualTo(totals(before));
        assertThat(revisions(after, "v01", "publicity")).containsExactly(Disposition.ACCEPTED, Disposition.CONFLICT);
        assertThat(sentences(after, "石桥村2099.xlsx"))
                .contains("与 石桥村-2025-01.xlsx 是同一单位同一报表，内容不同又分不清先后。在认定以前计入的是 石桥村-2025-01.xlsx。请核实后撤回不用的一份。");
    }

    @Test
    void acceptsAFileAloneWhateverItSaysOfItsTimeAndDoesNotForgetThatItWasNotBelieved() {
        office.correct("石桥村-2025-01.xlsx", "石桥村明天.xlsx", DUE_NOON.plusDays(1).toInstant(), Map.of());
        Office.remove(office.returns(JANUARY).resolve("石桥村-2025-01.xlsx"));

        var alone = office.consolidateAt(OfficeTime.end(DUE), JANUARY, DUE);
        office.correct("石桥村明天.xlsx", "石桥村更正.xlsx", DUE_NOON.plusDays(2).toInstant(), leaflets(BigDecimal.TEN));
        var later = office.consolidateAt(OfficeTime.end(DUE.plusDays(5)), JANUARY, DUE.plusDays(5));

        assertThat(revisions(alone, "v01", "publicity")).containsExactly(Disposition.ACCEPTED);
        assertThat(sentences(alone, "石桥村明天.xlsx")).contains("文件自称 2025-02-06 保存，晚于收到的时间，没有采信。请填报单位校正电脑的日期。");
        assertThat(revisions(later, "v01", "publicity")).containsExactly(Disposition.ACCEPTED, Disposition.CONFLICT);
    }

    private static List<String> sentences(Outcome outcome, String file) {
        return outcome.publication().findings().stream()
                .filter(f -> f.form().equals("publicity")
                        && f.finding().where().file().equals(file))
                .map(f -> Office.WORDING.sentence(f.finding(), f.period()))
                .toList();
    }

    private static Map<String, Map<String, BigDecimal>> patrolsAndStalls(int patrols, int stalls) {
        return Map.of(
                "village",
                Map.of(
                        "village.patrols",
                        BigDecimal.valueOf(patrols),
                        "village.stalls_checked",
                        BigDecimal.valueOf(stalls)));
    }

    private static BigDecimal village(Outcome outcome, String item) {
        return outcome.publication()
                .consolidation()
                .form("village")
                .orElseThrow()
                .figure("v01", item)
                .value()
                .orElseThrow();
    }

    private Optional<String> stale(Period period) {
        try (Store store = Store.open(office.data())) {
            return store.editions().latest(period).orElseThrow().stale();
        }
    }

    private void record(String what) {
        try (Store store = Store.open(office.data())) {
            store.events().add(new Event(LATER, "司法所", what, JANUARY, "", "核对"));
        }
    }

    private static EditionChange change(String kind, String code, String unit, BigDecimal before, BigDecimal after) {
        var cause =
                new EditionCause(EditionCause.Why.CORRECTED, "v01", "publicity", Optional.of(JANUARY), "石桥村(更正).xlsx");
        return new EditionChange(kind, code, "", unit, before.toPlainString(), after.toPlainString(), List.of(cause));
    }
}
