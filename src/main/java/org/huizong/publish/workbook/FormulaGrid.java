package org.huizong.publish.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.BaseXSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.model.CellAddress;
import org.jspecify.annotations.Nullable;

/**
 * What formulas read: the numbers, texts and formulas of the sheets that have been written, without their looks. The
 * sheets themselves are streamed and cannot be read again.
 */
final class FormulaGrid extends BaseXSSFEvaluationWorkbook {
    private static final int MORE_CELLS = 4;

    private final Map<Integer, GridSheet> sheets = new HashMap<>();
    /** One of all equal numbers: there is one for each item of each unit, and most are small counts. */
    private final Map<Double, Double> numbers = new HashMap<>();

    /** A formula whose value is not known yet. */
    private record Uncalculated(String formula) {}

    /** The grid of a workbook, whose names and sheets it shares. */
    FormulaGrid(XSSFWorkbook workbook) {
        super(workbook);
    }

    void number(int sheet, CellAddress cell, double number) {
        getSheet(sheet).put(cell, numbers.computeIfAbsent(number, Function.identity()));
    }

    void text(int sheet, CellAddress cell, String text) {
        getSheet(sheet).put(cell, text);
    }

    void formula(int sheet, CellAddress cell, String formula) {
        getSheet(sheet).put(cell, new Uncalculated(formula));
    }

    /** Forgets all cells, once there are no formulas left to read them. */
    void clear() {
        sheets.clear();
        numbers.clear();
    }

    /** The cell as POI's evaluator asks for it; absent where nothing was written. */
    @Nullable
    EvaluationCell cell(int sheet, CellAddress cell) {
        return getSheet(sheet).getCell(cell.row(), cell.column());
    }

    /** The texts of a part of a column or row, empty where there is none. */
    List<String> texts(int sheet, CellRangeAddress part) {
        return cells(sheet, part).stream()
                .map(c -> c instanceof String text ? text : "")
                .toList();
    }

    /** The numbers of a part of a column or row, null where there is none. */
    List<@Nullable Double> numbers(int sheet, CellRangeAddress part) {
        List<@Nullable Double> numbers = new ArrayList<>();
        cells(sheet, part).forEach(c -> numbers.add(c instanceof Double number ? number : null));
        return numbers;
    }

    private List<@Nullable Object> cells(int sheet, CellRangeAddress part) {
        List<@Nullable Object> cells = new ArrayList<>();
        part.forEach(cell -> cells.add(getSheet(sheet).at(cell.getRow(), cell.getColumn())));
        return cells;
    }

    @Override
    public int getSheetIndex(EvaluationSheet sheet) {
        return ((GridSheet) sheet).index;
    }

    @Override
    public GridSheet getSheet(int index) {
        return sheets.computeIfAbsent(index, GridSheet::new);
    }

    @Override
    public Ptg[] getFormulaTokens(EvaluationCell cell) {
        GridCell of = (GridCell) cell;
        String formula = ((Uncalculated) of.content).formula();
        return FormulaParser.parse(formula, this, FormulaType.CELL, of.getSheet().index, of.row);
    }

    /** The cells of one sheet by row. */
    static final class GridSheet implements EvaluationSheet {
        private final int index;
        private final List<@Nullable Object @Nullable []> rows = new ArrayList<>();

        GridSheet(int index) {
            this.index = index;
        }

        private void put(CellAddress cell, Object content) {
            while (rows.size() <= cell.row()) {
                rows.add(null);
            }
            @Nullable Object @Nullable [] cells = rows.get(cell.row());
            if (cells == null || cells.length <= cell.column()) {
                @Nullable Object[] wider = new Object[cell.column() + MORE_CELLS];
                if (cells != null) {
                    System.arraycopy(cells, 0, wider, 0, cells.length);
                }
                rows.set(cell.row(), wider);
                cells = wider;
            }
            cells[cell.column()] = content;
        }

        private @Nullable Object at(int row, int column) {
            @Nullable Object @Nullable [] cells = row < rows.size() ? rows.get(row) : null;
            return cells == null || column >= cells.length ? null : cells[column];
        }

        @Override
        public @Nullable EvaluationCell getCell(int row, int column) {
            Object content = at(row, column);
            return content == null ? null : new GridCell(this, row, column, content);
        }

        @Override
        public int getLastRowNum() {
            return rows.size() - 1;
        }

        @Override
        public boolean isRowHidden(int row) {
            return false;
        }

        @Override
        public void clearAllCachedResultValues() {
            // no value is kept beside the cells
        }
    }

    private record GridCell(GridSheet sheet, int row, int column, Object content) implements EvaluationCell {
        private record Place(int sheet, int row, int column) {}

        @Override
        public Object getIdentityKey() {
            return new Place(sheet.index, row, column);
        }

        @Override
        public GridSheet getSheet() {
            return sheet;
        }

        @Override
        public int getRowIndex() {
            return row;
        }

        @Override
        public int getColumnIndex() {
            return column;
        }

        @Override
        public CellType getCellType() {
            return content instanceof Uncalculated
                    ? CellType.FORMULA
                    : content instanceof Double ? CellType.NUMERIC : CellType.STRING;
        }

        @Override
        public double getNumericCellValue() {
            return (Double) content;
        }

        @Override
        public String getStringCellValue() {
            return (String) content;
        }

        @Override
        public boolean getBooleanCellValue() {
            throw new IllegalStateException("no cell of a report is true or false");
        }

        @Override
        public int getErrorCellValue() {
            throw new IllegalStateException("no cell of a report is an error");
        }

        @Override
        public CellRangeAddress getArrayFormulaRange() {
            throw new IllegalStateException("no cell of a report is part of an array");
        }

        @Override
        public boolean isPartOfArrayFormulaGroup() {
            return false;
        }

        @Override
        public CellType getCachedFormulaResultType() {
            throw new IllegalStateException("the value of a formula is not kept beside it");
        }
    }
}
