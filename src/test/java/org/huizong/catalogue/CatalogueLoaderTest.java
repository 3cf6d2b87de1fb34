package org.huizong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueLoaderTest {
    private final Map<String, byte[]> tables = new TreeMap<>(TwoForms.tables());

    @Test
    void readsTablesSavedAsGb18030() {
        var units = text("units.csv").substring(1).getBytes(Charset.forName("GB18030"));
        tables.put("units.csv", units);

        var catalogue = CatalogueLoader.load(tables);

        assertThat(catalogue.unit("v01").orElseThrow().label()).isEqualTo("石桥村");
    }

    @ParameterizedTest
    @EnumSource
    void takesChineseForEnglishThatNobodyWrote(WithoutEnglish english) {
        var catalogue = CatalogueLoader.load(english.of(CatalogueLoader.builtInTables()));

        assertThat(catalogue.units()).allMatch(u -> u.labelEn().equals(u.label()));
        assertThat(catalogue.returns())
                .allMatch(r -> r.labelEn().equals(r.label()) && r.issuerEn().equals(r.issuer()))
                .allMatch(r -> r.notesEn().equals(r.notes()) && !r.notes().isEmpty());
        assertThat(catalogue.items()).allMatch(i -> i.labelEn().equals(i.label()));
        assertThat(catalogue.choices("measures")).allMatch(c -> c.labelEn().equals(c.label()));
        assertThat(catalogue.rules()).allMatch(r -> r.messageEn().equals(r.message()));
        assertThat(catalogue.indicators())
                .allMatch(i -> i.labelEn().equals(i.label()) && i.noteEn().equals(i.note()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"safety;food", "safety；food", "safety ； food;"})
    void separatesPartsBySemicolonsOfEitherWidth(String returns) {
        Map<String, byte[]> builtIn = new HashMap<>(CatalogueLoader.builtInTables());
        String units = new String(builtIn.get("units.csv"), StandardCharsets.UTF_8)
                .replaceFirst("(?m)^(d01,.*?,department,qingxi,)[^,]*", "$1" + returns);
        builtIn.put("units.csv", units.getBytes(StandardCharsets.UTF_8));

        var unit = CatalogueLoader.load(builtIn).unit("d01").orElseThrow();

        assertThat(unit.returns()).containsExactly("safety", "food");
    }

    @Test
    void namesEveryFaultOfEveryTableInOnePass() {
        replace("units.csv", "v01,石桥村,Shiqiao Village,village,qingxi", "v01,,,hamlet,nowhere");
        replace("returns.csv", "06表,普法宣传与学法情况月报表", "06表,");
        replace("items.csv", "publicity.boards,办板报", "publicity.b1,办板报");
        replace("items.csv", ",choice,,是,,,,yes_no", ",choice,,是,,,,si_no");
        replace("rules.csv", "PUB001,return,error", "PUB-1,unit,error");
        replace("indicators.csv", "slogans,publicity,30", "slogans,nowhere,x");

        var broken = catchThrowableOfType(BrokenCatalogueException.class, () -> CatalogueLoader.load(tables));

        assertThat(broken.faults())
                .extracting(f -> f.table() + ":" + f.line() + " " + f.column() + " " + f.kind())
                .contains(
                        "units.csv:12 label cell.empty",
                        "units.csv:12 kind cell.word",
                        "units.csv:12 parent code.none",
                        "returns.csv:2 label cell.empty",
                        "items.csv:5 code item.code",
                        "rules.csv:2 id rule.id",
                        "rules.csv:2 severity rule.severity",
                        "indicators.csv:4 section indicator.section",
                        "indicators.csv:4 order cell.integer");
        assertThat(broken.faults())
                .filteredOn(f -> f.kind().equals("code.unknown") && f.column().equals("choices"))
                .isNotEmpty();
    }

    @Test
    void countsLinesAsAnEditorDoesThoughSomeAreEmpty() {
        replace("indicators.csv", "slogans,publicity,30", "\n\n,,,,,\nslogans,nowhere,30");

        var broken = catchThrowableOfType(BrokenCatalogueException.class, () -> CatalogueLoader.load(tables));

        assertThat(broken.faults())
                .containsExactly(
                        Fault.of("indicators.csv", 7, "section", "indicator.section", Map.of("value", "nowhere")));
    }

    @Test
    void refusesToCallRecordsOfAFormOpen() {
        tables.put(
                "returns.csv",
                text("returns.csv")
                        .replaceAll("from,until", "open,from,until")
                        .replaceAll("(?m),,$", ",TRUE,,")
                        .getBytes(StandardCharsets.UTF_8));

        var broken = catchThrowableOfType(BrokenCatalogueException.class, () -> CatalogueLoader.load(tables));

        assertThat(broken.faults())
                .containsExactly(
                        Fault.of("returns.csv", 2, "open", "return.open", Map.of()),
                        Fault.of("returns.csv", 3, "open", "return.open", Map.of()));
    }

    @Test
    void refusesFormsWithReadyRows() {
        tables.put(
                "returns.csv",
                text("returns.csv")
                        .replaceAll("from,until", "rows,from,until")
                        .replaceAll("(?m),,$", ",200,,")
                        .getBytes(StandardCharsets.UTF_8));

        var broken = catchThrowableOfType(BrokenCatalogueException.class, () -> CatalogueLoader.load(tables));

        assertThat(broken.faults())
                .containsExactly(
                        Fault.of("returns.csv", 2, "rows", "return.rows.form", Map.of()),
                        Fault.of("returns.csv", 3, "rows", "return.rows.form", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "petitions.petitioner",
                "petitions.registered_on",
                "cases.field",
                "petitions.leader;petitions.responsible"
            })
    void refusesToCountRecordsByWhatIsPersonalNoWordNoChoiceOrAnothers(String tally) {
        Map<String, byte[]> builtIn = new HashMap<>(CatalogueLoader.builtInTables());
        String returns = new String(builtIn.get("returns.csv"), StandardCharsets.UTF_8);
        int line = (int) returns.lines()
                        .takeWhile(l -> !l.startsWith("petitions,"))
                        .count()
                + 1;
        builtIn.put(
                "returns.csv",
                returns.replace("petitions.leader;petitions.satisfaction", tally)
                        .getBytes(StandardCharsets.UTF_8));

        var broken = catchThrowableOfType(BrokenCatalogueException.class, () -> CatalogueLoader.load(builtIn));

        assertThat(broken.faults())
                .containsExactly(Fault.of(
                        "returns.csv",
                        line,
                        "tally",
                        "return.tally.item",
                        Map.of("value", tally.substring(tally.indexOf(';') + 1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "2001", "0"})
    void refusesARegisterWithFewerThanAHundredOrMoreThanTwoThousandReadyRows(String rows) {
        Map<String, byte[]> builtIn = new HashMap<>(CatalogueLoader.builtInTables());
        String returns = new String(builtIn.get("returns.csv"), StandardCharsets.UTF_8);
        int line = (int) returns.lines().takeWhile(l -> !l.startsWith("cases,")).count() + 1;
        builtIn.put(
                "returns.csv", returns.replaceFirst(",100,,", "," + rows + ",,").getBytes(StandardCharsets.UTF_8));

        var broken = catchThrowableOfType(BrokenCatalogueException.class, () -> CatalogueLoader.load(builtIn));

        assertThat(broken.faults())
                .containsExactly(Fault.of(
                        "returns.csv",
                        line,
                        "rows",
                        "return.rows",
                        Map.of("value", rows, "least", "100", "most", "2000")));
    }

    @Test
    void namesALineWhoseCommasHaveNoQuotes() {
        replace(
                "rules.csv",
                "\"OR(publicity.training_courses>0,publicity.training_attendance=0)\"",
                "OR(publicity.training_courses>0,publicity.training_attendance=0)");

        var broken = catchThrowableOfType(BrokenCatalogueException.class, () -> CatalogueLoader.load(tables));

        assertThat(broken.faults()).contains(Fault.of("rules.csv", 3, "", "row.long", Map.of()));
    }

    @Test
    void namesATableThatIsNotThere() {
        tables.remove("rules.csv");

        var broken = catchThrowableOfType(BrokenCatalogueException.class, () -> CatalogueLoader.load(tables));

        assertThat(broken.faults()).isEqualTo(List.of(Fault.of("rules.csv", 0, "", "table.missing", Map.of())));
    }

    @Test
    void refusesTwoDefinitionsOfOneCodeInTheSameMonths() {
        replace("items.csv", "publicity.slogans,张贴标语", "publicity.consultations,张贴标语");

        var broken = catchThrowableOfType(BrokenCatalogueException.class, () -> CatalogueLoader.load(tables));

        assertThat(broken.faults())
                .contains(Fault.of(
                        "items.csv", 4, "code", "code.twice", Map.of("value", "publicity.consultations", "line", "3")));
    }

    @Test
    void refusesATargetWhereNeitherMoreNorLessIsBetter() {
        replace(
                "indicators.csv",
                "boards,publicity,40,办板报,Blackboard issues,期,publicity.boards,0,up,",
                "boards,publicity,40,办板报,Blackboard issues,期,publicity.boards,0,none,12");

        var broken = catchThrowableOfType(BrokenCatalogueException.class, () -> CatalogueLoader.load(tables));

        assertThat(broken.faults())
                .isEqualTo(List.of(Fault.of("indicators.csv", 5, "target", "indicator.target", Map.of())));
    }

    @Test
    void takesLinesThatExcelHasWrittenWithoutTheirZero() {
        var before = CatalogueLoader.load(tables);
        for (String table : List.of("items.csv", "choices.csv")) {
            String saved = text(table).replaceAll(",0(\\d),", ",$1,");
            tables.put(table, saved.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(text("items.csv")).contains("Leaflets handed out,1,");
        assertThat(text("choices.csv")).contains("village.rows,0,", "village.rows,9,");

        var after = CatalogueLoader.load(tables);

        assertThat(after.items())
                .extracting(Item::row)
                .isEqualTo(before.items().stream().map(Item::row).toList());
        assertThat(after.choices("village.rows")).isEqualTo(before.choices("village.rows"));
    }

    @Test
    void refusesLinesThatWouldStandInTheWrongOrder() {
        replace("items.csv", "Slogans put up,03,", "Slogans put up,100,");

        var broken = catchThrowableOfType(BrokenCatalogueException.class, () -> CatalogueLoader.load(tables));

        assertThat(broken.faults())
                .isEqualTo(List.of(Fault.of("items.csv", 4, "row", "item.row", Map.of("value", "100", "other", "01"))));
    }

    @Test
    void takesEveryDayForOneOffIfTheTableOfHolidaysDoesNotSay() {
        tables.put("holidays.csv", "date,label\n2026-10-01,国庆节\n2026-10-10,国庆节\n".getBytes(StandardCharsets.UTF_8));

        var calendar = CatalogueLoader.load(tables).calendar();

        assertThat(calendar.off()).containsExactly(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 10));
        assertThat(calendar.worked()).isEmpty();
    }

    @Test
    void knowsTheWeekendDaysWorkedAndTheYearsOfWhichItKnowsNothing() {
        tables.put(
                "holidays.csv",
                "date,day,label\n2026/10/1,off,国庆节\n2026-10-10,work,国庆节\n2028-01-03,,元旦\n"
                        .getBytes(StandardCharsets.UTF_8));

        var calendar = CatalogueLoader.load(tables).calendar();

        assertThat(calendar.off()).containsExactly(LocalDate.of(2026, 10, 1), LocalDate.of(2028, 1, 3));
        assertThat(calendar.worked()).containsExactly(LocalDate.of(2026, 10, 10));
        assertThat(calendar.years()).containsExactly(2026, 2028);
        assertThat(calendar.unlisted(2025, 2029)).containsExactly(2025, 2027, 2029);
        assertThat(calendar.unlisted(2028, 2026)).containsExactly(2027);
    }

    @Test
    void refusesAWorkedDayThatIsOffOrNoWeekend() {
        tables.put(
                "holidays.csv",
                "date,day,label\n2026-10-10,off,国庆节\n2026-10-10,work,国庆节\n2026-10-12,work,国庆节\n2026-10-17,open,国庆节\n"
                        .getBytes(StandardCharsets.UTF_8));

        var broken = catchThrowableOfType(BrokenCatalogueException.class, () -> CatalogueLoader.load(tables));

        assertThat(broken.faults())
                .isEqualTo(List.of(
                        Fault.of("holidays.csv", 3, "day", "holiday.both", Map.of("value", "2026-10-10")),
                        Fault.of("holidays.csv", 4, "day", "holiday.weekday", Map.of("value", "2026-10-12")),
                        Fault.of(
                                "holidays.csv", 5, "day", "cell.word", Map.of("value", "open", "words", "off, work"))));
    }

    @Test
    void changesItsDigestWithEveryTable() {
        var before = CatalogueLoader.load(tables).digest();
        replace("holidays.csv", "元旦", "新年");

        assertThat(CatalogueLoader.load(tables).digest()).isNotEqualTo(before).hasSize(64);
    }

    private void replace(String table, String before, String after) {
        String text = text(table);
        assertThat(text).contains(before);
        tables.put(table, text.replace(before, after).getBytes(StandardCharsets.UTF_8));
    }

    private String text(String table) {
        return new String(tables.getOrDefault(table, new byte[0]), StandardCharsets.UTF_8);
    }
}
