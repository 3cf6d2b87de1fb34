package org.huizong.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.ItemType;
import org.huizong.job.County;
import org.huizong.model.CellRef;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a county asks of a township's sums, and what of one reporter. */
class ReporterTest {
    private static final Catalogue CATALOGUE = County.catalogue();
    private static final CellRef SHEET = new CellRef("青溪镇.xlsx", "普法", "");
    private static final Period MARCH = Period.parse("2025-03");

    private final Map<String, Value> values = new TreeMap<>();
    private final Map<String, Value> earlier = new HashMap<>();

    @BeforeEach
    void theTotalsOfATownship() {
        CATALOGUE
                .items("publicity", MARCH.last())
                .forEach(i -> values.put(i.code(), i.type() == ItemType.CHOICE ? Value.Gap.BLANK : Value.of(30)));
        values.put("publicity.training_attendance", Value.of(900));
    }

    @Test
    void holdsNeitherLimitsNorQueriesAgainstASum() {
        values.put("publicity.boards", Value.of(101));
        values.put("publicity.training_attendance", Value.of(31));

        var township = check("t1", "publicity");
        var one = check("", "publicity");

        assertThat(township.findings()).isEmpty();
        assertThat(township.disposition()).isEqualTo(Disposition.ACCEPTED);
        assertThat(one.findings())
                .filteredOn(Finding::hasFailed)
                .extracting(Finding::rule)
                .contains("max", "PUB003", "required.text");
    }

    @Test
    void sendsBackASumThatCannotBe() {
        values.put("publicity.exam_passed", Value.of(31));
        values.put("publicity.boards", Value.of(-1));

        assertThat(check("t1", "publicity").findings())
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(Tuple.tuple("min", Severity.ERROR), Tuple.tuple("PUB001", Severity.ERROR));
    }

    @Test
    void doesNotHoldAStockAgainstLastMonthsWhichMayLackOthers() {
        values.clear();
        CATALOGUE.items("village", MARCH.last()).forEach(i -> values.put(i.code(), Value.of(i.isComputed() ? 2 : 1)));
        values.put("village.disputes_pending", Value.of(0));
        earlier.put("prior.village.disputes_pending", Value.of(4));

        assertThat(check("t1", "village").findings()).isEmpty();
        assertThat(check("", "village").findings()).extracting(Finding::rule).contains("VIL002");
    }

    private Checker.Result check(String unit, String form) {
        List<Observation> observations = values.entrySet().stream()
                .map(v -> new Observation(
                        v.getKey(), "", v.getValue(), new CellRef(SHEET.file(), SHEET.sheet(), v.getKey())))
                .toList();
        return new Checker(CATALOGUE, LocalDate.of(2025, 4, 5))
                .check(
                        unit,
                        form,
                        MARCH,
                        observations,
                        SHEET,
                        List.of(),
                        o -> earlier.getOrDefault(o, Value.Gap.BLANK),
                        Directory.NONE);
    }
}
