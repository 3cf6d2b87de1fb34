package org.huizong.intake;

import java.util.Optional;
import org.huizong.model.Argument;
import org.huizong.model.CellAddress;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Severity;
import org.huizong.spreadsheet.read.SheetCells;

/**
 * Finds the lines of a table of text that have more fields than the line of heads, empty ones counted: a comma in a number
 * or a text has parted one of their cells in two, and what stands behind it stands under the wrong head.
 */
final class Fields {
    private final SheetCells sheet;
    private final CellRef place;
    private final int headRow;

    /** Compares with the heads in that row; with none if it is negative. */
    Fields(SheetCells sheet, CellRef place, int headRow) {
        this.sheet = sheet;
        this.place = place;
        this.headRow = headRow;
    }

    /** The error of a row; empty if its fields stand under their heads, as they do in every workbook. */
    Optional<Finding> tooMany(int row) {
        int heads = sheet.fields(headRow);
        int fields = sheet.fields(row);
        return heads == 0 || fields <= heads
                ? Optional.empty()
                : Optional.of(Finding.failed("line.fields", Severity.ERROR, place.at(new CellAddress(row, 0)))
                        .with("fields", Argument.of(fields))
                        .with("heads", Argument.of(heads)));
    }
}
