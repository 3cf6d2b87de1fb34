package org.huizong.template;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.layout.RegisterLayout;

/**
 * How a register lies on A4 across: its columns on as few sheets side by side as people can read, and of its rows those of
 * one sheet, but at least sixteen, for which all is shown smaller if need be; with more records than these,
 * those that it begins with and some more. Each sheet takes as many columns as fit when all are shown as
 * large as so many sheets allow, as a spreadsheet program lays them.
 *
 * <p>What is printed is fixed, because LibreOffice takes no print area that is worked out, and prints all that is ready
 * instead; the banner says so when records stand below it.
 */
final class RegisterPaper {
    /** Digits that are legible side by side. */
    private static final int MAX_WIDTH = 245;
    /** Digits that fit on a sheet at full size: none is made larger. */
    private static final int FULL_WIDTH = 130;
    /** Rows for records on one sheet: a month of a township has about ten, and nothing is to stand on a sheet of its own. */
    private static final int LEAST_ROWS = 16;

    /** Blank rows that are printed at least: on the only sheet, and where the records take several. */
    private static final int FEW_ROWS = 3;

    private static final int SPARE_ROWS = 10;
    /** The last column that the head spreads over, so that a screen shows all of it. */
    private static final int LAST_HEAD_COLUMN = 13;

    private final List<Integer> widths;
    private final int lastField;
    /** The first column of each sheet, that of those before repeated at its left. */
    private final List<Integer> firsts;

    /**
     * Lays columns on paper.
     *
     * @param lastField the column that the first sheet holds at least, for all that stands above the records
     */
    RegisterPaper(List<Integer> widths, int lastField) {
        this.widths = widths;
        this.lastField = lastField;
        List<Integer> all = firsts(MAX_WIDTH);
        int width = MAX_WIDTH;
        while (width > FULL_WIDTH && firsts(width - 1).size() == all.size()) {
            width--;
        }
        this.firsts = all.size() == 1 ? all : firsts(width);
    }

    private int repeated() {
        return widths.get(RegisterLayout.NUMBER_COLUMN) + widths.get(RegisterLayout.FIRST_ITEM_COLUMN);
    }

    private List<Integer> firsts(int room) {
        List<Integer> firsts = new ArrayList<>(List.of(0));
        int used = 0;
        for (int column = 0; column < widths.size(); column++) {
            if (used + widths.get(column) > room && column > lastField) {
                firsts.add(column);
                used = repeated();
            }
            used += widths.get(column);
        }
        return firsts;
    }

    /** The first columns of the sheets that lie beside the first. */
    List<Integer> beside() {
        return firsts.subList(1, firsts.size());
    }

    /** The last column of the sheet that begins with that one. */
    int last(int first) {
        int next = firsts.indexOf(first) + 1;
        return next < firsts.size() ? firsts.get(next) - 1 : widths.size() - 1;
    }

    /** The last column of the sheet beside the first that has that column. */
    int lastBeside(int column) {
        return firsts.stream().filter(first -> first > column).findFirst().orElse(widths.size()) - 1;
    }

    /** The last column that the head spreads over: what a screen shows and the first sheet takes. */
    int titled() {
        return Math.min(last(0), LAST_HEAD_COLUMN);
    }

    /** Width of the widest sheet, in digits. */
    private int width() {
        return firsts.stream()
                .mapToInt(first -> (first == 0 ? 0 : repeated())
                        + widths.subList(first, last(first) + 1).stream()
                                .mapToInt(w -> w)
                                .sum())
                .max()
                .orElse(MAX_WIDTH);
    }

    /**
     * The rows that are printed.
     *
     * @param last the last of them
     * @param isShrunk whether all is shown smaller so that they lie on one sheet
     */
    record Rows(int last, boolean isShrunk) {}

    /**
     * The rows that are printed.
     *
     * @param records how many the register begins with
     * @param head height of all that stands above the records, in points
     */
    Rows rows(RegisterLayout layout, int records, double head, double row) {
        int whole = (int) ((Page.acrossPoints(width()) - head) / row);
        int smallest = (int) ((Page.acrossPoints(MAX_WIDTH) - head) / row);
        // what is shown smaller may take a column from the next sheet: of three the middle one would begin elsewhere
        int sheet = firsts.size() > 2 ? whole : Math.max(whole, Math.min(LEAST_ROWS, smallest));
        boolean isOneSheet = records + FEW_ROWS <= sheet;
        int last = layout.firstRecordRow() - 1 + (isOneSheet ? sheet : records + SPARE_ROWS);
        return new Rows(Math.min(layout.lastReadyRow(), last), isOneSheet && sheet > whole);
    }

    /** Sets up what {@link Page#set} has set for a sheet: its heads and who reports stand on every page. */
    void set(XSSFSheet sheet, RegisterLayout layout, Rows rows) {
        var setup = sheet.getPrintSetup();
        setup.setLandscape(true);
        setup.setFitWidth((short) firsts.size());
        setup.setFitHeight((short) (rows.isShrunk() ? 1 : 0));
        Page.print(sheet, rows.last(), layout.explainColumn(), RegisterLayout.IDENTITY_ROW, layout.numberRow());
        sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, RegisterLayout.FIRST_ITEM_COLUMN));
    }
}
