package org.huizong.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell's address as people, formulas and files write it. */
class CellAddressTest {
    @ParameterizedTest
    @CsvSource({"D7, 6, 3", "$D$7, 6, 3", "aa10, 9, 26", "XFD1048576, 1048575, 16383", "A$1, 0, 0"})
    void isReadAsItIsWritten(String text, int row, int column) {
        assertThat(CellAddress.parse(text)).contains(new CellAddress(row, column));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "$", "D", "7", "D0", "D07", "#REF!", "D7:E8", "ABCD1", "A12345678", "中7", "D-7", "D7 "})
    void isNothingElse(String text) {
        assertThat(CellAddress.parse(text)).isEmpty();
    }

    @Test
    void isWrittenPlainAndPinned() {
        assertThat(Stream.of(
                        new CellAddress(6, 3),
                        new CellAddress(0, 25),
                        new CellAddress(9, 26),
                        new CellAddress(1, 701),
                        new CellAddress(2, 702)))
                .extracting(CellAddress::text, CellAddress::pinned)
                .extracting(Object::toString)
                .containsExactly(
                        "(\"D7\", \"$D$7\")",
                        "(\"Z1\", \"$Z$1\")",
                        "(\"AA10\", \"$AA$10\")",
                        "(\"ZZ2\", \"$ZZ$2\")",
                        "(\"AAA3\", \"$AAA$3\")");
    }

    @Test
    void comesInTheOrderInWhichASheetIsRead() {
        assertThat(Stream.of("B2", "AA1", "C1", "A2")
                        .map(t -> CellAddress.parse(t).orElseThrow())
                        .sorted())
                .extracting(CellAddress::text)
                .containsExactly("C1", "AA1", "A2", "B2");
    }

    @Test
    void standsForTheCellOfAPlaceAndItsRow() {
        var sheet = new CellRef("石桥村.xlsx", "表", "");

        assertThat(sheet.at(new CellAddress(6, 3))).isEqualTo(new CellRef("石桥村.xlsx", "表", "D7"));
        assertThat(sheet.at(new CellAddress(6, 3)).row()).isEqualTo("7");
        assertThat(sheet.row()).isEmpty();
        assertThat(sheet.at(new CellAddress(6, 3)).whole()).isEqualTo(sheet);
    }
}
