package org.huizong.spreadsheet.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.Typing;
import org.junit.jupiter.api.Test;

class FormFillerTest {
    private static final Instant SAVED = Instant.parse("2025-04-02T03:04:05.678Z");

    @Test
    void putsValuesIntoNamedCellsAndWorksOutTheRest() throws IOException {
        var bytes = fill(Map.of(
                "name",
                "石桥村",
                "day",
                LocalDate.of(2025, 3, 31),
                "food.found",
                new BigDecimal("12"),
                "food.fixed",
                BigDecimal.ONE));

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var row = book.getSheetAt(0).getRow(1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("石桥村");
            assertThat(row.getCell(1).getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2025-03-31");
            assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(13);
            assertThat(book.getProperties().getCoreProperties().getModified()).isEqualTo("2025-04-02T03:04:05Z");
        }
    }

    @Test
    void keepsAnEmptyTextAsTheResultOfAFormula() throws IOException {
        var bytes = fill(Map.of("food.found", ""));

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sum = book.getSheetAt(0).getRow(1).getCell(4);
            assertThat(sum.getCachedFormulaResultType()).isEqualTo(CellType.STRING);
            assertThat(sum.getStringCellValue()).isEmpty();
        }
    }

    @Test
    void givesTheSameBytesForTheSameValues() throws IOException {
        var values = Map.of("name", "石桥村");

        assertThat(fill(values)).isEqualTo(fill(values));
    }

    @Test
    void refusesANameThatTheFormDoesNotHave() {
        assertThatThrownBy(() -> fill(Map.of("food.fond", BigDecimal.ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("food has no cell food.fond; it has [day, food.fixed, food.found, name, return]");
    }

    @Test
    void worksOutTheRowsOfARegisterThatHoldARecordOrHeldOneAndLeavesTheOthers() throws IOException {
        var register = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("表 1");
            sheet.createRow(0).createCell(0).setCellValue("cases");
            name(sheet, "return", "$A$1");
            name(sheet, "cases.case_no", "$A$2:$A$4");
            for (int row = 1; row < 4; row++) {
                var line = sheet.createRow(row);
                var check = line.createCell(1);
                check.setCellFormula("LEN(A" + (row + 1) + ")");
                check.setCellValue("as drawn");
            }
            sheet.getRow(2).createCell(0).setCellValue("第2号");
            Saving.write(book, register, Instant.EPOCH);
        }

        var filled = new ByteArrayOutputStream();
        FormFiller.fill(
                new ByteArrayInputStream(register.toByteArray()),
                filled,
                Map.of("cases", Map.of("cases.case_no#1", Value.of("第11号"), "cases.case_no#2", Value.Gap.BLANK)),
                SAVED);

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(filled.toByteArray()))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(4);
            assertThat(sheet.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(0);
            assertThat(sheet.getRow(3).getCell(1).getStringCellValue()).isEqualTo("as drawn");
        }
    }

    private static byte[] fill(Map<String, ?> values) throws IOException {
        var out = new ByteArrayOutputStream();
        FormFiller.fill(new ByteArrayInputStream(template()), out, Typing.of(Map.of("food", values)), SAVED);
        return out.toByteArray();
    }

    private static byte[] template() throws IOException {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("表 1");
            sheet.createRow(0).createCell(0).setCellValue("food");
            name(sheet, "return", "$A$1");
            name(sheet, "name", "$A$2");
            name(sheet, "day", "$B$2");
            name(sheet, "food.found", "$C$2");
            name(sheet, "food.fixed", "$D$2");
            var date = book.createCellStyle();
            date.setDataFormat((short) 14);
            var row = sheet.createRow(1);
            row.createCell(1).setCellStyle(date);
            row.createCell(4).setCellFormula("IF(COUNT(food.found,food.fixed)<2,\"\",food.found+food.fixed)");
            var out = new ByteArrayOutputStream();
            Saving.write(book, out, Instant.EPOCH);
            return out.toByteArray();
        }
    }

    private static void name(XSSFSheet sheet, String text, String address) {
        var name = sheet.getWorkbook().createName();
        name.setSheetIndex(0);
        name.setNameName(text);
        name.setRefersToFormula("'表 1'!" + address);
    }
}
