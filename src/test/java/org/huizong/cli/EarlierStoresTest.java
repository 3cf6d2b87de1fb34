package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.h2.tools.RunScript;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.job.MonthlyJob;
import org.huizong.job.Progress;
import org.huizong.job.Request;
import org.huizong.model.Period;
import org.huizong.publish.PublicationPart;
import org.huizong.store.Store;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Data folders that earlier versions of the program wrote, of each version of the schema: two months of the same eleven
 * returns of five units, a correction, a return that was sent back, a file that is none. Whatever wrote them, they come
 * to the same figures today.
 */
@Order(1)
class EarlierStoresTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final Period FEBRUARY = Period.parse("2025-02");
    private static final Path STORES = Path.of("src/test/resources/org/huizong/store/versions");
    /** What each version was the first to read; of the villages one thing more is asked since the second. */
    private static final Map<Integer, List<String>> FIRST_READ = Map.of(
            2, List.of("publicity."),
            3, List.of("village.", "social.", "traffic."),
            5, List.of("cases.", "officers."));

    private static final String ENDING = ".sql.gz";
    private static final int FIRST_WITH_KEY = 5;
    private static final int FIRST_WITH_ALL_INDICATORS = 5;
    private static final List<String> SAME = List.of(
            "value",
            "prior",
            "year_to_date",
            "owed",
            "counted",
            "missing",
            "state",
            "prior_state",
            "year_to_date_state");

    @TempDir
    private static Path newest;

    private static Map<String, String> totals;

    @TempDir
    private Path home;

    /** The names of the folders on file, such as v7; one may say what its version lacked. */
    static Stream<String> versions() throws IOException {
        try (Stream<Path> files = Files.list(STORES)) {
            return files
                    .map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted(Comparator.comparing(EarlierStoresTest::number))
                    .toList()
                    .stream();
        }
    }

    private static int number(String version) {
        return Integer.parseInt(version.replaceAll("^v|-.*", ""));
    }

    @BeforeAll
    static void consolidateWhatTheNewestWrote() throws Exception {
        put(versions().reduce((a, b) -> b).orElseThrow(), newest);
        consolidate(newest);
        totals = totals(newest);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void comeToTheSameFiguresWhicheverVersionWroteThem(String version) throws Exception {
        put(version, home);

        consolidate(home);

        assertThat(known(number(version), totals(home))).isEqualTo(known(number(version), totals));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void tellWhatWasSentAndWhatIsWrongWithIt(String version) throws Exception {
        put(version, home);

        var history = Terminal.run(
                "history", "2025-02", "--data", home.resolve("data").toString());
        var status = Terminal.run(
                "status", "2025-02", "-v", "--data", home.resolve("data").toString());

        assertThat(history.exit()).as(history.err()).isZero();
        assertThat(history.out().lines().filter(l -> l.startsWith("石桥村\t村（社区）基层工作情况月报表\t2025-02\t第1次\t采用\t")))
                .hasSize(1);
        assertThat(status.exit()).as(status.err()).isEqualTo(1);
        assertThat(status.out()).contains("石桥村");
        try (Store store = Store.open(home.resolve("data"))) {
            assertThat(store.findings().within(List.of(Period.parse("2025-01"))))
                    .extracting(f -> f.finding().rule())
                    .contains("file.pdf");
        }
    }

    @Test
    void areNotOpenedIfANewerVersionWroteThem() throws Exception {
        put(versions().reduce((a, b) -> b).orElseThrow(), home);
        try (Connection database = database(home)) {
            database.createStatement().execute("""
                    INSERT INTO "flyway_schema_history" SELECT "installed_rank" + 100, '99', "description", "type",
                        "script", "checksum", "installed_by", "installed_on", "execution_time", "success"
                    FROM "flyway_schema_history" WHERE "installed_rank" = 1""");
        }

        var said =
                Terminal.run("status", "2025-02", "--data", home.resolve("data").toString());

        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("是更新版本的程序建的，没有动它。请换用新版本的程序。");
    }

    /** The figures of what a version could read. */
    private static Map<String, String> known(int version, Map<String, String> totals) {
        List<String> read = FIRST_READ.entrySet().stream()
                .filter(e -> e.getKey() <= version)
                .flatMap(e -> e.getValue().stream())
                .toList();
        Map<String, String> known = new TreeMap<>(totals);
        known.keySet()
                .removeIf(code -> code.contains(".")
                        ? read.stream().noneMatch(code::startsWith)
                        : version < FIRST_WITH_ALL_INDICATORS);
        return known;
    }

    private static void consolidate(Path home) throws IOException {
        Path returns = Files.createDirectories(home.resolve("returns"));
        try (Store store = Store.open(home.resolve("data"))) {
            new MonthlyJob(CATALOGUE, new Wording(new MessageBundle(Lang.ZH), CATALOGUE), store)
                    .run(
                            new Request(
                                    FEBRUARY,
                                    Optional.of(returns),
                                    home.resolve("output"),
                                    LocalDate.of(2025, 3, 12),
                                    Instant.parse("2090-01-01T00:00:00Z"),
                                    Set.of(PublicationPart.TABLES)),
                            Progress.SILENT);
        }
    }

    private static Map<String, String> totals(Path home) throws IOException {
        Path file = home.resolve("output/data/totals.csv");
        Map<String, String> totals = new TreeMap<>();
        try (CSVParser lines = CSVParser.parse(
                Files.readString(file).substring(1),
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            for (CSVRecord line : lines) {
                totals.put(
                        line.get("code") + " " + line.get("period"),
                        SAME.stream().map(line::get).collect(Collectors.joining(" ")));
            }
        }
        return totals;
    }

    private static void put(String version, Path home) throws IOException, SQLException {
        Path data = Files.createDirectories(home.resolve("data"));
        Files.createDirectories(data.resolve("archive"));
        if (number(version) >= FIRST_WITH_KEY) {
            Files.write(data.resolve("personal.key"), new byte[32]);
        }
        try (Connection database = database(home);
                InputStream script = new GZIPInputStream(Files.newInputStream(STORES.resolve(version + ENDING)))) {
            RunScript.execute(database, new InputStreamReader(script, StandardCharsets.UTF_8));
        }
    }

    private static Connection database(Path home) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + home.resolve("data/huizong").toAbsolutePath(), "huizong", "");
    }
}
