package org.huizong.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.TwoForms;
import org.huizong.layout.FormLayout;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.spreadsheet.write.FormFiller;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A template shows of a rule with a missing operand what the batch comes to. */
class MissingInTemplateTest {
    private static final Period OCTOBER = Period.parse("2026-10");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    skip | ''                 | ''
                    skip | 51132219900101     | ✘ 号码太短
                    skip | 511322199001010010 | ''
                    fail | ''                 | ✘ 号码太短
                    zero | ''                 | ✘ 号码太短
                    """)
    void ofAFormThatAsksForANumberOfIdentity(String missing, String typed, String verdict) throws IOException {
        var catalogue = form(missing);
        var layout = FormLayout.of(
                catalogue, catalogue.form("publicity", OCTOBER.last()).orElseThrow(), OCTOBER.last());

        var sheet = filled(
                catalogue,
                "d06",
                "publicity",
                Map.of("publicity.holder", Value.of(typed), "publicity.visits", Value.of(1)));

        var helpers = new HelperCells(catalogue, layout, OCTOBER.last());
        var at = helpers.verdict(helpers.rules().get(0)).orElseThrow();
        assertThat(sheet.getRow(at.row()).getCell(at.column()).getStringCellValue())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    skip | '' | ''
                    skip | 7  | ✘ 太多
                    fail | '' | ✘ 太多
                    fail | 3  | ''
                    zero | '' | ''
                    """)
    void ofARegister(String missing, String typed, String verdict) throws IOException {
        var catalogue = Shapes.register(
                3, "SHA001,record,error,shape.item_3<5,%s,shape.item_3,太多,too many,,,\n".formatted(missing));
        YearMonth month = OCTOBER.last();
        var layout = RegisterLayout.of(catalogue, catalogue.form("shape", month).orElseThrow(), month);
        Value number = typed.isEmpty() ? Value.Gap.BLANK : Value.of(Long.parseLong(typed));

        var sheet =
                filled(catalogue, "d01", "shape", Map.of("shape.item_1#1", Value.of("甲"), "shape.item_3#1", number));

        var columns = RowVerdicts.columns(catalogue, new Wording(new MessageBundle(Lang.ZH), catalogue), layout, month);
        assertThat(columns.values())
                .extracting(
                        c -> sheet.getRow(layout.firstRecordRow()).getCell(c).getStringCellValue())
                .isEqualTo(List.of(verdict));
    }

    private static XSSFSheet filled(Catalogue catalogue, String unit, String form, Map<String, Value> values)
            throws IOException {
        var template = new ByteArrayOutputStream();
        new TemplateWriter(catalogue, new Wording(new MessageBundle(Lang.ZH), catalogue))
                .issue(catalogue.unit(unit).orElseThrow(), OCTOBER, Prefill.NONE, template);
        var filled = new ByteArrayOutputStream();
        FormFiller.fill(
                new ByteArrayInputStream(template.toByteArray()),
                filled,
                Map.of(form, values),
                Instant.parse("2026-11-02T03:04:05Z"));
        String label = catalogue.form(form, OCTOBER.last()).orElseThrow().label();
        return new XSSFWorkbook(new ByteArrayInputStream(filled.toByteArray())).getSheet(label);
    }

    private static Catalogue form(String missing) {
        var tables = TwoForms.tables();
        tables.put("items.csv", bytes("""
                return,code,label,label_en,row,column,type,measure,required,key,min,max,choices,time,across,formula,personal,aliases,from,until
                publicity,publicity.holder,持证人,Holder,01,,identity,,,,,,,none,none,,,,,
                publicity,publicity.visits,走访,Visits,02,,integer,次,,,,,,sum,sum,,,,,
                village,village.patrols,安全巡查,Safety patrols,01,,integer,次,是,,0,1000,,sum,sum,,,,,
                """));
        tables.put("rules.csv", bytes("""
                id,scope,severity,formula,missing,locate,message,message_en,basis,from,until
                PUB001,return,error,LEN(publicity.holder)>=18,%s,publicity.holder,号码太短,too short,,,
                """.formatted(missing)));
        tables.put(
                "indicators.csv",
                bytes(
                        "code,section,order,label,label_en,measure,formula,decimals,direction,target,note,note_en,from,until\n"));
        return CatalogueLoader.load(tables);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
