package org.huizong.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A defined name as a workbook writes it.
 *
 * @param name as written
 * @param sheet index of the sheet it belongs to, or {@link #WORKBOOK}
 * @param formula what it refers to, such as {@code 'Sheet 1'!$D$7}
 */
record DefinedName(String name, int sheet, String formula) {
    static final int WORKBOOK = -1;

    /**
     * The names that point into one sheet, in lower case: the sheet's own, and those of the workbook it has not itself.
     * Those that point elsewhere or nowhere are left out.
     */
    static Map<String, CellRange> of(int index, String sheetName, List<DefinedName> names) {
        Map<String, CellRange> found = new HashMap<>();
        for (DefinedName name : names) {
            if (name.sheet == index || name.sheet == WORKBOOK) {
                name.within(sheetName).ifPresent(range -> {
                    String key = name.name.toLowerCase(Locale.ROOT);
                    if (name.sheet == index) {
                        found.put(key, range);
                    } else {
                        found.putIfAbsent(key, range);
                    }
                });
            }
        }
        return found;
    }

    private Optional<CellRange> within(String sheetName) {
        int mark = formula.lastIndexOf('!');
        if (mark < 1 || name.startsWith("_xlnm.")) {
            return Optional.empty();
        }
        String sheetPart = formula.substring(0, mark).strip();
        if (sheetPart.startsWith("'") && sheetPart.endsWith("'") && sheetPart.length() > 1) {
            sheetPart = sheetPart.substring(1, sheetPart.length() - 1).replace("''", "'");
        }
        return sheetPart.equalsIgnoreCase(sheetName) ? CellRange.parse(formula.substring(mark + 1)) : Optional.empty();
    }
}
