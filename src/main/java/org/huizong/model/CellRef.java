package org.huizong.model;

import java.util.Optional;

/**
 * The place to open: a cell, a sheet, a file, or nowhere in particular.
 *
 * @param file path below the returns folder, with forward slashes; empty for a finding across files
 * @param sheet name of the sheet; empty for a whole file
 * @param cell address such as {@code D7}; empty for a whole sheet
 */
public record CellRef(String file, String sheet, String cell) {
    /** No place in a file: a finding over a unit or the township. */
    public static final CellRef NOWHERE = new CellRef("", "", "");

    /** A whole file. */
    public static CellRef file(String file) {
        return new CellRef(file, "", "");
    }

    /** A whole sheet. */
    public static CellRef sheet(String file, String sheet) {
        return new CellRef(file, sheet, "");
    }

    /** A cell of that sheet. */
    public CellRef at(CellAddress address) {
        return new CellRef(file, sheet, address.text());
    }

    /** The sheet as a whole. */
    public CellRef whole() {
        return sheet(file, sheet);
    }

    /** The cell on its sheet; empty for a whole sheet. */
    public Optional<CellAddress> address() {
        return CellAddress.parse(cell);
    }

    /** The row number of the cell, as digits; empty without a cell. */
    public String row() {
        return address().map(a -> String.valueOf(a.row() + 1)).orElse("");
    }
}
