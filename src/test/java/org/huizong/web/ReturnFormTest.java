package org.huizong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.layout.FormLayout;
import org.huizong.model.Period;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;

/** A return on the page has the heads of its sheet. */
class ReturnFormTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final Period MARCH = Period.parse("2025-03");

    private static ReturnForm form(String code, Lang lang) {
        PageFrame frame = new PageFrame(
                new MessageBundle(lang, OfficeServer.class),
                new Wording(new MessageBundle(lang), CATALOGUE),
                lang,
                "return",
                MARCH,
                "/return/" + MARCH + "/1",
                "",
                Optional.empty());
        return new ReturnForm(
                frame,
                FormLayout.of(CATALOGUE, CATALOGUE.form(code, MARCH.last()).orElseThrow(), MARCH.last()));
    }

    private static List<ReturnView.Line> lines(ReturnForm form) {
        return form.lines(
                item -> new ReturnView.Cell(item.code(), "", true, "", Optional.empty(), ""), places -> List.of());
    }

    private static String shown(List<ReturnView.Head> heads) {
        return heads.stream()
                .map(head -> head.text() + " " + head.columns() + "x" + head.rows())
                .collect(Collectors.joining(", "));
    }

    @Test
    void setsHeadsOverTheirColumnsInAsManyRowsAsTheSheetHas() {
        ReturnForm traffic = form("traffic", Lang.ZH);

        assertThat(traffic.heads())
                .extracting(ReturnFormTest::shown)
                .containsExactly("指标 2x2, 单位 1x2, 合计 1x2, 按车型 4x1, 说明 1x2", "汽车 1x1, 摩托电动 1x1, 农用车 1x1, 客运 1x1");
        assertThat(traffic.width()).isEqualTo(9);
    }

    @Test
    void setsHeadsBesideTheGroupsOfLinesAndPartsBelowTheirLine() {
        List<ReturnView.Line> lines = lines(form("traffic", Lang.ZH));

        assertThat(lines)
                .filteredOn(line -> !line.groups().isEmpty())
                .extracting(line -> shown(line.groups()) + " | " + shown(List.of(line.head())))
                .containsExactly("路面隐患 1x2 | 排查 1x1", "交通事故 1x3 | 事故起数 1x1");
        assertThat(lines).extracting(line -> line.head().text()).containsSubsequence("　其中：无牌无证", "　　　　超员", "　　　　未戴头盔");
        assertThat(lines)
                .filteredOn(line -> line.group().equals("交通事故"))
                .extracting(line -> line.head().text())
                .containsExactly("事故起数", "死亡人数", "受伤人数");
    }

    @Test
    void givesATextTheWholeWidth() {
        List<ReturnView.Line> lines = lines(form("food", Lang.EN));

        assertThat(lines)
                .filteredOn(line -> line.span() > 1)
                .extracting(line -> line.cells().get(0).orElseThrow().code() + " " + line.span())
                .containsExactly("food.problems 6", "food.measures 6", "food.plan 6");
    }
}
