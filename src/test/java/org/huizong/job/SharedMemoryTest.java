package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.huizong.intake.Intake;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Reading;
import org.huizong.model.Severity;
import org.huizong.model.SourceFile;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.junit.jupiter.api.Test;

class SharedMemoryTest {
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

    /** The files of which something came; the others are put off. */
    private static List<String> read(int files, Function<SourceFile, Reading> reader, HeldReadings held)
            throws Exception {
        var memory = new SharedMemory(reader::apply, held);
        List<String> read = new ArrayList<>();
        for (SourceFile file : files(files)) {
            Optional.ofNullable(memory.process(file))
                    .ifPresent(r -> read.add(r.source().name()));
        }
        return read;
    }

    @Test
    void putsOffTheFileThatTheMemoryFailedFor() throws Exception {
        Function<SourceFile, Reading> reader = file -> file.name().equals("f1") ? noMemory(file) : findings(file, 1);

        assertThat(read(4, reader, new HeldReadings())).containsExactly("f0", "f2", "f3");
    }

    @Test
    void readsOneFileAtATimeOnceTheMemoryDidNotSuffice() throws Exception {
        AtomicInteger reading = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        var memory = new SharedMemory(
                file -> {
                    if (file.name().equals("f0")) {
                        return noMemory(file);
                    }
                    most.accumulateAndGet(reading.incrementAndGet(), Math::max);
                    Thread.sleep(5);
                    reading.decrementAndGet();
                    return findings(file, 1);
                },
                new HeldReadings());
        List<SourceFile> files = files(9);

        memory.process(files.get(0));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch begun = new CountDownLatch(1);
        List<Future<Reading>> rest = files.stream()
                .skip(1)
                .map(f -> threads.submit(() -> {
                    begun.await();
                    return memory.process(f);
                }))
                .toList();
        begun.countDown();
        for (Future<Reading> future : rest) {
            assertThat(future.get()).isNotNull();
        }
        threads.shutdown();

        assertThat(most).hasValue(1);
    }

    @Test
    void putsOffAHeavyFileForWhichThereIsNoRoom() throws Exception {
        assertThat(read(3, file -> findings(file, 1_200), new HeldReadings(2_500)))
                .containsExactly("f0", "f1");
    }

    @Test
    void makesRoomWhenWhatWasReadIsOnRecord() {
        HeldReadings held = new HeldReadings(2_500);
        Reading first = findings(files(1).get(0), 2_000);

        assertThat(held.take(first)).isTrue();
        assertThat(held.take(first)).isFalse();

        held.release();

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
