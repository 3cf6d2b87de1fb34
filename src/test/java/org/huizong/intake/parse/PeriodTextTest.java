package org.huizong.intake.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.huizong.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTextTest {
    @ParameterizedTest
    @CsvSource({
        "2026-10, 2026-10",
        "202610, 2026-10",
        "2026年10月, 2026-10",
        "2026年10月份, 2026-10",
        "２０２６年３月, 2026-03",
        "2026/3, 2026-03",
        "2026.3, 2026-03",
        "Oct2026, 2026-10",
        "2026-Q4, 2026-Q4",
        "2026q4, 2026-Q4",
        "2026年4季度, 2026-Q4",
        "2026年第四季度, 2026-Q4",
        "2026-h2, 2026-H2",
        "2026H1, 2026-H1",
        "2026年上半年, 2026-H1",
        "2026下半年, 2026-H2",
        "2026, 2026",
        "2026年度, 2026",
        "二〇二五年九月, 2025-09",
        "二零二五年九月份, 2025-09",
        "二〇二五年十二月, 2025-12",
        "2025年十月, 2025-10",
        "二〇二五年上半年, 2025-H1",
        "二〇二五年三季度, 2025-Q3",
        "二〇二五年, 2025"
    })
    void readsAPeriodInTheWaysPeopleWriteIt(String written, String code) {
        assertThat(PeriodText.named(written)).contains(Period.parse(code));
    }

    @ParameterizedTest
    @CsvSource({
        "10月, 2026-11-02, 2026-10",
        "10月, 2026-10-01, 2026-10",
        "10月, 2026-09-30, 2025-10",
        "１２月份, 2026-11-02, 2025-12",
        "九月份, 2026-11-02, 2026-09",
        "十二月, 2026-11-02, 2025-12",
        "四季度, 2026-11-02, 2026-Q4",
        "第1季度, 2026-11-02, 2026-Q1",
        "Q4, 2026-09-30, 2025-Q4",
        "上半年, 2026-11-02, 2026-H1",
        "下半年, 2026-06-30, 2025-H2"
    })
    void takesOneWithoutItsYearForTheLatestThatHasBegun(String written, LocalDate day, String code) {
        assertThat(PeriodText.latest(written, day)).contains(Period.parse(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "13月", "0月", "五季度", "2026-13", "十月怀胎", "二〇二五年十三月", "二〇二五年一至九月", "二十月", ""})
    void readsNothingElseAsAPeriod(String written) {
        assertThat(PeriodText.named(written)).isEmpty();
        assertThat(PeriodText.latest(written, LocalDate.of(2026, 11, 2))).isEmpty();
    }

    @Test
    void takesADateForNoPeriodWhereNobodyKnowsItsLength() {
        assertThat(PeriodText.named("2026-10-05")).isEmpty();
    }
}
