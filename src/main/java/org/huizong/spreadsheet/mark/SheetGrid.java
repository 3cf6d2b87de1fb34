package org.huizong.spreadsheet.mark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huizong.spreadsheet.opc.XmlScanner;

/** How wide the columns of a sheet are and how high the rows are that notes may cover. */
final class SheetGrid {
    private static final double COLUMN = 8.43;

    private record Columns(int first, int last, double width) {}

    private final List<Columns> columns = new ArrayList<>();
    private final Map<Integer, Double> rows = new HashMap<>();
    private double column = COLUMN;
    private double row = Note.LINE;

    /** Takes what holds where nothing else is said, from {@code sheetFormatPr}. */
    void defaults(XmlScanner scanner) {
        column = size(scanner, "defaultColWidth", COLUMN);
        row = size(scanner, "defaultRowHeight", Note.LINE);
    }

    /** Takes a {@code col}. */
    void columns(XmlScanner scanner) {
        columns.add(new Columns(
                (int) size(scanner, "min", 1) - 1,
                (int) size(scanner, "max", 1) - 1,
                isTrue(scanner.value("hidden")) ? 0 : size(scanner, "width", column)));
    }

    /** Takes a {@code row}, if it says how high it is. */
    void row(int index, XmlScanner scanner) {
        boolean isHidden = isTrue(scanner.value("hidden"));
        if (isHidden || scanner.attribute("ht").isPresent()) {
            rows.put(index, isHidden ? 0 : size(scanner, "ht", row));
        }
    }

    double width(int index) {
        return columns.stream()
                .filter(c -> c.first() <= index && index <= c.last())
                .mapToDouble(Columns::width)
                .findFirst()
                .orElse(column);
    }

    double height(int index) {
        return rows.getOrDefault(index, row);
    }

    static boolean isTrue(String value) {
        return value.equals("1") || value.equals("true");
    }

    private static double size(XmlScanner scanner, String attribute, double otherwise) {
        try {
            double size = Double.parseDouble(scanner.value(attribute));
            return size >= 0 ? size : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
