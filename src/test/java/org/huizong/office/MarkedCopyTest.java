package org.huizong.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.mark.ClerkBook;
import org.huizong.spreadsheet.mark.Mark;
import org.huizong.spreadsheet.mark.Package;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LibreOffice opens a marked copy of a workbook of no program of ours, and shows its marks and its list. */
@Tag("office")
class MarkedCopyTest {
    @TempDir
    private Path home;

    @Test
    void opensAMarkedCopyAndSavesItWithItsNotesItsColoursAndItsList() throws IOException {
        Soffice office = Soffice.found(Files.createDirectories(home.resolve("office")));
        Path ordinary = marked(Package.ordinary(), "普通.xlsx");
        Path strict = marked(
                Package.ordinary()
                        .replaceAll(
                                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                "http://purl.oclc.org/ooxml/spreadsheetml/main")
                        .replaceAll(
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                                "http://purl.oclc.org/ooxml/officeDocument/relationships"),
                "严格.xlsx");

        office.saveAs(List.of(ordinary, strict), home.resolve("out"), "xlsx:Calc MS Excel 2007 XML", "xlsx");

        for (String name : List.of("普通.xlsx", "严格.xlsx")) {
            try (Workbook book =
                    WorkbookFactory.create(home.resolve("out").resolve(name).toFile(), null, true)) {
                List<String> tabs = new ArrayList<>();
                book.forEach(s -> tabs.add(s.getSheetName()));
                assertThat(tabs).as(name).containsExactly("退回清单", "附表", "月报");
                Sheet sheet = book.getSheet("月报");
                Map<String, String> notes = new TreeMap<>();
                Map<org.apache.poi.ss.util.CellAddress, ? extends Comment> all = sheet.getCellComments();
                all.forEach((at, note) ->
                        notes.put(at.formatAsString(), note.getString().getString()));
                assertThat(notes).as(name).containsOnly(Map.entry("D8", "汇总:\n太大"), Map.entry("Z90", "汇总:\n没有填"));
                assertThat(sheet.getRow(7).getCell(3).getNumericCellValue()).isEqualTo(-5);
                assertThat(sheet.getSheetConditionalFormatting().getNumConditionalFormattings())
                        .as(name)
                        .isEqualTo(2);
                assertThat(book.getSheetAt(0)
                                .getRow(1)
                                .getCell(0)
                                .getHyperlink()
                                .getAddress())
                        .as(name)
                        .contains("月报")
                        .endsWith("D8");
            }
        }
    }

    private Path marked(Package sent, String name) throws IOException {
        Path copy = home.resolve(name);
        try (ClerkBook book = (ClerkBook) ClerkBook.open(sent.write(home.resolve("报表.xlsx")))) {
            book.write(
                    Package.list(),
                    "汇总",
                    List.of(mark("D8", Mark.Tint.RED, "太大"), mark("Z90", Mark.Tint.YELLOW, "没有填")),
                    copy);
        }
        return copy;
    }

    private static Mark mark(String cell, Mark.Tint tint, String note) {
        return new Mark("月报", CellAddress.parse(cell).orElseThrow(), tint, note);
    }
}
