package org.huizong.publish.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.fraction.BigFraction;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.TwoForms;
import org.huizong.formula.Formula;
import org.junit.jupiter.api.Test;

/** What of figures by the formulas of a catalogue may be told beside each other. */
class BreakdownsTest {
    private static final YearMonth MONTH = YearMonth.of(2025, 12);

    private final Catalogue builtIn = CatalogueLoader.builtIn();
    private final List<Count> counts = new ArrayList<>();

    private Count count(String formula, int value) {
        return count(builtIn, formula, value);
    }

    private Count count(Catalogue catalogue, String formula, int value) {
        Map<String, BigFraction> weights = Formula.parse(formula).weights();
        var breakdowns = new Breakdowns(catalogue, MONTH);
        var count = new Count(breakdowns.sum(weights), BigDecimal.valueOf(value), breakdowns.of(weights), List.of());
        counts.add(count);
        return count;
    }

    private List<Count> told() {
        var disclosure = new Disclosure(counts);
        return counts.stream().filter(disclosure::isTold).toList();
    }

    @Test
    void withholdsAPartByTheLinesOfTheFormWhereOneRemains() {
        var passed = count("publicity.exam_passed", 21);
        var takers = count("publicity.exam_takers", 22);

        assertThat(told()).containsExactly(takers).doesNotContain(passed);
    }

    @Test
    void tellsAPartByTheLinesOfTheFormWhereNoneOrThreeRemain() {
        var takers = count("publicity.exam_takers", 22);
        var passed = count("publicity.exam_passed", 19);

        assertThat(told()).containsExactly(takers, passed);
    }

    @Test
    void withholdsOneCellOfAnItemThatAddsItsLine() {
        var all = count("food.violations_corrected", 12);
        count("food.violations_corrected_canteens", 1);

        assertThat(told()).containsExactly(all);
    }

    @Test
    void withholdsOneCellOfAnItemThatAnIndicatorAddsToOthers() {
        var all = count("safety.penalties+food.penalties+traffic.penalties", 20);
        var traffic = count("traffic.penalties", 7);
        count("traffic.penalties_coaches", 1);

        assertThat(told()).containsExactly(all, traffic);
    }

    @Test
    void withholdsAPartOfALineWhereBothAreAddedFromTheirCells() {
        var corrected = count("traffic.violations_corrected", 100);
        count("traffic.unlicensed", 98);

        assertThat(told()).containsExactly(corrected);
    }

    @Test
    void withholdsWhatAStockAddsWhereItLeavesTwoThatItTakesOff() {
        var pending = count("family.cases_pending", 13);
        var filed = count("family.cases_opening+family.cases_filed", 15);

        assertThat(told()).containsExactly(pending).doesNotContain(filed);
    }

    @Test
    void tellsADifferenceOfOneThatIsTheOnlyFigureOfItsItems() {
        var failed = count("publicity.exam_takers-publicity.exam_passed", 1);

        assertThat(told()).containsExactly(failed);
    }

    @Test
    void tellsOneInTenThousandsThatIsTheOnlyFigureOfItsItem() {
        var fines = count("traffic.fines_cars/10000", 2);

        assertThat(told()).containsExactly(fines);
    }

    @Test
    void withholdsAPartByTheLinesOfTheFormAlsoOfALineThatAddsItsColumns() {
        var tables = TwoForms.tables();
        String items = new String(tables.get("items.csv"), StandardCharsets.UTF_8)
                .replaceFirst(",until", ",until,under")
                .replaceFirst("(village\\.allowance_applications,.*)", "$1,13");
        tables.put("items.csv", items.getBytes(StandardCharsets.UTF_8));
        Catalogue catalogue = CatalogueLoader.load(tables);
        var deaths = count(catalogue, "village.deaths", 40);
        count(catalogue, "village.allowance_applications", 38);

        assertThat(told()).containsExactly(deaths);
    }
}
