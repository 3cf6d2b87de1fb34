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
    void showsTheFirstUnitUntilAnotherIsChosen() {
        assertThat(october.cell("单位全年", "B2")).isEqualTo("安监办");
        assertThat(october.row("单位全年", 3))
                .startsWith("指标", "计量单位", "1月", "2月")
                .contains("10月", "本年累计")
                .doesNotContain("11月");
    }

    @Test
    void offersEveryUnitInAList() {
        var list = october.workbook().getSheet("单位全年").getDataValidations().get(0);

        assertThat(list.getRegions().getCellRangeAddresses()[0].formatAsString())
                .isEqualTo("B2");
        assertThat(list.getValidationConstraint().getFormula1()).isEqualTo("'单位全年数据'!$O$1:$O$23");
        assertThat(october.workbook().isSheetHidden(october.workbook().getSheetIndex("单位全年数据")))
                .isTrue();
        assertThat(october.cell("单位全年数据", "O10")).isEqualTo("石桥村");
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

    private static List<Double> numbers(Row row, int first, int count) {
        List<Double> numbers = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            numbers.add(row.getCell(i).getNumericCellValue());
        }
        return numbers;
    }
}
