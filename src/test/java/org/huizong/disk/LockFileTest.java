package org.huizong.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
    @TempDir
    private Path home;

    @Test
    void isHadByOneAtATimeAndSaysByWhom() throws IOException {
        Path file = home.resolve("x.lock");
        try (LockFile mine = LockFile.take(file).orElseThrow()) {
            assertThat(LockFile.take(file)).isEmpty();
            assertThat(LockFile.holder(file).pid())
                    .isEqualTo(ProcessHandle.current().pid());
            assertThat(mine).isNotNull();
        }

        assertThat(file).doesNotExist();
        LockFile.take(file).orElseThrow().close();
    }

    @Test
    void isTakenFromAProcessThatWasKilled() throws IOException {
        Path file = Files.writeString(home.resolve("x.lock"), "4711\n2026-11-29T10:00:00Z\nconsolidate 2026-10\n");

        assertThat(LockFile.holder(file))
                .isEqualTo(new LockFile.Holder(
                        4711, Optional.of(Instant.parse("2026-11-29T10:00:00Z")), "consolidate 2026-10"));
        LockFile.take(file).orElseThrow().close();
        assertThat(file).doesNotExist();
    }

    @Test
    void saysThatNobodyIsKnownToHaveAFileWithoutAName() throws IOException {
        Path file = Files.writeString(home.resolve("x.lock"), "nonsense");

        assertThat(LockFile.holder(file).arguments()).isEmpty();
    }

    @Test
    void isNeverWrittenThroughALink() throws IOException {
        Path other = Files.writeString(home.resolve("other"), "勿改");
        Path link = Files.createSymbolicLink(home.resolve("x.lock"), other);

        assertThat(DiskFault.at(link, org.assertj.core.api.Assertions.catchThrowable(() -> LockFile.take(link))))
                .isNotNull();
        assertThat(other).hasContent("勿改");
    }
}
