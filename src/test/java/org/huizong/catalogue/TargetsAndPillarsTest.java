package org.huizong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The two tables that a catalogue may do without: targets.csv and pillars.csv. */
class TargetsAndPillarsTest {
    private static final String TARGETS = "indicator,unit,year,value\n";
    private static final String PILLARS = "group,code,label,label_en,item,by,lacks\n";

    private final Map<String, byte[]> tables = new HashMap<>(CatalogueLoader.builtInTables());

    @Test
    void doesWithoutBoth() {
        tables.remove("targets.csv");
        tables.remove("pillars.csv");

        var catalogue = CatalogueLoader.load(tables);

        assertThat(catalogue.targets()).isEmpty();
        assertThat(catalogue.pillars()).isEmpty();
        assertThat(catalogue.digest()).isNotEqualTo(CatalogueLoader.builtIn().digest());
    }

    @Test
    void prefersTheTownshipsTargetOfAYearToThatOfTheIndicator() {
        put(
                "targets.csv",
                TARGETS + "study_sessions,,2026,8\nstudy_sessions,d06,2026,10\nmaterials,qingxi,2026,15000\n");

        var catalogue = CatalogueLoader.load(tables);
        var sessions = catalogue.indicator("study_sessions").orElseThrow();
        var materials = catalogue.indicator("materials").orElseThrow();

        assertThat(catalogue.target(sessions, 2025)).contains(BigDecimal.valueOf(6));
        assertThat(catalogue.target(sessions, 2026)).contains(BigDecimal.valueOf(8));
        assertThat(catalogue.target(sessions, "d06", 2026)).contains(BigDecimal.TEN);
        assertThat(catalogue.target(sessions, "d06", 2025)).isEmpty();
        assertThat(catalogue.target(materials, 2026)).contains(BigDecimal.valueOf(15000));
        assertThat(catalogue.target(materials, 2025)).isEmpty();
    }

    @Test
    void namesEachTargetThatCannotBe() {
        put(
                "targets.csv",
                TARGETS
                        + "inspection,d01,2026,1\n"
                        + "inspections,d99,2026,1\n"
                        + "penalties,d01,2026,1\n"
                        + "materials,d01,26,1\n"
                        + "materials,,2026,1\n"
                        + "materials,qingxi,2026,2\n"
                        + "materials,d01,2026,\n");

        assertThat(faults())
                .containsExactly(
                        "targets.csv:2 indicator code.unknown",
                        "targets.csv:3 unit code.unknown",
                        "targets.csv:4 indicator target.direction",
                        "targets.csv:5 year target.year",
                        "targets.csv:7 indicator target.twice",
                        "targets.csv:8 value cell.empty");
    }

    @Test
    void namesEachPillarThatTellsNothing() {
        put(
                "pillars.csv",
                PILLARS
                        + "six,plan,计划,,publicity.study_plan,,\n"
                        + "five,time,,,publicity.study_time,,\n"
                        + "five,staff,人员,,publicity.nothing,,\n"
                        + "five,effect,效果,,food.problems,,\n"
                        + "three,duty,责任,,duties.post,,zero\n"
                        + "three,oversight,监督,,opinions.received,opinions.received_on,\n"
                        + "three,oversight,,,leads,opinions.responsible,most\n");

        assertThat(faults())
                .containsExactlyInAnyOrder(
                        "pillars.csv:2 group code.none",
                        "pillars.csv:3 label cell.empty",
                        "pillars.csv:4 item code.unknown",
                        "pillars.csv:5 item pillar.item",
                        "pillars.csv:6 item pillar.item",
                        "pillars.csv:7 by pillar.by",
                        "pillars.csv:8 by pillar.by",
                        "pillars.csv:8 lacks cell.word");
    }

    private List<String> faults() {
        var broken = catchThrowableOfType(BrokenCatalogueException.class, () -> CatalogueLoader.load(tables));
        return broken.faults().stream()
                .map(f -> f.table() + ":" + f.line() + " " + f.column() + " " + f.kind())
                .toList();
    }

    private void put(String name, String table) {
        tables.put(name, table.getBytes(StandardCharsets.UTF_8));
    }
}
