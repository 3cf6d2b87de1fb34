package org.huizong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcelTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"2026-10", "2026/10", "2026/10/1", "2026-10-01", "2026年10月", "2026年10月1日", "Oct-26", "OCT-26"})
    void takesAMonthHoweverASpreadsheetProgramSavedIt(String text) {
        assertThat(ExcelText.month(text)).isEqualTo(YearMonth.of(2026, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-13", "2026-00", "2026-10-15", "10-26", "26-10", "Okt-26", "十月", "2026", "2026-Q4", ""})
    void takesNothingElseForAMonth(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> ExcelText.month(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02", "2026/1/2", "2026年1月2日"})
    void takesADayHoweverASpreadsheetProgramSavedIt(String text) {
        assertThat(ExcelText.day(text)).isEqualTo(LocalDate.of(2026, 1, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "1/2/2026", "2026-01", "Jan-26", ""})
    void takesNothingElseForADay(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> ExcelText.day(text));
    }

    @ParameterizedTest
    @CsvSource({"1,01", "01,01", "10,10", "0,00", "甲,甲", "'',''"})
    void givesALineItsZeroBack(String saved, String line) {
        assertThat(ExcelText.line(saved)).isEqualTo(line);
    }
}
