package org.huizong.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.cli.Terminal;
import org.huizong.model.Period;
import org.huizong.spreadsheet.read.Typing;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A return that was sent back is corrected on its marked-up copy in LibreOffice, sent again, and counts. */
@Tag("office")
class CorrectionTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final Period PERIOD = Period.parse("2025-01");
    private static final Instant SENT = Instant.parse("2025-02-04T01:00:00Z");
    private static final String FILE = "安监办-2025-01.xlsx";
    private static final String COPY = "安监办-安全生产执法情况月报表-2025-01.xlsx";
    private static final String CORRECTED = "安监办-改好.xlsx";
    private static final String SHEET = "安全生产执法情况月报表";

    /** What is in the return besides zeros. */
    private static final Map<String, Integer> SENSE = Map.of(
            "safety.regulated_mines", 20,
            "safety.premises_checked_mines", 5,
            "safety.inspections_mines", 6,
            "safety.officers_out_mines", 12,
            "safety.hazards_found_mines", 3,
            "safety.hazards_corrected_mines", 1,
            "safety.trained_mines", 33);

    /** More premises than inspections, major hazards where none was found, and a blank. */
    private static final Map<String, Object> MISTAKES = Map.of(
            "safety.premises_checked_mines", BigDecimal.valueOf(7),
            "safety.hazards_major_fire", BigDecimal.valueOf(2),
            "safety.regulated_hazmat", "");

    @TempDir
    private static Path home;

    private static Map<String, String> notes;
    private static List<String> shown;
    private static Terminal.Said again;

    @BeforeAll
    static void sendItBackAndHaveItCorrected() throws IOException {
        Soffice office = Soffice.found(Files.createDirectories(home.resolve("office")));
        Files.createDirectories(home.resolve("returns"));
        send();
        consolidate("2025-02-05");
        Path copy = home.resolve("output/returned").resolve(COPY);
        notes = notes(copy);
        Path corrected = home.resolve("returns").resolve(CORRECTED);
        shown = office.clerk(List.of(
                "open\t" + copy,
                "sheet\t" + SHEET,
                "type\tsafety.premises_checked_mines\t5",
                "type\tsafety.hazards_major_fire\t0",
                "type\tsafety.regulated_hazmat\t0",
                "show\tsafety.regulated",
                "show\t$A$5",
                "save\t" + corrected));
        again = consolidate("2025-02-10");
    }

    private static void send() throws IOException {
        var writer = new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(Lang.ZH), CATALOGUE));
        Map<String, Map<String, Object>> values = new HashMap<>();
        values.put("cases", Map.of("nil", "是"));
        for (String form : List.of("safety", "publicity")) {
            Map<String, Object> cells = values.computeIfAbsent(form, f -> new HashMap<>());
            for (Item item : CATALOGUE.items(form, PERIOD.last())) {
                if (!item.isComputed()) {
                    cells.put(
                            item.code(),
                            item.type().isNumeric() ? BigDecimal.valueOf(SENSE.getOrDefault(item.code(), 0)) : "是");
                }
            }
        }
        values.get("safety").putAll(MISTAKES);
        try (OutputStream out = Files.newOutputStream(home.resolve("returns").resolve(FILE))) {
            writer.filled(CATALOGUE.unit("d01").orElseThrow(), PERIOD, Prefill.NONE, Typing.of(values), SENT, out);
        }
    }

    private static Terminal.Said consolidate(String asOf) {
        return Terminal.run(
                "consolidate",
                PERIOD.code(),
                "--returns",
                home.resolve("returns") + "",
                "--data",
                home.resolve("data") + "",
                "--to",
                home.resolve("output") + "",
                "--as-of",
                asOf);
    }

    private static Map<String, String> notes(Path copy) throws IOException {
        try (InputStream in = Files.newInputStream(copy);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            XSSFSheet sheet = book.getSheet(SHEET);
            Map<String, String> notes = new TreeMap<>();
            sheet.getCellComments()
                    .forEach((at, note) ->
                            notes.put(at.formatAsString(), note.getString().getString()));
            return notes;
        }
    }

    @Test
    void marksTheThreeMistakesInTheirCells() {
        assertThat(notes)
                .containsOnly(
                        Map.entry("F9", "汇总:\n【改正】监管单位（危化烟花）没有填。没有发生的请填0。"),
                        Map.entry("E10", "汇总:\n【改正】工矿商贸：检查单位 7 大于检查次数 6，请核对后改正。"),
                        Map.entry("H16", "汇总:\n【改正】消防（九小场所）：重大隐患 2 大于发现隐患 0，请核对后改正。"));
    }

    @Test
    void tellsTheClerkWhileTypingThatTheCorrectedFormCanBeSent() {
        assertThat(shown).containsExactly("20", "可以上报");
    }

    @Test
    void countsTheCorrectedReturnAndSendsItBackNoMore() {
        assertThat(again.out()).contains("退回0");
        assertThat(home.resolve("output/returned").resolve(COPY)).doesNotExist();
    }

    @Test
    void keepsBothRevisionsInTheHistory() {
        Terminal.Said history =
                Terminal.run("history", PERIOD.code(), "--unit", "d01", "--data", home.resolve("data") + "");

        assertThat(history.out().lines().filter(l -> l.contains(SHEET)))
                .containsExactly(
                        "安监办\t安全生产执法情况月报表\t2025-01\t第1次\t退回\t2025-02-05收到\t" + FILE,
                        "安监办\t安全生产执法情况月报表\t2025-01\t第2次\t采用\t2025-02-10收到\t" + CORRECTED,
                        "  安监办 安全生产执法情况月报表 2025年1月 报送情况：退回 → 已计入\t更正 " + CORRECTED);
    }
}
