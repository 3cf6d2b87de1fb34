package org.huizong.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.huizong.spreadsheet.write.TextWidth;

/** Rows as lines: under each other on a terminal, where a Chinese character takes two places; with tabs elsewhere. */
final class Columns {
    private static final String GAP = "  ";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+|");

    private Columns() {}

    /** Rows for a program: a tab between two cells. */
    static List<String> plain(List<List<String>> rows) {
        return rows.stream().map(row -> String.join("\t", row)).toList();
    }

    /** Rows for people; a column that holds only numbers below its head stands on the right. */
    static List<String> aligned(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        boolean[] right = new boolean[columns];
        for (int i = 0; i < columns; i++) {
            int at = i;
            widths[i] = rows.stream()
                    .mapToInt(row -> TextWidth.of(cell(row, at)))
                    .max()
                    .orElse(0);
            right[i] = rows.size() > 1
                    && rows.stream()
                            .skip(1)
                            .allMatch(row -> NUMBER.matcher(cell(row, at)).matches());
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String room = " ".repeat(widths[i] - TextWidth.of(cell(row, i)));
                line.append(i == 0 ? "" : GAP).append(right[i] ? room + cell(row, i) : cell(row, i) + room);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }
}
