package org.huizong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Collectors;
import org.huizong.period.Period;
import org.junit.jupiter.api.Test;

class BuiltInCatalogueTest {
    private final Catalogue catalogue = CatalogueLoader.builtIn();

    @Test
    void owesPublicityFromEveryUnitAndTheOtherFormsFromThoseTheyConcern() {
        var owed = catalogue.owed(Period.parse("2025-03"));

        assertThat(owed.stream().collect(Collectors.groupingBy(Owed::form, Collectors.counting())))
                .isEqualTo(Map.of(
                        "safety",
                        1L,
                        "food",
                        1L,
                        "traffic",
                        1L,
                        "family",
                        1L,
                        "social",
                        1L,
                        "publicity",
                        23L,
                        "village",
                        14L));
    }

    @Test
    void owesTwelveMonthsInAYear() {
        var owed = catalogue.owedWithin(Period.parse("2025"));

        assertThat(owed).hasSize(12 * 42).doesNotHaveDuplicates();
    }

    @Test
    void listsTheItemsOfAFormByLineAndColumn() {
        var births = catalogue.items("village", YearMonth.of(2025, 3)).stream()
                .map(Item::code)
                .filter(c -> c.contains("births"));

        assertThat(births).containsExactly("village.births", "village.births_male", "village.births_female");
    }
}
