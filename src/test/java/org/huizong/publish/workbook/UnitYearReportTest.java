package org.huizong.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.huizong.wording.Lang;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chooses units on the page that shows one unit's months. */
class UnitYearReportTest {
    private static Qingxi qingxi;
    private static Written october;

    @BeforeAll
    static void publish(@TempDir Path folder) {
        qingxi = new Qingxi(folder);
        october = new Written(qingxi.october2(), qingxi.catalogue(), Lang.ZH);
    }

    @AfterAll
    static void close() {
        october.close();
        qingxi.close();
    }

    @Test
    void showsTheTownshipUntilAUnitIsChosen() {
        assertThat(october.cell("单位全年", "B2")).isEqualTo("全镇");
        assertThat(october.row("单位全年", 4))
                .startsWith("指标", "计量单位", "1月", "2月")
                .contains("10月", "本年累计")
                .doesNotContain("11月");
    }

    @Test
    void offersTheTownshipAndEveryUnitInAList() {
        var list = october.workbook().getSheet("单位全年").getDataValidations().get(0);

        assertThat(list.getRegions().getCellRangeAddresses()[0].formatAsString())
                .isEqualTo("B2");
        assertThat(list.getValidationConstraint().getFormula1()).isEqualTo("'单位全年数据'!$O$1:$O$24");
        assertThat(october.workbook().isSheetHidden(october.workbook().getSheetIndex("单位全年数据")))
                .isTrue();
        assertThat(october.cell("单位全年数据", "O11")).isEqualTo("石桥村");
    }

    @Test
    void showsTheMonthsOfTheUnitThatIsChosen() {
        Sheet sheet = october.workbook().getSheet("单位全年");
        sheet.getRow(1).createCell(1).setCellValue("柳溪村");
        october.workbook().getCreationHelper().createFormulaEvaluator().evaluateAll();

        List<Double> leaflets = new ArrayList<>();
        for (int month = 1; month <= 10; month++) {
            var figures = qingxi.of("2025-%02d".formatted(month))
                    .consolidation()
                    .indicators()
                    .get(0);
            leaflets.add(figures.byUnit().get("v03").value().orElseThrow().doubleValue());
        }
        Row row = october.rowOf("单位全年", "发放宣传资料");
        assertThat(numbers(row, 2, 10)).isEqualTo(leaflets);
        assertThat(leaflets).endsWith(35.0);
        assertThat(row.getCell(12).getNumericCellValue())
                .isEqualTo(leaflets.stream().mapToDouble(l -> l).sum());
    }

    @Test
    void leavesBlankWhatAUnitDoesNotReport() {
        Sheet sheet = october.workbook().getSheet("单位全年");
        sheet.getRow(1).createCell(1).setCellValue("没有这个单位");
        october.workbook().getCreationHelper().createFormulaEvaluator().evaluateAll();

        Cell cell = october.rowOf("单位全年", "发放宣传资料").getCell(2);
        assertThat(cell.getCachedFormulaResultType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEmpty();
    }

    @Test
    void drawsTheMonthsOfTheIndicatorThatIsChosen() {
        Sheet sheet = october.workbook().getSheet("单位全年");
        sheet.getRow(1).createCell(1).setCellValue("柳溪村");
        sheet.getRow(2).createCell(1).setCellValue("接受群众咨询");
        october.workbook().getCreationHelper().createFormulaEvaluator().evaluateAll();

        Row drawn = sheet.getRow(12);
        assertThat(drawn.getCell(0).getStringCellValue()).isEqualTo("柳溪村　接受群众咨询");
        assertThat(drawn.getCell(1).getStringCellValue()).isEqualTo("人次");
        assertThat(numbers(drawn, 2, 10)).isEqualTo(numbers(october.rowOf("单位全年", "接受群众咨询"), 2, 10));
        var lists = october.workbook().getSheet("单位全年").getDataValidations();
        assertThat(lists.get(1).getRegions().getCellRangeAddresses()[0].formatAsString())
                .isEqualTo("B3");
        assertThat(lists.get(1).getValidationConstraint().getFormula1()).isEqualTo("$A$6:$A$11");
        var chart = october.workbook()
                .getSheet("单位全年")
                .getDrawingPatriarch()
                .getCharts()
                .get(0);
        var bars = chart.getChartSeries().get(0).getSeries(0);
        assertThat(bars.getValuesData().getDataRangeReference()).isEqualTo("单位全年!$C$13:$L$13");
        assertThat(bars.getCategoryData().getDataRangeReference()).isEqualTo("单位全年!$C$5:$L$5");
    }

    private static List<Double> numbers(Row row, int first, int count) {
        List<Double> numbers = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            numbers.add(row.getCell(i).getNumericCellValue());
        }
        return numbers;
    }
}
