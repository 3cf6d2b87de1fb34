package org.huizong.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Fault;
import org.huizong.catalogue.TwoForms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintTest {
    private static final String RULES =
            "id,scope,severity,formula,missing,locate,message,message_en,basis,from,until\n";

    @Test
    void findsNothingWrongWithTheBuiltInCatalogue() {
        assertThat(Lint.faults(CatalogueLoader.builtIn())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    publicity.nothing>0                             | formula | code.unknown
                    SUMM(publicity.boards)>0                        | formula | formula.function
                    INDIRECT("A1")>0                                | formula | formula.function.none
                    A1>publicity.boards                             | formula | formula.address
                    SUM(A1:B2)>publicity.boards                     | formula | formula.range
                    Sheet2!A1>0                                     | formula | formula.sheet
                    TODAY()>publicity.boards                        | formula | formula.function.none
                    publicity.boards>                               | formula | formula.syntax
                    publicity.boards≤publicity.slogans              | formula | formula.wide
                    publicity.boards<=village.births                | formula | formula.forms
                    ISBLANK(publicity.boards)                       | missing | formula.isblank
                    publicity.boards+publicity.slogans              | formula | formula.verdict
                    publicity.boards/0>publicity.slogans            | formula | formula.zero
                    publicity.study_plan>publicity.slogans          | formula | formula.comparison
                    publicity.study_plan="perhaps"                  | formula | formula.choice
                    publicity.study_plan="yes"                      | formula | formula.choice
                    prior.publicity.study_plan="是"                  | formula | formula.prefix.text
                    ytd.publicity.exam_time_none>0                  | formula | code.unknown
                    period_start<period_end                         | formula | formula.constant
                    village.births<=2                               | locate  | rule.locate
                    """)
    void namesWhatIsWrongWithARuleAndItsLine(String formula, String column, String kind) {
        var faults = faults(rule("XYZ001", "return", formula).replace("skip,,", "skip,publicity.boards,"));

        assertThat(faults).containsExactly("2 " + column + " " + kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    return   | village.births<={village.brths}        | 2 message code.unknown
                    return   | village.births<={publicity.boards}     | 2 message message.form
                    return   | village.births<={village.births        | 2 message message.brace
                    return   | village.births<={village.births:lable} | 2 message message.brace
                    """)
    void namesPlacesInAMessageThatNothingWillFill(String scope, String message, String fault) {
        String rule = rule("XYZ001", scope, "village.births<=2").replace("请核对", message);

        assertThat(faults(rule)).containsExactly(fault);
        assertThat(faults(rule.replace("please check", ""))).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    record   | village.births<=2              | 2 scope formula.scope
                    township | publicity.study_plan="是"       | 2 formula formula.unnumbered
                    unit     | publicity.study_plan="是"       | 2 formula formula.unnumbered
                    """)
    void namesWhatDoesNotGoWithTheScope(String scope, String formula, String fault) {
        assertThat(faults(rule("XYZ001", scope, formula))).containsExactly(fault);
    }

    @Test
    void namesTheMonthInWhichARuleUsesAnItemThatIsNoLongerAsked() {
        var items = text("items.csv")
                .replace(
                        "publicity,publicity.boards,办板报,Blackboard issues,04,,integer,期,是,,0,100,,sum,sum,,,,,",
                        "publicity,publicity.boards,办板报,Blackboard issues,04,,integer,期,是,,0,100,,sum,sum,,,,,2025-06");
        var tables = with("items.csv", items);
        tables.put(
                "rules.csv", (RULES + rule("XYZ001", "return", "publicity.boards<9")).getBytes(StandardCharsets.UTF_8));

        var faults = Lint.faults(CatalogueLoader.load(tables));

        assertThat(faults)
                .containsExactly(Fault.of(
                        "rules.csv",
                        2,
                        "formula",
                        "formula.months",
                        Map.of("value", "publicity.boards", "month", "2025-07")));
    }

    @Test
    void suggestsTheCodesThatAreMeant() {
        var faults = Lint.faults(CatalogueLoader.load(with(
                "rules.csv",
                RULES
                        + rule("XYZ001", "return", "pubilcity.boards<9")
                        + rule("XYZ002", "return", "prior.publicity.bords<9")
                        + rule("XYZ003", "return", "pub.boards<9")
                        + rule("XYZ004", "return", "SUN(publicity.boards)<9"))));

        assertThat(faults)
                .extracting(f -> f.line() + " " + f.arguments().get("near"))
                .containsExactly("2 publicity.boards", "3 prior.publicity.boards", "4 publicity.boards", "5 SUM");
    }

    private static String rule(String id, String scope, String formula) {
        return id + "," + scope + ",query,\"" + formula.replace("\"", "\"\"") + "\",skip,,请核对,please check,,,\n";
    }

    private static List<String> faults(String rules) {
        return Lint.faults(CatalogueLoader.load(with("rules.csv", RULES + rules))).stream()
                .map(f -> f.line() + " " + f.column() + " " + f.kind())
                .toList();
    }

    private static String text(String table) {
        return new String(TwoForms.tables().get(table), StandardCharsets.UTF_8);
    }

    @Test
    void namesAnItemThatComputesItself() {
        var items = text("items.csv")
                .replace("village.births_male+village.births_female", "village.births+village.births_female");

        var faults = Lint.faults(CatalogueLoader.load(with("items.csv", items)));

        assertThat(faults).extracting(Fault::kind).containsExactly("formula.cycle");
    }

    @Test
    void refusesAnIndicatorInTenThousandsThatAddsYuanAsTheyAre() {
        var indicators = new String(CatalogueLoader.builtInTables().get("indicators.csv"), StandardCharsets.UTF_8)
                        .stripTrailing()
                + "\nfines,traffic,999,罚款,Fines,万元,traffic.fines,2,none,,,,,"
                + "\nfines_right,traffic,999,罚款（折合万元）,Fines in ten thousands,万元,traffic.fines/10000,2,none,,,,,\n";

        var tables = new TreeMap<>(CatalogueLoader.builtInTables());
        tables.put("indicators.csv", indicators.getBytes(StandardCharsets.UTF_8));

        var faults = Lint.faults(CatalogueLoader.load(tables));

        assertThat(faults)
                .extracting(Fault::kind, Fault::arguments)
                .containsExactly(tuple("formula.money", Map.of("value", "元", "measure", "万元")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ISBLANK(cases.close_on)     | code.unknown cases.close_on
                    safety.hazards_opening>0    | formula.form safety.hazards_opening
                    cases.penalties_filed>0     | formula.form cases.penalties_filed
                    prior.cases.fine>0          | formula.prefix prior.cases.fine
                    cases.fine                  | formula.verdict
                    """)
    void refusesToAskOfAnythingButARecordWhetherItIsOpen(String formula, String fault) {
        Map<String, byte[]> tables = new TreeMap<>(CatalogueLoader.builtInTables());
        tables.computeIfPresent(
                "returns.csv",
                (name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replace("ISBLANK(cases.closed_on)", formula)
                        .getBytes(StandardCharsets.UTF_8));

        var faults = Lint.faults(CatalogueLoader.load(tables));

        assertThat(faults)
                .extracting(f -> String.join(
                                " ",
                                f.table(),
                                f.column(),
                                f.kind(),
                                f.arguments().getOrDefault("value", ""))
                        .strip())
                .containsExactly("returns.csv open " + fault);
    }

    private static Map<String, byte[]> with(String table, String content) {
        Map<String, byte[]> tables = new TreeMap<>(TwoForms.tables());
        tables.put(table, content.getBytes(StandardCharsets.UTF_8));
        return tables;
    }
}
