package org.huizong.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.huizong.wording.Lang;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaders print: each headline month by month, and which pages are theirs. */
class TrendReportTest {
    private static final String TRENDS = "各月走势";

    private static Qingxi qingxi;
    private static Written october;

    @BeforeAll
    static void publish(@TempDir Path folder) {
        qingxi = new Qingxi(folder);
        october = new Written(qingxi.october1(), qingxi.catalogue(), Lang.ZH);
    }

    @AfterAll
    static void close() {
        october.close();
        qingxi.close();
    }

    @Test
    void showsTheMonthsOfEachHeadlineInPlacesForTwelve() {
        var leaflets = new ArrayList<String>(List.of("发放宣传资料", "份"));
        for (int month = 1; month <= 10; month++) {
            var publication = month == 10 ? qingxi.october1() : qingxi.of("2025-%02d".formatted(month));
            leaflets.add(publication
                    .consolidation()
                    .indicators()
                    .get(0)
                    .now()
                    .value()
                    .orElseThrow()
                    .toPlainString());
        }
        leaflets.addAll(List.of("", "", "10972"));

        assertThat(october.row(TRENDS, 2)).startsWith("指标", "计量单位", "1月").endsWith("12月", "本年累计");
        assertThat(october.row(TRENDS, "发放宣传资料").subList(0, 14)).isEqualTo(leaflets.subList(0, 14));
    }

    @Test
    void drawsEachHeadlineAsAChartOfItsOwnAndHatchesTheMonthThatIsNotWhole() {
        List<XSSFChart> charts =
                october.workbook().getSheet(TRENDS).getDrawingPatriarch().getCharts();

        assertThat(charts).extracting(c -> c.getTitleText().getString()).startsWith("发放宣传资料（份）", "接受群众咨询（人次）");
        assertThat(charts.get(0)
                        .getChartSeries()
                        .get(0)
                        .getSeries(0)
                        .getValuesData()
                        .getDataRangeReference())
                .isEqualTo("各月走势!$C$4:$N$4");
        assertThat(charts.get(0).getCTChart().xmlText())
                .containsPattern("(?s)<c:dPt>.{0,40}<c:idx val=\"9\"/>.*wdUpDiag")
                .doesNotContainPattern("<c:dPt>.{0,40}<c:idx val=\"8\"/>");
    }

    @Test
    void saysWhichPagesLeadersPrintAndKeepsEachOnOnePage() {
        var front = october.rows("首页").stream().flatMap(List::stream).toList();

        assertThat(front).contains("给领导打印：点“打印”，选“打印整个工作簿”，页数填 1 至 5（首页、主要指标、各月走势、分单位、分村）；其余各页是附录，要用时再印。");
        assertThat(october.sheets()).startsWith("首页", "主要指标", TRENDS, "分单位", "分村");
        assertThat(october.workbook().getSheet(TRENDS).getPrintSetup().getFitHeight())
                .isEqualTo((short) 1);
        assertThat(october.workbook().getSheet("分单位").getRowBreaks()).isEmpty();
        assertThat(october.workbook().getSheet("分村").getRowBreaks()).isEmpty();
    }

    @Test
    void leavesThePageOutOfJanuaryWhichHasNoCourse() {
        try (var january = new Written(qingxi.of("2025-01"), qingxi.catalogue(), Lang.ZH)) {
            assertThat(january.sheets()).doesNotContain(TRENDS);
            assertThat(january.rows("首页").stream().flatMap(List::stream))
                    .anyMatch(t -> t.contains("页数填 1 至 4（首页、主要指标、分单位、分村）"));
        }
    }
}
