package org.huizong.spreadsheet.write;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What the styles of a workbook are made of: fonts, lines, tints, formats, each made once, and frames around tables. */
abstract class StyleKit {
    /** Behind every cell that is to be filled. */
    public static final String INPUT_TINT = "EAF3FA";

    private final XSSFWorkbook book;
    private final boolean chinese;
    private final Map<String, XSSFCellStyle> made = new HashMap<>();
    private final Map<String, XSSFFont> fonts = new HashMap<>();

    StyleKit(XSSFWorkbook book, boolean chinese) {
        this.book = book;
        this.chinese = chinese;
        XSSFFont standard = book.getFontAt(0);
        standard.setFontName(chinese ? "宋体" : "Arial");
        standard.setFontHeightInPoints((short) (chinese ? Styles.BODY : Styles.BODY - 1));
        standard.setScheme(FontScheme.NONE);
    }

    /** The colour of a hexadecimal code such as {@code C00000}. */
    public static XSSFColor colour(String rgb) {
        byte[] bytes = new byte[3];
        for (int i = 0; i < 3; i++) {
            bytes[i] = (byte) Integer.parseInt(rgb.substring(2 * i, 2 * i + 2), 16);
        }
        return new XSSFColor(bytes, new DefaultIndexedColorMap());
    }

    /** Draws the thicker line around a table, whose cells keep the rest of their look. */
    public void frame(XSSFSheet sheet, CellRangeAddress area) {
        for (int r = area.getFirstRow(); r <= area.getLastRow(); r++) {
            for (int c = area.getFirstColumn(); c <= area.getLastColumn(); c++) {
                String edges = (r == area.getFirstRow() ? "t" : "")
                        + (r == area.getLastRow() ? "b" : "")
                        + (c == area.getFirstColumn() ? "l" : "")
                        + (c == area.getLastColumn() ? "r" : "");
                if (!edges.isEmpty()) {
                    XSSFCell cell = cell(sheet, r, c);
                    cell.setCellStyle(framed(cell.getCellStyle(), edges));
                }
            }
        }
    }

    /** The cell at that place, made if it is not there; rows and columns from 0. */
    public static XSSFCell cell(XSSFSheet sheet, int row, int column) {
        XSSFRow line = sheet.getRow(row);
        XSSFRow present = line == null ? sheet.createRow(row) : line;
        XSSFCell cell = present.getCell(column);
        return cell == null ? present.createCell(column) : cell;
    }

    private XSSFCellStyle framed(XSSFCellStyle inner, String edges) {
        return style("frame" + inner.getIndex() + edges, s -> {
            s.cloneStyleFrom(inner);
            if (edges.contains("t")) {
                s.setBorderTop(BorderStyle.MEDIUM);
            }
            if (edges.contains("b")) {
                s.setBorderBottom(BorderStyle.MEDIUM);
            }
            if (edges.contains("l")) {
                s.setBorderLeft(BorderStyle.MEDIUM);
            }
            if (edges.contains("r")) {
                s.setBorderRight(BorderStyle.MEDIUM);
            }
        });
    }

    final XSSFCellStyle style(String key, Consumer<XSSFCellStyle> how) {
        XSSFCellStyle known = made.get(key);
        if (known != null) {
            return known;
        }
        XSSFCellStyle style = book.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        how.accept(style);
        made.put(key, style);
        return style;
    }

    static void lined(XSSFCellStyle style, XSSFFont font, HorizontalAlignment alignment) {
        style.setFont(font);
        style.setAlignment(alignment);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
    }

    final void input(XSSFCellStyle style, int points, HorizontalAlignment alignment) {
        lined(style, body(points, ""), alignment);
        tint(style, INPUT_TINT);
        style.setLocked(false);
    }

    final void onLine(XSSFCellStyle style) {
        style.setFont(body(Styles.BODY, ""));
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setShrinkToFit(true);
        style.setBorderBottom(BorderStyle.THIN);
    }

    static void tint(XSSFCellStyle style, String rgb) {
        style.setFillForegroundColor(colour(rgb));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    final void format(XSSFCellStyle style, String format) {
        style.setDataFormat(book.createDataFormat().getFormat(format));
    }

    static String numberFormat(int decimals) {
        return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    /** Of a number that is typed: it shows whole, so that 2.5 does not look like 3. */
    static String typedFormat(int decimals) {
        return decimals == 0 ? "General" : numberFormat(decimals) + "####";
    }

    final XSSFFont body(int points, String colour) {
        return font("body", chinese ? "宋体" : "Arial", points, colour, false);
    }

    final XSSFFont strong(int points, String colour) {
        return font("strong", chinese ? "黑体" : "Arial", points, colour, !chinese);
    }

    final XSSFFont underlined(int points, String colour) {
        XSSFFont font = font("link", chinese ? "宋体" : "Arial", points, colour, false);
        font.setUnderline(FontUnderline.SINGLE);
        return font;
    }

    private XSSFFont font(String kind, String name, int points, String colour, boolean bold) {
        return fonts.computeIfAbsent(kind + points + colour, k -> {
            XSSFFont font = book.createFont();
            font.setFontName(name);
            font.setFontHeightInPoints((short) (chinese ? points : points - 1));
            font.setBold(bold);
            if (!colour.isEmpty()) {
                font.setColor(colour(colour));
            }
            return font;
        });
    }
}
