package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.aggregation.EarlierFigures;
import org.huizong.carry.EarlierPrefill;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.intake.Intake;
import org.huizong.job.MonthlyJob;
import org.huizong.job.Progress;
import org.huizong.job.Request;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.publish.PublicationPart;
import org.huizong.store.Store;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two months of the sample township, and the templates of the third. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CarryForwardTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final Wording WORDING = new Wording(new MessageBundle(Lang.ZH), CATALOGUE);
    private static final Period JANUARY = Period.parse("2025-01");
    private static final Period FEBRUARY = Period.parse("2025-02");
    private static final Period MARCH = Period.parse("2025-03");
    private static final List<String> REGISTERS = List.of("cases", "officers", "petitions");

    @TempDir
    private static Path home;

    private final StringWriter screen = new StringWriter();

    @BeforeAll
    void livesThroughTwoMonthsAndIssuesTheThird() {
        try (Store store = Store.open(home.resolve("data"))) {
            send(store, JANUARY);
            run(store, JANUARY, Set.of());
            send(store, FEBRUARY);
            run(store, FEBRUARY, Set.of(PublicationPart.values()));
        }
        assertThat(templates("templates", home.resolve("data"), screen)).isZero();
    }

    @Test
    void beginsEachRegisterWithTheOpenRecordsOfItsUnitAsTheyWereSent() {
        Map<String, Map<String, Value>> before = new TreeMap<>();
        counted(JANUARY).forEach(s -> before.putAll(records(s)));
        counted(FEBRUARY).forEach(s -> before.putAll(records(s)));
        before.values().removeIf(r -> r.containsKey("cases.closed_on") || r.containsKey("petitions.closed_on"));

        Map<String, Map<String, Value>> now = new TreeMap<>();
        read(home.resolve("templates"), MARCH).forEach(s -> now.putAll(records(s)));

        assertThat(now).isEqualTo(before).hasSize(16);
        assertThat(now.keySet().stream().map(k -> k.substring(0, k.indexOf(' '))))
                .containsOnly("d03", "d04", "d06", "d07");
    }

    @Test
    void issuesTheSameBytesAgain() throws IOException {
        assertThat(templates("again", home.resolve("data"), new StringWriter(), "d03", "d06"))
                .isZero();

        assertThat(files(home.resolve("again"))).hasSize(2);
        for (Path file : files(home.resolve("again"))) {
            assertThat(home.resolve("templates").resolve(file.getFileName())).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void putsTheSameOnRecordWhenItIsSentBackUnchanged() {
        Map<String, Map<String, Value>> before;
        Map<String, Map<String, Value>> after;
        try (Store store = Store.open(copyOfData())) {
            Request march = new Request(
                    MARCH,
                    Optional.of(home.resolve("templates")),
                    home.resolve("output/2025-03"),
                    LocalDate.of(2025, 4, 5),
                    Instant.parse("2090-01-01T00:00:00Z"),
                    Set.of());
            new MonthlyJob(CATALOGUE, WORDING, store).run(march, Progress.SILENT);
            after = onRecord(store, MARCH);
            before = onRecord(store, JANUARY);
            before.putAll(onRecord(store, FEBRUARY));
        }
        before.values().removeIf(r -> r.containsKey("cases.closed_on") || r.containsKey("petitions.closed_on"));

        assertThat(after).isEqualTo(before).hasSize(16);
    }

    @Test
    void putsPersonalValuesIntoTheSendersOwnFilesAlone() throws IOException {
        List<String> people = new SampleYear(CATALOGUE).personal();
        Map<String, List<String>> byUnit = new TreeMap<>();
        for (Path file : files(home.resolve("templates"))) {
            String text = text(file);
            byUnit.put(
                    file.getFileName().toString(),
                    people.stream().filter(text::contains).toList());
        }

        assertThat(byUnit.get("司法所-2025-03.xlsx")).hasSize(24);
        assertThat(byUnit.get("交管站-2025-03.xlsx")).contains("魏长庚", "510197197412025535");
        for (Map.Entry<String, List<String>> template : byUnit.entrySet()) {
            List<String> own = own(template.getKey().replace("-2025-03.xlsx", ""));
            assertThat(template.getValue().stream().filter(p -> own.stream().noneMatch(t -> t.contains(p))))
                    .as("in %s, and not sent by it", template.getKey())
                    .isEmpty();
        }
        for (String folder : List.of("data", "output")) {
            for (Path file : files(home.resolve(folder))) {
                if (!file.startsWith(home.resolve("data/archive"))
                        && !file.getParent().endsWith("returned")) {
                    String text = text(file);
                    assertThat(people.stream().filter(text::contains))
                            .as(file.toString())
                            .isEmpty();
                }
            }
        }
        assertThat(people.stream().filter(screen.toString()::contains))
                .as("on the screen")
                .isEmpty();
    }

    @Test
    void beginsARegisterEmptyAndSaysSoIfTheArchivedCopyIsDamaged() throws IOException {
        Path data = copyOfData();
        String office = digest(data, "司法所-2025-02.xlsx");
        Path copy = files(data.resolve("archive")).stream()
                .filter(f -> f.getFileName().toString().startsWith(office))
                .findFirst()
                .orElseThrow();
        assertThat(copy.toFile().setWritable(true)).isTrue();
        Files.write(copy, new byte[] {1});

        StringWriter said = new StringWriter();
        int exit = templates("damaged", data, said, "d03", "d06");

        assertThat(exit).isZero();
        assertThat(said.toString()).contains("司法所的“执法人员证件台账”没有带出未办结的记录：留底的原件缺失或损坏。请该单位照上期的表补填。");
        assertThat(text(home.resolve("damaged/司法所-2025-03.xlsx"))).contains("留底的原件缺失或损坏，没有带出上期的记录，请照上期的表补填。");
        assertThat(read(home.resolve("damaged"), MARCH).stream()
                        .filter(s -> s.form().equals("officers"))
                        .flatMap(s -> records(s).keySet().stream()))
                .isEmpty();
        assertThat(read(home.resolve("damaged"), MARCH).stream()
                        .filter(s -> s.form().equals("cases"))
                        .flatMap(s -> records(s).keySet().stream()))
                .isNotEmpty();
    }

    private void send(Store store, Period month) {
        Path folder = home.resolve("returns").resolve(month.code());
        EarlierFigures history = new EarlierFigures(CATALOGUE, store, month);
        SampleWriter clerks = new SampleWriter(new TemplateWriter(CATALOGUE, WORDING));
        SampleYear sample = new SampleYear(CATALOGUE);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sample.inTime(month.first()).stream()
                .filter(s -> s.values().keySet().stream().anyMatch(REGISTERS::contains)
                        || s.unit().code().equals("v01"))
                .forEach(s ->
                        clerks.write(s, new EarlierPrefill(history, s.unit().code()), folder));
    }

    @Test
    void fillsOpeningStocksFromTheClosingOnesOfLastMonthAndLocksThem() throws IOException {
        try (XSSFWorkbook safety = book("安监办");
                XSSFWorkbook village = book("石桥村")) {
            for (String kind : List.of("mines", "hazmat", "building", "fire", "other")) {
                XSSFCell opening = cell(safety, "safety.hazards_opening_" + kind);
                XSSFCell closing = cell(safety, "prior.safety.hazards_pending_" + kind);
                assertThat(opening.getNumericCellValue()).isEqualTo(closing.getNumericCellValue());
                assertThat(opening.getCellStyle().getLocked()).isTrue();
            }
            assertThat(cell(village, "village.disputes_opening").getCellStyle().getLocked())
                    .isTrue();
            XSSFSheet form = cell(village, "village.disputes_opening").getSheet();
            assertThat(form.getRow(4).getCell(0).getStringCellValue()).isEqualTo("尚未填写");
        }
    }

    @Test
    void leavesAnOpeningStockOpenIfLastMonthsReturnDoesNotCount() throws IOException {
        try (XSSFWorkbook village = book("青山村")) {
            XSSFCell opening = cell(village, "village.disputes_opening");
            assertThat(opening.getCellType()).isEqualTo(CellType.BLANK);
            assertThat(opening.getCellStyle().getLocked()).isFalse();
        }
    }

    @Test
    void showsLastMonthBesideThisMonth() throws IOException {
        try (XSSFWorkbook village = book("石桥村")) {
            XSSFCell residents = cell(village, "village.residents");
            XSSFSheet sheet = residents.getSheet();
            int beside = IntStream.range(0, 20)
                    .filter(c -> sheet.getRow(5).getCell(c).getStringCellValue().equals("上月"))
                    .findFirst()
                    .orElseThrow();
            XSSFCell before = sheet.getRow(residents.getRowIndex()).getCell(beside);
            assertThat(before.getNumericCellValue())
                    .isEqualTo(cell(village, "prior.village.residents").getNumericCellValue())
                    .isGreaterThan(1000);
            assertThat(before.getCellStyle().getLocked()).isTrue();
        }
    }

    private static XSSFWorkbook book(String unit) throws IOException {
        return new XSSFWorkbook(Files.newInputStream(home.resolve("templates").resolve(unit + "-2025-03.xlsx")));
    }

    private static XSSFCell cell(XSSFWorkbook book, String name) {
        XSSFName found = book.getAllNames().stream()
                .filter(n -> n.getNameName().equals(name))
                .findFirst()
                .orElseThrow();
        CellReference at = new CellReference(found.getRefersToFormula());
        return book.getSheetAt(found.getSheetIndex()).getRow(at.getRow()).getCell(at.getCol());
    }

    private static void run(Store store, Period month, Set<PublicationPart> parts) {
        Request request = new Request(
                month,
                Optional.of(home.resolve("returns").resolve(month.code())),
                home.resolve("output").resolve(month.code()),
                month.end().plusDays(5),
                Instant.parse("2090-01-01T00:00:00Z"),
                parts);
        new MonthlyJob(CATALOGUE, WORDING, store).run(request, Progress.SILENT);
    }

    private static int templates(String folder, Path data, StringWriter out, String... units) {
        List<String> command = new ArrayList<>(List.of("templates", "--period", "2025-03"));
        command.addAll(List.of("--data", data + "", "--to", home.resolve(folder) + ""));
        Stream.of(units).forEach(unit -> command.addAll(List.of("--unit", unit)));
        Clock clock = Clock.fixed(Instant.parse("2025-03-06T00:00:00Z"), ZoneOffset.UTC);
        PrintWriter screen = new PrintWriter(out, true);
        return Main.run(command.toArray(String[]::new), screen, screen, clock, Optional.empty());
    }

    private Path copyOfData() {
        try {
            Path copy = Files.createTempDirectory(home, "data");
            for (Path file : files(home.resolve("data"))) {
                Path to = copy.resolve(home.resolve("data").relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path data, String name) {
        try (Store store = Store.open(data)) {
            return store.submissions().within(FEBRUARY).stream()
                    .filter(s -> s.file().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .sha256();
        }
    }

    /** The registers in the files of a folder. */
    private static List<Submission> read(Path folder, Period period) {
        Intake intake = new Intake(CATALOGUE);
        return files(folder).stream()
                .flatMap(file -> intake.read(source(file), period) instanceof Reading.Read read
                        ? read.submissions().stream()
                        : Stream.of())
                .filter(s -> REGISTERS.contains(s.form()))
                .toList();
    }

    /** The registers of a month that count, as they were sent. */
    private static List<Submission> counted(Period period) {
        try (Store store = Store.open(home.resolve("data"))) {
            Set<String> counted = store.submissions().within(period).stream()
                    .filter(s -> s.disposition().counts())
                    .map(s -> s.unit() + " " + s.form())
                    .collect(Collectors.toSet());
            return read(home.resolve("returns").resolve(period.code()), period).stream()
                    .filter(s -> counted.contains(s.unit() + " " + s.form()))
                    .toList();
        }
    }

    private static SourceFile source(Path file) {
        try {
            return SourceFile.of(file, file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that is typed into the files of a unit. */
    private List<String> own(String unit) {
        return files(home.resolve("returns")).stream()
                .filter(f -> f.getFileName().toString().startsWith(unit + "-"))
                .map(CarryForwardTest::text)
                .toList();
    }

    private static Map<String, Map<String, Value>> records(Submission submission) {
        return records(submission.unit() + " " + submission.form(), submission.observations());
    }

    private static Map<String, Map<String, Value>> onRecord(Store store, Period period) {
        Map<String, Map<String, Value>> all = new TreeMap<>();
        store.submissions().within(period).stream()
                .filter(s -> s.disposition().counts() && REGISTERS.contains(s.form()))
                .forEach(s -> all.putAll(
                        records(s.unit() + " " + s.form(), store.submissions().observations(s))));
        return all;
    }

    private static Map<String, Map<String, Value>> records(String sender, List<Observation> observations) {
        return observations.stream()
                .filter(o -> !o.record().isEmpty() && !o.value().isMissing())
                .collect(Collectors.groupingBy(
                        o -> sender + " " + o.record(),
                        TreeMap::new,
                        Collectors.toMap(Observation::item, Observation::value)));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All text of a file; of a workbook that of its parts. */
    private static String text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
                return new String(bytes, StandardCharsets.UTF_8);
            }
            List<String> parts = new ArrayList<>();
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    parts.add(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return String.join("\n", parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
