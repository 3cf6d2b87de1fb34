package org.huizong.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Map;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.layout.FormLayout;
import org.huizong.model.CellAddress;
import org.huizong.model.Value;
import org.junit.jupiter.api.Test;

/** A template says of a closing stock that would be negative what the batch says of it. */
class ClosingStockInTemplateTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final YearMonth MONTH = YearMonth.of(2025, 3);

    @Test
    void namesThePartsByTheirLinesAndDeniesTheTick() {
        assertThat(line("family", "family.cases_pending", cases(3, 1, 6)))
                .isEqualTo("✘ 算出 -2（期初未结案件 3 + 本月立案 1 - 征收决定书 6），不能小于 0，请核对各项。");
        assertThat(line("family", "family.cases_pending", cases(3, 3, 6))).isEqualTo("✓");
    }

    @Test
    void namesThePartsOfOneLineByTheirColumns() {
        assertThat(line(
                        "social",
                        "social.rural_allowances_pending",
                        Map.of(
                                "social.rural_allowances_opening", Value.of(0),
                                "social.rural_allowances_applied", Value.of(0),
                                "social.rural_allowances_accepted", Value.of(4),
                                "social.rural_allowances_approved", Value.of(4),
                                "social.rural_allowances_refused", Value.of(1))))
                .isEqualTo("✘ 期末在办：算出 -1（期初在办 0 + 受理 4 - 批准 4 - 不予 1），不能小于 0，请核对各项。");
    }

    @Test
    void saysNothingOfTheTotalNorOfAStockWithANegativePart() {
        assertThat(line(
                        "safety",
                        "safety.hazards_pending",
                        Map.of(
                                "safety.hazards_opening_fire", Value.of(1),
                                "safety.hazards_found_fire", Value.of(1),
                                "safety.hazards_corrected_fire", Value.of(3))))
                .isEqualTo("✘ 消防（九小场所）：算出 -1（期初未整改隐患 1 + 本月发现隐患 1 - 本月整改隐患 3），不能小于 0，请核对各项。");
        assertThat(line("family", "family.cases_pending", cases(-3, 1, 0))).doesNotContain("✘", "✓");
    }

    @Test
    void letsAStockBeNegativeThatTheTableAllowsToBe() {
        assertThat(line(
                        "family",
                        "family.fees_pending",
                        Map.of(
                                "family.fees_opening", Value.of(0),
                                "family.fees_levied", Value.of(0),
                                "family.fees_received", Value.of(500))))
                .isEqualTo("✓");
    }

    private static Map<String, Value> cases(int opening, int filed, int decided) {
        return Map.of(
                "family.cases_opening", Value.of(opening),
                "family.cases_filed", Value.of(filed),
                "family.fee_decisions", Value.of(decided));
    }

    /** What stands at the end of an item's line. */
    private static String line(String form, String item, Map<String, Value> typed) {
        FormLayout layout = FormLayout.of(CATALOGUE, CATALOGUE.form(form, MONTH).orElseThrow(), MONTH);
        int row = layout.cell(item).orElseThrow().row();
        return LiveTemplate.of(CATALOGUE, form, MONTH).text(new CellAddress(row, layout.checkColumn()), typed);
    }
}
