package org.huizong.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.model.CellRef;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.FindingWords;
import org.huizong.model.Observation;
import org.huizong.model.Outcome;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;

/** A closing stock that is worked out cannot be negative, unless the table of items lets it. */
class ClosingStockTest {
    private static final Period MARCH = Period.parse("2025-03");
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();

    private final Map<String, Value> values = new TreeMap<>();
    private Disposition disposition = Disposition.ACCEPTED;

    @Test
    void sendsBackAStockBelowNothingAndNamesItsParts() {
        cases(3, 1, 6);

        var findings = failed("family");

        assertThat(findings)
                .containsExactly(FindingWords.with(
                        Finding.failed("min.computed", Severity.ERROR, at("family.cases_pending"))
                                .ofItem("family.cases_pending"),
                        "value",
                        -2,
                        "min",
                        0,
                        "family.cases_opening",
                        3,
                        "family.cases_filed",
                        1,
                        "family.fee_decisions",
                        6));
        assertThat(disposition).isEqualTo(Disposition.REJECTED);
        assertThat(sentence(Lang.ZH, findings.get(0)))
                .isEqualTo("期末未结案件是 -2（期初未结案件 3 + 本月立案 1 - 征收决定书 6），不能小于 0，请核对各项后改正。");
        assertThat(sentence(Lang.EN, findings.get(0)))
                .isEqualTo(
                        "Cases open at end is -2 (Cases open at start 3 + Cases filed 1 - Fee decisions 6), below the least"
                                + " there can be, 0; please check the parts and correct.");
    }

    @Test
    void acceptsAStockOfNothing() {
        cases(3, 3, 6);

        assertThat(failed("family")).isEmpty();
    }

    @Test
    void isNotDeceivedByATypedResult() {
        cases(3, 1, 6);
        values.put("family.cases_pending", Value.of(0));

        assertThat(failed("family")).extracting(Finding::rule).containsExactly("min.computed");
    }

    @Test
    void tellsOfTheStockAndNotOfTheTotalAboveIt() {
        values.put("safety.hazards_corrected_fire", Value.of(1));

        assertThat(failed("safety").stream().filter(f -> f.severity() == Severity.ERROR))
                .extracting(Finding::rule, Finding::item)
                .containsExactly(tuple("min.computed", "safety.hazards_pending_fire"));
    }

    @Test
    void tellsOfANegativePartAndNotOfTheStock() {
        cases(-3, 1, 0);

        assertThat(failed("family"))
                .extracting(Finding::rule, Finding::item)
                .containsExactly(tuple("min", "family.cases_opening"));
    }

    @Test
    void asksAboutMoneyThatCameBeforeItWasDue() {
        values.put("family.fees_received", Value.of(500));

        assertThat(failed("family").stream().filter(f -> !f.rule().equals("FAM010")))
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(tuple("FAM004", Severity.QUERY));
        assertThat(disposition).isEqualTo(Disposition.QUERIED);
    }

    private void cases(int opening, int filed, int decided) {
        values.put("family.first_child_permits", Value.of(1));
        values.put("family.cases_opening", Value.of(opening));
        values.put("family.cases_filed", Value.of(filed));
        values.put("family.fee_decisions", Value.of(decided));
    }

    /** What failed of a return in which all else is 0 and what is worked out is left to the formulas. */
    private List<Finding> failed(String form) {
        List<Observation> observations = new ArrayList<>();
        CATALOGUE.items(form, MARCH.last()).forEach(item -> {
            Value blank = item.isComputed() ? Value.Gap.BLANK : Value.of(0);
            observations.add(
                    new Observation(item.code(), "", values.getOrDefault(item.code(), blank), at(item.code())));
        });
        var submission = new Submission(
                "d04", form, "1", MARCH, Optional.empty(), CellRef.NOWHERE, observations, Map.of(), List.of());
        var result = new Checker(CATALOGUE, LocalDate.of(2025, 4, 5))
                .check(
                        "",
                        form,
                        MARCH,
                        new Computed(CATALOGUE).fill(submission).observations(),
                        CellRef.NOWHERE,
                        List.of(),
                        name -> Value.Gap.BLANK,
                        Directory.NONE);
        disposition = result.disposition();
        return result.findings().stream()
                .filter(f -> f.outcome() == Outcome.FAILED)
                .toList();
    }

    private static CellRef at(String item) {
        return new CellRef("计生办.xlsx", "表", item);
    }

    private static String sentence(Lang lang, Finding finding) {
        return new Wording(new MessageBundle(lang), CATALOGUE).sentence(finding, MARCH);
    }
}
