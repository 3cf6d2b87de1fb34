package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huizong.job.Office.DUE;
import static org.huizong.job.Office.JANUARY;
import static org.huizong.job.Office.total;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.huizong.consolidation.Editions;
import org.huizong.consolidation.Standing;
import org.huizong.finding.CellRef;
import org.huizong.finding.Finding;
import org.huizong.finding.Severity;
import org.huizong.period.Period;
import org.huizong.store.EditionChange;
import org.huizong.store.EventStore.Event;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredSubmission;
import org.huizong.submission.Disposition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthlyJobTest {
    private static final Instant LATER = Instant.parse("2025-02-08T01:00:00Z");

    @TempDir
    private static Path everybody;

    @TempDir
    private Path home;

    private static Office sound;
    private Office office;

    @BeforeAll
    static void theTownshipReportsForJanuary() {
        sound = new Office(everybody).receive(JANUARY);
    }

    @BeforeEach
    void theOfficeReceivesTheReturns() {
        office = new Office(home).receiveAs(sound, JANUARY);
    }

    @Test
    void countsEveryReturnOfTheMonth() {
        var outcome = office.consolidate(JANUARY, DUE);

        assertThat(outcome.isComplete()).isTrue();
        assertThat(outcome.counts())
                .containsEntry("files", 23L)
                .containsEntry("read", 23L)
                .containsEntry("unchanged", 0L)
                .containsEntry("refused", 0L)
                .containsEntry("submissions", 42L);
        assertThat(outcome.publication().consolidation().coverage().owed()).isEqualTo(42);
        assertThat(outcome.workbook()).isRegularFile();
    }

    @Test
    void makesTheSameEditionAgainAfterTheOutputWasDeleted() {
        var first = office.consolidate(JANUARY, DUE);
        var second = office.consolidate(JANUARY, DUE.plusDays(1));
        Office.remove(office.output(JANUARY));
        var third = office.consolidate(JANUARY, DUE.plusDays(2));

        assertThat(List.of(second, third)).allSatisfy(again -> {
            assertThat(totals(again)).isEqualTo(totals(first));
            assertThat(again.publication().edition())
                    .isEqualTo(first.publication().edition());
            assertThat(again.counts()).containsEntry("read", 0L).containsEntry("unchanged", 23L);
            assertThat(again.workbook()).isRegularFile();
        });
    }

    @Test
    void countsOneLeafletMoreInTheTotalAndInNoOtherFigure() {
        var before = office.consolidate(JANUARY, DUE);
        var leaflets = leaflets(before, "v01");

        office.correct("石桥村-2025-01.xlsx", "石桥村(更正).xlsx", LATER, leaflets(leaflets.add(BigDecimal.ONE)));
        var after = office.consolidate(JANUARY, DUE);

        assertThat(total(after, "materials"))
                .isEqualTo(total(before, "materials").add(BigDecimal.ONE));
        assertThat(List.of("consultations", "slogans", "boards", "training_courses", "training_attendance"))
                .allSatisfy(other -> assertThat(total(after, other)).isEqualTo(total(before, other)));
    }

    @Test
    void namesTheVillageWhoseReturnsAreMissingAndStillCountsThemAsOwed() throws IOException {
        Files.delete(office.returns(JANUARY).resolve("石桥村-2025-01.xlsx"));

        var outcome = office.consolidate(JANUARY, DUE);

        var coverage = outcome.publication().consolidation().coverage();
        assertThat(outcome.isComplete()).isFalse();
        assertThat(coverage.owed()).isEqualTo(42);
        assertThat(coverage.open())
                .extracting(s -> s.owed().unit(), s -> s.owed().form(), Standing::state)
                .containsExactly(
                        Tuple.tuple("v01", "publicity", Standing.State.MISSING),
                        Tuple.tuple("v01", "village", Standing.State.MISSING));
        assertThat(Files.readString(office.output(JANUARY).resolve("data/coverage.csv")))
                .contains("2025-01,v01,石桥村,village,2025-02-05,missing");
    }

    @Test
    void keepsTheAcceptedFiguresWhenACorrectionIsBad() {
        var before = office.consolidate(JANUARY, DUE);

        office.correct("石桥村-2025-01.xlsx", "石桥村(更正).xlsx", LATER, leaflets(BigDecimal.valueOf(-5)));
        var after = office.consolidate(JANUARY, DUE.plusDays(5));

        assertThat(totals(after)).isEqualTo(totals(before));
        assertThat(after.publication().edition().number()).isEqualTo(1);
        assertThat(revisions(after, "v01", "publicity")).containsExactly(Disposition.ACCEPTED, Disposition.REJECTED);
        assertThat(errors(after))
                .containsExactly(Finding.failed(
                        "min",
                        Severity.ERROR,
                        new CellRef("石桥村(更正).xlsx", "普法宣传与学法情况月报表", "D9"),
                        Map.of("item", "publicity.materials", "value", "-5", "min", "0")));
    }

    @Test
    void replacesTheFiguresWithAGoodCorrectionAndSaysInEditionTwoWhatAndWhy() {
        var before = office.consolidate(JANUARY, DUE);
        var leaflets = leaflets(before, "v01");

        office.correct("石桥村-2025-01.xlsx", "石桥村(更正).xlsx", LATER, leaflets(leaflets.add(BigDecimal.TEN)));
        var after = office.consolidate(JANUARY, DUE.plusDays(5));

        var total = total(before, "materials");
        assertThat(after.publication().edition().number()).isEqualTo(2);
        assertThat(after.publication().edition().changes())
                .containsExactly(
                        change("indicator", "materials", "", total, total.add(BigDecimal.TEN)),
                        change("year_to_date", "materials", "", total, total.add(BigDecimal.TEN)),
                        change("item", "publicity.materials", "", total, total.add(BigDecimal.TEN)),
                        change("value", "publicity.materials", "v01", leaflets, leaflets.add(BigDecimal.TEN)));
        assertThat(revisions(after, "v01", "publicity")).containsExactly(Disposition.SUPERSEDED, Disposition.ACCEPTED);
    }

    @Test
    void countsTheSameWhateverTheOrderOfTheFiles() throws IOException {
        office.correct("石桥村-2025-01.xlsx", "石桥村(更正).xlsx", LATER, leaflets(BigDecimal.valueOf(70)));
        var inOrder = office.consolidate(JANUARY, DUE);
        var other = new Office(home.resolve("other"));
        other.receiveAs(office, JANUARY);
        try (Stream<Path> files = Files.list(other.returns(JANUARY))) {
            int place = 99;
            for (Path file : files.sorted().toList()) {
                Files.move(file, file.resolveSibling(place-- + ".xlsx"));
            }
        }

        var reversed = other.consolidate(JANUARY, DUE);

        assertThat(totals(reversed)).isEqualTo(totals(inOrder));
    }

    @Test
    void takesNeitherOfTwoFilesThatContradictEachOtherAndWereSavedAtTheSameTime() {
        office.correct("石桥村-2025-01.xlsx", "石桥村甲.xlsx", LATER, leaflets(BigDecimal.valueOf(70)));
        office.correct("石桥村-2025-01.xlsx", "石桥村乙.xlsx", LATER, leaflets(BigDecimal.valueOf(80)));
        Office.remove(office.returns(JANUARY).resolve("石桥村-2025-01.xlsx"));

        var outcome = office.consolidate(JANUARY, DUE);

        assertThat(outcome.publication().consolidation().coverage().count(Standing.State.CONFLICT))
                .isEqualTo(1);
        assertThat(revisions(outcome, "v01", "publicity")).containsExactly(Disposition.CONFLICT, Disposition.CONFLICT);
        assertThat(revisions(outcome, "v01", "village")).containsExactly(Disposition.ACCEPTED, Disposition.SUPERSEDED);
        assertThat(errors(outcome))
                .extracting(
                        Finding::rule, f -> f.where().file(), f -> f.arguments().get("other"))
                .contains(
                        Tuple.tuple("conflict", "石桥村甲.xlsx", "石桥村乙.xlsx"),
                        Tuple.tuple("conflict", "石桥村乙.xlsx", "石桥村甲.xlsx"));
    }

    @Test
    void notesTheSameBytesUnderAnotherNameAndCountsThemOnce() throws IOException {
        var folder = office.returns(JANUARY);
        Files.copy(folder.resolve("石桥村-2025-01.xlsx"), folder.resolve("石桥村副本.xlsx"));

        var outcome = office.consolidate(JANUARY, DUE);

        assertThat(outcome.isComplete()).isTrue();
        assertThat(outcome.counts()).containsEntry("files", 24L).containsEntry("read", 23L);
        assertThat(outcome.publication().findings())
                .extracting(StoredFinding::finding)
                .contains(Finding.failed(
                        "file.duplicate",
                        Severity.NOTICE,
                        CellRef.file("石桥村副本.xlsx"),
                        Map.of("other", "石桥村-2025-01.xlsx")));
    }

    @Test
    void refusesCorrectionsOfAClosedPeriodAndReadsThemOnceItIsOpenAgain() {
        var before = office.consolidate(JANUARY, DUE);
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
    void countsTheWorkOfARunThatWasBrokenOffAsReadByTheRunThatPublishesIt() {
        var unbroken =
                new Office(home.resolve("unbroken")).receiveAs(sound, JANUARY).consolidate(JANUARY, DUE);
        Progress power = new Progress() {
            @Override
            public void begin(String step, int total) {
                if (step.equals("consolidate")) {
                    throw new IllegalStateException("the power failed");
                }
            }
        };

        assertThatThrownBy(() -> office.consolidate(JANUARY, DUE, power)).hasMessageContaining("the power failed");
        assertThat(office.output(JANUARY)).doesNotExist();
        var again = office.consolidate(JANUARY, DUE);

        assertThat(again.counts()).isEqualTo(unbroken.counts());
        assertThat(again.publication().edition())
                .isEqualTo(unbroken.publication().edition());
        assertThat(totals(again)).isEqualTo(totals(unbroken));
    }

    @Test
    void makesTheSameOfAFolderWhenItIsBrokenOffWhileReadingAndRunAgain() {
        office.correct("龙泉村-2025-01.xlsx", "00更正.xlsx", LATER, leaflets(BigDecimal.valueOf(-5)));
        var unbroken =
                new Office(home.resolve("unbroken")).receiveAs(office, JANUARY).consolidate(JANUARY, DUE);
        Progress power = new Progress() {
            private int read;

            @Override
            public synchronized void advance() {
                if (++read > 21) {
                    throw new IllegalStateException("the power failed");
                }
            }
        };

        assertThatThrownBy(() -> office.consolidate(JANUARY, DUE, power)).isNotNull();
        var again = office.consolidate(JANUARY, DUE);

        assertThat(totals(again)).isEqualTo(totals(unbroken));
        assertThat(again.counts()).isEqualTo(unbroken.counts());
        assertThat(revisions(again, "v07", "publicity")).containsExactly(Disposition.ACCEPTED, Disposition.REJECTED);
    }

    @Test
    void namesACellWithAnAbsurdNumberAndCountsTheOthers() {
        Office.remove(office.returns(JANUARY).resolve("青山村-2025-01.xlsx"));
        office.correct("石桥村-2025-01.xlsx", "石桥村(更正).xlsx", LATER, leaflets(new BigDecimal("1E40")));

        var outcome = office.consolidate(JANUARY, DUE);

        assertThat(outcome.publication().consolidation().coverage().count(Standing.State.COUNTED))
                .isEqualTo(40);
        assertThat(errors(outcome))
                .extracting(Finding::rule, f -> f.where().cell())
                .containsExactly(Tuple.tuple("unreadable.large", "D9"));
    }

    @Test
    void keepsWhatAnItemCountedBeforeItEndedInALongerPeriod() {
        var january = total(office.consolidate(JANUARY, DUE), "slogans");
        var ended = Office.catalogueWith("items.csv", "publicity.slogans,", ",,2025-01");

        var quarter = office.consolidate(ended, Period.parse("2025-Q1"), DUE.plusMonths(2));

        assertThat(total(quarter, "slogans")).isEqualTo(january);
        assertThat(quarter.workbook()).isRegularFile();
    }

    @Test
    void countsAMergedVillagesFlowsButLeavesItsStockToItsSuccessor() {
        office.consolidate(JANUARY, DUE);
        var before = office.consolidate(Period.parse("2025-Q1"), DUE.plusMonths(2));
        var merged = Office.catalogueWith("units.csv", "c02,", "c01,,2025-01");

        var after = office.consolidate(merged, Period.parse("2025-Q1"), DUE.plusMonths(2));

        var gone = before.publication().consolidation().form("village").orElseThrow();
        assertThat(total(after, "materials")).isEqualTo(total(before, "materials"));
        assertThat(item(after, "village.registered"))
                .isEqualTo(item(before, "village.registered")
                        .subtract(
                                gone.figure("c02", "village.registered").value().orElseThrow()));
    }

    @Test
    void showsNoTotalOfAnItemThatMeansNothingBeyondAMonth() {
        office.consolidate(JANUARY, DUE);
        var founded = Office.catalogueWith("units.csv", "c02,", ",2025-03,");

        var quarter = office.consolidate(founded, Period.parse("2025-Q1"), DUE.plusMonths(2));

        assertThat(quarter.publication()
                        .consolidation()
                        .total("village.disputes_opening")
                        .value())
                .isEmpty();
    }

    @Test
    void saysUpToWhichMonthAStockReachesWhenALaterMonthIsMissing() {
        office.consolidate(JANUARY, DUE);

        var quarter = office.consolidate(Period.parse("2025-Q1"), DUE.plusMonths(2));

        var registered = quarter.publication().consolidation().total("village.registered");
        assertThat(registered.asAt()).contains(JANUARY.last());
        assertThat(registered.owed()).isEqualTo(42);
        assertThat(registered.counted()).isEqualTo(14);
    }

    @Test
    void takesTheEarlierRevisionAgainWhenTheLaterIsWithdrawnAndSaysThatTheWorkbookIsStale() {
        var before = office.consolidate(JANUARY, DUE);
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
    void keepsTheOldFolderWhenSomebodyHasPutSomethingIntoIt() throws IOException {
        office.consolidate(JANUARY, DUE);
        Files.writeString(office.output(JANUARY).resolve("领导批示.txt"), "请核对石桥村");

        var again = office.consolidate(JANUARY, DUE);

        assertThat(again.kept()).contains(office.output(JANUARY).resolveSibling("2025-01-kept-1"));
        assertThat(again.kept().orElseThrow().resolve("领导批示.txt")).hasContent("请核对石桥村");
        assertThat(office.output(JANUARY).resolve("领导批示.txt")).doesNotExist();
    }

    @Test
    void keepsWhatSomebodyHasPutIntoTheOldFolderWhenARunWasKilledBeforeItCould() throws IOException {
        var kept = office.output(JANUARY).resolveSibling("2025-01-kept-1");
        office.consolidate(JANUARY, DUE);
        Files.writeString(office.output(JANUARY).resolve("领导批示.txt"), "请核对石桥村");
        office.consolidate(JANUARY, DUE);
        Files.move(kept, movedAway());

        var again = office.consolidate(JANUARY, DUE);

        assertThat(again.kept()).contains(kept);
        assertThat(kept.resolve("领导批示.txt")).hasContent("请核对石桥村");
        assertThat(movedAway()).doesNotExist();
    }

    @Test
    void neverBringsBackAnOldFolderThatAKilledRunHasHalfDeleted() throws IOException {
        office.consolidate(JANUARY, DUE);
        Files.move(office.output(JANUARY), movedAway());
        Files.delete(movedAway().resolve("summary.json"));

        var again = office.consolidate(JANUARY, DUE);

        assertThat(again.workbook()).isRegularFile();
        assertThat(again.kept()).isEmpty();
        assertThat(movedAway()).doesNotExist();
    }

    /** Where a run moves the folder that stands in the place. */
    private Path movedAway() {
        return office.output(JANUARY).resolveSibling(".2025-01.old");
    }

    @Test
    void leavesAloneAnOutputFolderThatItDidNotMake() throws IOException {
        var folder = Files.createDirectories(office.output(JANUARY));
        Files.writeString(folder.resolve("会议记录.txt"), "勿删");

        assertThatThrownBy(() -> office.consolidate(JANUARY, DUE))
                .isInstanceOfSatisfying(
                        OutputException.class, e -> assertThat(e.kind()).isEqualTo("foreign"));
        assertThat(folder.resolve("会议记录.txt")).hasContent("勿删");
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

    private static Map<String, BigDecimal> leaflets(BigDecimal number) {
        return Map.of("publicity.materials", number);
    }

    private static BigDecimal leaflets(Outcome outcome, String unit) {
        return outcome.publication()
                .consolidation()
                .form("publicity")
                .orElseThrow()
                .figure(unit, "publicity.materials")
                .value()
                .orElseThrow();
    }

    private static BigDecimal item(Outcome outcome, String item) {
        return outcome.publication().consolidation().total(item).value().orElseThrow();
    }

    private static Map<String, BigDecimal> totals(Outcome outcome) {
        return outcome.publication().consolidation().indicators().stream()
                .collect(Collectors.toMap(
                        i -> i.indicator().code(), i -> i.now().value().orElse(BigDecimal.valueOf(-1))));
    }

    private static List<Disposition> revisions(Outcome outcome, String unit, String form) {
        return outcome.publication().submissions().stream()
                .filter(s -> s.unit().equals(unit) && s.form().equals(form))
                .map(StoredSubmission::disposition)
                .toList();
    }

    private static List<Finding> errors(Outcome outcome) {
        return outcome.publication().findings().stream()
                .map(StoredFinding::finding)
                .filter(Finding::sendsBack)
                .toList();
    }

    private static EditionChange change(String kind, String code, String unit, BigDecimal before, BigDecimal after) {
        return new EditionChange(kind, code, unit, before.toPlainString(), after.toPlainString(), "石桥村(更正).xlsx");
    }

    @Test
    void goesOnWithTheRestWhenOneFileCannotBeOpened() throws IOException {
        Files.createSymbolicLink(office.returns(JANUARY).resolve("快捷方式.xlsx"), home.resolve("nowhere.xlsx"));

        var outcome = office.consolidate(JANUARY, DUE);

        assertThat(outcome.isComplete()).isFalse();
        assertThat(outcome.counts()).containsEntry("files", 24L).containsEntry("refused", 1L);
        assertThat(outcome.publication().consolidation().coverage().isComplete())
                .isTrue();
        assertThat(outcome.publication().findings())
                .extracting(StoredFinding::finding)
                .contains(Finding.failed("file.unreadable", Severity.ERROR, CellRef.file("快捷方式.xlsx"), Map.of()));
    }

    @Test
    void recordsAReturnBelowFoldersOfAnyDepth() throws IOException {
        Path deep = office.returns(JANUARY);
        for (int i = 0; i < 6; i++) {
            deep = Files.createDirectory(deep.resolve("x".repeat(200)));
        }
        Files.move(office.returns(JANUARY).resolve("石桥村-2025-01.xlsx"), deep.resolve("石桥村-2025-01.xlsx"));

        assertThat(office.consolidate(JANUARY, DUE).isComplete()).isTrue();
    }

    @Test
    void publishesIntoTheFolderThatALinkLeadsTo() throws IOException {
        Path share = Files.createDirectories(home.resolve("share"));
        Files.createDirectories(office.output(JANUARY).getParent());
        Files.createSymbolicLink(office.output(JANUARY), share);

        office.consolidate(JANUARY, DUE);

        assertThat(office.output(JANUARY)).isSymbolicLink();
        assertThat(share.resolve("summary.json")).isRegularFile();
    }
}
