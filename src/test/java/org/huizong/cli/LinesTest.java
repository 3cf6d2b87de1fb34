package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void breaksChineseAnywhereButNotBeforeAComma() {
        assertThat(Lines.of("一、", "    ", "整改数大于发现数，请核对后改正。", 18))
                .containsExactly("一、整改数大于发现", "    数，请核对后改", "    正。");
        assertThat(Lines.of("", "", "整改数大于,请核对", 10)).containsExactly("整改数大", "于,请核对");
    }

    @Test
    void keepsAnOpeningBracketWithWhatFollows() {
        assertThat(Lines.of("", "", "整改隐患（工矿）", 10)).containsExactly("整改隐患", "（工矿）");
    }

    @Test
    void breaksEnglishAtSpacesOnly() {
        assertThat(Lines.of("  ", "    ", "Hazards corrected ≤ hazards found", 22))
                .containsExactly("  Hazards corrected ≤", "    hazards found");
    }

    @Test
    void leavesAWordThatIsTooLongInOnePiece() {
        assertThat(Lines.of("", "", "a verylongwordindeed b", 8)).containsExactly("a", "verylongwordindeed", "b");
    }

    @Test
    void leavesAShortTextAlone() {
        assertThat(Lines.of("- ", "  ", "短", 80)).containsExactly("- 短");
    }
}
