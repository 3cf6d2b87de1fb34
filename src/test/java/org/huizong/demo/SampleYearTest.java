package org.huizong.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleYearTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final SampleFigures FIGURES = new SampleFigures(CATALOGUE);

    @ParameterizedTest
    @CsvSource({
        "safety.inspections_, 6, 16",
        "safety.hazards_found_, 5, 40",
        "safety.violations_corrected_, 0, 4",
        "food.inspections_, 4, 9",
        "food.problems_found_, 2, 15",
        "food.samples_, 0, 15",
        "traffic.inspections, 3, 8",
        "traffic.vehicles_checked_, 60, 400",
        "traffic.violations_corrected_, 7, 30",
        "traffic.penalties_, 0, 2",
        "family.first_child_permits, 5, 12",
        "family.cases_filed, 0, 6",
        "family.fee_decisions, 0, 6",
        "social.resident_pensions_approved, 20, 150",
        "social.rural_pensions_approved, 100, 1500",
        "social.micro_insurance_approved, 0, 1500",
        "social.rural_allowances_approved, 3, 30",
        "social.resident_allowances_approved, 0, 3",
        "publicity.materials, 600, 2500",
        "publicity.consultations, 30, 150",
        "publicity.slogans, 10, 60",
        "family.births, 8, 25",
        "food.banquets, 5, 40"
    })
    void keepsEachMonthOfTheTownshipWithinWhatIsUsual(String item, int low, int high) {
        assertThat(IntStream.rangeClosed(1, 12).map(month -> township(item, month)))
                .allMatch(sum -> low <= sum && sum <= high);
    }

    @ParameterizedTest
    @CsvSource({
        "safety.inspections_, 6",
        "publicity.materials, 6",
        "social.rural_pensions_approved, 10",
        "social.micro_insurance_approved, 5"
    })
    void isBusiestInTheMonthOfTheCampaign(String item, int campaign) {
        assertThat(IntStream.rangeClosed(1, 12).filter(m -> m != campaign).map(month -> township(item, month)))
                .allMatch(sum -> sum < township(item, campaign));
    }

    @Test
    void holdsAtLeastSixStudySessionsInEveryUnitAndExactlySixInSome() {
        var sessions = CATALOGUE.units().stream()
                .filter(u -> u.returns().contains("publicity"))
                .map(u -> IntStream.rangeClosed(1, 12)
                        .map(month -> FIGURES.figure(u.code(), month, "publicity.study_sessions"))
                        .sum())
                .toList();

        assertThat(sessions).hasSize(23).allMatch(n -> n >= 6).contains(6);
    }

    @ParameterizedTest
    @CsvSource({
        "safety.hazards_opening_mines, safety.hazards_found_mines, safety.hazards_corrected_mines",
        "safety.hazards_opening_hazmat, safety.hazards_found_hazmat, safety.hazards_corrected_hazmat",
        "safety.hazards_opening_building, safety.hazards_found_building, safety.hazards_corrected_building",
        "safety.hazards_opening_fire, safety.hazards_found_fire, safety.hazards_corrected_fire",
        "safety.hazards_opening_other, safety.hazards_found_other, safety.hazards_corrected_other",
        "family.cases_opening, family.cases_filed, family.fee_decisions",
        "family.fees_opening, family.fees_levied, family.fees_received",
        "social.resident_pensions_opening, social.resident_pensions_accepted, social.resident_pensions_approved|refused",
        "social.rural_pensions_opening, social.rural_pensions_accepted, social.rural_pensions_approved|refused",
        "social.micro_insurance_opening, social.micro_insurance_accepted, social.micro_insurance_approved|refused",
        "social.rural_allowances_opening, social.rural_allowances_accepted, social.rural_allowances_approved|refused",
        "social.resident_allowances_opening, social.resident_allowances_accepted, social.resident_allowances_approved|refused",
        "village.disputes_opening, village.disputes_accepted, village.disputes_settled|referred"
    })
    void opensEachMonthWithWhatTheMonthBeforeLeft(String opening, String in, String out) {
        assertThat(owing(opening)).allSatisfy(unit -> {
            for (int month = 1; month < 12; month++) {
                int left = FIGURES.figure(unit.code(), month, opening)
                        + FIGURES.figure(unit.code(), month, in)
                        - all(out, unit.code(), month);
                assertThat(FIGURES.figure(unit.code(), month + 1, opening))
                        .isEqualTo(left)
                        .isNotNegative();
            }
        });
    }

    @Test
    void decidesTheTwoCasesOfTheYearBeforeAndEveryCaseOfTheYear() {
        int left = FIGURES.figure("d04", 12, "family.cases_opening")
                + FIGURES.figure("d04", 12, "family.cases_filed")
                - FIGURES.figure("d04", 12, "family.fee_decisions");

        assertThat(FIGURES.figure("d04", 1, "family.cases_opening")).isEqualTo(2);
        assertThat(left).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "social.resident_pensions_approved, village.pension_payers_resident, 0",
        "social.rural_pensions_approved, village.pension_payers_rural, 0",
        "social.micro_insurance_approved, village.micro_insured, 0",
        "food.banquets, village.banquets, 6",
        "family.births, village.births_, 10"
    })
    void reportsFromTheOfficeWhatTheVillagesDoButWhereAMistakeIsPlanted(String office, String village, int but) {
        assertThat(IntStream.rangeClosed(1, 12).filter(month -> township(office, month) != township(village, month)))
                .containsExactlyElementsOf(but == 0 ? List.of() : List.of(but));
    }

    @Test
    void isTheSameAtEveryCall() {
        var again = new SampleYear(CATALOGUE).inTime(YearMonth.of(2025, 6));

        assertThat(again).isEqualTo(new SampleYear(CATALOGUE).inTime(YearMonth.of(2025, 6)));
    }

    @Test
    void correctsWhatWasWrongAndOnlyThat() {
        var month = YearMonth.of(2025, 5);
        var year = new SampleYear(CATALOGUE);

        var first = slogans(year.inTime(month), "v07");
        var corrected = slogans(year.later(month), "v07");

        assertThat(first).isEqualTo(Value.of(-3));
        assertThat(corrected).isEqualTo(Value.of(FIGURES.figure("v07", 5, "publicity.slogans")));
        assertThat(year.later(month)).extracting(s -> s.unit().code()).containsExactly("d03", "d04", "d07", "v07");
    }

    private static Value slogans(List<Sending> sendings, String unit) {
        return sendings.stream()
                .filter(s -> s.unit().code().equals(unit))
                .map(s -> s.values().get("publicity").get("publicity.slogans"))
                .findFirst()
                .orElseThrow();
    }

    /** The township's figure of a month: of an item, or of all that begin so, up to the end of a grid's line. */
    private static int township(String beginning, int month) {
        return CATALOGUE.items().stream()
                .map(Item::code)
                .filter(c -> c.equals(beginning)
                        || (beginning.endsWith("_") && c.matches(Pattern.quote(beginning) + "[a-z]+")))
                .flatMapToInt(c -> owing(c).stream().mapToInt(u -> FIGURES.figure(u.code(), month, c)))
                .sum();
    }

    private static int all(String items, String unit, int month) {
        String[] endings = items.split("\\|");
        String stem = endings[0].substring(0, endings[0].lastIndexOf('_') + 1);
        return FIGURES.figure(unit, month, endings[0])
                + IntStream.range(1, endings.length)
                        .map(i -> FIGURES.figure(unit, month, stem + endings[i]))
                        .sum();
    }

    private static List<Unit> owing(String item) {
        return FIGURES.units(item, Set.of("all"));
    }
}
