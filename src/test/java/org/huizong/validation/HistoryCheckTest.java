package org.huizong.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.model.CellRef;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryCheckTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final CellRef SHEET = new CellRef("a.xlsx", "交通", "");
    private static final CellRef CELL = new CellRef("a.xlsx", "交通", "D7");

    private static List<Item> items(String form, Period period) {
        return CATALOGUE.items(form, period.last());
    }

    private static Stream<Tuple> found(String form, String month, Optional<Integer> now, Values earlier) {
        Period period = Period.parse(month);
        List<Observation> observations = new ArrayList<>();
        for (Item item : items(form, period)) {
            now.ifPresent(n -> observations.add(new Observation(item.code(), "", Value.of(n), CELL)));
        }
        return new Checker(CATALOGUE, LocalDate.of(2025, 12, 31))
                .check("", form, period, observations, SHEET, List.of(), earlier, Directory.NONE).findings().stream()
                        .filter(f -> f.rule().startsWith("history."))
                        .map(f -> tuple(f.rule(), f.severity(), f.where(), f.item()));
    }

    /** Every item was {@code before} in all the months before together. */
    private static Values before(int before, int now) {
        return name -> name.startsWith("ytd.") ? Value.of(before + now) : Value.Gap.BLANK;
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06, 40, 30, 1",
        "2025-06, 30, 30, 1",
        "2025-06, 29, 30, 0",
        "2025-03, 40, 30, 0",
        "2025-06, 40, 0, 0"
    })
    void asksWhetherTheYearWasEnteredForTheMonth(String month, int now, int before, int times) {
        var found = found("publicity", month, Optional.of(now), before(before, now));

        assertThat(found).hasSize(times).allMatch(tuple("history.cumulative", Severity.QUERY, SHEET, "")::equals);
    }

    @Test
    void asksNothingWithoutAHistory() {
        assertThat(found("publicity", "2025-06", Optional.of(40), name -> Value.Gap.BLANK))
                .isEmpty();
        assertThat(found("traffic", "2025-06", Optional.of(3), name -> Value.Gap.BLANK))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 12000, true", "3, 3000, true", "3, 2999, false", "1200, 9000000, false", "0, 12000, false"})
    void asksWhetherAnAmountWasEnteredInMyriads(int now, int before, boolean asks) {
        var found = found(
                "traffic",
                "2025-02",
                Optional.of(now),
                name -> name.startsWith("prior.traffic.fines_cars") ? Value.of(before) : Value.Gap.BLANK);

        assertThat(found)
                .hasSize(asks ? 1 : 0)
                .allMatch(tuple("history.myriad", Severity.QUERY, CELL, "traffic.fines_cars")::equals);
    }
}
