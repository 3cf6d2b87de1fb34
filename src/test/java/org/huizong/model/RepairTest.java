package org.huizong.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairTest {
    private static final CellRef CELL = new CellRef("石桥村.xlsx", "普法", "D7");

    @ParameterizedTest
    @CsvSource({
        "repaired, NOTICE, REPAIRED",
        "identity.credit, QUERY, DOUBTFUL",
        "located.label, NOTICE, DOUBTFUL",
        "unreadable.date, ERROR, REFUSED",
        "choice, ERROR, REFUSED",
        "cell.error, ERROR, REFUSED",
        "located.disagree, ERROR, REFUSED"
    })
    void isWhatBecameOfAValue(String rule, Severity severity, Repair repair) {
        assertThat(Repair.of(Finding.failed(rule, severity, CELL))).contains(repair);
    }

    @ParameterizedTest
    @CsvSource({"required", "PUB001", "record.twice"})
    void saysNothingOfValuesThatAreWrongInThemselves(String rule) {
        assertThat(Repair.of(Finding.failed(rule, Severity.ERROR, CELL))).isEmpty();
    }

    @Test
    void saysNothingOfAWholeFile() {
        assertThat(Repair.of(Finding.failed("unreadable", Severity.ERROR, CellRef.file("a.xlsx"))))
                .isEmpty();
    }
}
