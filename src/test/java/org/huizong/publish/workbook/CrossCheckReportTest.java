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

class CrossCheckReportTest {
    private static final String PAGE = "部门与村核对";
    private static final String OFFICE = "［社会事务］参保人数";
    private static final String VILLAGES = "［村级］缴费人数";

    @AutoClose
    private SmallTown town;

    @BeforeEach
    void makeTheTown(@TempDir Path folder) {
        town = new SmallTown(folder);
    }

    @Test
    void showsBothFiguresAndTheirDifferenceAsFormulas() {
        rule("social.pension=village.payers");
        town.sendAll("2025-05", 4);

        try (var book = write("2025-05", Lang.ZH)) {
            assertThat(book.row(PAGE, 3))
                    .containsExactly(
                            "1",
                            OFFICE,
                            "'社会事务'!$D$8 = 12",
                            VILLAGES,
                            "'村级'!$D$8 = 12",
                            "$C$4-$E$4 = 0",
                            "相符",
                            "",
                            "",
                            "DPT001");
            assertThat(book.cell(PAGE, "A2"))
                    .isEqualTo("2025年5月：同一件事部门和村（社区）各报各的，两边的数应当相符。共核对 1 项：相符 1 项，不符 0 项，因缺报不能判定 0 项。");
        }
    }

    @Test
    void saysWhatDiffersAndWhomToAskAndPointsToItOnTheFrontPage() {
        rule("social.pension=village.payers");
        town.sendAll("2025-05", 4).send("d01", "social", "2025-05", Map.of("pension", 15));

        try (var book = write("2025-05", Lang.ZH);
                var english = write("2025-05", Lang.EN)) {
            assertThat(book.row(PAGE, 3).subList(2, 9))
                    .containsExactly(
                            "'社会事务'!$D$8 = 15",
                            VILLAGES,
                            "'村级'!$D$8 = 12",
                            "$C$4-$E$4 = 3",
                            "不符",
                            "参保 15 人，缴费 12 人，请核对。",
                            "社会办；东村、南村、北村");
            assertThat(book.rows("首页").stream().filter(r -> !r.isEmpty()).map(r -> r.get(0)))
                    .contains("1. 部门与村的数有 1 项不符，见部门与村核对。");
            assertThat(english.row("Cross-checks", 3).subList(6, 9))
                    .containsExactly(
                            "differ",
                            "15 entered, 12 paid; please compare.",
                            "Social Office; East Village, South Village, North Village");
        }
    }

    @Test
    void asksThoseWhoHaveNotReportedAndGivesNoVerdict() {
        rule("social.pension=village.payers");
        town.send("d01", "social", "2025-05", Map.of("pension", 15))
                .send("v01", "village", "2025-05", Map.of("payers", 4));

        try (var book = write("2025-05", Lang.ZH)) {
            List<String> line = book.row(PAGE, 3);
            assertThat(line.subList(4, 7)).containsExactly("'村级'!$D$8 = 4", "—", "未判定");
            assertThat(line.get(8)).isEqualTo("南村、北村");
            assertThat(book.rows("首页").stream().filter(r -> !r.isEmpty()).map(r -> r.get(0)))
                    .noneMatch(t -> t.contains("项不符"));
        }
    }

    @Test
    void showsNoFigureAndNoDifferenceWhereNobodyHasReported() {
        rule("social.pension=village.payers");
        town.send("d01", "social", "2025-05", Map.of("pension", 15));

        try (var book = write("2025-05", Lang.ZH)) {
            assertThat(book.row(PAGE, 3).subList(2, 7)).containsExactly("'社会事务'!$D$8 = 15", VILLAGES, "—", "—", "未判定");
        }
    }

    @Test
    void allowsADifferenceThatTheRuleAllowsAndAddsUpTheMonthsOfALongerPeriod() {
        rule("ABS(social.pension-village.payers)<=5");
        town.sendAll("2025-04", 4).sendAll("2025-05", 4).sendAll("2025-06", 4);
        town.send("d01", "social", "2025-05", Map.of("pension", 17));
        for (String month : List.of("2025-04", "2025-05", "2025-06")) {
            town.run(month);
        }

        try (var book = write("2025-Q2", Lang.ZH)) {
            assertThat(book.row(PAGE, 3).subList(2, 7))
                    .containsExactly("'社会事务'!$D$8 = 41", VILLAGES, "'村级'!$D$8 = 36", "$C$4-$E$4 = 5", "相符");
        }
    }

    @Test
    void writesAFigureOfOtherPeriodsAsANumber() {
        rule("social.fines<=ytd.social.fines");
        town.send("d01", "social", "2025-01", Map.of("fines", 100));
        town.send("d01", "social", "2025-02", Map.of("fines", 50));
        town.run("2025-01");

        try (var book = write("2025-02", Lang.ZH)) {
            assertThat(book.row(PAGE, 3).subList(1, 7))
                    .containsExactly("［社会事务］罚款", "'社会事务'!$D$10 = 50", "本年累计的罚款", "150", "$C$4-$E$4 = -100", "相符");
        }
    }

    @Test
    void hasNoSuchSheetWithoutSuchARule() {
        town.sendAll("2025-05", 4);

        try (var book = write("2025-05", Lang.ZH)) {
            assertThat(book.sheets()).doesNotContain(PAGE);
        }
    }

    private void rule(String formula) {
        town.withLine(
                "rules.csv",
                "DPT001,township,query,\"" + formula + "\",skip,,参保 {social.pension} 人，缴费 {village.payers} 人，请核对。,"
                        + "\"{social.pension} entered, {village.payers} paid; please compare.\",,,");
    }

    private Written write(String period, Lang lang) {
        return new Written(town.publish(period, LocalDate.of(2025, 7, 10)), town.catalogue(), lang);
    }
}
