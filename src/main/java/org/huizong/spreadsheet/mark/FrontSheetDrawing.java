package org.huizong.spreadsheet.mark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.disk.DiskOutput;
import org.huizong.spreadsheet.read.ReturnList;
import org.huizong.spreadsheet.write.Saving;
import org.huizong.spreadsheet.write.Styles;

/** Draws the list as a sheet of an old workbook, or of one that holds nothing else. */
final class FrontSheetDrawing {
    /** When a list that stands alone says that it was saved; nobody sends it as a return. */
    private static final Instant SAVED = Instant.parse("2026-01-01T00:00:00Z");

    private final Workbook book;
    private final FrontSheet list;
    private final Sheet sheet;
    private final Map<FrontSheetStyle.Typeface, Font> fonts = new HashMap<>();
    private final Map<FrontSheetStyle, CellStyle> styles = new EnumMap<>(FrontSheetStyle.class);

    private FrontSheetDrawing(Workbook book, FrontSheet list) {
        this.book = book;
        this.list = list;
        Set<String> tabs = new HashSet<>();
        book.forEach(s -> tabs.add(s.getSheetName().toLowerCase(Locale.ROOT)));
        this.sheet = book.createSheet(list.free(tabs));
        for (FrontSheetStyle look : FrontSheetStyle.values()) {
            styles.put(look, style(look));
        }
    }

    /** Writes a workbook of its own. */
    static void alone(FrontSheet list, Path to) throws IOException {
        try (var book = new XSSFWorkbook();
                OutputStream out = DiskOutput.to(to)) {
            draw(list, book);
            Saving.write(book, out, SAVED);
        }
    }

    /** Draws it behind the other sheets of a workbook. */
    static Sheet draw(FrontSheet list, Workbook book) {
        return new FrontSheetDrawing(book, list).draw();
    }

    private Sheet draw() {
        for (int i = 0; i < list.widths().size(); i++) {
            sheet.setColumnWidth(i, list.widths().get(i) * 256);
        }
        for (int i = 0; i < list.rows().size(); i++) {
            FrontSheet.Row row = list.rows().get(i);
            if (!row.cells().isEmpty()) {
                draw(row, sheet.createRow(i));
            }
        }
        print();
        ReturnList.mark(sheet);
        return sheet;
    }

    private void draw(FrontSheet.Row row, Row line) {
        for (int i = 0; i < row.cells().size(); i++) {
            FrontSheet.Cell said = row.cells().get(i);
            Cell cell = line.createCell(i);
            cell.setCellValue(said.text());
            cell.setCellStyle(styles.get(said.look()));
            said.link().ifPresent(address -> {
                Hyperlink link = book.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
                link.setAddress(address);
                cell.setHyperlink(link);
            });
        }
        if (row.isWide()) {
            int at = line.getRowNum();
            sheet.addMergedRegion(new CellRangeAddress(at, at, 0, list.widths().size() - 1));
        }
        line.setHeightInPoints((float) row.points());
    }

    private CellStyle style(FrontSheetStyle look) {
        CellStyle style = book.createCellStyle();
        style.setFont(fonts.computeIfAbsent(look.typeface(list.isChinese()), this::font));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setAlignment(HorizontalAlignment.valueOf(look.alignment.name()));
        style.setWrapText(look.wraps);
        if (look.isLined) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        look.tint.ifPresent(tint -> {
            style.setFillForegroundColor(book instanceof HSSFWorkbook ? tint.old() : Styles.colour(tint.rgb()));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        });
        return style;
    }

    private Font font(FrontSheetStyle.Typeface typeface) {
        Font font = book.createFont();
        font.setFontName(typeface.name());
        font.setFontHeightInPoints((short) typeface.points());
        font.setBold(typeface.isBold());
        if (typeface.isLink()) {
            font.setColor(IndexedColors.BLUE.getIndex());
            font.setUnderline(Font.U_SINGLE);
        }
        return font;
    }

    private void print() {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(false);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, FrontSheet.MARGIN);
        sheet.setMargin(PageMargin.RIGHT, FrontSheet.MARGIN);
        sheet.setRepeatingRows(new CellRangeAddress(list.head(), list.head(), -1, -1));
        sheet.getFooter().setCenter(list.footer());
        sheet.setDisplayGridlines(false);
    }
}
