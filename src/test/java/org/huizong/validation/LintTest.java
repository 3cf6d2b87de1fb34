package org.huizong.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Fault;
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
                    publicity.nothing>0                     | code.unknown
                    SUMM(publicity.boards)>0                | formula.function
                    INDIRECT("A1")>0                        | formula.function
                    A1>publicity.boards                     | formula.address
                    Sheet2!A1>0                             | formula.sheet
                    TODAY()>publicity.boards                | formula.function
                    publicity.boards>                       | formula.syntax
                    publicity.boards<=village.births        | formula.forms
                    ISBLANK(publicity.boards)               | formula.isblank
                    """)
    void namesWhatIsWrongWithARuleAndItsLine(String formula, String kind) {
        var rule = "XYZ001,return,query,\"" + formula.replace("\"", "\"\"") + "\",skip,,请核对,please check,,,\n";

        var faults = Lint.faults(CatalogueLoader.load(with("rules.csv", RULES + rule)));

        assertThat(faults).extracting(Fault::kind).containsExactly(kind);
        assertThat(faults)
                .extracting(Fault::table, Fault::line, Fault::column)
                .containsExactly(tuple("rules.csv", 2L, "formula"));
    }

    @Test
    void namesAnItemThatComputesItself() {
        var items = new String(CatalogueLoader.builtInTables().get("items.csv"), StandardCharsets.UTF_8)
                .replace("village.births_male+village.births_female", "village.births+village.births_female");

        var faults = Lint.faults(CatalogueLoader.load(with("items.csv", items)));

        assertThat(faults).extracting(Fault::kind).containsExactly("formula.cycle");
    }

    @Test
    void refusesAnIndicatorInTenThousandsThatAddsYuanAsTheyAre() {
        var indicators = new String(CatalogueLoader.builtInTables().get("indicators.csv"), StandardCharsets.UTF_8)
                        .stripTrailing()
                + "\nfines,traffic,999,罚款,Fines,万元,traffic.fines,2,none,,,,,"
                + "\nfines_right,traffic,999,罚款,Fines,万元,traffic.fines/10000,2,none,,,,,\n";

        var faults = Lint.faults(CatalogueLoader.load(with("indicators.csv", indicators)));

        assertThat(faults)
                .extracting(Fault::kind, Fault::arguments)
                .containsExactly(tuple("formula.money", Map.of("value", "元", "measure", "万元")));
    }

    private static Map<String, byte[]> with(String table, String content) {
        Map<String, byte[]> tables = new TreeMap<>(CatalogueLoader.builtInTables());
        tables.put(table, content.getBytes(StandardCharsets.UTF_8));
        return tables;
    }
}
