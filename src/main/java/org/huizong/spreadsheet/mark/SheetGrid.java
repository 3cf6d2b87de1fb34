package org.huizong.spreadsheet.mark;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.huizong.spreadsheet.opc.XmlScanner;

/** How wide the columns of a sheet are and how high the rows are that notes may cover. */
final class SheetGrid {
    private static final double COLUMN = 8.43;

    /** Columns that a sheet can have. */
    private static final int COLUMNS = 16_384;

    private final BitSet known = new BitSet(COLUMNS);
    private final Map<Integer, Double> columns = new HashMap<>();
    private final Map<Integer, Double> rows = new HashMap<>();
    private double column = COLUMN;
    private double row = Note.LINE;
    private int elements;

    /** Takes what holds where nothing else is said, from {@code sheetFormatPr}. */
    void defaults(XmlScanner scanner) {
        column = size(scanner, "defaultColWidth", COLUMN);
        row = size(scanner, "defaultRowHeight", Note.LINE);
    }

    /** Takes a {@code col}; of several that speak of one column the first counts. */
    void columns(XmlScanner scanner) {
        TooLarge.check(++elements, "col");
        int first = Math.max((int) size(scanner, "min", 1), 1) - 1;
        int behind = Math.min((int) size(scanner, "max", 1), COLUMNS);
        double width = isTrue(scanner.value("hidden")) ? 0 : size(scanner, "width", column);
        for (int i = known.nextClearBit(first); i < behind; i = known.nextClearBit(i)) {
            known.set(i);
            columns.put(i, width);
        }
    }

    /** Takes a {@code row}, if it says how high it is. */
    void row(int index, XmlScanner scanner) {
        boolean isHidden = isTrue(scanner.value("hidden"));
        if (isHidden || scanner.attribute("ht").isPresent()) {
            rows.put(index, isHidden ? 0 : size(scanner, "ht", row));
        }
    }

    double width(int index) {
        return columns.getOrDefault(index, column);
    }

    double height(int index) {
        return rows.getOrDefault(index, row);
    }

    static boolean isTrue(String value) {
        return value.equals("1") || value.equals("true");
    }

    private static double size(XmlScanner scanner, String attribute, double otherwise) {
        String value = scanner.value(attribute);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            double size = Double.parseDouble(value);
            return size >= 0 ? size : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
