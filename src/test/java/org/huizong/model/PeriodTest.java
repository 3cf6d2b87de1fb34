package org.huizong.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2026-10, 2026-10, 2026-10, 2026-09, 2025-10",
        "2026-01, 2026-01, 2026-01, 2025-12, 2025-01",
        "2026-Q4, 2026-10, 2026-12, 2026-Q3, 2025-Q4",
        "2026-H1, 2026-01, 2026-06, 2025-H2, 2025-H1",
        "2026,    2026-01, 2026-12, 2025,    2025"
    })
    void knowsItsMonthsTheOneBeforeAndTheOneAYearAgo(
            String code, YearMonth first, YearMonth last, String prior, String yearAgo) {
        var period = Period.parse(code);

        assertThat(period.code()).isEqualTo(code);
        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isEqualTo(last);
        assertThat(period.prior()).hasToString(prior);
        assertThat(period.yearAgo()).hasToString(yearAgo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13", "2026-00", "2026-Q5", "2026-H3", "26-10", "2026-1", "2026-10-05"})
    void refusesWhatIsNoPeriod(String text) {
        assertThat(Period.tryParse(text)).isEmpty();
        assertThatThrownBy(() -> Period.parse(text))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("\"" + text + "\" is no period such as 2026-10, 2026-Q4, 2026-H2 or 2026");
    }

    @Test
    void standsAfterTheShorterPeriodsInIt() {
        assertThat(Period.parse("2026")).isGreaterThan(Period.parse("2026-12"));
        assertThat(Period.parse("2026-Q4"))
                .isGreaterThan(Period.parse("2026-12"))
                .isLessThan(Period.parse("2026-H2"));
        assertThat(Period.parse("2026-Q3")).isLessThan(Period.parse("2026-10"));
    }

    @Test
    void isValidInItsFirstAndLastMonth() {
        var validity = new Validity(Optional.of(YearMonth.of(2025, 3)), Optional.of(YearMonth.of(2025, 6)));

        assertThat(validity.covers(YearMonth.of(2025, 2))).isFalse();
        assertThat(validity.covers(YearMonth.of(2025, 3))).isTrue();
        assertThat(validity.covers(YearMonth.of(2025, 6))).isTrue();
        assertThat(validity.covers(YearMonth.of(2025, 7))).isFalse();
    }
}
