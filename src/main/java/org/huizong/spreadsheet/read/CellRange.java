package org.huizong.spreadsheet.read;

import java.util.Optional;
import org.huizong.model.CellAddress;

/**
 * The cells a defined name stands for.
 *
 * @param first the upper left one
 * @param last the lower right one; the same as the first for one cell
 */
public record CellRange(CellAddress first, CellAddress last) {
    /** Reads {@code $D$7} or {@code $D$7:$D$20}; empty for anything else, such as {@code #REF!}. */
    static Optional<CellRange> parse(String address) {
        String text = address.strip();
        int colon = text.indexOf(':');
        Optional<CellAddress> first = CellAddress.parse(colon < 0 ? text : text.substring(0, colon));
        return colon < 0
                ? first.map(cell -> new CellRange(cell, cell))
                : first.flatMap(
                        cell -> CellAddress.parse(text.substring(colon + 1)).map(last -> new CellRange(cell, last)));
    }

    /** The cells that a defined name refers to, whatever sheet they are on. */
    public static Optional<CellRange> referredTo(String formula) {
        return parse(formula.substring(formula.lastIndexOf('!') + 1));
    }
}
