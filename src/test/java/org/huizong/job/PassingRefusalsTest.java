package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huizong.job.Office.DUE;
import static org.huizong.job.Office.JANUARY;
import static org.huizong.job.Office.NOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.huizong.intake.Intake;
import org.huizong.model.Sha256;
import org.huizong.model.SourceFile;
import org.huizong.store.ReadingStore.Act;
import org.huizong.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.infrastructure.item.Chunk;

/** A file that is refused for what does not lie in it is read again by the next run. */
class PassingRefusalsTest {
    private static final String READ_BY = "a reader";

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "file.memory, true",
        "file.changed, true",
        "file.disk, true",
        "file.damaged, false",
        "period.closed, false"
    })
    void remembersARefusalOnlyIfItLiesInTheContent(String why, boolean again) {
        var file = new SourceFile(home.resolve("a.xlsx"), "a.xlsx", "ab".repeat(32), 1);
        try (Store store = Store.open(home.resolve("data"))) {
            var act = new Act(JANUARY, READ_BY, store.runs().begin(JANUARY, DUE), DUE, NOW);
            var writer = new ReadingWriter(store.readings(Office.CATALOGUE), act, new HeldReadings());

            writer.write(Chunk.of(Intake.refused(file, why, Map.of())));

            assertThat(store.files().known(JANUARY, READ_BY).contains(file.sha256()))
                    .isEqualTo(!again);
            assertThat(store.files().known(JANUARY)).containsExactly(file.sha256());
        }
    }

    /** The archive never had the file: it cannot have lost it either. */
    @Test
    void readsAFileThatItsOwnerMovedAwayDuringTheRunWhenItIsBack() throws IOException {
        Office office = new Office(home);
        Files.createDirectories(office.returns(JANUARY));
        Path file = Files.writeString(office.returns(JANUARY).resolve("石桥村.xlsx"), "no workbook");

        List<String> moved = found(office, () -> delete(file));
        Files.writeString(file, "no workbook");
        List<String> back = found(office, () -> {});

        assertThat(moved).containsExactly("file.changed");
        assertThat(back).containsExactly("file.text");
    }

    /** What was archived of it is what it was when it was found. */
    @Test
    void readsAFileThatItsOwnerSavedAgainDuringTheRunInTheNext() throws IOException {
        Office office = new Office(home);
        Files.createDirectories(office.returns(JANUARY));
        Path file = Files.writeString(office.returns(JANUARY).resolve("石桥村.xlsx"), "no workbook");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));

        List<String> saved = found(office, () -> write(file, "no Workbook"));
        List<String> later = found(office, () -> {});

        assertThat(saved).containsExactly("file.changed");
        assertThat(later).containsExactly("file.text");
        try (Store store = Store.open(office.data())) {
            assertThat(store.archive().place(Sha256.of("no Workbook"))).hasContent("no Workbook");
        }
    }

    /** What a run finds about files that ends before it consolidates. */
    private static List<String> found(Office office, Runnable meanwhile) {
        Progress owner = new Progress() {
            @Override
            public void begin(String step, int total) {
                if (step.equals("readReturns")) {
                    meanwhile.run();
                }
                if (step.equals("consolidate")) {
                    throw new IllegalStateException("enough was seen");
                }
            }
        };
        assertThatThrownBy(() -> office.consolidate(JANUARY, DUE, owner)).hasMessageContaining("enough was seen");
        try (Store store = Store.open(office.data())) {
            return store.findings().within(List.of(JANUARY)).stream()
                    .map(f -> f.finding().rule())
                    .filter(rule -> rule.startsWith("file.") || rule.startsWith("archive."))
                    .toList();
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
