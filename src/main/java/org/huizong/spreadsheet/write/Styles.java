package org.huizong.spreadsheet.write;

import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The look of every page: 宋体 for the body, 黑体 for heads, thin lines in a thicker frame, hardly any colour.
 *
 * <p>One for each workbook; a style is made when it is first asked for, and every cell of a table has its lines. Cells
 * are locked unless the style is an input.
 */
public final class Styles extends StyleKit {
    /** Points of the body, between 五号 and 小四. */
    public static final int BODY = 11;
    /** Points of notes. */
    public static final int NOTE = 10;
    /** Points of the columns of remarks, which hold sentences. */
    public static final int SMALL = 9;

    private static final String HEAD_TINT = "F2F2F2";
    private static final String BLUE = "0563C1";
    private static final String GREY = "7F7F7F";

    /**
     * Styles of that workbook, whose default font they change.
     *
     * @param chinese whether its words are Chinese; otherwise a Latin font is used throughout
     */
    public Styles(XSSFWorkbook book, boolean chinese) {
        super(book, chinese);
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

    /** Lines of words without borders, to the right. */
    public XSSFCellStyle plainRightLines() {
        return style("plainRightLines", s -> {
            s.setFont(body(BODY, ""));
            s.setAlignment(HorizontalAlignment.RIGHT);
            s.setWrapText(true);
        });
    }

    /** A sentence over a page that says how things stand: bold, centred, without borders. */
    public XSSFCellStyle banner() {
        return style("banner", s -> {
            s.setFont(strong(12, ""));
            s.setAlignment(HorizontalAlignment.CENTER);
            s.setWrapText(true);
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
        return style("heading", s -> {
            lined(s, strong(BODY, ""), HorizontalAlignment.LEFT);
            s.setIndention((short) 1);
        });
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

    /** A figure that the sheet works out itself. */
    public XSSFCellStyle computed(int decimals) {
        return style("computed" + decimals, s -> {
            lined(s, body(BODY, ""), HorizontalAlignment.RIGHT);
            format(s, typedFormat(decimals));
        });
    }

    /** By how much a figure differs from another: with its sign. */
    public XSSFCellStyle change(int decimals) {
        return style("change" + decimals, s -> {
            lined(s, body(BODY, ""), HorizontalAlignment.RIGHT);
            String number = numberFormat(decimals);
            format(s, "+" + number + ";-" + number + ";" + number);
        });
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

    /** A link in a table. */
    public XSSFCellStyle link() {
        return style("link", s -> {
            lined(s, underlined(BODY, BLUE), HorizontalAlignment.LEFT);
            s.setIndention((short) 1);
            s.setWrapText(true);
        });
    }

    /** A number to be filled in. */
    public XSSFCellStyle inputNumber(int decimals) {
        return style("inputNumber" + decimals, s -> {
            input(s, BODY, HorizontalAlignment.RIGHT);
            format(s, typedFormat(decimals));
        });
    }

    /** A text to be filled in. */
    public XSSFCellStyle inputText() {
        return style("inputText", s -> {
            input(s, SMALL, HorizontalAlignment.LEFT);
            s.setIndention((short) 1);
            s.setWrapText(true);
            format(s, "@");
        });
    }

    /** A text of several lines to be filled in, in the type of the body. */
    public XSSFCellStyle inputParagraph() {
        return style("inputParagraph", s -> {
            input(s, BODY, HorizontalAlignment.LEFT);
            s.setIndention((short) 1);
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
            tint(s, StyleKit.INPUT_TINT);
            s.setLocked(false);
            format(s, "@");
        });
    }

    /** A day outside the table to be filled in, on a line. */
    public XSSFCellStyle inputLineDate() {
        return style("inputLineDate", s -> {
            onLine(s);
            tint(s, StyleKit.INPUT_TINT);
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
}
