package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What senders call their files and write into their cells does nothing to who looks at what is published. */
class HarmlessOutputTest {
    private static final Pattern OBEYED =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]");

    @TempDir
    private Path home;

    @Test
    void holdsNothingThatATerminalOrASpreadsheetWouldObey() throws IOException {
        RegisterOffice office = new RegisterOffice(home)
                .publishing()
                .send(
                        "2025-01",
                        "安监办",
                        "＝1+1,2025-01-10,,,@甲\u0007,,,\u001b]0;题\u0007",
                        "=1+1,2025-01-11,x\u202e,-5,\"甲;=cmd|'/c calc'!A0\",,,",
                        "=1+1,2025-01-11,,-5,乙,,,");
        Path returns = home.resolve("returns/2025-01");
        Files.move(returns.resolve("安监办.csv"), returns.resolve("\u001b[31m红\u0007\u202excod.csv"));
        Files.writeString(returns.resolve("=\u001b]0;x\u0007.docx"), "PK");

        office.run("2025-01");

        List<String> findings = office.rows("2025-01", "findings.csv").stream()
                .flatMap(row -> Stream.of(row.get("file"), row.get("message")))
                .toList();
        assertThat(findings).contains("␛[31m红␇\uFFFDxcod.csv", "'=␛]0;x␇.docx");
        assertThat(office.rows("2025-01", "observations.csv").stream().map(row -> row.get("record")))
                .noneMatch(key -> key.startsWith("="));
        List<Path> files = files(home.resolve("output"));
        assertThat(files).hasSizeGreaterThan(7);
        assertThat(files.stream().filter(file -> file.toString().endsWith("综合月报-2025-01.xlsx")))
                .singleElement()
                .satisfies(book -> assertThat(text(book)).contains("␛[31m红␇\uFFFDxcod.csv"));
        for (Path file : files) {
            assertThat(file.toString()).doesNotContainPattern(OBEYED);
            assertThat(text(file)).as(file.toString()).doesNotContainPattern(OBEYED);
            if (file.toString().endsWith(".csv")) {
                assertThat(text(file)).doesNotContainPattern("(?m)(?:^|[,;\\t])\"?[=@＝＠]");
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** All text of a file; of a workbook that of its parts. */
    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }
}
