package org.huizong.spreadsheet.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.model.Value;

/** Reads an odd .xlsx with POI, which is slower and needs memory, but forgives more. */
final class PoiReader {
    static {
        // the guard has looked at the file already, and it allows for a part that is all alike
        ZipSecureFile.setMinInflateRatio(0);
    }

    private final Limits limits = new Limits();

    private PoiReader() {}

    static Contents read(Verdict.Sound sound) {
        if (!sound.isLight()) {
            return Unfit.of("file.damaged");
        }
        try (OPCPackage parts = open(sound.parts().source());
                XSSFWorkbook workbook = new XSSFWorkbook(parts)) {
            List<SheetCells> sheets = new PoiReader().sheets(workbook);
            return sheets.isEmpty()
                    ? Unfit.of("file.sheets")
                    : new Contents.Sheets(sheets, workbook.isDate1904(), sound.saved(), false, sound.remarks());
        } catch (Beyond e) {
            return e.why();
        } catch (IOException | OpenXML4JException | RuntimeException e) {
            return Unfit.of("file.damaged");
        }
    }

    private static OPCPackage open(ZipSource zip) throws IOException, OpenXML4JException {
        return zip.content().isPresent()
                ? OPCPackage.open(zip.stream())
                : OPCPackage.open(zip.file().toFile(), PackageAccess.READ);
    }

    private List<SheetCells> sheets(XSSFWorkbook workbook) {
        DefinedNames names = new DefinedNames();
        for (Name name : workbook.getAllNames()) {
            String refersTo = Objects.requireNonNullElse(name.getRefersToFormula(), "");
            names.add(name.getNameName(), name.getSheetIndex(), refersTo);
        }
        List<SheetCells> sheets = new ArrayList<>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            String name = workbook.getSheetName(i);
            Visibility visibility = workbook.isSheetVeryHidden(i)
                    ? Visibility.VERY_HIDDEN
                    : workbook.isSheetHidden(i) ? Visibility.HIDDEN : Visibility.SHOWN;
            sheets.add(cells(workbook.getSheetAt(i)).build(name, visibility, names.of(i, name)));
        }
        return sheets;
    }

    private SheetCells.Builder cells(Sheet sheet) {
        SheetCells.Builder builder = new SheetCells.Builder();
        for (Row row : sheet) {
            for (Cell cell : row) {
                raw((XSSFCell) cell).ifPresent(raw -> add(builder, cell, raw));
            }
        }
        return builder;
    }

    private void add(SheetCells.Builder builder, Cell cell, Value raw) {
        limits.cell();
        if (raw instanceof Value.Text text) {
            limits.text(text.text().length());
        }
        builder.add(cell.getRowIndex(), cell.getColumnIndex(), raw);
    }

    /** Raw text of the cell decides: POI gives 0 for a formula without a cached value. */
    private static Optional<Value> raw(XSSFCell cell) {
        try {
            String written = Optional.ofNullable(cell.getRawValue()).orElse("");
            return switch (cell.getCellType() == CellType.FORMULA
                    ? cell.getCachedFormulaResultType()
                    : cell.getCellType()) {
                case NUMERIC -> written.isEmpty() ? Optional.empty() : Optional.of(CellValues.number(written));
                case STRING -> CellValues.text(cell.getStringCellValue());
                case BOOLEAN -> Optional.of(new Value.Logical(cell.getBooleanCellValue()));
                case ERROR ->
                    Optional.of(new Value.CellError(
                            FormulaError.forInt(cell.getErrorCellValue()).getString()));
                case BLANK, FORMULA, _NONE -> Optional.empty();
            };
        } catch (RuntimeException e) {
            return Optional.of(new Value.CellError("#N/A"));
        }
    }
}
