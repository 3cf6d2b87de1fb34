package org.huizong.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Return;
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
}
