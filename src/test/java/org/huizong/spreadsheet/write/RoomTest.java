package org.huizong.spreadsheet.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RoomTest {
    @AutoClose
    private final XSSFWorkbook book = new XSSFWorkbook();

    @Test
    void findsATextBesideAnotherThatIsTooLongAndOneOfMoreLinesThanItsRowIsHigh() {
        var sheet = book.createSheet("表");
        CellStyle wrapped = book.createCellStyle();
        wrapped.setWrapText(true);
        var first = sheet.createRow(0);
        first.createCell(0).setCellValue("超过八个字符的文字");
        first.createCell(1).setCellValue("旁边");
        first.createCell(2).setCellValue("后面没有字的可以很长很长很长");
        var second = sheet.createRow(1);
        second.setHeightInPoints(16);
        second.createCell(0).setCellValue("超过八个字符的文字");
        second.getCell(0).setCellStyle(wrapped);

        assertThat(Room.lacking(book))
                .extracting(cut -> cut.substring(0, cut.indexOf(':')))
                .containsExactly("表 A1", "表 A2");
    }

    @Test
    void findsATextOfWhichSheetsOfPaperBesideTheFirstRepeatOnlyTheBeginning() {
        var sheet = book.createSheet("表");
        sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:A"));
        sheet.getPrintSetup().setFitWidth((short) 2);
        for (int row = 0; row < 3; row++) {
            sheet.addMergedRegion(new CellRangeAddress(row, row, row == 2 ? 1 : 0, 4));
        }
        sheet.createRow(0).createCell(0).setCellValue("超过八个字符的文字");
        sheet.createRow(1).createCell(0).setCellValue("不长");
        sheet.createRow(2).createCell(1).setCellValue("超过八个字符的文字");

        assertThat(Room.lacking(book))
                .extracting(cut -> cut.substring(0, cut.indexOf(':')))
                .containsExactly("表 A1");
    }
}
