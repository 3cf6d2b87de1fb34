package org.huizong.spreadsheet.mark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The list of what is to be done, as the sheet that comes first in a copy. All its cells are texts, so that it is known
 * for no return even by a program that has lost its name.
 *
 * @param name of its tab; a number is put behind it if the workbook has such a tab
 * @param widths of its columns in digits
 * @param rows from the first on
 * @param head index of the row that each printed page repeats
 * @param footer as the page setup writes it
 * @param isChinese whether its words are Chinese
 */
public record FrontSheet(
        String name, List<Integer> widths, List<Row> rows, int head, String footer, boolean isChinese) {
    /** Margin of the page at its left and right, in inches. */
    static final double MARGIN = 0.5;

    /**
     * A row.
     *
     * @param points how high it is; 0 leaves it to the program that shows it
     * @param isWide whether its first cell takes all columns
     * @param cells from the first column on
     */
    public record Row(double points, boolean isWide, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param link where in the workbook it leads, such as {@code 'Sheet 1'!D7}
     */
    public record Cell(String text, FrontSheetStyle look, Optional<String> link) {}

    public FrontSheet {
        widths = List.copyOf(widths);
        rows = List.copyOf(rows);
    }

    /** The name of its tab among others. */
    String free(Set<String> lowerCase) {
        String free = name;
        for (int n = 2; lowerCase.contains(free.toLowerCase(Locale.ROOT)); n++) {
            free = name + " (" + n + ")";
        }
        return free;
    }

    /** Writes a workbook that is the list alone. */
    public void write(Path to) throws IOException {
        FrontSheetDrawing.alone(this, to);
    }
}
