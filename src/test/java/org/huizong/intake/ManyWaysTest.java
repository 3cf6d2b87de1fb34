package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.layout.FormLayout;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.CellAddress;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same figures, filled into a real template and sent in many ways, are the same observations. */
class ManyWaysTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final Period MARCH = Period.parse("2025-03");

    @TempDir
    private Path folder;

    /** Filled once for all the ways. */
    private static final Map<String, byte[]> FILLED = new TreeMap<>();

    private static final Intake INTAKE = new Intake(CATALOGUE);

    private interface Way {
        Path send(XSSFWorkbook filled, String sheet, Path folder) throws IOException;
    }

    private static final Map<String, Way> WAYS = new TreeMap<>(Map.of(
            "xls", (book, sheet, folder) -> Recast.old(book, folder.resolve("a.xls")),
            "et", (book, sheet, folder) -> Recast.old(book, folder.resolve("a.et")),
            "csv", (book, sheet, folder) -> csv(book, sheet, folder, "UTF-8"),
            "csv-gbk", (book, sheet, folder) -> csv(book, sheet, folder, "GB18030"),
            "unnamed", (book, sheet, folder) -> save(unnamed(book), folder),
            "unnamed-xls", (book, sheet, folder) -> Recast.old(unnamed(book), folder.resolve("a.xls")),
            "moved", (book, sheet, folder) -> save(moved(book, sheet), folder),
            "moved-unnamed", (book, sheet, folder) -> save(unnamed(moved(book, sheet)), folder),
            "renamed",
                    (book, sheet, folder) -> {
                        book.setSheetName(book.getSheetIndex(sheet), "Sheet1 (2)");
                        return save(book, folder);
                    },
            "copied", (book, sheet, folder) -> save(Recast.copied(book, sheet), folder)));

    @ParameterizedTest
    @CsvSource({
        "publicity, v01, xls",
        "publicity, v01, et",
        "publicity, v01, csv",
        "publicity, v01, csv-gbk",
        "publicity, v01, unnamed",
        "publicity, v01, unnamed-xls",
        "publicity, v01, moved",
        "publicity, v01, moved-unnamed",
        "publicity, v01, renamed",
        "publicity, v01, copied",
        "village, v01, xls",
        "village, v01, csv",
        "village, v01, unnamed",
        "village, v01, moved-unnamed",
        "village, v01, copied",
        "safety, d01, xls",
        "safety, d01, csv",
        "safety, d01, csv-gbk",
        "safety, d01, unnamed",
        "safety, d01, unnamed-xls",
        "safety, d01, copied",
        "food, d02, xls",
        "food, d02, csv",
        "food, d02, unnamed",
        "food, d02, moved-unnamed",
        "traffic, d03, xls",
        "traffic, d03, csv",
        "traffic, d03, csv-gbk",
        "traffic, d03, unnamed",
        "traffic, d03, unnamed-xls",
        "traffic, d03, moved-unnamed",
        "traffic, d03, copied",
        "cases, d03, xls",
        "cases, d03, csv",
        "cases, d03, csv-gbk",
        "cases, d03, unnamed",
        "cases, d03, moved-unnamed",
        "cases, d03, copied"
    })
    void readsTheSameObservations(String form, String unit, String way) throws IOException {
        byte[] filled = FILLED.containsKey(form) ? FILLED.get(form) : filled(form, unit);
        FILLED.put(form, filled);
        Path plain = Files.write(folder.resolve("plain.xlsx"), filled);
        Path sent;
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(filled))) {
            sent = WAYS.get(way).send(book, label(form), folder);
        }

        Submission expected = submission(plain, form);
        Submission read = submission(sent, form);

        assertThat(expected.observations()).hasSizeGreaterThan(10);
        assertThat(read.unit()).isEqualTo(unit);
        assertThat(values(read)).isEqualTo(values(expected));
        assertThat(read.signature()).isEqualTo(expected.signature());
        assertThat(read.findings())
                .allSatisfy(
                        f -> assertThat(f.rule()).isIn("sheet.label", "repaired", "repaired.text", "located.label"));
    }

    private static Submission submission(Path file, String form) {
        Reading reading = INTAKE.read(ReturnsFolder.of(file).files().get(0), MARCH);
        return ((Reading.Read) reading)
                .submissions().stream()
                        .filter(s -> s.form().equals(form))
                        .findFirst()
                        .orElseThrow();
    }

    private static Map<String, Value> values(Submission submission) {
        Map<String, Value> values = new TreeMap<>();
        submission.observations().stream()
                .filter(o -> !o.value().isMissing())
                .forEach(o -> values.put(o.item() + " " + o.record(), o.value()));
        return values;
    }

    private static String label(String form) {
        return CATALOGUE.form(form, MARCH.last()).orElseThrow().label();
    }

    private static byte[] filled(String form, String unit) throws IOException {
        var issued = new ByteArrayOutputStream();
        new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(Lang.ZH), CATALOGUE))
                .issue(CATALOGUE.unit(unit).orElseThrow(), MARCH, Prefill.NONE, issued);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(issued.toByteArray()));
                var out = new ByteArrayOutputStream()) {
            Return asked = CATALOGUE.form(form, MARCH.last()).orElseThrow();
            Sheet sheet = book.getSheet(asked.label());
            if (asked.kind() == Return.Kind.FORM) {
                FormLayout layout = FormLayout.of(CATALOGUE, asked, MARCH.last());
                int n = 0;
                for (Item item : layout.items()) {
                    if (!item.isComputed()) {
                        fill(sheet, layout.cell(item.code()).orElseThrow(), item, ++n);
                    }
                }
            } else {
                RegisterLayout layout = RegisterLayout.of(CATALOGUE, asked, MARCH.last());
                for (int row = 7; row < 10; row++) {
                    for (Item item : layout.items()) {
                        int column = layout.column(item.code()).orElseThrow();
                        fill(sheet, new CellAddress(row, column), item, row);
                    }
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(Sheet sheet, CellAddress address, Item item, int n) {
        var cell = TestForms.cell(sheet, address);
        if (cell.getCellType() == CellType.FORMULA) {
            return;
        }
        switch (item.type()) {
            case INTEGER, DECIMAL, MONEY -> cell.setCellValue(n * 7);
            case DATE -> cell.setCellValue(LocalDate.of(2025, 3, 1 + n % 20));
            case CHOICE ->
                cell.setCellValue(CATALOGUE.choices(item.choices()).get(0).label());
            case IDENTITY -> cell.setCellValue("11010519491231002X");
            case TEXT -> cell.setCellValue(item.isAcross() ? "一、" + item.label() + "\n二、" + n : item.label() + n);
        }
    }

    private static Path save(XSSFWorkbook book, Path folder) throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            book.write(out);
        }
        return file;
    }

    private static Path csv(XSSFWorkbook book, String sheet, Path folder, String charset) throws IOException {
        return Files.write(
                folder.resolve("a.csv"), Recast.csv(book.getSheet(sheet)).getBytes(Charset.forName(charset)));
    }

    private static XSSFWorkbook unnamed(XSSFWorkbook book) {
        List.copyOf(book.getAllNames()).forEach(book::removeName);
        return book;
    }

    private static XSSFWorkbook moved(XSSFWorkbook book, String name) {
        Sheet sheet = book.getSheet(name);
        sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.FORMULA) {
                Recast.keepResult(cell);
            }
        }));
        sheet.shiftRows(2, sheet.getLastRowNum(), 3);
        return book;
    }
}
