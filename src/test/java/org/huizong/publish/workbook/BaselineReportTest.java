package org.huizong.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.huizong.aggregation.Publication;
import org.huizong.aggregation.SmallTown;
import org.huizong.model.BaselineFigure;
import org.huizong.model.Period;
import org.huizong.model.SourceFile;
import org.huizong.wording.Lang;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineReportTest {
    private static final LocalDate AS_OF = LocalDate.of(2025, 3, 5);
    private static final SourceFile FILE =
            SourceFile.of(Path.of("基期.csv"), "基期.csv", "any".getBytes(StandardCharsets.UTF_8));
    private static final String NOTE = "* 基期数：没有用本程序收过，来自2024年度总结。";

    @TempDir
    private Path folder;

    private SmallTown town;

    @BeforeEach
    void makeTheTown() {
        town = new SmallTown(folder);
        town.sendAll("2025-01", 10).run("2025-01").sendAll("2025-02", 12).run("2025-02");
        baseline(
                "2024-01 xiaohe payers 20",
                "2024-02 xiaohe payers 24",
                "2024-02 xiaohe village.payers 24",
                "2024-02 xiaohe residents 3500",
                "2024-02 d01 social.cases 3");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void marksNumbersAndChangesOfAnIndicatorAndLeavesNumbersNumbers() {
        var february = february();

        assertThat(shown(february, "主要指标", "缴费人数"))
                .startsWith("缴费人数", "人", "36", "30", "+20.0%", "24*", "+50.0%*", "66", "44*", "+50.0%*");
        assertThat(shown(february, "主要指标", "案件")).startsWith("案件", "起", "12", "10", "+20.0%", "3*", "增加9起*");
        assertThat(types(february, "主要指标", "缴费人数").subList(2, 9))
                .containsExactly(
                        CellType.FORMULA,
                        CellType.NUMERIC,
                        CellType.STRING,
                        CellType.NUMERIC,
                        CellType.STRING,
                        CellType.NUMERIC,
                        CellType.NUMERIC);
    }

    @Test
    void saysUnderEachTableWhereTheMarkedNumbersComeFrom() {
        var february = february();

        assertThat(february.rows("首页")).anySatisfy(row -> assertThat(row).startsWith(NOTE));
        assertThat(february.rows("主要指标")).anySatisfy(row -> assertThat(row).startsWith(NOTE));
        assertThat(february.rows("村级")).anySatisfy(row -> assertThat(row).startsWith(NOTE));
    }

    @Test
    void marksTheChangeOnTheFrontPageAndTheSamePeriodOfAForm() {
        var february = february();

        assertThat(shown(february, "首页", "缴费人数")).startsWith("缴费人数", "人", "36", "▲ 增长20.0%", "▲ 增长50.0%*", "66");
        assertThat(shown(february, "村级", "缴费人数")).startsWith("缴费人数", "人", "01", "36", "66", "24*");
        assertThat(shown(february, "社会事务", "案件")).startsWith("案件", "起", "02", "12", "22", "3*");
    }

    @Test
    void marksTheBaseOfTheChart() {
        baseline("2024-12 xiaohe payers 24");

        var january = new Written(town.publish("2025-01", AS_OF), town.catalogue(), Lang.ZH);

        assertThat(january.texts()).contains("上月*=100");
    }

    @Test
    void marksTheYearBeforeOnTheFrontPageOfAYear() {
        baseline("2024 xiaohe payers 200");

        var year = new Written(town.publish("2025", LocalDate.of(2026, 1, 10)), town.catalogue(), Lang.ZH);

        assertThat(shown(year, "首页", "缴费人数（实报6/36）")).startsWith("缴费人数（实报6/36）", "人", "66△", "200*", "不可比");
    }

    @Test
    void listsEachUsedFigureWithTheLineOfItsFileAmongTheSources() {
        assertThat(february().rows("数据来源"))
                .filteredOn(row -> row.size() > 4 && row.get(4).equals("基期.csv"))
                .extracting(row -> String.join("|", row.subList(0, 9)))
                .containsExactly(
                        "小河镇|缴费人数|2024年1月|2|基期.csv|" + digest() + "|2024年度总结|1970-01-01 08:00|20",
                        "社会办|［社会事务］案件|2024年2月|6|基期.csv|" + digest() + "|2024年度总结|1970-01-01 08:00|3",
                        "小河镇|缴费人数|2024年2月|3|基期.csv|" + digest() + "|2024年度总结|1970-01-01 08:00|24",
                        "小河镇|常住人口|2024年2月|5|基期.csv|" + digest() + "|2024年度总结|1970-01-01 08:00|3500",
                        "小河镇|［村级］缴费人数|2024年2月|4|基期.csv|" + digest() + "|2024年度总结|1970-01-01 08:00|24");
    }

    private static String digest() {
        return FILE.sha256().substring(0, 12);
    }

    @Test
    void namesTheSourcesAmongTheDefinitions() {
        assertThat(february().row("口径说明", "2024年度总结"))
                .containsExactly("2024年度总结", "5", "2024年1月、2024年2月", "1970-01-01", "基期.csv");
    }

    @Test
    void listsABaselineThatCameAmongTheChanges() {
        assertThat(february().rows("变更").get(3))
                .containsExactly("小河镇", "基期数", "缴费人数（2024年度总结）", "2024年1月", "—", "20", "", "", "基期数变化", "基期.csv");
    }

    @Test
    void leavesNoChineseButNamesInEnglish() {
        var february = new Written(publication(), town.catalogue(), Lang.EN);

        assertThat(february.rows("Front page"))
                .anySatisfy(row ->
                        assertThat(row).startsWith("* Baseline: not collected with this program, from 2024年度总结."));
        assertThat(shown(february, "Indicators", "Payers")).contains("24*", "+50.0%*", "44*");
    }

    @Test
    void marksNothingWhereNothingIsABaseline() {
        town.store()
                .baselines()
                .record(
                        FILE,
                        Instant.EPOCH,
                        "who",
                        List.of(),
                        town.store().baselines().list());

        var without = february();

        assertThat(without.texts()).noneMatch(t -> t.startsWith("*") || t.endsWith("*"));
        assertThat(shown(without, "主要指标", "缴费人数")).contains("无同期数");
    }

    private Written february() {
        return new Written(publication(), town.catalogue(), Lang.ZH);
    }

    private Publication publication() {
        return town.publish("2025-02", AS_OF);
    }

    private void baseline(String... rows) {
        List<BaselineFigure> figures = new ArrayList<>();
        for (String row : rows) {
            String[] c = row.split(" ");
            figures.add(new BaselineFigure(
                    Period.parse(c[0]), c[1], c[2], new BigDecimal(c[3]), "2024年度总结", figures.size() + 2));
        }
        town.store().baselines().record(FILE, Instant.EPOCH, "who", figures, List.of());
    }

    /** The cells of the first row that begins so, as a reader sees them; a formula by its value. */
    private static List<String> shown(Written book, String sheet, String first) {
        var formatter = new DataFormatter();
        formatter.setUseCachedValuesForFormulaCells(true);
        return cells(book, sheet, first)
                .map(c -> formatter.formatCellValue(c).strip() + mark(c))
                .toList();
    }

    /** The formatter leaves out a star, for it takes it for the character that fills a cell. */
    private static String mark(Cell cell) {
        return cell.getCellStyle().getDataFormatString().endsWith("\"*\"") ? "*" : "";
    }

    private static List<CellType> types(Written book, String sheet, String first) {
        return cells(book, sheet, first).map(c -> c.getCellType()).toList();
    }

    private static Stream<Cell> cells(Written book, String sheet, String first) {
        for (Row row : book.workbook().getSheet(sheet)) {
            var cell = row.getCell(0);
            if (cell != null
                    && cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().equals(first)) {
                return StreamSupport.stream(row.spliterator(), false);
            }
        }
        throw new AssertionError("no row of " + sheet + " begins with " + first);
    }
}
