package org.huizong.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.intake.Intake;
import org.huizong.intake.ReturnsFolder;
import org.huizong.layout.FormLayout;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A filled return that another program saved again, in each of its formats, is the same return. */
@Tag("office")
class ResavedTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final Period MARCH = Period.parse("2025-03");
    private static final String FORM = "publicity";

    @TempDir
    private Path folder;

    @Test
    void readsTheSameAfterLibreOfficeSavedItAgain() throws IOException {
        Soffice office = Soffice.found(Files.createDirectories(folder.resolve("home")));
        Path filled = filled(folder.resolve("石桥村.xlsx"));
        Path alone = alone(filled, folder.resolve("单表.xlsx"));

        office.saveAs(List.of(filled), folder.resolve("out"), "xlsx:Calc MS Excel 2007 XML", "xlsx");
        office.saveAs(List.of(filled), folder.resolve("out"), "xls:MS Excel 97", "xls");
        office.saveAs(List.of(alone), folder.resolve("out"), "csv:Text - txt - csv (StarCalc):44,34,76", "csv");

        Map<String, Value> expected = values(filled);
        assertThat(expected).hasSizeGreaterThan(15);
        for (String name : List.of("石桥村.xlsx", "石桥村.xls", "单表.csv")) {
            assertThat(values(folder.resolve("out").resolve(name))).as(name).isEqualTo(expected);
        }
        // an .xlsx says what the clock showed, an .xls the true time: read rightly they are one
        assertThat(submission(folder.resolve("out").resolve("石桥村.xls")).saved())
                .isPresent()
                .isEqualTo(submission(folder.resolve("out").resolve("石桥村.xlsx")).saved());
    }

    private static Submission submission(Path file) {
        Reading reading =
                new Intake(CATALOGUE).read(ReturnsFolder.of(file).files().get(0), MARCH);
        assertThat(reading).as(file + " " + reading.findings()).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading)
                .submissions().stream()
                        .filter(s -> s.form().equals(FORM))
                        .findFirst()
                        .orElseThrow();
    }

    private static Map<String, Value> values(Path file) {
        Map<String, Value> values = new TreeMap<>();
        submission(file).observations().stream()
                .filter(o -> !o.value().isMissing())
                .forEach(o -> values.put(o.item(), o.value()));
        return values;
    }

    private static Path filled(Path file) throws IOException {
        Path issued = file.resolveSibling("issued.xlsx");
        try (OutputStream out = Files.newOutputStream(issued)) {
            new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(Lang.ZH), CATALOGUE))
                    .issue(CATALOGUE.unit("v01").orElseThrow(), MARCH, Prefill.NONE, out);
        }
        FormLayout layout =
                FormLayout.of(CATALOGUE, CATALOGUE.form(FORM, MARCH.last()).orElseThrow(), MARCH.last());
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(issued));
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.getSheet(layout.form().label());
            int n = 0;
            for (Item item : layout.items()) {
                var at = layout.cell(item.code()).orElseThrow();
                var cell = sheet.getRow(at.row()).getCell(at.column(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                if (cell.getCellType() != CellType.FORMULA && item.type().isNumeric()) {
                    cell.setCellValue(++n * 7);
                } else if (cell.getCellType() != CellType.FORMULA) {
                    cell.setCellValue("是");
                }
            }
            book.write(out);
        }
        return file;
    }

    /** The sheet alone, which is the one that a table of text holds. */
    private static Path alone(Path filled, Path file) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(filled));
                OutputStream out = Files.newOutputStream(file)) {
            String keep = CATALOGUE.form(FORM, MARCH.last()).orElseThrow().label();
            for (int i = book.getNumberOfSheets() - 1; i >= 0; i--) {
                if (!book.getSheetName(i).equals(keep)) {
                    book.removeSheetAt(i);
                }
            }
            book.write(out);
        }
        return file;
    }
}
