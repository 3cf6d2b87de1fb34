package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.huizong.job.Office.DUE;
import static org.huizong.job.Office.JANUARY;
import static org.huizong.job.Office.revisions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.huizong.model.Argument;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.publish.PublicationPart;
import org.huizong.publish.returned.Copies;
import org.huizong.spreadsheet.mark.Unmarked;
import org.huizong.store.StoredFinding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes back to the senders, and what happens when they send it again. */
@Order(1)
class ReturnedCopiesTest {
    private static final Instant SENT = Instant.parse("2025-02-04T01:00:00Z");
    private static final Instant LATER = Instant.parse("2025-02-08T01:00:00Z");
    private static final String FILE = "安监办-2025-01.xlsx";
    private static final String COPY = "安监办-安全生产执法情况月报表-2025-01.xlsx";
    private static final String SHEET = "安全生产执法情况月报表";
    private static final String LINK = " → '" + SHEET + "'!";

    /** A sound safety return: the other items are 0. */
    private static final Map<String, Integer> SOUND = Map.of(
            "safety.regulated_mines", 20,
            "safety.premises_checked_mines", 5,
            "safety.inspections_mines", 6,
            "safety.officers_out_mines", 12,
            "safety.hazards_found_mines", 3,
            "safety.hazards_corrected_mines", 1,
            "safety.trained_mines", 33);

    private static final Map<String, Object> MISTAKES = Map.of(
            "safety.premises_checked_mines", number(7),
            "safety.hazards_major_fire", number(2),
            "safety.regulated_hazmat", "");

    /** Where 安监办 has sent its three mistakes and has them back; nobody changes anything there. */
    @TempDir
    private static Path mistaken;

    private static Outcome sentBack;
    private static Snapshot afterwards;

    private Office office;

    @BeforeAll
    static void threeMistakesAreSentBack() throws IOException {
        Office office = office(mistaken).receive(JANUARY);
        send(office, MISTAKES);
        sentBack = office.consolidate(JANUARY, DUE);
        afterwards = Snapshot.of(mistaken);
    }

    @BeforeEach
    void theOfficeHasNothingOnRecord(@TempDir Path home) {
        office = office(home).receive(JANUARY);
    }

    private static Office office(Path home) {
        return new Office(home).writing(PublicationPart.COPIES);
    }

    /** Puts the office where it is when the three mistakes have been sent back. */
    private Outcome mistakesSentBack() {
        afterwards.putInto(office.home());
        return sentBack;
    }

    @Test
    void marksThreePlantedMistakesInTheRightCells() throws IOException {
        var outcome = mistakesSentBack();

        assertThat(revisions(outcome, "d01", "safety")).containsExactly(Disposition.REJECTED);
        try (Workbook book = open(COPY)) {
            assertThat(sheets(book)).containsExactly("退回清单", "填报说明", SHEET, "普法宣传与学法情况月报表", "行政执法案件台账");
            assertThat(notes(book.getSheet(SHEET)))
                    .containsOnly(
                            Map.entry("F9", "汇总:\n【改正】监管单位（危化烟花）没有填。没有发生的请填0。"),
                            Map.entry("E10", "汇总:\n【改正】工矿商贸：检查单位 7 大于检查次数 6，请核对后改正。"),
                            Map.entry("H16", "汇总:\n【改正】消防（九小场所）：重大隐患 2 大于发现隐患 0，请核对后改正。"));
            assertThat(tinted(book.getSheet(SHEET))).containsExactly("F9", "E10", "H16");
        }
    }

