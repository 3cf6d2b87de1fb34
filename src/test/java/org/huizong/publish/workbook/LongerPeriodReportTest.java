package org.huizong.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huizong.aggregation.SmallTown;
import org.huizong.wording.Lang;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongerPeriodReportTest {
    private static final String VILLAGE = "村级";
    private static final String REMARKS = "备注";

    @AutoClose
    private SmallTown town;

    @BeforeEach
    void makeTheTown(@TempDir Path folder) {
        town = new SmallTown(folder);
    }

    @Test
    void saysWithEachTotalWhichMonthsItDoesNotHold() {
        town.sendAll("2025-01", 2).run("2025-01").sendAll("2025-02", 2).run("2025-02");
        town.sendAll("2025-04", 2)
                .send("v01", "village", "2025-05", Map.of("payers", 2, "residents", 210))
                .run("2025-04")
                .run("2025-05");

        try (var half = write("2025-H1", LocalDate.of(2025, 6, 10))) {
            assertThat(remark(half, "缴费人数")).isEqualTo("2025年3月未汇总；2025年5月缺 南村、北村；2025年6月未到期");
            assertThat(remark(half, "常住人口")).isEqualTo("2025年6月未到期；截至2025年4月");
            assertThat(half.row("主要指标", "缴费人数")).contains("10/15");
            assertThat(half.cell("首页", "A4")).isEqualTo("应报 20 份，实报 13 份，缺报 7 份。");
            assertThat(half.cell("首页", "A5"))
                    .isEqualTo("数据不完整，未计入：社会办（社会事务，2025年5月，缺报）、南村（村级，2025年5月，缺报）、"
                            + "北村（村级，2025年5月，缺报）。 2025年3月没有汇总过（4 份），不在合计内。 "
                            + "2025年6月还没有到报送期限（4 份），不在合计内。");
            assertThat(half.rows("首页").stream().filter(r -> !r.isEmpty()).map(r -> r.get(0)))
                    .contains("常住人口（实报10/15、截至2025年4月）", "1. 2025年3月还没有汇总过，合计不含这 4 份报表，请先汇总。");
            assertThat(half.cell(VILLAGE, "A5"))
                    .isEqualTo("应报 15 份，实报 10 份；2025年3月未汇总；2025年5月缺 南村、北村；2025年6月未到期；期末数截至2025年4月");
            assertThat(half.rows("报送情况"))
                    .contains(List.of("2", "东村", "按时4 未汇总1 未到期1", "5", "4", "4", "0", "1", "东村（村级，2025年3月，未汇总）"))
                    .contains(List.of("2025年3月", "东村", "村级月报表", "2025-04-05", "", "", "未汇总", "", ""))
                    .contains(List.of("2025年6月", "东村", "村级月报表", "2025-07-05", "", "", "未到期", "", ""));
        }
    }

    @Test
    void saysThatTheYearToDateLacksMonthsFromBeforeTheToolWasUsed() {
        town.sendAll("2025-04", 2).run("2025-04");

        try (var april = write("2025-04", LocalDate.of(2025, 5, 10))) {
            assertThat(april.cell("首页", "A5")).isEqualTo("已到期限的应报报表都已计入。 本年累计不全：2025年1月至3月未汇总。");
            assertThat(remark(april, "缴费人数")).isEqualTo("本年累计实报3/12（2025年1月至3月未汇总）");
        }
    }

    @Test
    void putsNothingBetweenTheSentencesOfTheVerdictInEnglish() {
        town.sendAll("2025-04", 2).run("2025-04");

        try (var april = write("2025-04", LocalDate.of(2025, 5, 10), Lang.EN)) {
            assertThat(april.cell("Front page", "A5"))
                    .isEqualTo("All returns that are due are counted. The year to date is incomplete: "
                            + "January to March 2025 never consolidated.");
        }
    }

    @Test
    void saysThatAYearWhoseOtherMonthsAreNotDueIsUpToDate() {
        town.sendAll("2025-01", 2).run("2025-01");

        try (var year = write("2025", LocalDate.of(2025, 2, 20))) {
            assertThat(year.cell("首页", "A5")).isEqualTo("已到期限的应报报表都已计入。 2025年2月至12月还没有到报送期限（44 份），不在合计内。");
            assertThat(year.row("分村", "东村").get(1)).isEqualTo("按时1 未到期11");
        }
    }

    @Test
    void saysOfAMonthInWhichSomeHaveReportedHowManyAreNotDueYet() {
        town.send("v01", "village", "2025-01", Map.of("payers", 2, "residents", 210))
                .run("2025-01");

        try (var year = write("2025", LocalDate.of(2025, 2, 3))) {
            assertThat(year.cell("首页", "A5"))
                    .isEqualTo("已到期限的应报报表都已计入。 2025年1月有 3 份还没有到报送期限，这几份不在合计内。 " + "2025年2月至12月还没有到报送期限（44 份），不在合计内。");
            assertThat(remark(year, "缴费人数")).isEqualTo("2025年1月有2份未到期；2025年2月至12月未到期");
        }
    }

    @Test
    void namesTheHalfYearBeforeBecauseTheLastOneIsNoTheFirstOne() {
        town.sendAll("2024-12", 20).run("2024-12").sendAll("2025-01", 30).run("2025-01");

        try (var first = write("2025-H1", LocalDate.of(2025, 8, 10));
                var second = write("2025-H2", LocalDate.of(2026, 1, 10))) {
            assertThat(first.row("主要指标", "指标").subList(2, 6)).containsExactly("本半年", "2024年下半年", "环比", "上年同期");
            assertThat(second.row("主要指标", "指标").get(3)).isEqualTo("2025年上半年");
        }
    }

    @Test
    void saysWhoseFiguresTheListOfUnitsLeavesOut() {
        town.sendAll("2025-01", 2).run("2025-01").sendAll("2025-02", 2).run("2025-02");
        town.with("units.csv", "v03,北村,North Village,village,xiaohe,village,,,,\n", "");

        try (var february = write("2025-02", LocalDate.of(2025, 3, 10))) {
            assertThat(february.cell("首页", "A5"))
                    .isEqualTo("已到期限的应报报表都已计入。 另有 2 份已采用的报送不在应报名册内，" + "没有计入合计、累计或同期数：v03（村级，2025年1月至2月）。");
            assertThat(february.rows("报送情况"))
                    .contains(
                            List.of("2025年1月", "v03", "村级月报表", "", "2025-02-03", "", "不在名册", "1", "2025-01/v03.xlsx"));
        }
    }

    @Test
    void showsAMergedVillageUnderItsSuccessorAndBothInTheTownshipsTotal() {
        for (int month = 1; month <= 6; month++) {
            town.sendAll("2025-0" + month, 1).run("2025-0" + month);
        }
        town.with("units.csv", "v01,东村", "v01,新东村")
                .with(
                        "units.csv",
                        "v03,北村,North Village,village,xiaohe,village,,,,",
                        "v03,北村,North Village,village,xiaohe,village,,v01,,2025-06");
        town.sendAll("2025-07", 2).run("2025-07");

        try (var year = write("2025", LocalDate.of(2025, 8, 10));
                var july = write("2025-07", LocalDate.of(2025, 8, 10))) {
            assertThat(year.rows("分村").stream().map(r -> r.get(0)))
                    .containsSubsequence("新东村", "　（原）北村", "南村", "以上合计", "全镇");
            assertThat(year.row("分村", "　（原）北村").subList(4, 6)).containsExactly("'村级'!$D$23 = 6", "—");
            assertThat(year.row("分村", "以上合计").subList(4, 6))
                    .containsExactly("SUM($E$4:$E$6) = 22", "SUM($F$4:$F$6) = 400");
            assertThat(year.row("分村", "全镇").subList(4, 6)).containsExactly("'主要指标'!$C$5 = 22", "'主要指标'!$C$6 = 400");
            assertThat(july.rows("分村").stream().map(r -> r.get(0))).doesNotContain("　（原）北村", "北村");
        }
    }

    @Test
    void callsTheMonthsFiguresByTheYearAndShowsTheYearToDateOnce() {
        town.with("items.csv", "social.cases,案件,Cases", "social.cases,本月立案,Cases of the month");
        town.sendAll("2025-01", 2).run("2025-01");

        try (var year = write("2025", LocalDate.of(2026, 1, 10));
                var january = write("2025-01", LocalDate.of(2025, 2, 10))) {
            assertThat(year.row("社会事务", 6)).containsExactly("甲", "乙", "丙", "1", "2");
            assertThat(year.cell("社会事务", "A9")).isEqualTo("本年立案");
            assertThat(year.row("社会事务", 5)).containsExactly("指标名称", "计量单位", "代码", "本年合计", "上年");
            assertThat(january.row("社会事务", 6)).containsExactly("甲", "乙", "丙", "1", "2", "3");
            assertThat(january.cell("社会事务", "A9")).isEqualTo("本月立案");
        }
    }

    @Test
    void makesTheColumnsOfAFormWideEnoughForItsLargestFigure() {
        town.send("d01", "social", "2025-01", Map.of("fines", 8_735_119.25)).run("2025-01");

        try (var january = write("2025-01", LocalDate.of(2025, 2, 10))) {
            int places = january.workbook().getSheet("社会事务").getColumnWidth(3) / 256;
            assertThat(places).isEqualTo((int) ("8,735,119.25".length() * 1.15 + 2));
        }
    }

    private Written write(String period, LocalDate asOf) {
        return write(period, asOf, Lang.ZH);
    }

    private Written write(String period, LocalDate asOf, Lang lang) {
        return new Written(town.publish(period, asOf), town.catalogue(), lang);
    }

    private static String remark(Written book, String indicator) {
        int column = book.row("主要指标", "指标").indexOf(REMARKS);
        return book.row("主要指标", indicator).get(column);
    }
}
