package org.huizong.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class TempFolderTest {
    @TempDir
    private Path home;

    @Test
    void isForItsOwnerAloneAndGoneWhenItIsClosed() throws IOException {
        Path root = home.resolve("tmp");
        Path file;
        try (TempFolder temp = TempFolder.under(root)) {
            file = TempFolder.file("rows", ".xml");

            assertThat(temp).isNotNull();
            assertThat(file).startsWith(root).isRegularFile();
            assertThat(System.getProperty("java.io.tmpdir"))
                    .isEqualTo(file.getParent().toString());
            assertThat(Files.getPosixFilePermissions(file.getParent()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }

        assertThat(root).doesNotExist();
        assertThat(System.getProperty("java.io.tmpdir")).doesNotContain(home.toString());
    }

    @Test
    void isSweptWhenTheProcessWasKilledAndLeftAloneWhileItLives() throws IOException {
        Path root = home.resolve("tmp");
        Path dead = Files.createDirectories(root.resolve("huizong-dead/zip1"));
        Files.writeString(dead.resolve("1"), "a whole return");
        Files.writeString(root.resolve("huizong-dead.lock"), "4711\n\n\n");

        try (TempFolder living = TempFolder.under(root)) {
            Path file = TempFolder.file("rows", ".xml");
            TempFolder.under(root).close();

            assertThat(root.resolve("huizong-dead")).doesNotExist();
            assertThat(root.resolve("huizong-dead.lock")).doesNotExist();
            assertThat(file).exists();
            assertThat(living).isNotNull();
        }
    }

    @Test
    void isKeptForTheOthersInTheProcessWhenOneOfThemIsDone() throws IOException {
        Path root = home.resolve("tmp");

        try (TempFolder first = TempFolder.under(root)) {
            Path file = TempFolder.file("rows", ".xml");
            TempFolder second = TempFolder.under(home.resolve("elsewhere"));
            Path beside = TempFolder.file("rows", ".xml");
            second.close();

            assertThat(first).isNotNull();
            assertThat(beside).hasParent(file.getParent());
            assertThat(List.of(file, beside)).allMatch(Files::exists);
        }

        assertThat(root).doesNotExist();
    }
}
