package org.huizong.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Return;
import org.huizong.spreadsheet.write.Room;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoomInTemplatesTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();

    @ParameterizedTest
    @EnumSource
    void hasRoomForEveryTextOfEveryForm(Lang lang) throws IOException {
        TemplateWriter writer = new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(lang), CATALOGUE));

        for (Return form : CATALOGUE.forms(CATALOGUE.newest())) {
            var out = new ByteArrayOutputStream();
            writer.blank(form, out);
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
                assertThat(Room.lacking(book)).as(form.code()).isEmpty();
            }
        }
    }
}
