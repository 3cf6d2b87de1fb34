package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huizong.job.Office.DUE;
import static org.huizong.job.Office.JANUARY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.model.Period;
import org.huizong.publish.PublicationPart;
import org.huizong.store.EventStore.Event;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An execution that ended early is started again where it stood. */
@Order(1)
class RestartTest {
    private static final String POWER = "the power failed";
    private static final Runnable FAIL = () -> {
        throw new IllegalStateException(POWER);
    };
    private static final List<String> STEPS = List.of(
            "readReturns", "readAlone", "checkRegisters", "checkSubmissions", "checkAcross", "consolidate", "publish");

    /** Files that are no returns, so that more than one chunk of files is read. */
    private static final int OTHERS = 60;

    private static Map<String, String> unbrokenTables;
    private static Map<String, Long> unbrokenCounts;

    private Office office;

    @BeforeAll
    static void anotherOfficeIsNotDisturbed(@TempDir Path home) {
        Office unbroken = office(home);
        unbrokenCounts = unbroken.consolidate(JANUARY, DUE).counts();
        unbrokenTables = tables(unbroken);
    }

    @BeforeEach
    void theOfficeReceivesTheReturns(@TempDir Path home) {
        office = office(home);
    }

    private static Office office(Path home) {
        Office office = new Office(home).writing(PublicationPart.TABLES).receive(JANUARY);
        for (int i = 0; i < OTHERS; i++) {
            write(office.returns(JANUARY).resolve("%02d.xlsx".formatted(i)), "no return " + i);
        }
        return office;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> tables(Office office) {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(office.output(JANUARY).resolve("data"))) {
            for (Path file : files.toList()) {
                tables.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }

    /** What became of the steps of two executions, the first of which ended in a step. */
    private static List<String> brokenIn(String step) {
        int at = STEPS.indexOf(step);
        List<String> steps = new ArrayList<>();
        STEPS.subList(0, at).forEach(s -> steps.add(s + " COMPLETED"));
        steps.add(step + " FAILED");
        STEPS.subList(at, STEPS.size()).forEach(s -> steps.add(s + " COMPLETED"));
        return steps;
    }

    private void fail(Fault fault) {
        assertThatThrownBy(() -> office.consolidate(JANUARY, DUE, fault.doing(FAIL)))
                .hasMessage(POWER);
        assertThat(office.output(JANUARY)).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void goesOnWithTheStepThatFailedAndComesToWhatAnUnbrokenRunDoes(Fault fault) {
        fail(fault);

        Outcome outcome = office.consolidate(JANUARY, DUE);

        wentOnWith(fault.step(), outcome);
    }

    /** One instance in two executions ran each step once, but for the broken one, and came to what an unbroken run does. */
    private void wentOnWith(String step, Outcome outcome) {
        try (Store store = Store.open(office.data())) {
            Repository repository = new Repository(store);
            assertThat(repository.instances()).isEqualTo(1);
            assertThat(repository.executions()).containsExactly("FAILED", "COMPLETED");
            assertThat(repository.steps()).isEqualTo(brokenIn(step));
        }
        assertThat(outcome.counts()).isEqualTo(unbrokenCounts);
        assertThat(tables(office)).isEqualTo(unbrokenTables);
    }

    @Test
    void isDoneWhenThePublicationIsInPlaceAndOnlyTheEndOfTheRunIsNotOnRecord() {
        Outcome outcome = office.consolidate(JANUARY, DUE, Fault.afterPublishing(FAIL));

        assertThat(outcome.counts()).isEqualTo(unbrokenCounts);
        assertThat(tables(office)).isEqualTo(unbrokenTables);

        office.consolidate(JANUARY, DUE);

        assertThat(tables(office)).isEqualTo(unbrokenTables);
    }

    @Test
    void readsOnlyWhatIsNotOnRecordWhenItReadsOn() {
        fail(Fault.READ_RETURNS);

        office.consolidate(JANUARY, DUE);

        try (Store store = Store.open(office.data())) {
            long files = unbrokenCounts.getOrDefault("files", 0L);
            assertThat(new Repository(store).read("readReturns").get(1)).isEqualTo((int) files - 50);
        }
    }

    @Test
    void checksOnlyTheFilingsWithoutVerdictWhenItChecksOn() {
        fail(Fault.CHECK_SUBMISSIONS);

        office.consolidate(JANUARY, DUE);

        try (Store store = Store.open(office.data())) {
            // a chunk of forty was on record
            assertThat(new Repository(store).read("checkSubmissions")).containsExactly(47, 7);
        }
    }

    @Test
    void beginsAnewWhenAnotherReturnHasComeSince() {
        fail(Fault.CHECK_ACROSS);
        write(office.returns(JANUARY).resolve("x.xlsx"), "no return either");

        Outcome outcome = office.consolidate(JANUARY, DUE);

        assertThat(outcome.count("files")).isEqualTo(unbrokenCounts.getOrDefault("files", 0L) + 1);
        assertThat(instances()).isEqualTo(2);
    }

    @Test
    void beginsAnewAsOfAnotherDay() {
        fail(Fault.CHECK_ACROSS);

        Outcome outcome = office.consolidate(JANUARY, DUE.plusDays(1));

        assertThat(outcome.publication().edition().asOf()).isEqualTo(DUE.plusDays(1));
        assertThat(instances()).isEqualTo(2);
    }

    @Test
    void beginsAnewWhenSomebodyDidSomethingSince() {
        fail(Fault.CHECK_ACROSS);
        try (Store store = Store.open(office.data())) {
            store.events().add(new Event(Instant.EPOCH, "who", "received", JANUARY, "", "it came earlier"));
        }

        office.consolidate(JANUARY, DUE);

        assertThat(instances()).isEqualTo(2);
    }

    @Test
    void beginsAnewWhenAnotherPeriodWasRunSince() {
        fail(Fault.CHECK_ACROSS);
        office.consolidate(Period.parse("2024-12"), DUE);

        office.consolidate(JANUARY, DUE);

        assertThat(instances()).isEqualTo(3);
    }

    @Test
    void runsAgainWhatHasEndedWell() {
        office.consolidate(JANUARY, DUE);

        Outcome again = office.consolidate(JANUARY, DUE);

        assertThat(again.count("unchanged")).isEqualTo(unbrokenCounts.get("files"));
        assertThat(instances()).isEqualTo(2);
        assertThat(tables(office)).isEqualTo(unbrokenTables);
    }

    private int instances() {
        try (Store store = Store.open(office.data())) {
            return new Repository(store).instances();
        }
    }

    @Test
    void skipsAFileThatTheDiskDoesNotGiveAndReadsItTheNextTime() {
        Outcome outcome = office.consolidate(
                JANUARY, DUE, Fault.inReading("龙泉村-2025-01.xlsx", new IOException("no such sector")));

        assertThat(about(outcome, "龙泉村-2025-01.xlsx")).containsExactly("file.disk");
        assertThat(outcome.publication().consolidation().coverage().open())
                .extracting(s -> s.owed().unit())
                .containsOnly("v07");
        assertThat(outcome.isComplete()).isFalse();

        office.consolidate(JANUARY, DUE);

        assertThat(tables(office)).isEqualTo(unbrokenTables);
    }

    @Test
    void refusesTheFileForWhichTheMemoryDoesNotSufficeAloneEither() {
        List<String> read = new ArrayList<>();

        Outcome outcome = office.consolidate(JANUARY, DUE, Fault.lackingMemoryFor("龙泉村-2025-01.xlsx", read));

        assertThat(about(outcome, "龙泉村-2025-01.xlsx")).containsExactly("file.memory");
        assertThat(read).filteredOn("龙泉村-2025-01.xlsx"::equals).hasSize(2);
        assertThat(read)
                .endsWith("龙泉村-2025-01.xlsx")
                .hasSize(read.stream().distinct().toList().size() + 1);
        assertThat(outcome.publication().consolidation().coverage().open())
                .extracting(s -> s.owed().unit())
                .containsOnly("v07");

        office.consolidate(JANUARY, DUE);

        assertThat(tables(office)).isEqualTo(unbrokenTables);
    }

    private static List<String> about(Outcome outcome, String file) {
        return outcome.publication().findings().stream()
                .map(StoredFinding::finding)
                .filter(f -> f.where().file().equals(file))
                .map(f -> f.rule())
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @EnumSource
    void goesOnWithTheStepInWhichItWasKilled(Fault fault) throws IOException, InterruptedException {
        kill(fault);

        Outcome outcome = office.consolidate(JANUARY, DUE);

        wentOnWith(fault.step(), outcome);
    }

    @Test
    void goesOnWhenItWasKilledTwice() throws IOException, InterruptedException {
        kill(Fault.CHECK_SUBMISSIONS);
        kill(Fault.CONSOLIDATE);

        office.consolidate(JANUARY, DUE);

        try (Store store = Store.open(office.data())) {
            Repository repository = new Repository(store);
            assertThat(repository.instances()).isEqualTo(1);
            assertThat(repository.executions()).containsExactly("FAILED", "FAILED", "COMPLETED");
        }
        assertThat(tables(office)).isEqualTo(unbrokenTables);
    }

    private void kill(Fault fault) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledJob.class.getName(),
                        office.home().toString(),
                        fault.name())
                .redirectErrorStream(true)
                .redirectOutput(office.home().resolve("said.txt").toFile())
                .start();
        assertThat(process.waitFor()).isEqualTo(KilledJob.KILLED);
    }
}
