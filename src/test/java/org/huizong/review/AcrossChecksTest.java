package org.huizong.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.aggregation.CrossCheck;
import org.huizong.aggregation.SmallTown;
import org.huizong.model.Argument;
import org.huizong.model.BaselineFigure;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.FindingWords;
import org.huizong.model.Ground;
import org.huizong.model.Period;
import org.huizong.model.Reason;
import org.huizong.model.Severity;
import org.huizong.model.SourceFile;
import org.huizong.store.StoredFinding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcrossChecksTest {
    private static final Period MAY = Period.parse("2025-05");

    @TempDir
    private Path folder;

    private SmallTown town;

    @BeforeEach
    void makeTheTown() {
        town = new SmallTown(folder);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void namesTheUnitsWithoutWhichATotalOfTheTownshipIsUndecided() {
        rule("township", "social.pension<=village.payers");
        town.send("d01", "social", "2025-05", Map.of("pension", 3))
                .send("v01", "village", "2025-05", Map.of("payers", 4));

        assertThat(findings(MAY.end()))
                .containsExactly(FindingWords.undecided(
                                "DPT001",
                                Severity.QUERY,
                                CellRef.NOWHERE,
                                new Reason.Missing(List.of(new Reason.Lack("village.payers", List.of("v02", "v03")))))
                        .with("social.pension", Argument.of(3)));
    }

    @Test
    void namesNoUnitWhereTheRuleIsAboutOne() {
        rule("unit", "village.payers<=prior.village.payers");
        town.send("v01", "village", "2025-05", Map.of("payers", 4));

        assertThat(findings(MAY.end()))
                .contains(FindingWords.undecided(
                                "DPT001", Severity.QUERY, CellRef.NOWHERE, FindingWords.missing("prior.village.payers"))
                        .with("village.payers", Argument.of(4)));
    }

    @Test
    void judgesByTheDayOfTheRun() {
        rule("township", "OR(village.payers>100,as_of<=period_end)");
        town.sendAll("2025-05", 4);

        assertThat(findings(MAY.end())).isEmpty();
        assertThat(findings(MAY.end().plusDays(1)))
                .containsExactly(FindingWords.with(
                        Finding.failed("DPT001", Severity.QUERY, CellRef.NOWHERE),
                        "village.payers",
                        12,
                        "as_of",
                        LocalDate.of(2025, 6, 1),
                        "period_end",
                        LocalDate.of(2025, 5, 31),
                        "ground",
                        "as_of>period_end"));
    }

    @Test
    void judgesBothSidesOfAComparisonByTheDayOfTheRun() {
        rule("township", "village.payers>=as_of-period_end");
        town.sendAll("2025-05", 4);

        assertThat(town.consolidate("2025-05", MAY.end().plusDays(12)).crossChecks())
                .extracting(CrossCheck::hasFailed)
                .containsExactly(false);
        assertThat(town.consolidate("2025-05", MAY.end().plusDays(13)).crossChecks())
                .extracting(CrossCheck::hasFailed)
                .containsExactly(true);
    }

    @Test
    void saysWhichValuesComeFromABaseline() {
        rule("unit", "village.payers<=year_ago.village.payers*2");
        baseline(new BaselineFigure(Period.parse("2024-05"), "v01", "village.payers", BigDecimal.ONE, "台账", 2));
        town.send("v01", "village", "2025-05", Map.of("payers", 4));

        assertThat(findings(MAY.end()))
                .contains(FindingWords.with(
                        Finding.failed("DPT001", Severity.QUERY, CellRef.NOWHERE),
                        "village.payers",
                        4,
                        "year_ago.village.payers",
                        new Argument.OfBaseline(Argument.of(1)),
                        "ground",
                        new Ground(
                                "village.payers>year_ago.village.payers*2",
                                Optional.empty(),
                                Optional.of(new BigDecimal(2)))));
    }

    @Test
    void asksOfTheMonthsAndNotAgainOfTheYear() {
        rule("township", "social.pension<=village.payers");
        town.send("d01", "social", "2025-05", Map.of("pension", 9));
        for (String village : List.of("v01", "v02", "v03")) {
            town.send(village, "village", "2025-05", Map.of("payers", 1));
        }

        assertThat(findings(MAY.end())).extracting(Finding::rule).containsExactly("DPT001");
        assertThat(findings(Period.parse("2025-H1"), MAY.end())).isEmpty();
        assertThat(findings(Period.parse("2025"), MAY.end())).isEmpty();
    }

    private List<Finding> findings(LocalDate asOf) {
        return findings(MAY, asOf);
    }

    private List<Finding> findings(Period period, LocalDate asOf) {
        new AcrossChecks(town.catalogue(), town.store(), period, asOf).run();
        return town.store().findings().within(List.of(period)).stream()
                .map(StoredFinding::finding)
                .toList();
    }

    private void rule(String scope, String formula) {
        town.withLine("rules.csv", "DPT001," + scope + ",query,\"" + formula + "\",skip,,请核对。,Please compare.,,,");
    }

    private void baseline(BaselineFigure figure) {
        SourceFile file = SourceFile.of(Path.of("基期.csv"), "基期.csv", "基期".getBytes(StandardCharsets.UTF_8));
        town.store().baselines().record(file, Instant.EPOCH, "who", List.of(figure), List.of());
    }
}
