package org.huizong.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void showsWhatATerminalWouldObeyAsSigns() {
        assertThat(Visible.line("\u001b]0;x\u0007\u007f")).isEqualTo("␛]0;x␇␡");
        assertThat(Visible.line("\u009b2J\u0085")).isEqualTo("\uFFFD2J\uFFFD");
        assertThat(Visible.line("表\u202Excod.exe\u2069")).isEqualTo("表\uFFFDxcod.exe\uFFFD");
        assertThat(Visible.line("a\ud83d b\ude00\uffff")).isEqualTo("a\uFFFD b\uFFFD\uFFFD");
    }

    @Test
    void keepsLinesInATextAndShowsThemInALine() {
        assertThat(Visible.text("一\r\n二\n三\t四\r五")).isEqualTo("一\n二\n三\t四␍五");
        assertThat(Visible.line("一\r\n二\t三")).isEqualTo("一␍␊二␉三");
    }

    @Test
    void leavesEveryOrdinaryTextAsItIs() {
        String text = "青溪镇〔2025〕第 9 号,买买提·艾力 ½ 😀𠮷 café \u200e\u3000—…";

        assertThat(Visible.text(text)).isEqualTo(text);
        assertThat(Visible.line("x" + text)).isEqualTo("x" + text);
    }
}
