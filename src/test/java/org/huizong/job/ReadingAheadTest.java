package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huizong.intake.Intake;
import org.huizong.intake.ReturnsFolder;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Reading;
import org.huizong.model.Severity;
import org.huizong.model.SourceFile;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

class ReadingAheadTest {
    private final ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

    private Store store;

    @BeforeEach
    void start(@TempDir Path home) {
        store = Store.open(home.resolve("data"));
        threads.setCorePoolSize(2);
        threads.initialize();
    }

    @AfterEach
    void stop() {
        threads.shutdown();
        store.close();
    }

    private static List<SourceFile> files(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new SourceFile(Path.of("f" + i), "f" + i, "", 1))
                .toList();
    }

    private static Reading findings(SourceFile file, int count) {
        return new Reading.Refused(
                file,
                IntStream.range(0, count)
                        .mapToObj(i -> Finding.failed("file.other", Severity.ERROR, CellRef.file(file.name())))
                        .toList());
    }

    private static Reading noMemory(SourceFile file) {
        return Intake.refused(file, Intake.NO_MEMORY, Map.of());
    }

    private int attempt(SourceFile file) {
        return attempts.merge(file.name(), 1, Integer::sum);
    }

    private List<String> ahead(int files, Function<SourceFile, Reading> reader, HeldReadings held) throws Exception {
        return all(new ReadingAhead(files(files), reader, threads, 100, held, clock()));
    }

    private List<String> alone(Function<SourceFile, Reading> reader, HeldReadings held) throws Exception {
        return all(new ReadingAlone(reader, held, clock()));
    }

    private StepClock clock() {
        Evidence evidence = new Evidence(store.archive(), List.of());
        return new StepClock(new Run(1, ReturnsFolder.NONE, List.of(), List.of(), evidence), Progress.SILENT);
    }

    private static List<String> all(ItemReader<Reading> reader) throws Exception {
        List<String> read = new ArrayList<>();
        for (Reading next = reader.read(); next != null; next = reader.read()) {
            read.add(next.source().name()
                    + next.findings().stream()
                            .map(f -> " " + f.rule())
                            .distinct()
                            .collect(Collectors.joining()));
        }
        return read;
    }

    @Test
    void readsTheFileThatTheMemoryFailedForOnceMoreAloneAndLast() throws Exception {
        HeldReadings held = new HeldReadings();
        Function<SourceFile, Reading> reader =
                file -> attempt(file) == 1 && file.name().equals("f1") ? noMemory(file) : findings(file, 1);

        assertThat(ahead(4, reader, held)).containsExactly("f0 file.other", "f2 file.other", "f3 file.other");
        assertThat(alone(reader, held)).containsExactly("f1 file.other");
    }

    @Test
    void refusesTheFileThatFailsAgain() throws Exception {
        HeldReadings held = new HeldReadings();
        Function<SourceFile, Reading> reader = file -> file.name().equals("f1") ? noMemory(file) : findings(file, 1);

        assertThat(ahead(3, reader, held)).containsExactly("f0 file.other", "f2 file.other");
        assertThat(alone(reader, held)).containsExactly("f1 file.memory");
    }

    @Test
    void putsOffAHeavyFileForWhichThereIsNoRoomUntilAllElseIsOnRecord() throws Exception {
        threads.setCorePoolSize(1);
        HeldReadings held = new HeldReadings(2_500);
        Function<SourceFile, Reading> reader = file -> findings(file, 1_200);

        assertThat(ahead(3, reader, held)).containsExactly("f0 file.other", "f1 file.other");
        assertThat(alone(reader, held)).containsExactly("f2 file.other");
    }

    @Test
    void makesRoomWhenWhatWasReadIsOnRecord() {
        HeldReadings held = new HeldReadings(2_500);
        Reading first = findings(files(1).get(0), 2_000);

        assertThat(held.take(first)).isTrue();
        assertThat(held.take(first)).isFalse();

        held.release(List.of(first));

        assertThat(held.take(first)).isTrue();
    }

    /** Two long texts: one as a value, one in a finding. */
    @Test
    void weighsTextsByTheirLengthAndNotByTheirNumber() {
        HeldReadings held = new HeldReadings(2_500);
        SourceFile file = files(1).get(0);
        Reading value = new Reading.Read(file, List.of(register("长".repeat(200_000))), List.of());
        Reading finding = new Reading.Refused(
                file,
                List.of(Finding.failed("file.other", Severity.ERROR, CellRef.file(file.name()))
                        .with("text", Argument.text("长".repeat(200_000)))));

        assertThat(held.take(value)).isTrue();
        assertThat(held.take(value)).isFalse();
        assertThat(held.take(finding)).isFalse();
        assertThat(held.take(findings(file, 1_000))).isTrue();
    }

    @Test
    void makesNoRoomForMoreWhenWhatWasReadAloneIsOnRecord() {
        HeldReadings held = new HeldReadings(2_500);
        Reading taken = findings(files(1).get(0), 2_000);
        Reading alone = findings(files(1).get(0), 2_000);
        held.take(taken);

        held.release(List.of(alone));

        assertThat(held.take(findings(files(1).get(0), 2_000))).isFalse();
    }

    private static Submission register(String remark) {
        CellRef cell = new CellRef("f0", "台账", "A1");
        return new Submission(
                "v01",
                "cases",
                "1",
                Office.JANUARY,
                Optional.empty(),
                cell,
                List.of(new Observation("cases.remark", "1", Value.of(remark), cell)),
                Map.of(),
                List.of());
    }
}
