package org.huizong.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.spreadsheet.read.Typing;
import org.huizong.spreadsheet.write.FormFiller;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The blank templates of the sample year on paper. */
@Tag("office")
class PrintedTemplatesTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource(Lang.class)
    void printsEveryTextWholeAndNoPageForNothing(Lang lang) throws IOException {
        Soffice office = Soffice.found(Files.createDirectories(home.resolve("office")));
        TemplateWriter writer = new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(lang), CATALOGUE));
        List<Path> templates = new ArrayList<>();
        for (Return form : CATALOGUE.forms(CATALOGUE.newest())) {
            Path file = home.resolve(form.code() + ".xlsx");
            try (OutputStream out = Files.newOutputStream(file)) {
                writer.blank(form, out);
            }
            templates.add(file);
        }

        List<String> flaws = PrintedText.flaws(office, templates, home.resolve("printed"));

        assertThat(flaws).isEmpty();
        for (Path file : templates) {
            // the page that says how, and the return: a register of forty columns lies on three sheets, any other on
            // two
            int most = file.endsWith("cases.xlsx") ? 4 : 3;
            assertThat(PrintedText.pages(home.resolve("printed"), file))
                    .as(file.toString())
                    .isBetween(2, most);
        }
    }

    /** A month's records stand on the sheets that a blank register takes, and no sheet of their own. */
    @ParameterizedTest
    @EnumSource(Lang.class)
    void printsEveryRecordOfAMonthOnTheSheetsOfABlankRegister(Lang lang) throws IOException {
        Soffice office = Soffice.found(Files.createDirectories(home.resolve("office")));
        Wording wording = new Wording(new MessageBundle(lang), CATALOGUE);
        Return register = CATALOGUE.form("petitions", CATALOGUE.newest()).orElseThrow();
        var blank = new ByteArrayOutputStream();
        new TemplateWriter(CATALOGUE, wording).blank(register, blank);
        Map<String, Object> records = new HashMap<>();
        for (int record = 1; record <= 12; record++) {
            for (Item item : CATALOGUE.items(register.code(), CATALOGUE.newest())) {
                if (!item.isComputed()) {
                    records.put(item.code() + FormFiller.record(record), typed(wording, item, record));
                }
            }
        }
        Path file = home.resolve("filled.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            FormFiller.fill(
                    new ByteArrayInputStream(blank.toByteArray()),
                    out,
                    Typing.of(Map.of(register.code(), records)),
                    Instant.parse("2026-11-02T01:00:00Z"));
        }

        List<String> flaws = PrintedText.flaws(office, List.of(file), home.resolve("printed"));

        assertThat(flaws).isEmpty();
        assertThat(PrintedText.pages(home.resolve("printed"), file)).isEqualTo(3);
        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            assertThat(new PaperSheet(book, 1).said())
                    .extracting(PaperSheet.Said::text)
                    .contains("青信〔2026〕12号");
        }
    }

    private static Object typed(Wording wording, Item item, int record) {
        return switch (item.type()) {
            case DATE -> LocalDate.of(2026, 10, 2).plusDays(record);
            case CHOICE ->
                wording.label(CATALOGUE
                        .choices(item.choices())
                        .get(record % CATALOGUE.choices(item.choices()).size()));
            case INTEGER, DECIMAL, MONEY -> BigDecimal.valueOf(record % 4 + 1);
            default -> item.key() ? "青信〔2026〕" + record + "号" : "邻里纠纷" + record;
        };
    }
}
