package org.huizong.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.EvaluationName;
import org.apache.poi.ss.formula.EvaluationWorkbook.ExternalSheet;
import org.apache.poi.ss.formula.FormulaParsingWorkbook;
import org.apache.poi.ss.formula.FormulaRenderingWorkbook;
import org.apache.poi.ss.formula.SheetIdentifier;
import org.apache.poi.ss.formula.ptg.Area3DPxg;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NameXPtg;
import org.apache.poi.ss.formula.ptg.NameXPxg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Ref3DPxg;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Table;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;

/** A workbook for POI's parser in which every identifier is a defined name, so that no scratch workbook is needed. */
final class NameBook implements FormulaParsingWorkbook {
    private final List<String> names = new ArrayList<>();

    /** The text of a name token that this book gave out. */
    String name(NamePtg token) {
        return names.get(token.getIndex());
    }

    /** A token that stands for a piece of text which {@link #rendering} is given under that index. */
    NamePtg piece(int index) {
        return new NamePtg(names.size() + index);
    }

    /**
     * A view that renders each name as the replacement says, but for those that are called as functions.
     *
     * @param pieces texts to write as they are
     */
    FormulaRenderingWorkbook rendering(Set<String> functions, UnaryOperator<String> replacement, List<String> pieces) {
        return new Rendering(functions, replacement, pieces);
    }

    @Override
    public EvaluationName getName(String name, int sheetIndex) {
        int index = names.indexOf(name);
        if (index < 0) {
            index = names.size();
            names.add(name);
        }
        return new DefinedName(name, index);
    }

    @Override
    public Ptg getNameXPtg(String name, SheetIdentifier sheet) {
        return new NameXPxg(sheet == null ? null : sheet.asFormulaString(), name);
    }

    @Override
    public Ptg get3DReferencePtg(CellReference reference, SheetIdentifier sheet) {
        return new Ref3DPxg(sheet, reference);
    }

    @Override
    public Ptg get3DReferencePtg(AreaReference reference, SheetIdentifier sheet) {
        return new Area3DPxg(sheet, reference);
    }

    @Override
    public int getExternalSheetIndex(String sheetName) {
        return 0;
    }

    @Override
    public int getExternalSheetIndex(String workbookName, String sheetName) {
        return 0;
    }

    @Override
    public SpreadsheetVersion getSpreadsheetVersion() {
        return SpreadsheetVersion.EXCEL2007;
    }

    @Override
    public Table getTable(String name) {
        throw new IllegalArgumentException("tables are not allowed: " + name);
    }

    @Override
    public Name createName() {
        throw new IllegalStateException("the parser asked for a new name");
    }

    /** Every identifier that is not a function in Excel's numbered list is a name, and may turn out to be called. */
    private record DefinedName(String text, int index) implements EvaluationName {
        @Override
        public String getNameText() {
            return text;
        }

        @Override
        public boolean isFunctionName() {
            return true;
        }

        @Override
        public boolean hasFormula() {
            return false;
        }

        @Override
        public Ptg[] getNameDefinition() {
            return new Ptg[0];
        }

        @Override
        public boolean isRange() {
            return true;
        }

        @Override
        public NamePtg createPtg() {
            return new NamePtg(index);
        }
    }

    private final class Rendering implements FormulaRenderingWorkbook {
        private final Set<String> functions;
        private final UnaryOperator<String> replacement;

        private final List<String> pieces;

        Rendering(Set<String> functions, UnaryOperator<String> replacement, List<String> pieces) {
            this.functions = functions;
            this.replacement = replacement;
            this.pieces = pieces;
        }

        @Override
        public String getNameText(NamePtg token) {
            if (token.getIndex() >= names.size()) {
                return pieces.get(token.getIndex() - names.size());
            }
            String name = name(token);
            return functions.contains(name) ? name : replacement.apply(name);
        }

        @Override
        public String resolveNameXText(NameXPtg token) {
            throw new IllegalStateException("the whitelist lets no such token through: " + token);
        }

        @Override
        public ExternalSheet getExternalSheet(int index) {
            throw new IllegalStateException("the whitelist lets no sheet through");
        }

        @Override
        public String getSheetFirstNameByExternSheet(int index) {
            throw new IllegalStateException("the whitelist lets no sheet through");
        }

        @Override
        public String getSheetLastNameByExternSheet(int index) {
            throw new IllegalStateException("the whitelist lets no sheet through");
        }
    }
}
