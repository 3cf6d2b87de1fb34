package org.huizong.publish.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.FindingWords;
import org.huizong.model.Period;
import org.huizong.model.Reason;
import org.huizong.model.Severity;
import org.huizong.store.StoredFinding;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;

class UndecidedTest {
    private static final Period JANUARY = Period.parse("2025-01");

    private final Catalogue catalogue = CatalogueLoader.builtIn();
    private final List<StoredFinding> findings = new ArrayList<>();

    @Test
    void tellsAFirstMonthInOneLineByReturn() {
        for (String village : List.of("v01", "v02")) {
            add(village, "village", "VIL003", FindingWords.missing("prior.village.residents"));
            add(village, "village", "VIL002", FindingWords.missing("prior.village.disputes_pending"));
        }
        for (String rule : List.of("SAF040", "SAF021", "SAF022", "SAF023", "SAF025", "SAF024")) {
            add("d01", "safety", rule, FindingWords.missing("prior.safety.inspections"));
        }

        assertThat(lines(Lang.ZH)).containsExactly("未判定 10 条：缺少上月的数据（安全生产执法情况 6 条、村（社区）基层工作情况 4 条）");
        assertThat(lines(Lang.EN))
                .containsExactly("10 undecided: missing last month's figures (Work Safety Enforcement 6, "
                        + "Village and Community Work 4)");
    }

    @Test
    void tellsEveryReasonInALineOfItsOwn() {
        add("d01", "safety", "SAF001", FindingWords.missing("safety.inspections", "prior.safety.inspections"));
        add("", "", "SAF002", lacking("safety.inspections", "d01"));
        add("d01", "safety", "SAF003", FindingWords.missing("prior.safety.fines", "ytd.safety.fines"));
        add("d01", "safety", "SAF004", FindingWords.missing("year_ago.safety.fines"));
        add("d01", "safety", "SAF005", new Reason.NoNumber(List.of("safety.fines")));
        add("d01", "safety", "SAF006", new Reason.Uncorrected(List.of("safety.fines")));
        add("d01", "safety", "SAF007", new Reason.NoRegister(List.of("cases.officer_one.valid_until")));
        add("d01", "safety", "SAF008", new Reason.DivisionByZero("safety.fines"));
        add("d01", "safety", "SAF009", new Reason.UnknownYears(List.of(2027)));
        add("d01", "safety", "SAF010", new Reason.Failure("#NUM!"));

        assertThat(lines(Lang.ZH))
                .containsExactly(
                        "未判定 1 条：有该填的数没有填（安全生产执法情况 1 条）",
                        "未判定 1 条：有单位的报表没有计入（1 条）",
                        "未判定 1 条：缺少本年累计的数据（安全生产执法情况 1 条）",
                        "未判定 1 条：缺少上年同期的数据（安全生产执法情况 1 条）",
                        "未判定 1 条：该填数字或日期的地方写的是别的（安全生产执法情况 1 条）",
                        "未判定 1 条：所用的数有错误，改正后再核对（安全生产执法情况 1 条）",
                        "未判定 1 条：还没有收到要查的台账（安全生产执法情况 1 条）",
                        "未判定 1 条：除数为0（安全生产执法情况 1 条）",
                        "未判定 1 条：holidays.csv 没有2027年的放假和上班日（安全生产执法情况 1 条）",
                        "未判定 1 条：计算结果为 #NUM!（安全生产执法情况 1 条）");
    }

    @Test
    void saysNothingOfWhatFailed() {
        findings.add(new StoredFinding(
                JANUARY,
                "d01",
                "safety",
                Optional.empty(),
                Finding.failed("SAF006", Severity.ERROR, CellRef.NOWHERE),
                ""));

        assertThat(lines(Lang.ZH)).isEmpty();
    }

    private void add(String unit, String form, String rule, Reason why) {
        Finding finding = FindingWords.undecided(rule, Severity.QUERY, CellRef.NOWHERE, why);
        findings.add(new StoredFinding(JANUARY, unit, form, Optional.empty(), finding, ""));
    }

    private static Reason lacking(String name, String unit) {
        return new Reason.Missing(List.of(new Reason.Lack(name, List.of(unit))));
    }

    private List<String> lines(Lang lang) {
        return new Undecided(catalogue, new Wording(new MessageBundle(lang), catalogue)).lines(findings);
    }
}
