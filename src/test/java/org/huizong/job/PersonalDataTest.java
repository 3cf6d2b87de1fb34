package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.huizong.period.Period;
import org.huizong.sample.SampleWriter;
import org.huizong.sample.SampleYear;
import org.huizong.store.Store;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No name, number or telephone of a person is in anything that is published or in the database: the whole value lives in
 * the archive and in the sender's own copy alone.
 */
class PersonalDataTest {
    private static final Period FEBRUARY = Period.parse("2025-02");
    private static final Set<String> KEEPERS = Set.of("d03", "d04", "d06", "d07");

    @TempDir
    private Path home;

    private final SampleYear sample = new SampleYear(Office.CATALOGUE);

    @Test
    void isInNoOutputAndNotInTheDatabase() throws IOException, SQLException {
        Path returns = Files.createDirectories(home.resolve("returns"));
        Path output = home.resolve("output");
        SampleWriter clerks = new SampleWriter(new TemplateWriter(Office.CATALOGUE, Office.WORDING));
        sample.inTime(FEBRUARY).stream()
                .filter(s -> KEEPERS.contains(s.unit().code()))
                .forEach(s -> clerks.write(s, Prefill.NONE, returns));

        String database;
        try (Store store = Store.open(home.resolve("data"))) {
            new MonthlyJob(Office.CATALOGUE, Office.WORDING, store)
                    .run(
                            new Request(FEBRUARY, Optional.of(returns), output, LocalDate.of(2025, 3, 5), Office.NOW),
                            Progress.SILENT);
            database = export(store);
        }

        List<String> people = sample.personal();
        assertThat(people).hasSizeGreaterThan(100);
        assertThat(database).contains("cases.party_id", "青计征立〔2025〕4号");
        assertThat(people.stream().filter(database::contains))
                .as("in the database")
                .isEmpty();
        assertThat(database)
                .as("who filled in the returns, masked")
                .contains("'139****")
                .doesNotContain("'1390000");
        Path own = output.resolve("returned");
        for (Path file : files(output).stream().filter(f -> !f.startsWith(own)).toList()) {
            String text = text(file);
            assertThat(people.stream().filter(text::contains))
                    .as(file.toString())
                    .isEmpty();
        }
        assertThat(files(home.resolve("data/archive")).stream().map(PersonalDataTest::text))
                .as("the evidence")
                .anyMatch(text -> people.stream().anyMatch(text::contains));
    }

    @Test
    void isReadableByTheOwnerAlone() throws IOException {
        Store.open(home.resolve("data")).close();

        if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("data"))))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("data/personal.key"))))
                    .isEqualTo("r--------");
        }
    }

    private static String export(Store store) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (var connection = store.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SCRIPT")) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return unescaped(String.join("\n", lines));
    }

    /** H2 writes what is not ASCII as backslash, u and four digits. */
    private static String unescaped(String script) {
        return Pattern.compile("\\\\([0-9a-f]{4})")
                .matcher(script)
                .replaceAll(m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** All text of a file; of a workbook that of its parts. */
    private static String text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
                return new String(bytes, StandardCharsets.UTF_8);
            }
            StringBuilder text = new StringBuilder();
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                            .append('\n');
                }
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
