package org.huizong.returned;

import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.huizong.spreadsheet.write.Mark;

/** The few looks of the list, in either kind of workbook; the workbook's own fonts stay as they are. */
final class ListStyles {
    private final Workbook book;
    private final boolean chinese;

    final CellStyle title;
    final CellStyle words;
    final CellStyle head;
    final CellStyle text;
    final CellStyle centred;
    final CellStyle link;
    final CellStyle red;
    final CellStyle yellow;
    final CellStyle blue;

    ListStyles(Workbook book, boolean chinese) {
        this.book = book;
        this.chinese = chinese;
        this.title = style(font(18, true), s -> s.setAlignment(HorizontalAlignment.CENTER));
        Font body = font(11, false);
        this.words = style(body, s -> s.setWrapText(true));
        this.head = lined(font(11, true), HorizontalAlignment.CENTER);
        this.text = lined(body, HorizontalAlignment.LEFT);
        this.centred = lined(body, HorizontalAlignment.CENTER);
        Font blueInk = font(11, false);
        blueInk.setColor(IndexedColors.BLUE.getIndex());
        blueInk.setUnderline(Font.U_SINGLE);
        this.link = lined(blueInk, HorizontalAlignment.LEFT);
        this.red = tinted(body, Mark.Tint.RED);
        this.yellow = tinted(body, Mark.Tint.YELLOW);
        this.blue = tinted(body, Mark.Tint.BLUE);
    }

    CellStyle of(Mark.Tint tint) {
        return switch (tint) {
            case RED -> red;
            case YELLOW -> yellow;
            case BLUE -> blue;
        };
    }

    private CellStyle tinted(Font font, Mark.Tint tint) {
        CellStyle style = lined(font, HorizontalAlignment.CENTER);
        style.setFillForegroundColor(tint.in(book));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private CellStyle lined(Font font, HorizontalAlignment alignment) {
        return style(font, s -> {
            s.setAlignment(alignment);
            s.setWrapText(true);
            s.setBorderTop(BorderStyle.THIN);
            s.setBorderBottom(BorderStyle.THIN);
            s.setBorderLeft(BorderStyle.THIN);
            s.setBorderRight(BorderStyle.THIN);
        });
    }

    private CellStyle style(Font font, Consumer<CellStyle> how) {
        CellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        how.accept(style);
        return style;
    }

    private Font font(int points, boolean strong) {
        Font font = book.createFont();
        font.setFontName(chinese ? (strong ? "黑体" : "宋体") : "Arial");
        font.setFontHeightInPoints((short) (chinese ? points : points - 1));
        font.setBold(strong && !chinese);
        return font;
    }
}
