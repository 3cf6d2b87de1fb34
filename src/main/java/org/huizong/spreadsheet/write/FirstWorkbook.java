package org.huizong.spreadsheet.write;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.util.SheetUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook that nobody sees. With the first one Java and POI load classes, schemas and the fonts of the system, which takes
 * longer than a small workbook does.
 */
public final class FirstWorkbook {
    private FirstWorkbook() {}

    /**
     * Lets another thread write it while a program starts, which does one thing after the other. What goes wrong is passed
     * over: with a workbook that somebody waits for it goes wrong again.
     */
    public static void prepare() {
        Thread thread = new Thread(FirstWorkbook::write, "first-workbook");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((of, fault) -> {});
        thread.start();
    }

    static void write() {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet();
            XSSFCell cell = sheet.createRow(0).createCell(0);
            cell.setCellFormula("ROUND(SUM(B1:B2),0)");
            cell.setCellStyle(book.createCellStyle());
            XSSFHyperlink link = book.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("A1");
            cell.setHyperlink(link);
            book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
            SheetUtil.getDefaultCharWidthAsFloat(book);
            sheet.createDrawingPatriarch().createSimpleShape(new XSSFClientAnchor());
            book.write(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
