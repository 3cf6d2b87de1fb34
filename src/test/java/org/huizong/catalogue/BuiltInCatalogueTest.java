package org.huizong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huizong.model.Period;
import org.junit.jupiter.api.Test;

class BuiltInCatalogueTest {
    private final Catalogue catalogue = CatalogueLoader.builtIn();

    @Test
    void owesPublicityFromEveryUnitAndTheOtherFormsFromThoseTheyConcern() {
        var owed = catalogue.owed(Period.parse("2025-03"));

        assertThat(owed.stream().collect(Collectors.groupingBy(Obligation::form, Collectors.counting())))
                .isEqualTo(Map.ofEntries(
                        Map.entry("safety", 1L),
                        Map.entry("food", 1L),
                        Map.entry("traffic", 1L),
                        Map.entry("family", 1L),
                        Map.entry("social", 1L),
                        Map.entry("publicity", 23L),
                        Map.entry("village", 14L),
                        Map.entry("cases", 4L),
                        Map.entry("officers", 1L),
                        Map.entry("petitions", 1L)));
    }

    @Test
    void owesTwelveMonthsTwoHalvesAndTheDutiesInAYear() {
        var owed = catalogue.owedWithin(Period.parse("2025"));

        assertThat(owed).hasSize(12 * 48 + 2 * 3 + 5).doesNotHaveDuplicates();
    }

    @Test
    void listsTheItemsOfAFormByLineAndColumn() {
        var births = catalogue.items("village", YearMonth.of(2025, 3)).stream()
                .map(Item::code)
                .filter(c -> c.contains("births"));

        assertThat(births).containsExactly("village.births", "village.births_male", "village.births_female");
    }

    @Test
    void hasFiguresOfWhatIsReportedByTheHalfYearInHalvesAndYearsAlone() {
        var march = codes("2025-03");
        var half = codes("2025-H1");
        var year = codes("2025");

        assertThat(march).hasSize(24).doesNotContain("opinions_received");
        assertThat(half).contains("inspections", "opinions_received", "documents_cleaned");
        assertThat(year).isEqualTo(half);
    }

    private List<String> codes(String period) {
        return catalogue.indicators(Period.parse(period)).stream()
                .map(Indicator::code)
                .toList();
    }

    @Test
    void offersEveryUnitWhereARegisterAsksForOne() {
        var responsible = catalogue.choices("units");

        assertThat(responsible)
                .hasSize(catalogue.units().size())
                .contains(
                        new Choice("units", "d03", "交管站", "Traffic Office", List.of("交管站"), List.of("Traffic Office")));
    }
}
