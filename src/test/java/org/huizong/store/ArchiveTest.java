package org.huizong.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.huizong.model.SourceFile;
import org.huizong.store.Archive.Kept;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    @TempDir
    private Path home;

    private Archive archive;
    private SourceFile file;

    @BeforeEach
    void aFileIsKept() throws IOException {
        archive = new Archive(home.resolve("archive"));
        Path path = Files.writeString(home.resolve("石桥村.XLSX"), "the content");
        file = SourceFile.of(path, "石桥村.XLSX", Files.readAllBytes(path));
        assertThat(archive.keep(file)).isEqualTo(Kept.NOW);
    }

    private Path kept() {
        return archive.place(file.sha256());
    }

    @Test
    void keepsAFileUnderItsDigestForItsOwnerAlone() throws IOException {
        assertThat(kept()).hasContent("the content").hasFileName(file.sha256() + ".xlsx");
        assertThat(Files.getPosixFilePermissions(kept())).isEqualTo(PosixFilePermissions.fromString("r--------"));
        assertThat(archive.keep(file)).isEqualTo(Kept.BEFORE);
    }

    @Test
    void noticesWhatWasDeletedEmptiedOrAltered() throws IOException {
        Files.delete(kept());
        assertThat(archive.hasWhole(file.sha256(), file.size())).isFalse();

        Files.writeString(kept(), "");
        assertThat(archive.hasWhole(file.sha256(), file.size())).isFalse();

        Files.writeString(kept(), "the Content");
        assertThat(archive.hasWhole(file.sha256(), file.size())).isTrue();
        assertThat(archive.hasIntact(file.sha256())).isFalse();
    }

    @Test
    void copiesAnewWhatWasAltered() throws IOException {
        Path altered = kept();
        Files.delete(altered);
        Files.writeString(altered, "the Content");

        assertThat(archive.keep(file)).isEqualTo(Kept.MENDED);
        assertThat(altered).hasContent("the content");
    }

    @Test
    void keepsNothingOfAFileThatWasChangedSinceItWasFound() throws IOException {
        Files.delete(kept());
        Files.writeString(file.path(), "something else");

        assertThat(archive.keep(file)).isEqualTo(Kept.CHANGED);
        assertThat(kept()).doesNotExist();
    }

    @Test
    void keepsNothingOfAFileThatWasMovedAwaySinceItWasFound() throws IOException {
        Files.delete(kept());
        Files.delete(file.path());

        assertThat(archive.keep(file)).isEqualTo(Kept.CHANGED);
        assertThat(kept()).doesNotExist();
    }

    @Test
    void keepsNothingOfAFileThatCanNoLongerBeRead() throws IOException {
        Files.delete(kept());
        Files.delete(file.path());
        Files.createDirectory(file.path());

        assertThat(archive.keep(file)).isEqualTo(Kept.CHANGED);
        assertThat(kept()).doesNotExist();
    }

    @Test
    void sweepsWhatAKilledRunLeftBesideTheKeptFiles() throws IOException {
        Path left = Files.writeString(kept().resolveSibling("copy123.tmp"), "half");

        Archive.sweep(home.resolve("archive"));

        assertThat(left).doesNotExist();
        assertThat(kept()).hasContent("the content");
    }
}