    @Test
    void marksEveryCellOfAReturnInWhichNearlyAllAreWrong() throws IOException {
        Map<String, Object> wrong = new HashMap<>();
        Office.CATALOGUE.items("safety", JANUARY.last()).stream()
                .filter(i -> !i.isComputed())
                .forEach(i -> wrong.put(i.code(), number(-1)));
        send(wrong);

        var outcome = office.consolidate(JANUARY, DUE);

        assertThat(outcome.published().copies().lists()).isEmpty();
        try (Workbook book = open(COPY)) {
            List<String> wrongCells = Office.errors(outcome).stream()
                    .filter(f -> f.where().sheet().equals(SHEET))
                    .map(f -> f.where().cell())
                    .distinct()
                    .toList();
            assertThat(wrongCells).contains("E9", "F9", "G9", "H9").hasSizeGreaterThan(60);
            assertThat(notes(book.getSheet(SHEET)).keySet()).containsAll(wrongCells);
        }
    }

    @Test
    void marksAWorkbookWhoseOwnPropertiesSayMoreThanTheStandardHasWords() throws IOException {
        send(MISTAKES);
        Path file = office.returns(JANUARY).resolve(FILE);
        Files.write(file, edited(Files.readAllBytes(file), "docProps/core.xml", ReturnedCopiesTest::asWpsHasIt));

        var outcome = office.consolidate(JANUARY, DUE);

        assertThat(outcome.published().copies().lists()).isEmpty();
        byte[] copy = Files.readAllBytes(folder().resolve(COPY));
        try (Workbook book = WorkbookFactory.create(
                new ByteArrayInputStream(edited(copy, "docProps/core.xml", core -> core.replaceAll("<dc.*>", ""))))) {
            assertThat(tinted(book.getSheet(SHEET))).containsExactly("F9", "E10", "H16");
        }
        assertThat(core(copy)).isEqualTo(core(Files.readAllBytes(file))).contains("<dcterms:issued");
    }

    @Test
    void listsWhatToDoInFrontWithLinksToTheCells() throws IOException {
        mistakesSentBack();

        try (Workbook book = open(COPY)) {
            assertThat(list(book))
                    .containsExactly(
                            "报表退回清单",
                            "安监办《安全生产执法情况月报表》2025年1月",
                            "文件：安监办-2025-01.xlsx",
                            "错误 3 处，必须改正。",
                            "1. " + Office.WORDING.text("returned.step.open"),
                            "2. " + Office.WORDING.text("returned.step.here"),
                            "3. 把改好的文件发回青溪镇司法所。",
                            "4. 请在 2025-02-05 前发回。",
                            "序号|要做的|位置（点击打开）|问题和怎样处理|说明写在",
                            "1|改正|F9 监管单位（危化烟花）" + LINK + "F9|监管单位（危化烟花）没有填。没有发生的请填0。",
                            "2|改正|E10 检查单位（工矿商贸）" + LINK + "E10|工矿商贸：检查单位 7 大于检查次数 6，请核对后改正。",
                            "3|改正|H16 重大隐患（消防（九小场所））" + LINK + "H16|消防（九小场所）：重大隐患 2 大于发现隐患 0，请核对后改正。");
        }
    }

    @Test
    void takesTheCorrectedCopyAsTheNextRevisionAndIgnoresItsMarks() throws IOException {
        mistakesSentBack();

        office.correct(folder().resolve(COPY), "安监办(更正).xlsx", LATER, Map.of("safety", safety(Map.of())));
        var outcome = office.consolidate(JANUARY, DUE.plusDays(5));

        assertThat(revisions(outcome, "d01", "safety")).containsExactly(Disposition.REJECTED, Disposition.ACCEPTED);
        assertThat(rules(outcome, "安监办(更正).xlsx")).doesNotContain("sheet.other", "repeated");
        assertThat(copies()).noneMatch(c -> c.startsWith("安监办"));
    }

