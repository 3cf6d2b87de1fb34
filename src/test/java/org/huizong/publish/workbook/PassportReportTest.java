package org.huizong.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.huizong.wording.Lang;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows the links of October's workbook from a figure of 首页 to the file it came from. */
class PassportReportTest {
    private static final int VALUE = 3;
    private static final int FILE = 5;
    private static final int LINE = 8;

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
    void leadsFromTheFrontPageThroughTheIndicatorsToItsParts() {
        Cell front = october.cellOf("首页", "发放宣传资料", 2);
        Cell indicator = follow(front);
        Cell passport = follow(indicator);

        assertThat(front.getNumericCellValue()).isEqualTo(1069);
        assertThat(indicator.getSheet().getSheetName()).isEqualTo("主要指标");
        assertThat(indicator.getNumericCellValue()).isEqualTo(1069);
        assertThat(passport.getSheet().getSheetName()).isEqualTo("指标来源");
        assertThat(passport.getStringCellValue()).isEqualTo("发放宣传资料");
    }

    @Test
    void addsUpTheUnitsToTheItemAndTheItemsToTheIndicator() {
        Sheet passport = october.workbook().getSheet("指标来源");
        int first = follow(follow(october.cellOf("首页", "发放宣传资料", 2))).getRowIndex();

        assertThat(number(passport, first)).isEqualTo(1069);
        assertThat(number(passport, first + 1)).isEqualTo(1069);
        List<Double> units = new ArrayList<>();
        for (int row = first + 2; name(passport, row).startsWith("　　"); row++) {
            units.add(number(passport, row));
        }
        assertThat(units).hasSize(23);
        assertThat(units.stream().mapToDouble(u -> u).sum()).isEqualTo(1069);
    }

    @Test
    void namesFileAndCellOfEachPartAndOpensTheFile() {
        Sheet passport = october.workbook().getSheet("指标来源");
        Row unit = october.rowOf("指标来源", "　　司法所");

        assertThat(unit.getCell(FILE).getStringCellValue()).isEqualTo("10/司法所.xlsx");
        assertThat(unit.getCell(FILE).getHyperlink().getType()).isEqualTo(HyperlinkType.FILE);
        assertThat(unit.getCell(FILE).getHyperlink().getAddress())
                .matches("\\.\\./\\.\\./data/archive/[0-9a-f]{64}\\.xlsx");
        assertThat(unit.getCell(FILE + 1).getStringCellValue()).isEqualTo("普法");
        assertThat(unit.getCell(FILE + 2).getStringCellValue()).isEqualTo("D9");
        assertThat(follow(unit.getCell(VALUE)).getNumericCellValue()).isEqualTo(number(passport, unit.getRowNum()));
    }

    @Test
    void leadsToTheLineOfTheSources() {
        Row unit = october.rowOf("指标来源", "　　司法所");
        Cell line = follow(unit.getCell(LINE));

        assertThat(line.getSheet().getSheetName()).isEqualTo("数据来源");
        assertThat(unit.getCell(LINE).getStringCellValue()).isEqualTo("第 " + (line.getRowIndex() + 1) + " 行");
        assertThat(line.getStringCellValue()).isEqualTo("司法所");
        assertThat(line.getRow().getCell(4).getStringCellValue()).isEqualTo("10/司法所.xlsx");
        assertThat(line.getRow().getCell(4).getHyperlink().getAddress())
                .isEqualTo(unit.getCell(FILE).getHyperlink().getAddress());
    }

    @Test
    void leadsFromAUnitOfAFormToItsLineOfTheSources() {
        Cell unit = october.rowOf("普法宣传与学法情况", "司法所").getCell(0);

        assertThat(follow(unit).getRow().getCell(4).getStringCellValue()).isEqualTo("10/司法所.xlsx");
    }

    @Test
    void saysOfALongerPeriodHowManyFilesAUnitsFigureIsMadeOf() {
        try (var year = new Written(qingxi.of("2025-Q3"), qingxi.catalogue(), Lang.ZH)) {
            Row unit = year.rowOf("指标来源", "　　司法所");

            assertThat(unit.getCell(FILE).getStringCellValue()).isEqualTo("3 份，见数据来源");
            assertThat(unit.getCell(FILE).getHyperlink()).isNull();
            assertThat(unit.getCell(VALUE + 1).getStringCellValue()).isEqualTo("3/3");
        }
    }

    private static double number(Sheet sheet, int row) {
        return sheet.getRow(row).getCell(VALUE).getNumericCellValue();
    }

    private static String name(Sheet sheet, int row) {
        return sheet.getRow(row).getCell(0).getStringCellValue();
    }

    /** The cell that a click on this one leads to. */
    private static Cell follow(Cell cell) {
        var to = new CellReference(cell.getHyperlink().getAddress());
        return october.workbook()
                .getSheet(to.getSheetName())
                .getRow(to.getRow())
                .getCell(to.getCol());
    }
}
