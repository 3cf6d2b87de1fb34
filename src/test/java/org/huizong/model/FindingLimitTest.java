package org.huizong.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingLimitTest {
    private static final CellRef WHOLE = new CellRef("a.xlsx", "台账", "");

    private static List<Finding> findings(int count, String rule, Severity severity) {
        return IntStream.range(0, count)
                .mapToObj(i -> Finding.failed(rule, severity, WHOLE))
                .toList();
    }

    @Test
    void keepsTheGravestAndSaysHowManyAreLeftOut() {
        List<Finding> findings = new ArrayList<>(findings(2_000, "number.repaired", Severity.NOTICE));
        findings.addAll(findings(1_500, "unreadable", Severity.ERROR));

        List<Finding> kept = FindingLimit.apply(findings, WHOLE);

        assertThat(kept).hasSize(1_001);
        assertThat(kept.subList(0, 1_000)).allMatch(f -> f.rule().equals("unreadable"));
        assertThat(kept.get(1_000))
                .isEqualTo(
                        Finding.failed("findings.more", Severity.ERROR, WHOLE).with("count", Argument.of(2500)));
    }

    @Test
    void leavesAThousandAsTheyAre() {
        List<Finding> findings = findings(1_000, "unreadable", Severity.ERROR);

        assertThat(FindingLimit.apply(findings, WHOLE)).isSameAs(findings);
    }
}
