package org.huizong.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import org.huizong.disk.DiskFault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskFaultTest {
    @ParameterizedTest
    @CsvSource({
        "No space left on device, FULL",
        "设备上没有空间, FULL",
        "Disk quota exceeded, FULL",
        "There is not enough space on the disk, FULL",
        "Read-only file system, READ_ONLY",
        "Permission denied, DENIED",
        "Operation not permitted, DENIED",
        "File name too long, LONG",
        "The process cannot access the file because it is being used by another process, BUSY",
        "Input/output error, FAILED"
    })
    void knowsWhatTheSystemMeans(String said, Kind kind) {
        var plain = new IllegalStateException(new IOException(said));
        var named = new IllegalStateException(new FileSystemException("/d/x", null, said));

        assertThat(DiskFault.behind(plain)).contains(new DiskFault(kind, Optional.empty(), said));
        assertThat(DiskFault.behind(named)).contains(new DiskFault(kind, Optional.of("/d/x"), said));
    }

    @Test
    void takesThePlaceFromWhoeverKnewIt() {
        var full = new RuntimeException(
                new DiskException(Path.of("/d/totals.csv"), new IOException("No space left on device")));

        assertThat(DiskFault.behind(full))
                .contains(new DiskFault(Kind.FULL, Optional.of("/d/totals.csv"), "No space left on device"));
    }

    @Test
    void looksBehindWhatAStepAndAThreadHaveWrapped() {
        var denied = new IllegalStateException(
                "step failed", new IllegalStateException(new UncheckedIOException(new AccessDeniedException("/d"))));

        assertThat(DiskFault.behind(denied)).map(DiskFault::kind).contains(Kind.DENIED);
        assertThat(DiskFault.behind(new IllegalStateException("no disk"))).isEmpty();
    }
}
