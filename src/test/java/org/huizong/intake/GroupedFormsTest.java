package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.RandomHeads;
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

/** Forms with heads of several levels, parts of lines and texts of several lines, filled and read back. */
class GroupedFormsTest {
    private static final Period OCTOBER = Period.parse("2026-10");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "1, ZH", "2, ZH", "3, EN", "4, ZH", "5, ZH", "6, EN", "7, ZH", "8, ZH", "9, EN", "10, ZH", "11, ZH", "12, EN"
    })
    void areReadAlikeByNamesAndByTheHeadsOfAllLevels(long seed, Lang lang) throws IOException {
        Catalogue catalogue = RandomHeads.of(seed);
        Map<String, Value> values = values(catalogue);
        byte[] filled = filled(catalogue, lang, values);

        Map<String, Value> named = read(catalogue, save(open(filled), "named.xlsx"));
        Map<String, Value> old = read(catalogue, Recast.old(open(filled), folder.resolve("named.xls")));
        Map<String, Value> bare = read(catalogue, save(unnamed(open(filled)), "bare.xlsx"));

        assertThat(named).isEqualTo(values);
        assertThat(old).isEqualTo(values);
        assertThat(bare).isEqualTo(values);
    }

    private static Map<String, Value> values(Catalogue catalogue) {
        Map<String, Value> values = new HashMap<>();
        for (Item item : catalogue.items("village", OCTOBER.last())) {
            values.put(
                    item.code(),
                    item.type().isNumeric()
                            ? Value.of(1 + values.size())
                            : Value.of("第一，" + item.code() + "。\n第二，没有。\n\n第三，" + "很长的说明".repeat(30)));
        }
        return values;
    }

    private static byte[] filled(Catalogue catalogue, Lang lang, Map<String, Value> values) throws IOException {
        var out = new ByteArrayOutputStream();
        new TemplateWriter(catalogue, new Wording(new MessageBundle(lang), catalogue))
                .filled(
                        catalogue.unit("v01").orElseThrow(),
                        OCTOBER,
                        Prefill.NONE,
                        Map.of("village", values),
                        Instant.parse("2026-11-03T02:00:00Z"),
                        out);
        return out.toByteArray();
    }

    private static Map<String, Value> read(Catalogue catalogue, Path file) {
        Reading reading =
                new Intake(catalogue).read(ReturnsFolder.of(file).files().get(0), OCTOBER);
        List<Submission> all = ((Reading.Read) reading).submissions();
        return IntakeFixture.values(
                all.stream().filter(s -> s.form().equals("village")).findFirst().orElseThrow());
    }

    private static XSSFWorkbook open(byte[] content) throws IOException {
        XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content));
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            XSSFSheet sheet = book.getSheetAt(i);
            // throws if two of them overlap
            sheet.validateMergedRegions();
        }
        return book;
    }

    private static XSSFWorkbook unnamed(XSSFWorkbook book) {
        List.copyOf(book.getAllNames()).forEach((Name name) -> book.removeName(name));
        return book;
    }

    private Path save(XSSFWorkbook book, String name) throws IOException {
        Path file = folder.resolve(name);
        try (book;
                OutputStream out = Files.newOutputStream(file)) {
            book.write(out);
        }
        return file;
    }
}