    @Test
    void carriesNoStaleMarksWhenTheCorrectionMendsTwoOfThreeMistakes() throws IOException {
        mistakesSentBack();

        office.correct(
                folder().resolve(COPY),
                "安监办(更正).xlsx",
                LATER,
                Map.of("safety", safety(Map.of("safety.hazards_major_fire", number(1)))));
        office.consolidate(JANUARY, DUE.plusDays(5));

        try (Workbook book = open(COPY)) {
            assertThat(sheets(book)).containsExactly("退回清单", "填报说明", SHEET, "普法宣传与学法情况月报表", "行政执法案件台账");
            assertThat(notes(book.getSheet(SHEET)))
                    .containsOnly(Map.entry("H16", "汇总:\n【改正】消防（九小场所）：重大隐患 1 大于发现隐患 0，请核对后改正。"));
            assertThat(tinted(book.getSheet(SHEET))).containsExactly("H16");
            assertThat(list(book))
                    .contains("文件：安监办(更正).xlsx", "4. 报送期限 2025-02-05 已过，请尽快发回。")
                    .filteredOn(l -> l.contains("|改正|"))
                    .hasSize(1);
        }
    }

    @Test
    void seesNothingNewInACopyThatIsSentBackAsItWas() throws IOException {
        var before = mistakesSentBack();

        Files.copy(folder().resolve(COPY), office.returns(JANUARY).resolve("原样退回.xlsx"));
        var outcome = office.consolidate(JANUARY, DUE.plusDays(5));

        assertThat(outcome.publication().edition())
                .isEqualTo(before.publication().edition());
        assertThat(revisions(outcome, "d01", "safety")).containsExactly(Disposition.REJECTED, Disposition.REPEATED);
        assertThat(revisions(outcome, "d01", "publicity")).containsExactly(Disposition.ACCEPTED, Disposition.REPEATED);
        assertThat(rules(outcome, FILE)).contains("SAF009", "SAF011").doesNotContain("repeated");
        assertThat(rules(outcome, "原样退回.xlsx")).contains("repeated").doesNotContain("SAF009", "SAF011");
        assertThat(copies()).filteredOn(c -> c.startsWith("安监办")).containsExactly(COPY);
        try (Workbook book = open(COPY)) {
            assertThat(tinted(book.getSheet(SHEET))).containsExactly("F9", "E10", "H16");
        }
    }

    @Test
    void asksForTheReasonOfAQueryInTheCellForItAndNoMoreOnceItIsGiven() throws IOException {
        send(Map.of("safety.officers_out_mines", number(9)));
        office.consolidate(JANUARY, DUE);

        try (Workbook book = open(COPY)) {
            assertThat(notes(book.getSheet(SHEET)))
                    .containsOnly(Map.entry(
                            "D12", "汇总:\n【说明】出动 9 人次，不足检查次数 6 次的2倍，执法检查应有2人以上，请核实并说明。填错的请改正；属实的请在 N12 写明原因。"));
            assertThat(list(book))
                    .last()
                    .asString()
                    .startsWith("1|说明|D12 出动人次" + LINK + "D12|")
                    .endsWith("|N12" + LINK + "N12");
        }
        office.correct(
                folder().resolve(COPY),
                "安监办(说明).xlsx",
                LATER,
                Map.of("safety", Map.of("explain.SAF026", "两次随县局检查,由县局派员")));
        office.consolidate(JANUARY, DUE.plusDays(5));

        assertThat(copies()).noneMatch(c -> c.startsWith("安监办"));
    }

    @Test
    void asksForTheReasonOfABuiltInQueryInTheCellForTheWholeReturnAndTakesIt() throws IOException {
        send(Map.of("foot_date", LocalDate.of(2025, 1, 28)));
        var asked = office.consolidate(JANUARY, DUE);
        String note;
        try (Workbook book = open(COPY)) {
            note = notes(book.getSheet(SHEET)).values().toString();
        }

        office.correct(
                folder().resolve(COPY),
                "安监办(说明).xlsx",
                LATER,
                Map.of("safety", Map.of("explain.whole_return", "春节前集中报送,28日后停止检查")));
        var explained = office.consolidate(JANUARY, DUE.plusDays(5));

        assertThat(revisions(asked, "d01", "safety")).containsExactly(Disposition.QUERIED);
        assertThat(note).containsPattern("属实的请在 N\\d+ 写明原因。");
        assertThat(revisions(explained, "d01", "safety")).endsWith(Disposition.ACCEPTED);
        assertThat(explained.publication().findings())
                .filteredOn(f -> f.finding().rule().equals("reported.early"))
                .extracting(StoredFinding::explanation, StoredFinding::isUnexplained)
                .containsExactly(tuple("春节前集中报送,28日后停止检查", false));
    }

