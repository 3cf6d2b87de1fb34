package org.huizong.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.huizong.disk.TempFolder;
import org.huizong.model.Sha256;
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

    /** Replaces what is kept, a moment after it was written. */
    private void alter(String content) throws IOException {
        Path kept = kept();
        FileTime later = FileTime.from(Instant.now().plusSeconds(1));
        Files.deleteIfExists(kept);
        Files.setLastModifiedTime(Files.writeString(kept, content), later);
    }

    @Test
    void keepsAFileWhileItsDigestIsTaken() throws IOException {
        Path path = Files.writeString(home.resolve("柳溪村.xlsx"), "another");

        String sha256 = archive.receive(path, "柳溪村.xlsx");

        assertThat(sha256).isEqualTo(Sha256.of("another"));
        assertThat(archive.place(sha256)).hasContent("another").hasFileName(sha256 + ".xlsx");
        assertThat(Files.getPosixFilePermissions(archive.place(sha256)))
                .isEqualTo(PosixFilePermissions.fromString("r--------"));
        assertThat(TempFolder.file("x", "").getParent()).isDirectoryNotContaining("glob:**/copy*.tmp");
    }

    @Test
    void leavesWhatIsKeptAlreadyWhenItIsReceivedAgain() throws IOException {
        alter("the Content");

        assertThat(archive.receive(file.path(), "石桥村.csv")).isEqualTo(file.sha256());

        assertThat(kept()).hasContent("the Content").hasFileName(file.sha256() + ".xlsx");
        assertThat(archive.keep(file)).isEqualTo(Kept.MENDED);
    }

    @Test
    void noticesThatAKeptFileWasSavedAgainSinceItWasFound() throws IOException {
        FileTime found = Files.getLastModifiedTime(file.path());
        var listed =
                new SourceFile(file.path(), file.name(), file.sha256(), file.size(), Optional.of(found.toInstant()));
        assertThat(archive.keep(listed)).isEqualTo(Kept.BEFORE);

        Files.writeString(file.path(), "the Content");
        Files.setLastModifiedTime(file.path(), FileTime.from(found.toInstant().plusSeconds(1)));

        assertThat(archive.keep(listed)).isEqualTo(Kept.CHANGED);
        assertThat(kept()).hasContent("the content");
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

        alter("the Content");
        assertThat(archive.hasWhole(file.sha256(), file.size())).isTrue();
        assertThat(archive.hasIntact(file.sha256())).isFalse();
    }

    @Test
    void copiesAnewWhatWasAltered() throws IOException {
        alter("the Content");

        assertThat(archive.keep(file)).isEqualTo(Kept.MENDED);
        assertThat(kept()).hasContent("the content");
    }

    @Test
    void readsAgainWhatItDidNotWriteItselfSinceItWasOpened() throws IOException {
        FileTime written = Files.getLastModifiedTime(kept());
        alter("the Content");
        Files.setLastModifiedTime(kept(), written);

        assertThat(new Archive(home.resolve("archive")).hasIntact(file.sha256()))
                .isFalse();
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
