package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.model.Frequency;
import org.huizong.model.Period;
import org.huizong.store.Store;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.text.Letters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Each personal item of the catalogue, as its clerk spaces it, and how the same stands in other texts. */
    private static final Map<String, List<String>> PLANTED = Map.of(
            "cases.party", List.of("魏 庚", "魏庚", "魏\u3000庚", "魏·庚"),
            "cases.party_id", List.of("110105 19491231 002X", "11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ"),
            "officers.name", List.of("买买提·艾力", "买买提艾力", "买买提 • 艾力", "买买提艾 力"),
            "officers.citizen_id", List.of("11010519491231002X", "110105-19491231-002x"),
            "petitions.petitioner", List.of("欧 阳 娜娜", "欧阳娜娜", "欧阳\u200e娜娜"),
            "petitions.phone", List.of("138-1234-5678", "13812345678", "１３８ １２３４ ５６７８"),
            "opinions.person", List.of("尉迟 明远", "尉迟明远", "尉迟·明远"),
            "opinions.phone", List.of("139 8765 4321", "13987654321"));

    private static final Map<String, String> SENDERS =
            Map.of("cases", "安监办", "officers", "司法所", "petitions", "信访办", "opinions", "司法所");

    @ParameterizedTest
    @ValueSource(strings = {"cases", "officers", "petitions", "opinions"})
    void standsInNoOtherTextOfItsReturnHoweverItIsSpaced(String register) throws IOException, SQLException {
        assertThat(PLANTED.keySet())
                .containsExactlyInAnyOrderElementsOf(Office.CATALOGUE.items().stream()
                        .filter(Item::personal)
                        .map(Item::code)
                        .toList());
        Path returns = Files.createDirectories(home.resolve("returns"));
        Path output = home.resolve("output");
        Files.writeString(returns.resolve("登记.csv"), planted(register));

        Period period = period(register);
        String database;
        try (Store store = Store.open(home.resolve("data"))) {
            new MonthlyJob(Office.CATALOGUE, Office.WORDING, store)
                    .run(
                            new Request(
                                    period,
                                    Optional.of(returns),
                                    output,
                                    period.end().plusDays(5),
                                    Office.NOW),
                            Progress.SILENT);
            database = export(store);
        }

        List<String> people = PLANTED.entrySet().stream()
                .filter(e -> e.getKey().startsWith(register))
                .map(e -> Letters.of(e.getValue().get(0)).toString())
                .toList();
        assertThat(database).contains("另*", "记录");
        assertThat(people.stream().filter(Letters.of(database).toString()::contains))
                .as("in the database")
                .isEmpty();
        Path own = output.resolve("returned");
        for (Path file : files(output).stream().filter(f -> !f.startsWith(own)).toList()) {
            String text = Letters.of(text(file)).toString();
            assertThat(people.stream().filter(text::contains))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    private static Period period(String register) {
        return Office.CATALOGUE
                        .form(register, FEBRUARY.last())
                        .filter(r -> r.frequency() == Frequency.HALF)
                        .isPresent()
                ? Period.parse("2025-H1")
                : FEBRUARY;
    }

    /** A register of which every text, the key too, names the persons of its first record; so does that of another. */
    private static String planted(String register) {
        List<Item> items = Office.CATALOGUE.items(register, FEBRUARY.last()).stream()
                .filter(i -> !i.isComputed())
                .toList();
        Stream<Map.Entry<String, List<String>>> personal =
                PLANTED.entrySet().stream().filter(e -> e.getKey().startsWith(register));
        String sentence =
                "记录" + personal.flatMap(e -> e.getValue().stream()).sorted().collect(Collectors.joining("与"));
        List<String> lines = new ArrayList<>();
        lines.add(Office.WORDING.label(
                Office.CATALOGUE.form(register, FEBRUARY.last()).orElseThrow()));
        lines.add("填报单位," + SENDERS.get(register) + ",,报告期," + period(register).code());
        lines.add(items.stream().map(Office.WORDING::label).collect(Collectors.joining(",")) + ",情况说明");
        for (int row = 0; row < 2; row++) {
            int number = row;
            lines.add(items.stream().map(i -> cell(i, number, sentence)).collect(Collectors.joining(","))
                    + ','
                    + sentence);
        }
        return String.join("\n", lines) + "\n";
    }

    private static String cell(Item item, int row, String sentence) {
        if (item.personal()) {
            return row == 0 ? PLANTED.get(item.code()).get(0) : item.type() == ItemType.TEXT ? "另一人" : "";
        }
        if (item.key()) {
            return row == 0 ? "魏庚买买提艾力欧阳娜娜尉迟明远11010519491231002X" : "记录" + sentence;
        }
        return item.type() == ItemType.TEXT || item.type() == ItemType.CHOICE || item.type() == ItemType.DATE
                ? sentence
                : "";
    }

    @Test
    void isADigestInAKeySoThatItsRecordIsTheSameNextMonth() {
        RegisterOffice office = new RegisterOffice(home)
                .with("items.csv", "当事人,Party,05,,text,,,,,,,none,none,,,", "当事人,Party,05,,text,,,,,,,none,none,,是,")
                .send("2025-01", "安监办", "魏 庚,2025-01-10,,,魏庚,,,", "卫庚,2025-01-11,,,卫庚,,,")
                .send("2025-02", "安监办", "魏庚,2025-01-10,2025-02-20,200,魏　庚,,,", "卫庚,2025-01-11,2025-02-21,30,卫庚,,,")
                .send("2025-03", "安监办", "魏庚,2025-01-10,2025-02-20,200,魏庚,,,", "魏 庚,2025-01-10,,,魏庚,,,")
                .runAll("2025-01", "2025-02", "2025-03");

        assertThat(office.totals("cases.filed", "2025-01", "2025-02")).containsExactly("2", "0");
        assertThat(office.totals("cases.fines", "2025-01", "2025-02")).containsExactly("0.00", "230.00");
        List<String> keys = office.rows("2025-02", "observations.csv").stream()
                .map(row -> row.get("record"))
                .distinct()
                .toList();
        assertThat(keys).hasSize(2).allMatch(key -> key.matches("[魏卫]\\*~[0-9a-f]{10}"));
        assertThat(office.rows("2025-01", "observations.csv").stream().map(row -> row.get("record")))
                .containsAll(keys);
        assertThat(office.rows("2025-03", "findings.csv").stream()
                        .filter(row -> row.get("rule").equals("record.twice"))
                        .map(row -> row.get("message")))
                .containsExactly("案号 魏* 与第 4 行重复。请只留一行或改正编号后重报。");
    }

    @Test
    void isReadableByTheOwnerAlone() throws IOException {
        assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"), "permissions of POSIX");

        Store.open(home.resolve("data")).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("data"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("data/personal.key"))))
                .isEqualTo("r--------");
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
