package org.huizong.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.huizong.model.CellAddress;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellFormulaType;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/**
 * The formulas that the ready rows of a register have in common: the file holds each once, in the first row, and the rows
 * below share it.
 *
 * <p>POI works out no formula that was shared in the same workbook, so that those of a row with a record are written out
 * until that is done.
 */
final class RowFormulas {
    /** A formula down a column, by the row that it is for. */
    private record Column(int column, IntFunction<String> formula) {}

    private final CellWriter pen;
    private final int first;
    private final int last;
    private final List<Column> columns = new ArrayList<>();

    RowFormulas(CellWriter pen, int first, int last) {
        this.pen = pen;
        this.first = first;
        this.last = last;
    }

    /** Puts a formula into every row of a column. */
    void add(int column, IntFunction<String> formula) {
        columns.add(new Column(column, formula));
        pen.quiet(new CellAddress(first, column), formula.apply(first));
        Excel.checked(formula.apply(last), new CellAddress(last, column).text());
    }

    /** Checks that spreadsheet programs take every formula as a shared one; all names that it uses are there by now. */
    void check() {
        columns.forEach(c -> Sharing.check(c.formula().apply(first), pen.sheet()));
    }

    /** Writes the formulas out where they are to be worked out: in the rows with a record. */
    void spell(Set<XSSFRow> empty) {
        for (int row = first + 1; row <= last; row++) {
            if (!empty.contains(pen.sheet().getRow(row))) {
                for (Column each : columns) {
                    pen.quiet(
                            new CellAddress(row, each.column()), each.formula().apply(row));
                }
            }
        }
    }

    /** Leaves the text of each formula in the first row alone; what it came to stays in every row. */
    void share() {
        for (int row = first; row <= last; row++) {
            for (int index = 0; index < columns.size(); index++) {
                int column = columns.get(index).column();
                CTCellFormula formula =
                        formula(pen.cell(new CellAddress(row, column)).getCTCell());
                formula.setT(STCellFormulaType.SHARED);
                formula.setSi(index);
                if (row == first) {
                    formula.setRef(new CellAddress(first, column).text() + ":" + new CellAddress(last, column).text());
                } else if (!formula.getStringValue().isEmpty()) {
                    formula.setStringValue("");
                }
            }
        }
    }

    /** The formula of a cell; a new one comes to an empty text. */
    private static CTCellFormula formula(CTCell cell) {
        if (cell.isSetF()) {
            return cell.getF();
        }
        CTCellFormula formula = cell.addNewF();
        cell.setT(STCellType.STR);
        cell.setV("");
        return formula;
    }
}