    @Test
    void goesDownARegisterWithWhatToTypeInEachCellAndWhereToExplain() throws IOException {
        replace(
                "信访办-2025-01.xlsx",
                Map.of(
                        "petitions",
                        Map.of(
                                "petitions.registered_on#1",
                                "",
                                "petitions.category#1",
                                "",
                                "petitions.persons#1",
                                "两人",
                                "petitions.informed_on#1",
                                "月底",
                                "petitions.satisfaction#1",
                                "好极了",
                                "petitions.closed_on#2",
                                LocalDate.of(2024, 1, 1))));

        office.consolidate(JANUARY, DUE);

        try (Workbook book = open("信访办-信访包案台账-2025-01.xlsx")) {
            assertThat(list(book))
                    .filteredOn(l -> l.matches("\\d+\\|.*"))
                    .map(l -> l.replace(" → '信访包案台账'!", ">"))
                    .containsExactly(
                            "1|改正|C8 登记日>C8|登记日没有填。请写成 2026-10-01 这样。",
                            "2|改正|E8 类别>E8|类别没有填。应选：建议意见、检举控告、申诉求决。",
                            "3|改正|L8 告知日>L8|告知日写的是“月底”，读不出日期。请写成 2026-10-01 这样。",
                            "4|改正|Q8 满意度>Q8|满意度写的是“好极了”，应选：满意、基本满意、不满意、未评价。",
                            "5|改正|B9 编号>B9|这一行没有编号，不知是哪一件。请补填后重报。",
                            "6|改正|C9 登记日>C9|登记日没有填。请写成 2026-10-01 这样。",
                            "7|改正|E9 类别>E9|类别没有填。应选：建议意见、检举控告、申诉求决。",
                            "8|改正|F9 信访人>F9|信访人没有填，请填写。",
                            "9|改正|I9 事由>I9|事由没有填，请填写。",
                            "10|说明|M9 受理日>M9|信访 （无）：2024-01-01 办结，没有受理记录，请核实并说明（不予受理或转送的，在“结果”里填“不予受理”或“转送”）。"
                                    + "（有关数据：告知日没有填。）填错的请改正；属实的请在 S9 写明原因。|S9>S9");
        }
    }

    @Test
    void namesACopyWithoutItsPeriodTwice() throws IOException {
        Office.remove(office.returns(JANUARY).resolve("青山村-2025-01.xlsx"));
        Files.writeString(office.returns(JANUARY).resolve("2025-01青山村扫描.pdf"), "%PDF-1.4");
        Files.writeString(office.returns(JANUARY).resolve("青山村2025年1月扫描.pdf"), "%PDF-1.4 ");
        Files.writeString(office.returns(JANUARY).resolve("青山村扫描.pdf"), "%PDF-1.4  ");

        office.consolidate(JANUARY, DUE);

        assertThat(copies())
                .filteredOn(c -> c.contains("扫描"))
                .containsExactly("2025-01青山村扫描.xlsx", "青山村2025年1月扫描.xlsx", "青山村扫描-2025-01.xlsx");
    }

    @Test
    void asksAgainForTheReasonWhenTheExplanationSaysNothing() throws IOException {
        send(Map.of("safety.officers_out_mines", number(9), "explain.SAF026", "情况属实。"));

        var outcome = office.consolidate(JANUARY, DUE);

        assertThat(revisions(outcome, "d01", "safety")).containsExactly(Disposition.QUERIED);
        assertThat(outcome.publication().findings())
                .filteredOn(f -> f.finding().rule().equals("SAF026"))
                .extracting(StoredFinding::explanation, StoredFinding::isUnexplained)
                .containsExactly(tuple("情况属实。", true));
        try (Workbook book = open(COPY)) {
            assertThat(notes(book.getSheet(SHEET)))
                    .containsOnly(Map.entry(
                            "D12",
                            "汇总:\n【说明】出动 9 人次，不足检查次数 6 次的2倍，执法检查应有2人以上，请核实并说明。"
                                    + "说明“情况属实。”没有写出原因，请写明实际情况。填错的请改正；属实的请在 N12 写明原因。"));
        }
    }

