package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Severity;
import org.huizong.model.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnsFolderTest {
    @TempDir
    private Path folder;

    private static final String ZIP = "PK\3\4";
    private static final String OLE2 = "\u00d0\u00cf\u0011\u00e0";
    private static final String DIGEST = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private void file(String name, String content) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content, content.equals(OLE2) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    @Test
    void namesHiddenFilesThatLookLikeWorkbooks() throws IOException {
        file(".柳溪村.xlsx", ZIP);
        file(".旧/石桥村.xlsx", ZIP);
        file(".旧/上月/柳林村.xls", OLE2);
        file(".旧/说明.txt", "abc");
        file("desktop.ini/信访办.xlsx", ZIP);
        file("部门/~$司法所.xlsx", "x".repeat(1_025));
        file("部门/~$安监办.xlsx", "x".repeat(165));

        ReturnsFolder listed = ReturnsFolder.list(folder);

        assertThat(listed.files()).isEmpty();
        assertThat(listed.findings())
                .containsExactly(
                        hidden(".旧", 2), hidden(".柳溪村.xlsx", 1), hidden("desktop.ini", 1), hidden("部门/~$司法所.xlsx", 1));
        assertThat(listed.unreadable()).isZero();
    }

    private static Finding hidden(String name, int count) {
        return Finding.failed("file.hidden", Severity.NOTICE, CellRef.file(name))
                .with("count", Argument.of(count));
    }

    @Test
    void passesOverTheProgramsOwnFoldersAndNamesThemOnce() throws IOException {
        file("收/柳溪村.xlsx", "abc");
        file("data/huizong.mv.db", "db");
        file("data/archive/ba/" + DIGEST + ".xlsx", "original");
        file("旧/data/personal.key", "key");
        file("旧/data/data.xlsx", "abc");
        file("output/2025-01/.manifest", DIGEST + " returned/柳溪村-2025-01.xlsx\n");
        file("output/2025-01/returned/柳溪村-2025-01.xlsx", "abc");
        file("output/.2025-01.old/.manifest", DIGEST + " a.xlsx\n");
        file("output/demo/huizong-demo.txt", "");
        file("output/demo/returns/2025-01/柳溪村.xlsx", "sample");
        file("别的/.manifest", "Manifest-Version: 1.0\n");
        file("别的/石桥村.xlsx", "def");

        ReturnsFolder listed = ReturnsFolder.list(folder);

        assertThat(listed.files()).extracting(SourceFile::name).containsExactly("别的/石桥村.xlsx", "收/柳溪村.xlsx");
        assertThat(listed.findings()).containsExactly(own("data", "data, output/2025-01, output/demo, 旧/data"));
        assertThat(listed.unreadable()).isZero();
    }

    private static Finding own(String first, String all) {
        return Finding.failed("file.own", Severity.NOTICE, CellRef.file(first)).with("folders", Argument.name(all));
    }

    @Test
    void readsTheReturnsInADataFolderAndNothingElse() throws IOException {
        file("柳溪村.xlsx", "abc");
        file("huizong.mv.db", "db");
        file("personal.key", "key");
        file("archive/ba/" + DIGEST + ".xlsx", "original");

        ReturnsFolder listed = ReturnsFolder.list(folder);

        assertThat(listed.files()).extracting(SourceFile::name).containsExactly("柳溪村.xlsx");
        assertThat(listed.findings()).containsExactly(own("archive", "archive, huizong.mv.db, personal.key"));
    }

    @Test
    void listsFilesByNameAndPassesOverLocksAndLitter() throws IOException {
        file("石桥村.xlsx", "abc");
        file("部门/司法所.xlsx", "");
        file("~$石桥村.xlsx", "lock");
        file(".~lock.石桥村.xlsx#", "lock");
        file(".DS_Store", "");
        file("部门/Thumbs.db", OLE2);
        file("__MACOSX/._石桥村.xlsx", "\0\5\26\7");

        ReturnsFolder listed = ReturnsFolder.list(folder);

        assertThat(listed.files()).extracting(SourceFile::name).containsExactly("石桥村.xlsx", "部门/司法所.xlsx");
        assertThat(listed.findings()).isEmpty();
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
                .containsExactly(Finding.failed("file.unreadable", Severity.ERROR, CellRef.file("b.xlsx")));
        assertThat(listed.unreadable()).isEqualTo(1);
    }

    @Test
    void doesNotReadAFileThatIsFarTooLarge() throws IOException {
        file("a.xlsx", "abc");
        try (var huge = new RandomAccessFile(folder.resolve("b.xlsx").toFile(), "rw")) {
            huge.setLength(300L << 20);
        }
        try (var huge = new RandomAccessFile(folder.resolve("c.csv").toFile(), "rw")) {
            huge.setLength(300L << 20);
        }

        ReturnsFolder listed = ReturnsFolder.list(folder);

        assertThat(listed.files()).extracting(SourceFile::name).containsExactly("a.xlsx");
        assertThat(listed.findings())
                .containsExactly(
                        Finding.failed("file.large", Severity.ERROR, CellRef.file("b.xlsx"))
                                .with("limit", Argument.of(256)),
                        Finding.failed("file.large.text", Severity.ERROR, CellRef.file("c.csv"))
                                .with("limit", Argument.of(8)));
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
                .containsExactly(Finding.failed("file.iwork", Severity.ERROR, CellRef.file("考勤.numbers")));
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
