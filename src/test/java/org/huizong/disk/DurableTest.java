package org.huizong.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableTest {
    /** A disk of its own on every Linux. */
    private static final Path ANOTHER_DISK = Path.of("/dev/shm");

    @TempDir
    private Path home;

    @Test
    void namesAFileOnAnotherDiskWithItsRightsAndLeavesNothingElse() throws IOException {
        assumeTrue(Files.isWritable(ANOTHER_DISK)
                && !Files.getFileStore(ANOTHER_DISK).equals(Files.getFileStore(home)));
        Path file = Files.writeString(home.resolve("file"), "the content");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        Path folder = Files.createTempDirectory(ANOTHER_DISK, "durable");
        try {
            Path name = folder.resolve("name");

            Durable.name(file, name);

            assertThat(name).hasContent("the content");
            assertThat(Files.getPosixFilePermissions(name)).isEqualTo(PosixFilePermissions.fromString("r--------"));
            assertThat(file).doesNotExist();
            assertThat(folder).isDirectoryNotContaining(f -> !f.equals(name));
        } finally {
            FolderTree.delete(folder);
        }
    }
}
