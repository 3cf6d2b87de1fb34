package org.huizong.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "石桥村|石桥村",
                "石 桥\u3000村\u00a0|石桥村",
                "\u202d石桥村\u202c\u200e|石桥村",
                "石\u200b\u200c\u200d\u2060\ufeff桥村|石桥村",
                "☑\ufe0f石桥村\udb40\udd00|☑石桥村",
                "石桥村_x000D_|石桥村",
                "_x005F_x000D_石桥村|石桥村",
                "（盖章）【章】〔章〕[章]［章］|(盖章)(章)(章)(章)(章)",
                "ＡＢｃ１２％|abc12%",
                "Stone Bridge\tVillage|stonebridgevillage",
                "case_no|case_no"
            })
    void foldsNamesThatLookTheSameIntoOne(String written, String folded) {
        assertThat(Folding.fold(written)).isEqualTo(folded);
        assertThat(Folding.fold(folded)).isEqualTo(folded);
    }

    @Test
    void shortensATextBetweenCharacters() {
        assertThat(Folding.shorten("柳".repeat(39) + "😀😀")).isEqualTo("柳".repeat(39) + "😀…");
        assertThat(Folding.shorten("😀".repeat(40))).isEqualTo("😀".repeat(40));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "青交罚〔2025〕9号",
                "青交罚[2025]9号",
                "青交罚【2025】9号",
                "青交罚〔2025〕9号",
                "青交罚（２０２５）９号",
                "青交罚〔2025〕第9号",
                "青交罚〔2025〕009号",
                "青交罚 〔2025〕 第 09 号",
                "青交罚\u200e〔2025〕9号_x000D_",
                "青交罚_x000d_〔2025〕第0009号"
            })
    void takesACaseNumberForOneHoweverItIsTyped(String written) {
        String key = Folding.key(written);

        assertThat(key).isEqualTo("青交罚〔2025〕9号");
        assertThat(Folding.key(key)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "青交罚〔2025〕9号, 青交罚〔2025〕90号",
        "青交罚〔2025〕9号, 青交罚〔2024〕9号",
        "青交罚〔2025〕9号, 青交立〔2025〕9号",
        "A1-10, A1-1",
        "0, 00a",
        "1.05, 1.5",
        "ZF030004, ZF30004"
    })
    void keepsDifferentCasesApart(String one, String other) {
        assertThat(Folding.key(one)).isNotEqualTo(Folding.key(other));
    }

    @Test
    void decodesWhatThreeProgramsHaveEscapedAndNoMore() {
        assertThat(Folding.cleaned("_x_x_x0030_030_041_")).isEqualTo("A");
        assertThat(Folding.cleaned("_x_x_x_x0030_030_030_041_")).isEqualTo("_x0041_");
    }

    @Test
    void readsNumbersAndDatesWithoutWhatNobodySees() {
        assertThat(Folding.halfWidth("\u202d１２\u202c")).isEqualTo("12");
        assertThat(Folding.halfWidth(" 64_x000D_ ")).isEqualTo("64");
        assertThat(Folding.halfWidth("2025年\u3000 3月")).isEqualTo("2025年 3月");
        assertThat(Folding.halfWidth("\u22125")).isEqualTo("-5");
    }

    @Test
    void cleansATextOfWhatNobodySeesAndNoFileCanHold() {
        assertThat(Folding.cleaned("A_x0000_B\u0000C\u001a")).isEqualTo("ABC");
        assertThat(Folding.cleaned("左\ud800_xDC00_右\uffff")).isEqualTo("左\ud800\udc00右");
        assertThat(Folding.cleaned("左\ud800中\udc00_xD83D_右")).isEqualTo("左中右");
        assertThat(Folding.cleaned("一_x000D_\n二\r\n三_x005F_x000D_")).isEqualTo("一\n二\n三\n");
        assertThat(Folding.cleaned("\u202d张\u2060\u200d三\u202c １２")).isEqualTo("张三 １２");
        assertThat(Folding.cleaned("𠀀 é\t①")).isEqualTo("𠀀 é\t①");
    }

    @Test
    void trimsWhatNobodySeesAtEitherEndAlone() {
        assertThat(Folding.trim("\u3000\u200e张 三\u202c\n")).isEqualTo("张 三");
        assertThat(Folding.unspaced("\u3000张 三（组长）\n")).isEqualTo("张三（组长）");
    }
}
