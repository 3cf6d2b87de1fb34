package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huizong.intake.IntakeFixture.CATALOGUE;
import static org.huizong.intake.IntakeFixture.error;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Reading;
import org.huizong.model.Severity;
import org.huizong.model.Sha256;
import org.huizong.model.SourceFile;
import org.huizong.store.Backup;
import org.huizong.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipOfReturnsTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private byte[] returned() throws IOException {
        return Files.readAllBytes(TestForms.publicity(CATALOGUE).save(elsewhere, "a.xlsx"));
    }

    private Path zip(Charset names) throws IOException {
        Path zip = folder.resolve("报表.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream to = new ZipOutputStream(out, names)) {
            for (var file : files.entrySet()) {
                to.putNextEntry(new ZipEntry(file.getKey()));
                to.write(file.getValue());
            }
        }
        return zip;
    }

    private List<String> names() {
        return ReturnsFolder.list(folder).files().stream().map(SourceFile::name).toList();
    }

    private static List<Finding> findings(SourceFile file) {
        return new Intake(CATALOGUE).read(file, IntakeFixture.FOLDER).findings();
    }

    @Test
    void readsTheReturnsInAZipAndInItsFolders() throws IOException {
        files.put("石桥村.xlsx", returned());
        files.put("村/第二次/", new byte[0]);
        files.put("村/第二次/石桥村.xlsx", "不是报表".getBytes(StandardCharsets.UTF_8));
        zip(StandardCharsets.UTF_8);

        List<SourceFile> listed = ReturnsFolder.list(folder).files();

        assertThat(listed).extracting(SourceFile::name).containsExactly("报表.zip/石桥村.xlsx", "报表.zip/村/第二次/石桥村.xlsx");
        assertThat(new Intake(CATALOGUE).read(listed.get(0), IntakeFixture.FOLDER))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.submissions())
                                .singleElement()
                                .satisfies(s ->
                                        assertThat(s.sheet()).isEqualTo(new CellRef("报表.zip/石桥村.xlsx", "普法", ""))));
        assertThat(findings(listed.get(1))).containsExactly(error("file.text", CellRef.file("报表.zip/村/第二次/石桥村.xlsx")));
    }

    @Test
    void readsTheChineseNamesThatWindowsWrites() throws IOException {
        files.put("石桥村.xlsx", returned());
        zip(Charset.forName("GB18030"));

        assertThat(names()).containsExactly("报表.zip/石桥村.xlsx");
    }

    @Test
    void takesTheTimeOfTheZipForThatOfEachFileInIt() throws IOException {
        files.put("石桥村.xlsx", returned());
        Instant sent = Instant.parse("2025-02-04T01:00:00Z");
        Files.setLastModifiedTime(zip(StandardCharsets.UTF_8), FileTime.from(sent));

        assertThat(ReturnsFolder.list(folder).files())
                .extracting(SourceFile::modified)
                .containsExactly(Optional.of(sent));
    }

    @Test
    void readsOneZipThatIsNamedOnItsOwn() throws IOException {
        files.put("石桥村.xlsx", returned());

        assertThat(ReturnsFolder.of(zip(StandardCharsets.UTF_8)).files())
                .extracting(SourceFile::name)
                .containsExactly("报表.zip/石桥村.xlsx");
    }

    @Test
    void neverWritesWhereANameInAZipLeads() throws IOException {
        files.put("../../out.xlsx", returned());
        files.put("/etc/out.xlsx", returned());
        files.put("..\\..\\out.xlsx", returned());
        zip(StandardCharsets.UTF_8);

        List<SourceFile> listed = ReturnsFolder.list(folder).files();

        assertThat(listed)
                .extracting(SourceFile::name)
                .containsExactly("报表.zip/out.xlsx", "报表.zip/etc/out.xlsx", "报表.zip/2-out.xlsx");
        assertThat(listed)
                .extracting(f -> String.valueOf(f.path().getFileName()))
                .containsExactly("1", "2", "3");
        assertThat(folder.resolveSibling("out.xlsx")).doesNotExist();
    }

    @Test
    void cutsALongNameInAZipBetweenCharacters() throws IOException {
        files.put("𠮷/" + "柳".repeat(185) + "-2025-01.xlsx", new byte[] {1});
        files.put("😀".repeat(250) + ".xlsx", new byte[] {1});
        zip(StandardCharsets.UTF_8);

        assertThat(names())
                .containsExactly(
                        "报表.zip/𠮷/" + "柳".repeat(185) + "-2025-01.xlsx", "报表.zip/" + "😀".repeat(195) + ".xlsx");
    }

    @Test
    void passesOverWhatComputersPutIntoAZip() throws IOException {
        files.put("石桥村.xlsx", returned());
        files.put("__MACOSX/._石桥村.xlsx", new byte[] {1});
        files.put("~$石桥村.xlsx", new byte[] {1});
        zip(StandardCharsets.UTF_8);

        assertThat(names()).containsExactly("报表.zip/石桥村.xlsx");
        assertThat(ReturnsFolder.list(folder).findings()).isEmpty();
    }

    @Test
    void namesAHiddenWorkbookInAZip() throws IOException {
        files.put("石桥村.xlsx", returned());
        files.put(".旧/石桥村.xlsx", returned());
        zip(StandardCharsets.UTF_8);

        assertThat(names()).containsExactly("报表.zip/石桥村.xlsx");
        assertThat(ReturnsFolder.list(folder).findings())
                .containsExactly(Finding.failed("file.hidden", Severity.NOTICE, CellRef.file("报表.zip/.旧"))
                        .with("count", Argument.of(1)));
    }

    private static Finding backup(String name) {
        return Finding.failed("file.backup", Severity.NOTICE, CellRef.file(name));
    }

    @Test
    void leavesABackupOfTheProgramWhole() throws IOException {
        Store.open(elsewhere.resolve("data")).close();
        Path made = elsewhere.resolve("备份.zip");
        Backup.make(elsewhere.resolve("data"), made, Instant.parse("2025-02-05T08:00:00Z"), () -> {});
        files.put("备份.zip", Files.readAllBytes(made));
        files.put("石桥村.xlsx", returned());
        zip(StandardCharsets.UTF_8);
        Files.copy(made, folder.resolve("备份.zip"));

        List<String> received = new ArrayList<>();
        ReturnsFolder listed = ReturnsFolder.list(folder, (file, name) -> {
            received.add(name);
            return Sha256.of(file);
        });

        assertThat(listed.files()).extracting(SourceFile::name).containsExactly("报表.zip/石桥村.xlsx");
        assertThat(received).containsExactly("报表.zip/石桥村.xlsx");
        assertThat(listed.findings()).containsExactly(backup("备份.zip"), backup("报表.zip/备份.zip"));
        assertThat(ReturnsFolder.of(made)).isEqualTo(new ReturnsFolder(List.of(), List.of(backup("备份.zip"))));
    }

    @Test
    void leavesADataFolderThatSomebodyPackedWhole() throws IOException {
        files.put("石桥村.xlsx", returned());
        files.put("data/personal.key", new byte[] {1});
        zip(StandardCharsets.UTF_8);

        assertThat(ReturnsFolder.list(folder)).isEqualTo(new ReturnsFolder(List.of(), List.of(backup("报表.zip"))));
    }

    @Test
    void readsTheReturnsBesideADocumentThatIsAFolder() throws IOException {
        files.put("三月/考勤.numbers/Index.zip", new byte[] {1});
        files.put("三月/考勤.numbers/Metadata/BuildVersionHistory.plist", new byte[] {1});
        files.put("三月/考勤.numbers/preview.jpg", new byte[] {1});
        files.put("word/石桥村.xlsx", returned());
        zip(StandardCharsets.UTF_8);

        List<SourceFile> listed = ReturnsFolder.list(folder).files();

        assertThat(listed).extracting(SourceFile::name).containsExactly("报表.zip/三月/考勤.numbers", "报表.zip/word/石桥村.xlsx");
        assertThat(findings(listed.get(0))).containsExactly(error("file.iwork", CellRef.file("报表.zip/三月/考勤.numbers")));
    }

    @Test
    void refusesAZipInsideAZip() throws IOException {
        files.put("石桥村.xlsx", returned());
        byte[] inner = Files.readAllBytes(zip(StandardCharsets.UTF_8));
        files.clear();
        files.put("里面.zip", inner);
        zip(StandardCharsets.UTF_8);

        SourceFile only = ReturnsFolder.list(folder).files().get(0);

        assertThat(findings(only)).containsExactly(error("file.archive", CellRef.file("报表.zip/里面.zip")));
    }

    @Test
    void survivesAZipOfReturnsThatBlowsUp() throws IOException {
        files.put("石桥村.xlsx", returned());
        files.put("大.csv", new byte[80 << 20]);
        zip(StandardCharsets.UTF_8);

        SourceFile only = ReturnsFolder.list(folder).files().get(0);

        assertThat(only.name()).isEqualTo("报表.zip");
        assertThat(findings(only)).containsExactly(error("file.bomb", CellRef.file("报表.zip")));
    }

    @Test
    void refusesAZipUnderAPassword() throws IOException {
        files.put("a", new byte[] {1, 2, 3});
        Path zip = zip(StandardCharsets.UTF_8);
        byte[] bytes = Files.readAllBytes(zip);
        bytes[6] |= 1;
        for (int i = 0; i < bytes.length - 4; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 8] |= 1;
            }
        }
        Files.write(zip, bytes);

        SourceFile only = ReturnsFolder.list(folder).files().get(0);

        assertThat(findings(only)).containsExactly(error("file.encrypted", CellRef.file("报表.zip")));
    }

    @Test
    void refusesAZipWithNothingInIt() throws IOException {
        zip(StandardCharsets.UTF_8);

        assertThat(findings(ReturnsFolder.list(folder).files().get(0)))
                .containsExactly(error("file.archive", CellRef.file("报表.zip")));
    }
}
