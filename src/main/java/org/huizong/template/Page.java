package org.huizong.template;

import java.util.List;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.catalogue.ItemType;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;

/** How a sheet lies on A4. */
final class Page {
    private static final double INCH = 25.4;
    private static final double MARGIN = 13;
    private static final double SHORT = 210 - 2 * MARGIN;
    private static final double LONG = 297 - 2 * MARGIN - 8;
    private static final double CHARACTER = 1.95;
    private static final double POINT = INCH / 72;
    private static final double LEGIBLE = 0.47;
    /** What a digit takes at least, in most fonts. */
    private static final double NARROW_CHARACTER = 1.8;

    private Page() {}

    /**
     * Sets a sheet on A4, upright or across, whichever shows it larger on one page; on several pages if it would be too
     * small on one.
     *
     * @param widths of the visible columns, in digits
     * @param height of all rows, in points
     * @param footer at the left of the foot; the page number is in the middle
     */
    static void set(XSSFSheet sheet, List<Integer> widths, double height, String footer, String pages) {
        double width = widths.stream().mapToInt(w -> w).sum() * CHARACTER;
        double upright = Math.min(1, Math.min(SHORT / width, LONG / (height * POINT)));
        double across = Math.min(1, Math.min(LONG / width, SHORT / (height * POINT)));
        boolean onePage = Math.max(upright, across) >= LEGIBLE;
        var setup = sheet.getPrintSetup();
        setup.setPaperSize(PaperSize.A4_PAPER);
        setup.setLandscape(onePage ? across > upright : SHORT / width < LEGIBLE);
        sheet.setAutobreaks(true);
        sheet.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) (onePage ? 1 : 0));
        sheet.setMargin(PageMargin.LEFT, MARGIN / INCH);
        sheet.setMargin(PageMargin.RIGHT, MARGIN / INCH);
        sheet.setMargin(PageMargin.TOP, MARGIN / INCH);
        sheet.setMargin(PageMargin.BOTTOM, (MARGIN + 4) / INCH);
        sheet.setMargin(PageMargin.HEADER, 7 / INCH);
        sheet.setMargin(PageMargin.FOOTER, 7 / INCH);
        sheet.setHorizontallyCenter(true);
        sheet.getFooter().setLeft(footer);
        sheet.getFooter().setCenter(pages);
        for (int i = 0; i < widths.size(); i++) {
            sheet.setColumnWidth(i, widths.get(i) * 256);
        }
    }

    /** Height that a page across has for what is so many digits wide, in points of paper that is not made smaller. */
    static double acrossPoints(int digits) {
        return (SHORT - 8) / POINT / Math.min(1, LONG / (digits * NARROW_CHARACTER));
    }

    /** What is printed, and the rows that come again on every page. */
    static void print(XSSFSheet sheet, int lastRow, int lastColumn, int firstHead, int lastHead) {
        var book = sheet.getWorkbook();
        book.setPrintArea(book.getSheetIndex(sheet), 0, lastColumn, 0, lastRow);
        if (lastHead > firstHead) {
            sheet.setRepeatingRows(new CellRangeAddress(firstHead, lastHead, -1, -1));
        }
    }

    /** Decimals that are always shown: a quantity shows those that it has. */
    static int decimals(ItemType type) {
        return type == ItemType.MONEY ? type.decimals() : 0;
    }

    /** Hides columns from one to another, at the right of all others. */
    static void hide(XSSFSheet sheet, int first, int last) {
        CTCol columns = sheet.getCTWorksheet().getColsArray(0).addNewCol();
        columns.setMin(first + 1L);
        columns.setMax(last + 1L);
        columns.setHidden(true);
    }

    /** Locks what is not an input, without a password; columns and rows can still be sized and rows inserted. */
    static void protect(XSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockInsertRows(false);
    }
}
