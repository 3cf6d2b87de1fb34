package org.huizong.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.huizong.aggregation.SmallTown;
import org.huizong.wording.Lang;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonReportTest {
    private static final String PAGE = "主要指标";

    @TempDir
    private Path folder;

    private SmallTown town;
    private final Map<String, Integer> before = new TreeMap<>();
    private final Map<String, Integer> now = new TreeMap<>();
    private final List<String> chinese = new ArrayList<>();
    private final List<String> english = new ArrayList<>();

    @BeforeEach
    void makeTheTown() {
        town = new SmallTown(folder);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void printsTheChangesOfCounts() {
        counts(0, 3, "—（上年同月为0）", "— (A year ago: 0)");
        counts(0, 0, "持平", "unchanged");
        counts(7, 7, "持平", "unchanged");
        counts(4, 7, "增加3起", "up 3 cases");
        counts(9, 1, "减少8起", "down 8 cases");
        counts(10, 13, "+30.0%", "+30.0%");
        counts(40, 33, "-17.5%", "-17.5%");
        counts(16, 15, "-6.3%", "-6.3%");
        counts(20, 59, "+195.0%", "+195.0%");
        counts(20, 60, "+200.0%（增长2.0倍）", "+200.0% (2.0 times more)");
        counts(20, 75, "+275.0%（增长2.8倍）", "+275.0% (2.8 times more)");
        counts(10_000, 10_001, "基本持平", "about the same");
        town.send("d01", "social", "2024-05", before).send("d01", "social", "2025-05", now);

        assertThat(changes(Lang.ZH)).isEqualTo(chinese);
        assertThat(changes(Lang.EN)).isEqualTo(english);
    }

    @Test
    void saysOfTheYearToDateThatTheYearsMonthsBeforeWereZero() {
        for (int month = 1; month <= 5; month++) {
            town.send("d01", "social", "2024-0" + month, Map.of("cases", 0));
            town.send("d01", "social", "2025-0" + month, Map.of("cases", month - 1));
        }

        assertThat(change("案件", "同比")).isEqualTo("—（上年同月为0）");
        assertThat(change("案件", "累计同比")).isEqualTo("—（上年累计为0）");
    }

    private void counts(int then, int since, String zh, String en) {
        String code = "count" + "abcdefghijklmnopqrstuvwxyz".charAt(chinese.size());
        town.withLine(
                "items.csv",
                "social,social." + code + ",案件" + code + ",Cases,5" + code + ",,integer,起,,,,,,sum,sum,,,,,");
        town.withLine("indicators.csv", code + ",law,60,案件,Cases,起,social." + code + ",0,none,,,,,");
        before.put(code, then);
        now.put(code, since);
        chinese.add(zh);
        english.add(en);
    }

    @Test
    void saysThatThereIsNothingToCompareWith() {
        town.send("d01", "social", "2025-05", Map.of("cases", 5));

        assertThat(change("案件", "同比")).isEqualTo("无同期数");
        assertThat(change("案件", "环比")).isEqualTo("无上期数");
    }

    @Test
    void comparesTheVillagesThatBothMonthsHave() {
        town.sendAll("2024-05", 20);
        town.send("v01", "village", "2025-05", Map.of("payers", 30));
        town.send("v02", "village", "2025-05", Map.of("payers", 30));

        assertThat(change("缴费人数", "同比")).isEqualTo("+50.0%");
        assertThat(change("缴费人数", "备注")).contains("同口径2家：本月 60，上年同月 40");
    }

    @Test
    void printsTheChangesOfPercentagesInPoints() {
        shares(200, 166, 200, 170, "+2.0个百分点", "+2.0 points");
        shares(3, 2, 3, 1, "-33.3个百分点", "-33.3 points");
        shares(10, 0, 10, 5, "+50.0个百分点", "+50.0 points");
        shares(3000, 2000, 3001, 2000, "基本持平", "about the same");
        shares(10, 5, 20, 10, "持平", "unchanged");
        town.send("d01", "social", "2024-05", before).send("d01", "social", "2025-05", now);

        assertThat(changes(Lang.ZH)).isEqualTo(chinese);
        assertThat(changes(Lang.EN)).isEqualTo(english);
    }

    private void shares(int wholeBefore, int partBefore, int whole, int part, String zh, String en) {
        String code = "share" + "abcdefghijklmnopqrstuvwxyz".charAt(chinese.size());
        for (String item : List.of(code + "_part", code + "_whole")) {
            town.withLine(
                    "items.csv",
                    "social,social." + item + ",数" + item + ",N,5" + item + ",,integer,起,,,,,,sum,sum,,,,,");
        }
        town.withLine(
                "indicators.csv",
                code + ",law,60,率,Rate,%,social." + code + "_part/social." + code + "_whole*100,1,up,,,,,");
        before.putAll(Map.of(code + "_part", partBefore, code + "_whole", wholeBefore));
        now.putAll(Map.of(code + "_part", part, code + "_whole", whole));
        chinese.add(zh);
        english.add(en);
    }

    @Test
    void printsYuanInTenThousandsWithTwoDecimalsAndNeitherTargetNorRankOnFines() {
        town.send("d01", "social", "2024-05", Map.of("fines", 250_000));
        town.send("d01", "social", "2025-05", Map.of("fines", 123_450));

        try (var book = write(Lang.ZH)) {
            List<String> heads = book.row(PAGE, "指标");
            List<String> fines = book.row(PAGE, "罚款");
            assertThat(fines.subList(0, 3)).containsExactly("罚款", "万元", "'社会事务'!$D$10/10000 = 12.345");
            assertThat(format(book, fines)).isEqualTo("#,##0.00_ ");
            assertThat(fines.get(heads.indexOf("同比"))).isEqualTo("-50.6%");
            assertThat(List.of(
                            fines.get(heads.indexOf("年度目标")),
                            fines.get(heads.indexOf("完成%")),
                            fines.get(heads.indexOf("序时进度"))))
                    .containsOnly("");
            assertThat(book.row("分单位", "以上合计").get(5)).isEqualTo("SUM($F$4:$F$4) = 12.345");
        }
    }

    @ParameterizedTest
    @CsvSource({"500, 41.7, 41.7% 达到, E2EFDA", "400, 33.3, 41.7% 接近, FFF2CC", "200, 16.7, 41.7% 落后, F8CBAD"})
    void saysInWordsAndColourHowFarTheYearIs(int payers, String done, String pace, String colour) {
        List.of("2025-01", "2025-02", "2025-03", "2025-04").forEach(month -> town.sendAll(month, 0));
        town.send("v01", "village", "2025-05", Map.of("payers", payers))
                .send("v02", "village", "2025-05", Map.of("payers", 0))
                .send("v03", "village", "2025-05", Map.of("payers", 0));

        try (var book = write(Lang.ZH)) {
            List<String> heads = book.row(PAGE, "指标");
            List<String> line = book.row(PAGE, "缴费人数");
            int column = heads.indexOf("序时进度");
            assertThat(line.subList(column - 2, column + 1)).containsExactly("1200", done, pace);
            assertThat(book.workbook()
                            .getSheet(PAGE)
                            .getRow(4)
                            .getCell(column)
                            .getCellStyle()
                            .getFillForegroundColorColor()
                            .getARGBHex())
                    .endsWith(colour);
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 超出目标, F8CBAD", "2, 未超目标, E2EFDA"})
    void saysWhetherWhatShouldBeFewIsAboveItsTarget(int accidents, String verdict, String colour) {
        town.with("indicators.csv", "social.cases,0,none,,", "social.cases,0,down,2,");
        sendCases(accidents);

        try (var book = write(Lang.ZH)) {
            List<String> heads = book.row(PAGE, "指标");
            int column = heads.indexOf("序时进度");
            assertThat(book.row(PAGE, "案件").subList(column - 2, column + 1)).containsExactly("2", "", verdict);
            assertThat(book.cellOf(PAGE, "案件", column).getCellStyle().getFillForegroundColorColor())
                    .extracting(c -> ((XSSFColor) c).getARGBHex())
                    .isEqualTo("FF" + colour);
        }
    }

    @Test
    void raisesTheAlarmOnTheFrontPageWhenATargetOfWhatShouldBeFewIsExceeded() {
        town.with("indicators.csv", "social.cases,0,none,,", "social.cases,0,down,2,");
        sendCases(3);

        try (var book = write(Lang.ZH)) {
            assertThat(book.texts()).contains("1. 案件本年累计 3 起，超出年度目标 2 起。");
        }
    }

    @Test
    void raisesNoAlarmAtTheTargetItself() {
        town.with("indicators.csv", "social.cases,0,none,,", "social.cases,0,down,2,");
        sendCases(2);

        try (var book = write(Lang.ZH)) {
            assertThat(book.texts()).noneMatch(t -> t.contains("超出年度目标"));
        }
    }

    private void sendCases(int number) {
        for (int month = 1; month < 5; month++) {
            town.send("d01", "social", "2025-0" + month, Map.of("cases", 0)).run("2025-0" + month);
        }
        town.send("d01", "social", "2025-05", Map.of("cases", number));
    }

    @Test
    void comparesOfAFormWithoutATotalTheColumnThatIsAnIndicator() {
        List.of("Pension entries,01", "Cases,02", "Fines,03", "Took the examination,04", "Passed,05")
                .forEach(row -> town.with("items.csv", row + ",,", row + ",amount,"));
        town.withLine("choices.csv", "social.columns,asked,申请,Asked")
                .withLine("choices.csv", "social.columns,amount,办结,Settled")
                .withLine(
                        "items.csv",
                        "social,social.cases_asked,案件(申请),Cases (asked),02,asked,integer,起,,,,,,sum,sum,,,,,");
        town.send("d01", "social", "2024-02", Map.of("cases", 2, "cases_asked", 9))
                .send("d01", "social", "2025-01", Map.of("cases", 3, "cases_asked", 8))
                .run("2025-01")
                .send("d01", "social", "2025-02", Map.of("cases", 4, "cases_asked", 7));

        try (var book = new Written(town.publish("2025-02", LocalDate.of(2025, 3, 10)), town.catalogue(), Lang.ZH)) {
            assertThat(book.row("社会事务", "指标名称"))
                    .containsExactly("指标名称", "计量单位", "代码", "申请", "办结", "本年累计\n（办结）", "上年同月\n（办结）");
            assertThat(book.rows("社会事务").stream()
                            .filter(r -> r.size() > 6 && r.get(2).equals("02"))
                            .findFirst()
                            .orElseThrow())
                    .endsWith("7", "2");
        }
    }

    @Test
    void showsNoPaceForAStockWithATarget() {
        town.with("indicators.csv", "village.residents,0,none,,", "village.residents,0,up,900,");
        town.sendAll("2025-05", 3);

        try (var book = write(Lang.ZH)) {
            int column = book.row(PAGE, "指标").indexOf("序时进度");
            assertThat(book.row(PAGE, "常住人口").subList(column - 2, column + 1)).containsExactly("900", "100", "");
        }
    }

    /** What is printed against a year ago for the indicators that a test added, which come last. */
    private List<String> changes(Lang lang) {
        try (var book = write(lang)) {
            List<List<String>> rows = book.rows(book.sheets().get(1));
            int column = rows.get(2).indexOf(lang == Lang.ZH ? "同比" : "On year ago");
            return rows.stream()
                    .skip(3)
                    .filter(r -> r.size() > column
                            && List.of("案件", "率", "Cases", "Rate").contains(r.get(0)))
                    .skip(1)
                    .map(r -> r.get(column))
                    .limit(chinese.size())
                    .toList();
        }
    }

    private String change(String indicator, String head) {
        try (var book = write(Lang.ZH)) {
            int column = book.row(PAGE, "指标").indexOf(head);
            return book.row(PAGE, indicator).get(column);
        }
    }

    private Written write(Lang lang) {
        return new Written(town.publish("2025-05", LocalDate.of(2025, 6, 10)), town.catalogue(), lang);
    }

    private static String format(Written book, List<String> row) {
        int number = book.rows(PAGE).indexOf(row);
        return book.workbook()
                .getSheet(PAGE)
                .getRow(number)
                .getCell(2)
                .getCellStyle()
                .getDataFormatString();
    }
}
