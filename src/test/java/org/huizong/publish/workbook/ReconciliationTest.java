package org.huizong.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.model.CellAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final int UNITS = 0;
    private static final int TOTALS = 1;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(new XSSFWorkbook(), -1);
    private final FormulaGrid grid;

    ReconciliationTest() {
        workbook.createSheet("units");
        workbook.createSheet("totals");
        grid = new FormulaGrid(workbook.getXSSFWorkbook());
        grid.number(UNITS, new CellAddress(0, 0), 2);
        grid.text(UNITS, new CellAddress(1, 0), "—");
        grid.number(UNITS, new CellAddress(2, 0), 3.25);
    }

    @AfterEach
    void close() throws IOException {
        workbook.close();
    }

    @Test
    void keepsWhatAFormulaComesToForTheSheetsThatReadIt() {
        Reconciliation units = new Reconciliation(grid, UNITS);
        Cell sum = formula(units, UNITS, new CellAddress(3, 0), "SUM(A1:A3)", "5.25", 2);
        units.check();

        Reconciliation totals = new Reconciliation(grid, TOTALS);
        Cell twice = formula(totals, TOTALS, new CellAddress(0, 0), "units!A4*2", "10.5", 1);
        totals.check();

        assertThat(sum.getNumericCellValue()).isEqualTo(5.25);
        assertThat(twice.getNumericCellValue()).isEqualTo(10.5);
    }

    @Test
    void worksOutFormulasThatReadOthersOfTheirOwnSheet() {
        Reconciliation units = new Reconciliation(grid, UNITS);
        Cell first = formula(units, UNITS, new CellAddress(5, 0), "A7+1", "6", 0);
        Cell second = formula(units, UNITS, new CellAddress(6, 0), "ROUND(SUM(A1:A3),0)", "5", 0);

        units.check();

        assertThat(first.getNumericCellValue()).isEqualTo(6);
        assertThat(second.getNumericCellValue()).isEqualTo(5);
    }

    @Test
    void refusesAFormulaThatComesToAnotherFigure() {
        Reconciliation units = new Reconciliation(grid, UNITS);
        formula(units, UNITS, new CellAddress(3, 0), "SUM(A1:A3)", "5.24", 2);

        assertThatExceptionOfType(TwoWaysException.class)
                .isThrownBy(units::check)
                .withMessage("land.rate is 5.24 by the store but 5.25 by the formula in sheet units, cell A4;"
                        + " nothing was published");
    }

    @Test
    void refusesAFormulaThatIsAnErrorWhereAFigureIsKnown() {
        Reconciliation units = new Reconciliation(grid, UNITS);
        formula(units, UNITS, new CellAddress(3, 0), "A1+A2", "2", 0);

        assertThatExceptionOfType(TwoWaysException.class)
                .isThrownBy(units::check)
                .withMessageContaining("is 2 by the store but #VALUE! by the formula");
    }

    @Test
    void refusesANumberWhereThereIsNoFigure() {
        Reconciliation units = new Reconciliation(grid, UNITS);
        Cell cell = cell(UNITS, new CellAddress(3, 0));
        grid.formula(UNITS, new CellAddress(3, 0), "A1");
        units.expect(cell, new Expected("units", new CellAddress(3, 0), "land.rate", Optional.empty(), 0));

        assertThatExceptionOfType(TwoWaysException.class)
                .isThrownBy(units::check)
                .withMessageContaining("is nothing by the store but 2 by the formula");
    }

    private Cell formula(Reconciliation of, int sheet, CellAddress at, String formula, String figure, int decimals) {
        Cell cell = cell(sheet, at);
        cell.setCellFormula(formula);
        grid.formula(sheet, at, formula);
        of.expect(
                cell,
                new Expected(
                        workbook.getSheetName(sheet), at, "land.rate", Optional.of(new BigDecimal(figure)), decimals));
        return cell;
    }

    private Cell cell(int sheet, CellAddress at) {
        return workbook.getSheetAt(sheet).createRow(at.row()).createCell(at.column());
    }
}
