package org.huizong.workbook;

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

/**
 * The look of every page: 宋体 for the body, 黑体 for heads, thin lines in a thicker frame, hardly any colour.
 *
 * <p>One for each workbook; a style is made when it is first asked for, and every cell of a table has its lines. Cells
 * are locked unless the style is an input.
 */
public final class Styles {
    /** Points of the body, between 五号 and 小四. */
    public static final int BODY = 11;
    /** Points of notes. */
    public static final int NOTE = 10;
    /** Points of the columns of remarks, which hold sentences. */
    public static final int SMALL = 9;

    private static final String INPUT_TINT = "EAF3FA";
    private static final String HEAD_TINT = "F2F2F2";
    private static final String RED = "C00000";
    private static final String AMBER = "9C5700";
    private static final String BLUE = "0563C1";
    private static final String GREY = "7F7F7F";

    private final XSSFWorkbook book;
    private final boolean chinese;
    private final Map<String, XSSFCellStyle> made = new HashMap<>();
    private final Map<String, XSSFFont> fonts = new HashMap<>();

    /**
     * Styles of that workbook, whose default font they change.
     *
     * @param chinese whether its words are Chinese; otherwise a Latin font is used throughout
     */
    public Styles(XSSFWorkbook book, boolean chinese) {
        this.book = book;
        this.chinese = chinese;
        XSSFFont standard = book.getFontAt(0);
        standard.setFontName(chinese ? "宋体" : "Arial");
        standard.setFontHeightInPoints((short) (chinese ? BODY : BODY - 1));
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

    /** Title of a page: large, centred, without lines. */
    public XSSFCellStyle title() {
        return style("title", s -> {
            s.setFont(strong(20, ""));
            s.setAlignment(HorizontalAlignment.CENTER);
        });
    }

    /** A line of words without borders, to the left. */
    public XSSFCellStyle plain() {
        return style("plain", s -> s.setFont(body(BODY, "")));
    }

    /** Sentences without borders, wrapped. */
    public XSSFCellStyle paragraph() {
        return style("paragraph", s -> {
            s.setFont(body(BODY, ""));
            s.setWrapText(true);
        });
    }

    /** A line of words without borders, to the right. */
    public XSSFCellStyle plainRight() {
        return style("plainRight", s -> {
            s.setFont(body(BODY, ""));
            s.setAlignment(HorizontalAlignment.RIGHT);
        });
    }

    /** A sentence over a page that says how things stand: bold, centred, without borders. */
    public XSSFCellStyle banner() {
        return style("banner", s -> {
            s.setFont(strong(12, ""));
            s.setAlignment(HorizontalAlignment.CENTER);
        });
    }

    /** Head of a part of a page, without borders. */
    public XSSFCellStyle subtitle() {
        return style("subtitle", s -> s.setFont(strong(BODY, "")));
    }

    /** Head of a column. */
    public XSSFCellStyle head() {
        return style("head", s -> {
            lined(s, strong(BODY, ""), HorizontalAlignment.CENTER);
            s.setWrapText(true);
            tint(s, HEAD_TINT);
        });
    }

    /** Head of a group of lines. */
    public XSSFCellStyle heading() {
        return style("heading", s -> lined(s, strong(BODY, ""), HorizontalAlignment.LEFT));
    }

    /** Words in a table, to the left, wrapped. */
    public XSSFCellStyle text() {
        return text(0);
    }

    /** Words in a table, indented by so many steps. */
    public XSSFCellStyle text(int indent) {
        return style("text" + indent, s -> {
            lined(s, body(BODY, ""), HorizontalAlignment.LEFT);
            s.setWrapText(true);
            s.setIndention((short) indent);
        });
    }

    /** Sentences in a table, in small type. */
    public XSSFCellStyle remark() {
        return style("remark", s -> {
            lined(s, body(SMALL, ""), HorizontalAlignment.LEFT);
            s.setIndention((short) 1);
            s.setWrapText(true);
        });
    }

    /** Words in a table, centred. */
    public XSSFCellStyle centred() {
        return style("centred", s -> {
            lined(s, body(BODY, ""), HorizontalAlignment.CENTER);
            s.setWrapText(true);
        });
    }

    /** A code such as 01, kept as text. */
    public XSSFCellStyle code() {
        return style("code", s -> {
            lined(s, body(BODY, ""), HorizontalAlignment.CENTER);
            format(s, "@");
        });
    }

    /** A number in a table with thousands separators and so many decimals. */
    public XSSFCellStyle number(int decimals) {
        return style("number" + decimals, s -> {
            lined(s, body(BODY, ""), HorizontalAlignment.RIGHT);
            format(s, numberFormat(decimals));
        });
    }

    /** A percentage with one decimal. */
    public XSSFCellStyle percent() {
        return style("percent", s -> {
            lined(s, body(BODY, ""), HorizontalAlignment.RIGHT);
            format(s, "0.0%");
        });
    }

    /** A day in a table. */
    public XSSFCellStyle date() {
        return style("date", s -> {
            lined(s, body(BODY, ""), HorizontalAlignment.CENTER);
            format(s, "yyyy-mm-dd");
        });
    }

    /** A figure that the sheet works out itself. */
    public XSSFCellStyle computed(int decimals) {
        return number(decimals);
    }

    /** A cell that is not to be filled: ×, or — where a figure has no meaning. */
    public XSSFCellStyle crossed() {
        return style("crossed", s -> lined(s, body(BODY, GREY), HorizontalAlignment.CENTER));
    }

    /** A note below a table: smaller, wrapped, without lines. */
    public XSSFCellStyle note() {
        return style("note", s -> {
            s.setFont(body(NOTE, ""));
            s.setWrapText(true);
        });
    }

    /** What is wrong, in small red type. */
    public XSSFCellStyle check() {
        return style("check", s -> {
            lined(s, body(SMALL, RED), HorizontalAlignment.LEFT);
            s.setIndention((short) 1);
            s.setWrapText(true);
        });
    }

    /** What is odd, in small amber type. */
    public XSSFCellStyle query() {
        return style("query", s -> {
            lined(s, body(SMALL, AMBER), HorizontalAlignment.LEFT);
            s.setIndention((short) 1);
            s.setWrapText(true);
        });
    }

    /** A link in a table. */
    public XSSFCellStyle link() {
        return style("link", s -> {
            XSSFFont font = font("link", chinese ? "宋体" : "Arial", BODY, BLUE, false);
            font.setUnderline(FontUnderline.SINGLE);
            lined(s, font, HorizontalAlignment.LEFT);
            s.setWrapText(true);
        });
    }

    /** A number to be filled in. */
    public XSSFCellStyle inputNumber(int decimals) {
        return style("inputNumber" + decimals, s -> {
            input(s, BODY, HorizontalAlignment.RIGHT);
            format(s, numberFormat(decimals));
        });
    }

    /** A text to be filled in. */
    public XSSFCellStyle inputText() {
        return style("inputText", s -> {
            input(s, SMALL, HorizontalAlignment.LEFT);
            s.setWrapText(true);
            format(s, "@");
        });
    }

    /** A day to be filled in. */
    public XSSFCellStyle inputDate() {
        return style("inputDate", s -> {
            input(s, BODY, HorizontalAlignment.CENTER);
            format(s, "yyyy-mm-dd");
        });
    }

    /** A choice from a list. */
    public XSSFCellStyle inputChoice() {
        return style("inputChoice", s -> input(s, BODY, HorizontalAlignment.CENTER));
    }

    /** A word outside the table to be filled in, on a line; its type shrinks before it is cut. */
    public XSSFCellStyle inputLine() {
        return style("inputLine", s -> {
            onLine(s);
            tint(s, INPUT_TINT);
            s.setLocked(false);
            format(s, "@");
        });
    }

    /** A day outside the table to be filled in, on a line. */
    public XSSFCellStyle inputLineDate() {
        return style("inputLineDate", s -> {
            onLine(s);
            tint(s, INPUT_TINT);
            s.setLocked(false);
            format(s, "yyyy-mm-dd");
        });
    }

    /** A word outside the table that is filled in already, on a line. */
    public XSSFCellStyle line() {
        return style("line", s -> {
            onLine(s);
            format(s, "@");
        });
    }

    /** A day in a cell that nobody sees. */
    public XSSFCellStyle hiddenDate() {
        return style("hiddenDate", s -> format(s, "yyyy-mm-dd"));
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

    private XSSFCellStyle style(String key, Consumer<XSSFCellStyle> how) {
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

    private static void lined(XSSFCellStyle style, XSSFFont font, HorizontalAlignment alignment) {
        style.setFont(font);
        style.setAlignment(alignment);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
    }

    private void input(XSSFCellStyle style, int points, HorizontalAlignment alignment) {
        lined(style, body(points, ""), alignment);
        tint(style, INPUT_TINT);
        style.setLocked(false);
    }

    private void onLine(XSSFCellStyle style) {
        style.setFont(body(BODY, ""));
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setShrinkToFit(true);
        style.setBorderBottom(BorderStyle.THIN);
    }

    private static void tint(XSSFCellStyle style, String rgb) {
        style.setFillForegroundColor(colour(rgb));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private void format(XSSFCellStyle style, String format) {
        style.setDataFormat(book.createDataFormat().getFormat(format));
    }

    private static String numberFormat(int decimals) {
        return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    private XSSFFont body(int points, String colour) {
        return font("body", chinese ? "宋体" : "Arial", points, colour, false);
    }

    private XSSFFont strong(int points, String colour) {
        return font("strong", chinese ? "黑体" : "Arial", points, colour, !chinese);
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
