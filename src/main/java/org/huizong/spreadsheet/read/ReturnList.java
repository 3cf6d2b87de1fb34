package org.huizong.spreadsheet.read;

import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * The sheet in front of a copy that goes back to its sender, known by a defined name of its own: its title may be any.
 */
public final class ReturnList {
    public static final String NAME = "returned.list";

    private ReturnList() {}

    /** Whether a sheet that was read is such a list, and so no part of any return. */
    public static boolean is(SheetCells sheet) {
        return sheet.named(NAME).isPresent();
    }

    /** Marks a sheet as such a list. */
    public static void mark(Sheet sheet) {
        Workbook book = sheet.getWorkbook();
        Name name = book.createName();
        name.setSheetIndex(book.getSheetIndex(sheet));
        name.setNameName(NAME);
        name.setRefersToFormula("'" + sheet.getSheetName().replace("'", "''") + "'!$A$1");
    }

    /** Removes the lists of earlier copies with their names, but never a workbook's last sheet. */
    public static void remove(Workbook book) {
        for (Name name : List.copyOf(book.getAllNames())) {
            int sheet = name.getSheetIndex();
            if (name.getNameName().toLowerCase(Locale.ROOT).equals(NAME)
                    && sheet >= 0
                    && book.getNumberOfSheets() > 1) {
                book.removeName(name);
                book.removeSheetAt(sheet);
            }
        }
    }
}
