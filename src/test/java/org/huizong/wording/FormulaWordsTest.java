package org.huizong.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Rule;
import org.junit.jupiter.api.Test;

class FormulaWordsTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();

    private final Wording chinese = new Wording(new MessageBundle(Lang.ZH), CATALOGUE);
    private final Wording english = new Wording(new MessageBundle(Lang.EN), CATALOGUE);

    @Test
    void writesLabelsForCodesAndSignsAsPeopleWriteThem() {
        String formula = "safety.hazards_corrected<=safety.hazards_opening+safety.hazards_found";

        assertThat(chinese.formula(formula)).isEqualTo("本月整改隐患 ≤ 期初未整改隐患 + 本月发现隐患");
        assertThat(english.formula(formula)).isEqualTo("Hazards corrected ≤ Hazards open at start + Hazards found");
    }

    @Test
    void leavesOutThatAnItemIsAPartOfTheLineAboveIt() {
        String formula = "safety.hazards_major<=safety.hazards_found";

        assertThat(chinese.formula(formula)).isEqualTo("重大隐患 ≤ 本月发现隐患");
        assertThat(english.formula(formula)).isEqualTo("major ≤ Hazards found");
    }

    @Test
    void saysOfWhatPeriodAFigureIs() {
        String formula = "ABS(village.residents-prior.village.residents)<=year_ago.village.residents*0.02";

        assertThat(chinese.formula(formula)).isEqualTo("常住人口 与 上期的常住人口 相差 ≤ 上年同期的常住人口 × 0.02");
        assertThat(english.formula(formula))
                .isEqualTo(
                        "the difference between Resident population and last period's Resident population ≤ last year's Resident population × 0.02");
    }

    @Test
    void saysWhenARuleIsNotChecked() {
        String formula =
                "IF(MONTH(period_end)=1,TRUE,OR(safety.trained<100,ROUND(safety.trained/100,0)*100<>safety.trained))";

        assertThat(chinese.formula(formula))
                .isEqualTo("如果 报告期末日的月份 = 1，不用核对；否则 安全培训 < 100 或 （安全培训 ÷ 100）取整 × 100 ≠ 安全培训");
    }

    @Test
    void namesTheReturnsWhereThereAreSeveral() {
        String formula = "publicity.study_sessions<=prior.village.residents";

        assertThat(chinese.formula(formula)).isEqualTo("《普法宣传与学法情况月报表》行政知识学习 ≤ 上期的《村（社区）基层工作情况月报表》常住人口");
    }

    @Test
    void saysWhatAChoiceMeans() {
        String formula = "publicity.study_effect=\"是\"";

        assertThat(chinese.formula(formula)).isEqualTo("学法效果落实 = 是");
        assertThat(english.formula(formula)).isEqualTo("Study effect in place = Yes");
    }

    @Test
    void leavesNoCodeOfAnItemInAnyRule() {
        assertThat(CATALOGUE.rules())
                .extracting(Rule::formula)
                .allSatisfy(f -> assertThat(chinese.formula(f)).doesNotContainPattern("[a-z]+\\.[a-z]"))
                .allSatisfy(f -> assertThat(english.formula(f)).doesNotContainPattern("[a-z]+\\.[a-z]"));
    }
}
