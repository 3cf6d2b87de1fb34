package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private static final List<List<String>> ROWS =
            List.of(List.of("单位", "State", "天数"), List.of("石桥村", "late", "3"), List.of("d01", "按时", ""));

    @Test
    void giveAChineseCharacterTwoPlacesAndPutNumbersOnTheRight() {
        assertThat(Columns.aligned(ROWS)).containsExactly("单位    State  天数", "石桥村  late      3", "d01     按时");
    }

    @Test
    void areApartByTabsForAProgram() {
        assertThat(Columns.plain(ROWS)).containsExactly("单位\tState\t天数", "石桥村\tlate\t3", "d01\t按时\t");
    }
}