    @Test
    void doesNotTakeTheExplanationOfOneRevisionForTheNext() throws IOException {
        Path unexplained =
                Files.copy(office.returns(JANUARY).resolve(FILE), office.home().resolve("原表.xlsx"));
        send(Map.of("safety.officers_out_mines", number(9), "explain.SAF026", "两次随县局检查,由县局派员"));
        var first = office.consolidate(JANUARY, DUE);

        office.correct(
                unexplained,
                "安监办(更正).xlsx",
                LATER,
                Map.of("safety", safety(Map.of("safety.officers_out_mines", number(8)))));
        var second = office.consolidate(JANUARY, DUE.plusDays(5));

        assertThat(revisions(first, "d01", "safety")).containsExactly(Disposition.ACCEPTED);
        assertThat(revisions(second, "d01", "safety")).containsExactly(Disposition.SUPERSEDED, Disposition.QUERIED);
        assertThat(second.publication().findings())
                .filteredOn(f -> f.finding().rule().equals("SAF026"))
                .extracting(f -> f.finding().arguments().get("safety.officers_out"), StoredFinding::explanation)
                .containsExactly(tuple(Argument.of(8), ""));
        assertThat(copies()).contains(COPY);
    }

    @Test
    void sendsTheListAloneWhereAWorkbookHasMoreFormatsThanCanBeAddedTo() throws IOException {
        send(MISTAKES);
        Path file = office.returns(JANUARY).resolve(FILE);
        Files.write(file, withFormats(64_000, Files.readAllBytes(file)));

        var outcome = office.consolidate(JANUARY, DUE);

        assertThat(outcome.published().copies().lists())
                .containsExactly(new Copies.Copy(FILE, Optional.of(Unmarked.FORMATS)));
        try (Workbook alone = open(COPY)) {
            assertThat(sheets(alone)).containsExactly("退回清单");
            assertThat(list(alone))
                    .contains(
                            "1. 原文件里没有标注：工作簿里的单元格格式太多，加不进标注。请按下面的清单处理。",
                            "2|改正|E10 检查单位（工矿商贸）|工矿商贸：检查单位 7 大于检查次数 6，请核对后改正。");
        }
    }

    @Test
    void marksEveryReturnOfEveryUnitInOneCopyOfTheirFile() throws IOException {
        Files.delete(office.returns(JANUARY).resolve("龙泉村-2025-01.xlsx"));
        replace(
                "石桥村-2025-01.xlsx",
                Map.of(
                        "publicity", Map.of("publicity.materials", number(-5)),
                        "village", Map.of("unit", "龙泉村", "village.residents", number(-1))));

        office.consolidate(JANUARY, DUE);

        String copy = "石桥村等2个单位-2025-01.xlsx";
        assertThat(copies()).contains(copy);
        try (Workbook book = open(copy)) {
            assertThat(notes(book.getSheet("普法宣传与学法情况月报表"))).containsOnlyKeys("D9");
            assertThat(list(book))
                    .anyMatch(l -> l.contains("|普法宣传与学法情况月报表 D9 发放宣传资料 → '普法宣传与学法情况月报表'!D9|"))
                    .anyMatch(l -> l.contains("村（社区）基层工作情况月报表 D"));
        }
    }

    @Test
    void returnsAFileOfAnotherMonthUnderItsOwnNameWithTheCellThatSaysSo() throws IOException {
        replace(
                "石桥村-2025-01.xlsx",
                Map.of("village", Map.of("period", "2025-02"), "publicity", Map.of("period", "2025-02")));

        office.consolidate(JANUARY, DUE);

        try (Workbook book = open("石桥村-2025-01.xlsx")) {
            assertThat(notes(book.getSheet("普法宣传与学法情况月报表"))).containsOnlyKeys("E4");
            assertThat(list(book)).contains("报入 2025年1月 的文件", "3. 把改好的文件按原来的途径发回。");
        }
    }

