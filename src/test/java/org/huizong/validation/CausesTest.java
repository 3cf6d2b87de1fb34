package org.huizong.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.model.CellRef;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.FindingWords;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CausesTest {
    private static final Period MARCH = Period.parse("2025-03");
    private static final CellRef SHEET = new CellRef("安监办.xlsx", "表", "");

    private final Catalogue catalogue = CatalogueLoader.builtIn();
    private final Checker checker = new Checker(catalogue, LocalDate.of(2025, 4, 5));
    private final Map<String, Value> values = new TreeMap<>();
    private final Map<String, Value> earlier = new TreeMap<>();
    private final List<Finding> reading = new ArrayList<>();

    @BeforeEach
    void fillSoundly() {
        fill("safety");
    }

    @Test
    void tellsAWrongSubtotalAndNoneOfTheTotalsAboveIt() {
        values.put("safety.hazards_pending_fire", Value.of(7));

        assertThat(told("safety")).containsExactly("computed safety.hazards_pending_fire");
    }

    @Test
    void tellsTheDeepestWhereATotalWasTypedToo() {
        values.put("safety.hazards_pending_fire", Value.of(7));
        values.put("safety.hazards_pending", Value.of(99));

        assertThat(told("safety")).containsExactly("computed safety.hazards_pending_fire");
    }

    @Test
    void tellsABlankCellAloneThoughTheTotalWasTyped() {
        values.put("safety.inspections_fire", Value.Gap.BLANK);
        values.put("safety.inspections", Value.of(99));

        assertThat(told("safety")).containsExactly("required safety.inspections_fire");
    }

    @Test
    void tellsANegativePartAndNeitherItsTotalNorARelationOverIt() {
        values.put("safety.inspections_fire", Value.of(-3));

        assertThat(told("safety")).containsExactly("min safety.inspections_fire");
        assertThat(check("safety").disposition()).isEqualTo(Disposition.REJECTED);
    }

    @Test
    void tellsAFractionAndNotThatTheTotalIsNoWholeNumber() {
        values.put("safety.inspections_fire", Value.of(new BigDecimal("2.5")));
        values.put("safety.inspections", Value.of(new BigDecimal("6.5")));

        assertThat(told("safety")).containsExactly("integer safety.inspections_fire");
    }

    @Test
    void tellsAnUnreadableCellAlone() {
        values.put("safety.inspections_fire", Value.of("约三"));
        reading.add(Finding.failed("unreadable", Severity.ERROR, at("safety.inspections_fire"))
                .ofItem("safety.inspections_fire"));

        assertThat(told("safety")).isEmpty();
    }

    @Test
    void tellsASecondErrorElsewhere() {
        values.put("safety.inspections_fire", Value.of(-3));
        values.put("safety.penalties", Value.of(99));
        values.put("safety.hazards_major_mines", Value.of(2));
        values.put("safety.hazards_major", Value.of(6));

        assertThat(told("safety"))
                .containsExactly(
                        "min safety.inspections_fire",
                        "computed safety.penalties",
                        "SAF006 safety.hazards_major_mines");
    }

    @Test
    void keepsARelationThatFollowsCountableAsUndecided() {
        values.put("safety.hazards_found_fire", Value.of(-1));

        assertThat(check("safety").findings().stream()
                        .filter(f -> f.rule().equals("SAF009"))
                        .map(FindingWords::reason))
                .containsExactly("uncorrected safety.hazards_found_fire");
    }

    @Test
    void saysThatTotalsDoNotAddUpBeforeItAsksAboutLastMonth() {
        earlier.put("prior.safety.hazards_pending_fire", Value.of(1));
        values.put("safety.hazards_opening_fire", Value.of(4));

        assertThat(told("safety"))
                .containsExactly("computed safety.hazards_opening", "computed safety.hazards_pending_fire");
    }

    @Test
    void tellsBothOfTwoRelationsThatMayHaveTwoCauses() {
        values.put("safety.hazards_major_fire", Value.of(2));
        values.put("safety.premises_checked_fire", Value.of(2));
        values.put("safety.hazards_major", Value.of(6));
        values.put("safety.premises_checked", Value.of(6));

        assertThat(told("safety"))
                .containsExactly("SAF009 safety.hazards_major_fire", "SAF014 safety.premises_checked_fire");
    }

    @Test
    void asksByHistoryAboutACellOfWhichNothingElseIsSaid() {
        relief("100", 400);

        assertThat(asked("social.relief_paid")).containsExactly("history.myriad");
    }

    @Test
    void asksOnceAboutACellOfWhichARuleOfTheCatalogueAsks() {
        relief("40", 400);

        assertThat(asked("social.relief_paid")).containsExactly("SOC019");
    }

    @Test
    void isSilentByHistoryAboutACellThatReadingSendsBackOrAsksAbout() {
        relief("100", 400);
        for (Severity severity : List.of(Severity.ERROR, Severity.QUERY)) {
            reading.clear();
            reading.add(Finding.failed("doubtful", severity, at("social.relief_paid"))
                    .ofItem("social.relief_paid"));

            assertThat(asked("social.relief_paid")).isEmpty();
        }
    }

    @Test
    void asksByHistoryAboutACellThatReadingOnlyMentions() {
        relief("100", 400);
        reading.add(Finding.failed("repaired", Severity.NOTICE, at("social.relief_paid"))
                .ofItem("social.relief_paid"));

        assertThat(asked("social.relief_paid")).containsExactly("history.myriad");
    }

    /** One case of relief with that much paid, of which a thousand times as much was paid last month. */
    private void relief(String paid, int priorThousands) {
        values.clear();
        fill("social");
        values.put("social.relief_paid", Value.of(new BigDecimal(paid)));
        earlier.put("prior.social.relief_paid", Value.of(priorThousands * 1_000));
    }

    /** What is asked about a cell of the return social. */
    private List<String> asked(String item) {
        return check("social").findings().stream()
                .filter(f -> f.asks() && f.item().equals(item))
                .map(Finding::rule)
                .toList();
    }

    private Checker.Result check(String form) {
        List<Observation> observations = new ArrayList<>();
        values.forEach((item, value) -> observations.add(new Observation(item, "", value, at(item))));
        return checker.check(
                "",
                form,
                MARCH,
                observations,
                SHEET,
                reading,
                o -> earlier.getOrDefault(o, Value.Gap.BLANK),
                Directory.NONE);
    }

    private List<String> told(String form) {
        return check(form).findings().stream()
                .filter(f -> f.hasFailed() && f.severity() == Severity.ERROR)
                .map(f -> f.rule() + " " + f.item())
                .toList();
    }

    /** Puts 1 into every cell, and into every computed one what it comes to. */
    private void fill(String form) {
        List<Item> items = catalogue.items(form, MARCH.last());
        items.stream().filter(i -> !i.isComputed()).forEach(i -> values.put(i.code(), Value.of(1)));
        List<Observation> blank = new ArrayList<>();
        items.forEach(i ->
                blank.add(new Observation(i.code(), "", values.getOrDefault(i.code(), Value.Gap.BLANK), at(i.code()))));
        new Computed(catalogue)
                .fill(new Submission("", form, "1", MARCH, Optional.empty(), SHEET, blank, Map.of(), List.of()))
                .observations()
                .forEach(o -> values.put(o.item(), o.value()));
    }

    private static CellRef at(String item) {
        return new CellRef(SHEET.file(), SHEET.sheet(), item);
    }
}
