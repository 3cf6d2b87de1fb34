package org.huizong.publish.workbook;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of one workbook, each made once. */
final class Styles {
    private static final int TEXT = -1;

    private final XSSFWorkbook workbook;
    private final String body;
    private final String heads;
    private final Map<Key, XSSFCellStyle> styles = new HashMap<>();

    Styles(XSSFWorkbook workbook, boolean chinese) {
        this.workbook = workbook;
        this.body = chinese ? "宋体" : "Times New Roman";
        this.heads = chinese ? "黑体" : "Arial";
        XSSFFont normal = workbook.getFontAt(0);
        normal.setFontName(body);
        normal.setFontHeight(10.5);
    }

    /** The style of a text. */
    XSSFCellStyle of(Look look) {
        return of(look, TEXT, "");
    }

    /** The style of a number with so many decimals. */
    XSSFCellStyle of(Look look, int decimals) {
        return of(look, decimals, "");
    }

    /** The style of a number with so many decimals and a mark behind it, which is no part of the number. */
    XSSFCellStyle of(Look look, int decimals, String mark) {
        return styles.computeIfAbsent(new Key(look, decimals, mark), this::make);
    }

    private XSSFCellStyle make(Key key) {
        Look look = key.look();
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(look));
        style.setAlignment(look.align());
        style.setVerticalAlignment(look == Look.SPOKEN ? VerticalAlignment.TOP : VerticalAlignment.CENTER);
        style.setWrapText(look.wraps());
        if (look.framed()) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        if (!look.fill().isEmpty()) {
            style.setFillForegroundColor(new XSSFColor(HexFormat.of().parseHex(look.fill())));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        String places = key.decimals() > 0 ? "." + "0".repeat(key.decimals()) : "";
        String behind = key.mark().isEmpty() ? "_ " : '"' + key.mark() + '"';
        String format = key.decimals() == TEXT ? "@" : "#,##0" + places + behind;
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private XSSFFont font(Look look) {
        XSSFFont font = workbook.createFont();
        font.setFontName(look.heavy() ? heads : body);
        font.setFontHeight(look.points());
        font.setBold(look.heavy());
        font.setColor(new XSSFColor(HexFormat.of().parseHex(look.ink())));
        if (look == Look.LINK || look == Look.BACK || look == Look.CELL_LINK) {
            font.setUnderline(Font.U_SINGLE);
        }
        return font;
    }

    private record Key(Look look, int decimals, String mark) {}
}
