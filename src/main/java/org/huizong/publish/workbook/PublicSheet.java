package org.huizong.publish.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFPrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.model.Value;
import org.huizong.publish.document.PublicPage;
import org.huizong.spreadsheet.read.CellValues;
import org.huizong.spreadsheet.write.Saving;
import org.huizong.spreadsheet.write.Styles;
import org.huizong.spreadsheet.write.TextWidth;
import org.huizong.wording.Wording;

/** The public page of a period as a workbook of one sheet that prints on one page. */
public final class PublicSheet {
    private static final List<Integer> WIDTHS = List.of(24, 20, 10, 44);
    private static final int LAST = 3;
    private static final int EXPLAINED = 3;
    private static final float LINE = 15;
    private static final float TITLE = 40;
    private static final float HEAD = 24;

    private final Wording wording;

    /** A sheet in the words of a language. */
    public PublicSheet(Wording wording) {
        this.wording = wording;
    }

    /**
     * The bytes of the workbook, the same for the same content.
     *
     * @param day what it says about when it was saved
     */
    public byte[] write(PublicPage page, LocalDate day) {
        var bytes = new ByteArrayOutputStream(1 << 14);
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet(wording.text("narrative.public.sheet"));
            Styles styles = new Styles(book, wording.isChinese());
            for (int i = 0; i < WIDTHS.size(); i++) {
                sheet.setColumnWidth(i, WIDTHS.get(i) * 256);
            }
            int row = wide(sheet, 0, page.title(), styles.title(), TITLE);
            row = wide(sheet, row, page.subtitle(), styles.subtitle(), HEAD);
            int head = row;
            row = head(sheet, row, styles);
            for (PublicPage.Line line : page.lines()) {
                row = line(sheet, row, line, styles);
            }
            styles.frame(sheet, new CellRangeAddress(head, row - 1, 0, LAST));
            for (String note : page.notes()) {
                row = wide(sheet, row, note, styles.paragraph(), LINE + 6);
            }
            print(sheet);
            Saving.write(book, bytes, day.atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int wide(XSSFSheet sheet, int row, String text, XSSFCellStyle style, float height) {
        XSSFCell cell = Styles.cell(sheet, row, 0);
        cell.setCellValue(text);
        cell.setCellStyle(style);
        sheet.getRow(row).setHeightInPoints(height);
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, LAST));
        return row + 1;
    }

    private int head(XSSFSheet sheet, int row, Styles styles) {
        List<String> heads = List.of("matter", "number", "measure", "explained");
        for (int i = 0; i < heads.size(); i++) {
            text(sheet, row, i, wording.text("narrative.public.head." + heads.get(i)), styles.head());
        }
        sheet.getRow(row).setHeightInPoints(HEAD);
        return row + 1;
    }

    private static int line(XSSFSheet sheet, int row, PublicPage.Line line, Styles styles) {
        text(sheet, row, 0, line.label(), styles.text());
        Optional<Value> number = line.number().map(Value::of);
        XSSFCell cell = text(
                sheet, row, 1, line.amount(), number.isPresent() ? styles.number(line.decimals()) : styles.remark());
        number.ifPresent(n -> CellValues.put(cell, n));
        text(sheet, row, 2, line.measure(), styles.centred());
        text(sheet, row, EXPLAINED, line.explained(), styles.remark());
        int lines = Math.max(
                Math.max(
                        TextWidth.lines(line.label(), WIDTHS.get(0)),
                        number.isPresent() ? 1 : TextWidth.lines(line.amount(), WIDTHS.get(1))),
                TextWidth.lines(line.explained(), WIDTHS.get(EXPLAINED)));
        sheet.getRow(row).setHeightInPoints(9 + LINE * lines);
        return row + 1;
    }

    private static XSSFCell text(XSSFSheet sheet, int row, int column, String text, XSSFCellStyle style) {
        XSSFCell cell = Styles.cell(sheet, row, column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
        return cell;
    }

    private static void print(XSSFSheet sheet) {
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        XSSFPrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(XSSFPrintSetup.A4_PAPERSIZE);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 1);
    }
}
