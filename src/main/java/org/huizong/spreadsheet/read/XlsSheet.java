package org.huizong.spreadsheet.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hssf.model.HSSFFormulaParser;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.formula.ptg.AddPtg;
import org.apache.poi.ss.formula.ptg.AreaPtg;
import org.apache.poi.ss.formula.ptg.AttrPtg;
import org.apache.poi.ss.formula.ptg.DividePtg;
import org.apache.poi.ss.formula.ptg.FuncVarPtg;
import org.apache.poi.ss.formula.ptg.IntPtg;
import org.apache.poi.ss.formula.ptg.MultiplyPtg;
import org.apache.poi.ss.formula.ptg.NumberPtg;
import org.apache.poi.ss.formula.ptg.ParenthesisPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.RefPtg;
import org.apache.poi.ss.formula.ptg.SubtractPtg;
import org.apache.poi.ss.formula.ptg.UnaryMinusPtg;
import org.apache.poi.ss.formula.ptg.UnaryPlusPtg;
import org.apache.poi.ss.usermodel.FormulaError;
import org.huizong.model.Value;

/** Gathers the cells of one sheet of an .xls. */
final class XlsSheet {
    private record Placed(int row, int column, Value cell, String formula) {}

    /** What a formula is made of that a clerk types instead of a number. */
    private static final Set<Class<?>> SIMPLE = Set.of(
            RefPtg.class,
            AreaPtg.class,
            IntPtg.class,
            NumberPtg.class,
            AddPtg.class,
            SubtractPtg.class,
            MultiplyPtg.class,
            DividePtg.class,
            UnaryMinusPtg.class,
            UnaryPlusPtg.class,
            ParenthesisPtg.class,
            AttrPtg.class,
            FuncVarPtg.class);

    private final Optional<SSTRecord> strings;
    private final Limits limits;
    private final List<Placed> cells = new ArrayList<>();
    /** The formula whose text comes in the next record. */
    private Optional<FormulaRecord> awaiting = Optional.empty();

    /**
     * An empty sheet.
     *
     * @param strings the workbook's table of texts
     * @param limits what was built of the workbook until now
     */
    XlsSheet(Optional<SSTRecord> strings, Limits limits) {
        this.strings = strings;
        this.limits = limits;
    }

    /** Takes the cell that a record holds, if it holds one that is not blank. */
    void take(Record record) {
        if (record instanceof FormulaRecord formula) {
            formula(formula);
        } else if (record instanceof StringRecord text) {
            awaiting.ifPresent(f -> text(f, text.getString()));
            awaiting = Optional.empty();
        } else if (record instanceof NumberRecord number) {
            add(number, number(number.getValue()));
        } else if (record instanceof LabelSSTRecord label) {
            text(
                    label,
                    strings.map(s -> s.getString(label.getSSTIndex()).getString())
                            .orElse(""));
        } else if (record instanceof LabelRecord label) {
            text(label, label.getValue());
        } else if (record instanceof BoolErrRecord either) {
            add(
                    either,
                    either.isBoolean() ? new Value.Logical(either.getBooleanValue()) : fault(either.getErrorValue()));
        }
    }

    /** A formula's is its cached value. */
    private void formula(FormulaRecord formula) {
        awaiting = Optional.empty();
        switch (formula.getCachedResultTypeEnum()) {
            case NUMERIC -> add(formula, number(formula.getValue()), typed(formula));
            case STRING -> awaiting = Optional.of(formula);
            case BOOLEAN -> add(formula, new Value.Logical(formula.getCachedBooleanValue()));
            case ERROR -> add(formula, fault(formula.getCachedErrorValue()));
            case BLANK, FORMULA, _NONE -> {}
        }
    }

    /** The formula as an .xlsx writes it; empty if it is none that a clerk types. */
    private static String typed(FormulaRecord formula) {
        try {
            Ptg[] parts = formula.getParsedExpression();
            return Arrays.stream(parts).allMatch(p -> SIMPLE.contains(p.getClass()))
                    ? HSSFFormulaParser.toFormulaString(null, parts)
                    : "";
        } catch (RuntimeException strange) {
            // what it came to is in the file all the same
            return "";
        }
    }

    private static Value number(double number) {
        return Double.isFinite(number) ? CellValues.number(Double.toString(number)) : new Value.CellError("#NUM!");
    }

    private static Value fault(int code) {
        return new Value.CellError(
                FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#N/A");
    }

    private void text(CellValueRecordInterface at, String text) {
        limits.text(text.length());
        CellValues.text(text).ifPresent(cell -> add(at, cell));
    }

    private void add(CellValueRecordInterface at, Value cell) {
        add(at, cell, "");
    }

    private void add(CellValueRecordInterface at, Value cell, String formula) {
        limits.cell();
        cells.add(new Placed(at.getRow(), at.getColumn(), cell, formula));
    }

    /** What was gathered, row by row, whatever the order of the records. */
    SheetCells.Builder cells() {
        SheetCells.Builder builder = new SheetCells.Builder();
        cells.sort(Comparator.comparingInt(Placed::row));
        cells.forEach(c -> {
            builder.add(c.row(), c.column(), c.cell());
            if (TypedFormula.mayBe(c.formula())) {
                builder.formula(c.row(), c.column(), c.formula());
            }
        });
        return builder;
    }
}