    @Test
    void putsTheListInFrontOfAnOldWorkbookAndAloneForWhatIsNone() throws IOException {
        Path folder = office.returns(JANUARY);
        Office.remove(folder.resolve("青山村-2025-01.xlsx"));
        try (Workbook book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(folder.resolve("旧表.xls"))) {
            book.createSheet("月报").createRow(0).createCell(0).setCellValue("安全生产");
            book.write(out);
        }
        Files.writeString(folder.resolve("扫描件.pdf"), "%PDF-1.4");
        Files.writeString(folder.resolve("数字.csv"), "安全生产,3");
        Files.write(folder.resolve("坏文件.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});

        var outcome = office.consolidate(JANUARY, DUE);

        assertThat(outcome.published().copies().lists())
                .containsExactlyInAnyOrder(
                        new Copies.Copy("坏文件.xlsx", Optional.of(Unmarked.DAMAGED)),
                        new Copies.Copy("扫描件.pdf", Optional.of(Unmarked.KIND)),
                        new Copies.Copy("数字.csv", Optional.of(Unmarked.KIND)));
        try (Workbook old = open("旧表-2025-01.xls");
                Workbook damaged = open("坏文件-2025-01.xlsx");
                Workbook text = open("数字-2025-01.xlsx");
                Workbook alone = open("扫描件-2025-01.xlsx")) {
            assertThat(list(damaged)).contains("1. 原文件里没有标注：文件已损坏，不能标注。请按下面的清单处理。");
            assertThat(sheets(text)).containsExactly("退回清单");
            assertThat(sheets(old)).containsExactly("退回清单", "月报");
            assertThat(list(old)).last().asString().startsWith("1|改正|整个文件|这个工作簿里没有认得出的报表");
            assertThat(sheets(alone)).containsExactly("退回清单");
            assertThat(list(alone)).contains("1. 原文件里没有标注：不是可以标注的 .xlsx 或 .xls 工作簿。请按下面的清单处理。");
        }
    }

    @Test
    void saysThatAListWithoutItsReturnIsNoReturn() throws IOException {
        Files.writeString(office.returns(JANUARY).resolve("扫描件.pdf"), "%PDF-1.4");
        Office.remove(office.returns(JANUARY).resolve("青山村-2025-01.xlsx"));
        office.consolidate(JANUARY, DUE);

        Files.copy(folder().resolve("扫描件-2025-01.xlsx"), office.returns(JANUARY).resolve("清单.xlsx"));
        var outcome = office.consolidate(JANUARY, DUE);

        assertThat(rules(outcome, "清单.xlsx")).containsExactly("file.list");
    }

    @Test
    void leavesTheSameCopiesWhenItIsRunAgain() throws IOException {
        mistakesSentBack();
        byte[] first = Files.readAllBytes(folder().resolve(COPY));

        office.consolidate(JANUARY, DUE);

        assertThat(folder().resolve(COPY)).hasBinaryContent(first);
    }

    private static String asWpsHasIt(String core) {
        return core.replace(
                "</cp:coreProperties>",
                "<dcterms:issued xsi:type=\"dcterms:W3CDTF\">2025-02-04T01:00:00Z</dcterms:issued>"
                        + "<dc:title xml:lang=\"zh-CN\">报表</dc:title></cp:coreProperties>");
    }

    private static String core(byte[] workbook) throws IOException {
        List<String> core = new ArrayList<>();
        edited(workbook, "docProps/core.xml", text -> {
            core.add(text);
            return text;
        });
        return core.get(0);
    }

    /** A workbook as an office has after years of copying sheets from one to the other. */
    private static byte[] withFormats(int most, byte[] workbook) throws IOException {
        String format = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>";
        return edited(
                workbook, "xl/styles.xml", styles -> styles.replace("</cellXfs>", format.repeat(most) + "</cellXfs>"));
    }

    private static byte[] edited(byte[] workbook, String name, UnaryOperator<String> edit) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(workbook));
                var to = new ZipOutputStream(out)) {
            for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                byte[] bytes = from.readAllBytes();
                to.putNextEntry(new ZipEntry(part.getName()));
                if (part.getName().equals(name)) {
                    bytes = edit.apply(new String(bytes, StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8);
                }
                to.write(bytes);
            }
        }
        return out.toByteArray();
    }

    private static BigDecimal number(long number) {
        return BigDecimal.valueOf(number);
    }

    /** Every cell of the safety return: sound, but for these. */
    static Map<String, Object> safety(Map<String, ?> other) {
        Map<String, Object> cells = new HashMap<>();
        Office.CATALOGUE.items("safety", JANUARY.last()).stream()
                .filter(i -> !i.isComputed())
                .forEach(i -> cells.put(i.code(), number(SOUND.getOrDefault(i.code(), 0))));
        cells.putAll(other);
        return cells;
    }

    private void send(Map<String, ?> mistakes) throws IOException {
        send(office, mistakes);
    }

    /** 安监办 sends its safety return, sound but for these cells. */
    private static void send(Office office, Map<String, ?> mistakes) throws IOException {
        replace(office, FILE, Map.of("safety", safety(mistakes)));
    }

    private void replace(String file, Map<String, ? extends Map<String, ?>> cells) throws IOException {
        replace(office, file, cells);
    }

    private static void replace(Office office, String file, Map<String, ? extends Map<String, ?>> cells)
            throws IOException {
        Path path = office.returns(JANUARY).resolve(file);
        office.correct(path, "改过.xlsx", SENT, cells);
        Files.move(path.resolveSibling("改过.xlsx"), path, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path folder() {
        return office.output(JANUARY).resolve("returned");
    }

    private List<String> copies() throws IOException {
        if (!Files.exists(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private Workbook open(String copy) throws IOException {
        return WorkbookFactory.create(folder().resolve(copy).toFile(), null, true);
    }

    private static List<String> sheets(Workbook book) {
        List<String> names = new ArrayList<>();
        book.forEach(s -> names.add(s.getSheetName()));
        return names;
    }

    private static Map<String, String> notes(Sheet sheet) {
        Map<String, String> notes = new TreeMap<>();
        sheet.getCellComments()
                .forEach((at, note) ->
                        notes.put(at.formatAsString(), note.getString().getString()));
        return notes;
    }

    /** The list in front, a line a text, its cells parted by bars. */
    private static List<String> list(Workbook book) {
        List<String> lines = new ArrayList<>();
        for (Row row : book.getSheetAt(0)) {
            List<String> cells = new ArrayList<>();
            for (Cell cell : row) {
                String link = cell.getHyperlink() == null
                        ? ""
                        : " → " + cell.getHyperlink().getAddress();
                if (!cell.getStringCellValue().isEmpty()) {
                    cells.add(cell.getStringCellValue() + link);
                }
            }
            lines.add(String.join("|", cells));
        }
        return lines;
    }

    /** The cells that a conditional format of the copy colours. */
    private static List<String> tinted(Sheet sheet) {
        List<String> cells = new ArrayList<>();
        var formats = sheet.getSheetConditionalFormatting();
        for (int i = 0; i < formats.getNumConditionalFormattings(); i++) {
            if (formats.getConditionalFormattingAt(i).getRule(0).getFormula1().contains("汇总退回")) {
                for (var area : formats.getConditionalFormattingAt(i).getFormattingRanges()) {
                    cells.add(area.formatAsString());
                }
            }
        }
        return cells;
    }

    private static List<String> rules(Outcome outcome, String file) {
        return outcome.publication().findings().stream()
                .map(StoredFinding::finding)
                .filter(f -> f.where().file().equals(file))
                .map(Finding::rule)
                .distinct()
                .toList();
    }
}
