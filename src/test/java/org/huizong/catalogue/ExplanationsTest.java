package org.huizong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationsTest {
    private final Explanations explanations = new Explanations(CatalogueLoader.builtIn());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "无误",
                "核实无误",
                "属实",
                "情况属实",
                "已核实",
                "经核实，属实。 ",
                "　情 况 属 实　",
                "核实\n无误！",
                "（属实）",
                "ＯＫ",
                "O K.",
                "Verified",
                "无",
                "",
                "   ",
                "。",
                "——",
                "/",
                "…"
            })
    void knowsWordsThatSayNothingHoweverTheyAreWritten(String words) {
        assertThat(explanations.sayNothing(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"安全生产月集中宣传", "核实无误，因新印折页", "无检查任务", "1", "属实，10月2日赶场"})
    void takesAnythingElseForAReason(String reason) {
        assertThat(explanations.sayNothing(reason)).isFalse();
    }

    @Test
    void takesOnlyPunctuationForNothingWhereThereIsNoList() {
        var none = new Explanations(new Catalogue(tablesWithoutLists(), ""));

        assertThat(none.sayNothing("核实无误")).isFalse();
        assertThat(none.sayNothing("？")).isTrue();
    }

    private static Tables tablesWithoutLists() {
        return Tables.of(name -> Table.read(name, new byte[0], Set.of(), new Faults()));
    }
}
