package org.huizong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineOrderTest {
    @Test
    void ordersNumbersBySizeAndAllElseAsText() {
        assertThat(Stream.of("10", "9", "甲", "2a", "02", "100", "2", "10a", "A1", "")
                        .sorted(new LineOrder()))
                .containsExactly("02", "2", "2a", "9", "10", "10a", "100", "", "A1", "甲");
    }

    @Test
    void takesATableThatASpreadsheetProgramSavedForTheSame() {
        Map<String, byte[]> tables = TwoForms.tables();
        String items = text(tables, "items.csv");
        String saved = items.replaceAll("(?m)^((?:[^,]*,){4})0([0-9],)", "$1$2");
        tables.put("items.csv", saved.getBytes(StandardCharsets.UTF_8));
        tables.put(
                "choices.csv",
                text(tables, "choices.csv")
                        .replace("rows,00,", "rows,0,")
                        .replace("rows,09,", "rows,9,")
                        .getBytes(StandardCharsets.UTF_8));

        Catalogue catalogue = CatalogueLoader.load(tables);

        assertThat(saved).contains(",Leaflets handed out,1,").doesNotContain(",01,");
        for (String form : new String[] {"publicity", "village"}) {
            assertThat(catalogue.items(form, YearMonth.of(2025, 3)))
                    .isEqualTo(TwoForms.catalogue().items(form, YearMonth.of(2025, 3)));
            assertThat(catalogue.choices(form + ".rows"))
                    .isEqualTo(TwoForms.catalogue().choices(form + ".rows"));
        }
    }

    @Test
    void refusesTwoItemsInOnePlaceHoweverItIsWritten() {
        Map<String, byte[]> tables = TwoForms.tables();
        tables.put(
                "items.csv",
                text(tables, "items.csv")
                        .replace("People advised,02,", "People advised,1,")
                        .getBytes(StandardCharsets.UTF_8));

        var faults = catchThrowableOfType(BrokenCatalogueException.class, () -> CatalogueLoader.load(tables))
                .faults();

        assertThat(faults)
                .extracting(f -> f.table() + " " + f.column() + " " + f.kind())
                .containsExactly("items.csv row code.twice");
    }

    private static String text(Map<String, byte[]> tables, String name) {
        return new String(tables.get(name), StandardCharsets.UTF_8);
    }
}
