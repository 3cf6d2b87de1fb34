package org.huizong.spreadsheet.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The defined names of one workbook that stand for cells of it, by sheet. What years of copying leave behind, names of
 * nothing or of other workbooks, is passed over.
 */
final class DefinedNames {
    /** The place of a name that belongs to no sheet. */
    static final int WORKBOOK = -1;

    private static final String BUILT_IN = "_xlnm.";

    /** Cells on a sheet of that name. */
    private record Target(String sheet, CellRange cells) {}

    private final Map<Integer, Map<String, Target>> ofSheets = new HashMap<>();
    private final Map<String, Map<String, CellRange>> ofWorkbook = new HashMap<>();
    private int count;
    /** The sheet of the last name as it was written, and folded. */
    private String written = "";

    private String foldedSheet = "";

    /**
     * Takes a name as a workbook writes it.
     *
     * @param sheet index of the sheet it belongs to, or {@link #WORKBOOK}
     * @param formula what it refers to, such as {@code 'Sheet 1'!$D$7}
     */
    void add(String name, int sheet, String formula) {
        if (!name.startsWith(BUILT_IN)) {
            target(formula).ifPresent(target -> {
                if (++count > Limits.MAX_NAMES) {
                    throw Beyond.limit("file.names", Limits.MAX_NAMES);
                }
                String key = name.toLowerCase(Locale.ROOT);
                if (sheet == WORKBOOK) {
                    ofWorkbook
                            .computeIfAbsent(target.sheet(), s -> new HashMap<>())
                            .putIfAbsent(key, target.cells());
                } else {
                    ofSheets.computeIfAbsent(sheet, s -> new HashMap<>()).put(key, target);
                }
            });
        }
    }

    private Optional<Target> target(String formula) {
        int mark = formula.lastIndexOf('!');
        if (mark < 1) {
            return Optional.empty();
        }
        // names of one sheet come one after the other
        if (mark != written.length() || !formula.startsWith(written)) {
            written = formula.substring(0, mark);
            foldedSheet = folded(written.strip());
        }
        return CellRange.parse(formula.substring(mark + 1)).map(cells -> new Target(foldedSheet, cells));
    }

    private static String folded(String name) {
        String sheet = name;
        if (sheet.startsWith("'") && sheet.endsWith("'") && sheet.length() > 1) {
            sheet = sheet.substring(1, sheet.length() - 1).replace("''", "'");
        }
        return sheet.toLowerCase(Locale.ROOT);
    }

    /**
     * The names that point into one sheet, in lower case: the sheet's own, and those of the workbook it has not itself.
     * Those that point elsewhere are left out.
     */
    Map<String, CellRange> of(int index, String sheetName) {
        String folded = sheetName.toLowerCase(Locale.ROOT);
        Map<String, CellRange> found = new HashMap<>(ofWorkbook.getOrDefault(folded, Map.of()));
        ofSheets.getOrDefault(index, Map.of()).forEach((name, target) -> {
            if (target.sheet().equals(folded)) {
                found.put(name, target.cells());
            }
        });
        return found;
    }
}
