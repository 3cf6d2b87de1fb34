package org.huizong.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Explanations;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Remark;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.junit.jupiter.api.Test;

class GivenExplanationsTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final String FEES = "family.fees_levied";

    @Test
    void findsWhatExplainsABuiltInQueryBesideItsCell() {
        var given = given(said("explain.family.fees_levied", "K12", "本月集中清缴"));

        assertThat(given.of(query("history.myriad", FEES, "D12"))).isEqualTo("本月集中清缴");
        assertThat(given.of(query("history.myriad", FEES, "D13"))).isEmpty();
    }

    @Test
    void takesWhatStandsForAnotherRuleOfTheSameItem() {
        var given = given(said("explain.SAF026", "K40", "两次随县局检查"));

        assertThat(given.explain(query("peers.outlier", "safety.officers_out", "D12")))
                .isTrue();
        assertThat(given.explain(query("peers.outlier", "safety.inspections", "D9")))
                .isFalse();
    }

    @Test
    void takesTheReasonRatherThanTheWordsThatSayNothing() {
        var given = given(said("explain.SAF026", "K40", "情况属实"), said("explain.safety.x", "K12", "两次随县局检查"));

        Finding asked = query("SAF026", "safety.officers_out", "D12");

        assertThat(given.of(asked)).isEqualTo("两次随县局检查");
        assertThat(given.remarked(asked)).isEqualTo(asked);
    }

    @Test
    void remarksWordsThatSayNothingOnceHoweverOftenItIsChecked() {
        var given = given(said("explain.whole_return", "K50", "情况属实"));
        Finding asked = query("reported.late", "", "B52");

        Finding remarked = given.remarked(given.remarked(asked));

        assertThat(remarked).isEqualTo(asked.with(new Remark.EmptyExplanation("情况属实")));
        assertThat(given().remarked(remarked)).isEqualTo(asked);
    }

    @Test
    void explainsARecordInItsRowAndOneThatIsNotThereForTheWholeRegister() {
        var given = given(
                said("explain.whole_return", "L3", "3号案已移交县局"),
                new Observation("explain", "1号", Value.of("案卷已调阅"), at("AZ9")),
                new Observation("cases.party", "2号", Value.of("张*"), at("C10")));

        assertThat(given.of(query("PRO002", "cases.notified_on", "P9").ofRecord("1号")))
                .isEqualTo("案卷已调阅");
        assertThat(given.of(query("PRO002", "cases.notified_on", "P10").ofRecord("2号")))
                .isEmpty();
        assertThat(given.of(query("record.dropped", "cases.case_no", "").ofRecord("3号")))
                .isEqualTo("3号案已移交县局");
    }

    private static GivenExplanations given(Observation... said) {
        return new GivenExplanations(CATALOGUE, new Explanations(CATALOGUE), List.of(said));
    }

    private static Observation said(String name, String cell, String text) {
        return new Observation(name, "", Value.of(text), at(cell));
    }

    private static Finding query(String rule, String item, String cell) {
        return Finding.failed(rule, Severity.QUERY, at(cell)).ofItem(item);
    }

    private static CellRef at(String cell) {
        return new CellRef("报表.xlsx", "月报表", cell);
    }
}
