package org.huizong.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Rule;
import org.huizong.catalogue.TwoForms;
import org.huizong.layout.FormLayout;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.spreadsheet.write.FormFiller;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form that counts working days shows while it is typed what the batch comes to. */
class WorkdaysTemplateTest {
    private static final Period OCTOBER = Period.parse("2026-10");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-10-01 | 2026-10-12 | 4  | ''
                    2026-10-09 | 2026-10-15 | 6  | ''
                    2026-10-08 | 2026-10-15 | 7  | ✘ 超过6个工作日
                    2026-10-10 | 2026-10-09 | -2 | ''
                    2026-12-31 | 2027-01-04 | ?  | ？
                    """)
    void countsWorkingDays(LocalDate from, LocalDate until, String days, String verdict) throws IOException {
        var catalogue = catalogue();
        var layout = layout(catalogue);

        var sheet = filled(catalogue, from, until).getSheet("普法宣传与学法情况月报表");

        var at = layout.cell("publicity.spell").orElseThrow();
        assertThat(text(sheet.getRow(at.row()).getCell(at.column()))).isEqualTo(days);
        var backstage = new HelperCells(catalogue, layout, OCTOBER.last());
        Rule rule = backstage.rules().get(0);
        var told = backstage.verdict(rule).orElseThrow();
        assertThat(text(sheet.getRow(told.row()).getCell(told.column()))).isEqualTo(verdict);
        var calendar = sheet.getWorkbook().getName("holiday_years");
        assertThat(sheet.isColumnHidden(
                        new CellReference(calendar.getRefersToFormula().replaceFirst(":.*", "")).getCol()))
                .isTrue();
    }

    private static String text(Cell cell) {
        return switch (cell.getCachedFormulaResultType()) {
            case NUMERIC -> String.valueOf((int) cell.getNumericCellValue());
            case ERROR -> "?";
            default -> cell.getStringCellValue();
        };
    }

    private static Catalogue catalogue() {
        var tables = TwoForms.tables();
        tables.put("holidays.csv", CatalogueLoader.builtInTables().get("holidays.csv"));
        tables.put("items.csv", bytes("""
                return,code,label,label_en,row,column,type,measure,required,key,min,max,choices,time,across,formula,personal,aliases,from,until
                publicity,publicity.began,开始日,Began,01,,date,,,,,,,none,none,,,,,
                publicity,publicity.ended,结束日,Ended,02,,date,,,,,,,none,none,,,,,
                publicity,publicity.spell,工作日,Working days,03,,integer,天,,,,,,none,none,"WORKDAYS(publicity.began,publicity.ended)",,,,
                village,village.patrols,安全巡查,Safety patrols,01,,integer,次,是,,0,1000,,sum,sum,,,,,
                """));
        tables.put("rules.csv", bytes("""
                id,scope,severity,formula,missing,locate,message,message_en,basis,from,until
                PUB001,return,error,"WORKDAYS(publicity.began,publicity.ended)<=6",skip,publicity.ended,超过6个工作日,more than 6 working days,,,
                """));
        tables.put(
                "indicators.csv",
                bytes(
                        "code,section,order,label,label_en,measure,formula,decimals,direction,target,note,note_en,from,until\n"));
        return CatalogueLoader.load(tables);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static FormLayout layout(Catalogue catalogue) {
        Return form = catalogue.form("publicity", OCTOBER.last()).orElseThrow();
        return FormLayout.of(catalogue, form, OCTOBER.last());
    }

    private static XSSFWorkbook filled(Catalogue catalogue, LocalDate from, LocalDate until) throws IOException {
        var template = new ByteArrayOutputStream();
        new TemplateWriter(catalogue, new Wording(new MessageBundle(Lang.ZH), catalogue))
                .issue(catalogue.unit("d06").orElseThrow(), OCTOBER, Prefill.NONE, template);
        var filled = new ByteArrayOutputStream();
        FormFiller.fill(
                new ByteArrayInputStream(template.toByteArray()),
                filled,
                Map.of("publicity", Map.of("publicity.began", Value.of(from), "publicity.ended", Value.of(until))),
                Instant.parse("2026-11-02T03:04:05Z"));
        return new XSSFWorkbook(new ByteArrayInputStream(filled.toByteArray()));
    }
}
