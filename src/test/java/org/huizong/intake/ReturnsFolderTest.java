package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Severity;
import org.huizong.model.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnsFolderTest {
    @TempDir
    private Path folder;

    private void file(String name, String content) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    @Test
    void listsFilesByNameAndPassesOverLocksAndLitter() throws IOException {
        file("石桥村.xlsx", "abc");
        file("部门/司法所.xlsx", "");
        file("~$石桥村.xlsx", "lock");
        file(".~lock.石桥村.xlsx#", "lock");
        file(".DS_Store", "");
        file("部门/Thumbs.db", "");

        ReturnsFolder listed = ReturnsFolder.list(folder);

        assertThat(listed.files()).extracting(SourceFile::name).containsExactly("石桥村.xlsx", "部门/司法所.xlsx");
        assertThat(listed.passedOver()).containsExactly(".DS_Store", ".~lock.石桥村.xlsx#", "~$石桥村.xlsx", "部门/Thumbs.db");
    }

    @Test
    void givesSizeDigestAndTimeOfEachFile() throws IOException {
        file("a.xlsx", "abc");
        Instant written = Instant.parse("2025-02-04T01:00:00Z");
        Files.setLastModifiedTime(folder.resolve("a.xlsx"), FileTime.from(written));

        assertThat(ReturnsFolder.list(folder).files())
                .containsExactly(new SourceFile(
                        folder.resolve("a.xlsx"),
                        "a.xlsx",
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                        3,
                        Optional.of(written)));
    }

    @Test
    void namesWhatCannotBeOpenedAndListsTheRest() throws IOException {
        file("a.xlsx", "abc");
        ReturnsFolder listed;
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve("b.xlsx")));

            listed = ReturnsFolder.list(folder);
        }

        assertThat(listed.files()).extracting(SourceFile::name).containsExactly("a.xlsx");
        assertThat(listed.findings())
                .containsExactly(Finding.failed("file.unreadable", Severity.ERROR, CellRef.file("b.xlsx"), Map.of()));
        assertThat(listed.unreadable()).isEqualTo(1);
    }

    @Test
    void doesNotReadAFileThatIsFarTooLarge() throws IOException {
        file("a.xlsx", "abc");
        try (var huge = new RandomAccessFile(folder.resolve("b.xlsx").toFile(), "rw")) {
            huge.setLength(300L << 20);
        }

        ReturnsFolder listed = ReturnsFolder.list(folder);

        assertThat(listed.files()).extracting(SourceFile::name).containsExactly("a.xlsx");
        assertThat(listed.findings())
                .containsExactly(Finding.failed("file.large", Severity.ERROR, CellRef.file("b.xlsx"), Map.of()));
    }

    @Test
    void followsNoLinkInTheFolderAndNamesIt(@TempDir Path elsewhere) throws IOException {
        file("a.xlsx", "abc");
        Files.writeString(elsewhere.resolve("passwd"), "root:x:0:0");
        Files.createSymbolicLink(folder.resolve("b.xlsx"), elsewhere.resolve("passwd"));
        Files.createSymbolicLink(folder.resolve("别处"), elsewhere);
        Files.createSymbolicLink(folder.resolve("同处.xlsx"), folder.resolve("a.xlsx"));
        Files.createSymbolicLink(folder.resolve("无处.xlsx"), folder.resolve("nowhere.xlsx"));
        Files.createSymbolicLink(folder.resolve("圈"), folder);

        ReturnsFolder listed = ReturnsFolder.list(folder);

        assertThat(listed.files()).extracting(SourceFile::name).containsExactly("a.xlsx");
        assertThat(listed.findings())
                .extracting(Finding::rule, Finding::severity, f -> f.where().file())
                .containsExactly(
                        tuple("file.link", Severity.NOTICE, "b.xlsx"),
                        tuple("file.link", Severity.NOTICE, "别处"),
                        tuple("file.link", Severity.NOTICE, "同处.xlsx"),
                        tuple("file.link", Severity.NOTICE, "圈"),
                        tuple("file.link", Severity.NOTICE, "无处.xlsx"));
        assertThat(listed.unreadable()).isZero();
    }

    @Test
    void takesTheFolderThatAMacShowsAsOneDocumentForOne() throws IOException {
        file("考勤.numbers/Index.zip", "PK");
        file("考勤.numbers/Metadata/Properties.plist", "a");
        file("考勤.numbers/preview.jpg", "a");
        file("2025.key/石桥村.xlsx", "abc");

        ReturnsFolder listed = ReturnsFolder.list(folder);

        assertThat(listed.files()).extracting(SourceFile::name).containsExactly("2025.key/石桥村.xlsx");
        assertThat(listed.findings())
                .containsExactly(Finding.failed("file.iwork", Severity.ERROR, CellRef.file("考勤.numbers"), Map.of()));
    }

    @Test
    void followsALinkToTheFolderItself() throws IOException {
        file("三月/a.xlsx", "abc");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("三月"));

        assertThat(ReturnsFolder.list(link).files())
                .extracting(SourceFile::name)
                .containsExactly("a.xlsx");
    }
}
