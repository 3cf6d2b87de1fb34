package org.huizong.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Fault;
import org.huizong.catalogue.Return;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.CellAddress;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FillLintTest {
    @ParameterizedTest
    @EnumSource
    void findsNothingThatCannotBeFilledInTheBuiltInTemplates(Lang lang) {
        var catalogue = CatalogueLoader.builtIn();

        assertThat(TemplateLint.unreachable(catalogue, wording(lang, catalogue)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 17, 60})
    void laysOutARegisterOfAnyNumberOfColumns(int columns) {
        var catalogue = Shapes.register(columns);

        assertThat(TemplateLint.unreachable(catalogue, wording(Lang.ZH, catalogue)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, false",
        "1, 1, false",
        "1, 1, true",
        "1, 2, false",
        "1, 2, true",
        "2, 3, false",
        "1, 50, true",
        "60, 0, false"
    })
    void laysOutAFormOfAnyShape(int lines, int columns, boolean total) {
        var catalogue = Shapes.form(lines, columns, total);

        assertThat(TemplateLint.unreachable(catalogue, wording(Lang.ZH, catalogue)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 | C3 C4 C5 C6 C7 C8 C9 C10  | 11
                    2 | C3 C4 C5 C6 C7 C8 C9 C10  | 11
                    3 | C3 F3 C4 F4 C5 F5 C6 F6   | 7
                    5 | C3 F3 C4 F4 C5 F5 C6 F6   | 7
                    6 | C3 F3 I3 C4 C5 F5 I5 C6   | 7
                    8 | C3 F3 I3 C4 C5 F5 I5 C6   | 7
                    9 | C3 F3 I3 L3 C4 F4 I4 L4   | 5
                    60 | C3 F3 I3 L3 C4 F4 I4 L4  | 5
                    """)
    void goesOnInTheRowsBelowWhereARegisterHasTooFewColumns(int columns, String cells, int banner) {
        var catalogue = Shapes.register(columns);

        var layout = RegisterLayout.of(catalogue, form(catalogue), catalogue.newest());

        assertThat(layout.headAndFoot().stream()
                        .map(f -> layout.cell(f).map(CellAddress::text).orElse("")))
                .containsExactly(cells.split(" "));
        assertThat(layout.bannerRow() + 1).isEqualTo(banner);
        assertThat(layout.firstRecordRow()).isEqualTo(layout.bannerRow() + 3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hide the column   | return.unreachable.hidden
                    hide the row      | return.unreachable.hidden
                    close the column  | return.unreachable.narrow
                    close the row     | return.unreachable.narrow
                    merge over it     | return.unreachable.merged
                    lock it           | return.unreachable.locked
                    cut the paper off | return.unreachable.paper
                    """)
    void saysWhyACellCannotBeFilled(String what, String kind) throws IOException {
        var catalogue = Shapes.form(1, 0, false);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(blank(catalogue)))) {
            XSSFSheet sheet = book.getSheetAt(1);
            spoil(what).accept(sheet);

            var faults = new FillLint(catalogue, sheet, Set.of()).faults(form(catalogue), "2026-10");

            assertThat(faults)
                    .filteredOn(f -> "shape.item_1_0".equals(f.arguments().get("value")))
                    .extracting(
                            Fault::table,
                            Fault::line,
                            Fault::kind,
                            f -> f.arguments().get("cell"))
                    .containsExactly(tuple("returns.csv", 2L, kind, "D8"));
        }
    }

    private static Consumer<XSSFSheet> spoil(String what) {
        return switch (what) {
            case "hide the column" -> sheet -> sheet.setColumnHidden(3, true);
            case "hide the row" -> sheet -> sheet.getRow(7).setZeroHeight(true);
            case "close the column" -> sheet -> sheet.setColumnWidth(3, 0);
            case "close the row" -> sheet -> sheet.getRow(7).setHeight((short) 0);
            case "merge over it" -> sheet -> sheet.addMergedRegionUnsafe(new CellRangeAddress(7, 7, 2, 3));
            case "lock it" ->
                sheet -> sheet.getRow(7)
                        .getCell(3)
                        .setCellStyle(sheet.getRow(7).getCell(0).getCellStyle());
            default -> sheet -> sheet.getWorkbook().setPrintArea(1, 0, 2, 0, 20);
        };
    }

    private static byte[] blank(Catalogue catalogue) throws IOException {
        var out = new ByteArrayOutputStream();
        new TemplateWriter(catalogue, wording(Lang.ZH, catalogue)).blank(form(catalogue), out);
        return out.toByteArray();
    }

    private static Return form(Catalogue catalogue) {
        return catalogue.returns().get(0);
    }

    private static Wording wording(Lang lang, Catalogue catalogue) {
        return new Wording(new MessageBundle(lang), catalogue);
    }
}
