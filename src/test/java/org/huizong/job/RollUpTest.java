package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huizong.job.County.DUE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.Lacking;
import org.huizong.intake.Intake;
import org.huizong.intake.ReturnsFolder;
import org.huizong.model.Argument;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.Severity;
import org.huizong.model.Subject;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.Contents;
import org.huizong.spreadsheet.read.WorkbookReader;
import org.huizong.spreadsheet.write.FormFiller;
import org.huizong.store.EditionChange;
import org.huizong.store.StoredFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three townships of the sample, rolled up to a county. */
class RollUpTest {
    @Test
    void comesToWhatAllReturnsAtOnceComeTo(@TempDir Path home) {
        County county = new County(home).receive();

        Outcome rolledUp = county.consolidate(DUE);

        Outcome flat = county.consolidateFlat();
        assertThat(figures(flat)).hasSize(338).doesNotContainValue(Optional.empty());

        assertThat(figures(rolledUp)).isEqualTo(figures(flat));
        assertThat(rolledUp.isComplete()).isTrue();
        assertThat(rolledUp.publication().findings())
                .extracting(
                        StoredFinding::unit,
                        f -> f.finding().rule(),
                        f -> f.finding().severity())
                .containsOnly(Tuple.tuple("", "file.consolidated", Severity.NOTICE))
                .hasSize(3);
    }

    @Test
    void showsTheCountyWhoseReturnATownshipLacksUntilItComes(@TempDir Path home) throws IOException {
        County county = new County(home).receive("白沙镇", "v01");

        Outcome without = county.publish(DUE);
        List<String> first = texts(without.workbook());
        String coverage =
                Files.readString(without.workbook().resolveSibling("data").resolve("coverage.csv"));
        county.late("白沙镇", "v01");
        Outcome with = county.publish(DUE);

        assertThat(without.isComplete()).isFalse();
        assertThat(without.publication().consolidation().coverage().below())
                .extracting(s -> s.owed().unit(), s -> s.owed().form(), s -> s.state(), FilingStatus::below)
                .containsExactly(
                        Tuple.tuple(
                                "t4", "publicity", FilingStatus.State.COUNTED, Optional.of(new Lacking(23, 22, "石桥村"))),
                        Tuple.tuple(
                                "t4", "village", FilingStatus.State.COUNTED, Optional.of(new Lacking(14, 13, "石桥村"))));
        assertThat(first)
                .contains("1. 下级汇总时有缺报，涉及 2 份（白沙镇（石桥村）），合计数不含这些单位，请催下级补齐。")
                .contains("下级应报 14 份，实报 13 份，缺 石桥村。合计不含这些单位，请催下级补齐、重新汇总后再报。")
                .contains("按时\n下级 13/14", "下级缺 石桥村\n白沙镇第1版.xlsx")
                .contains("应报 3 份，实报 3 份；下级缺 白沙镇（石桥村）");
        assertThat(coverage).contains(",village,2025-02-05,counted,0,2025-02-05,1,白沙镇第1版.xlsx,0,14,13,石桥村");

        assertThat(with.isComplete()).isTrue();
        assertThat(with.publication().edition().changes())
                .extracting(EditionChange::kind, EditionChange::code, EditionChange::unit, EditionChange::before)
                .contains(Tuple.tuple("below", "village 2025-01", "t4", "石桥村"));
        assertThat(texts(with.workbook())).contains("下级报送", "下级报齐").doesNotContain("下级缺 白沙镇（石桥村）");
    }

    @Test
    void readsATownshipsWorkbookAsItsReturnsAndSaysOnceThatTheRestIsNone(@TempDir Path home) {
        new County(home).receive();

        Reading reading = read(home, "青溪镇第1版.xlsx", County.JANUARY);

        assertThat(((Reading.Read) reading).submissions())
                .extracting(
                        Submission::unit, Submission::form, s -> s.findings().size())
                .containsExactly(
                        Tuple.tuple("t1", "safety", 0),
                        Tuple.tuple("t1", "food", 0),
                        Tuple.tuple("t1", "traffic", 0),
                        Tuple.tuple("t1", "family", 0),
                        Tuple.tuple("t1", "social", 0),
                        Tuple.tuple("t1", "publicity", 0),
                        Tuple.tuple("t1", "village", 0));
        assertThat(reading.findings())
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(Tuple.tuple("file.consolidated", Severity.NOTICE));
    }

    @Test
    void saysOnceOfAWorkbookThatItBelongsToAnotherMonth(@TempDir Path home) {
        new County(home).receive();

        Reading reading = read(home, "青溪镇第1版.xlsx", Period.parse("2025-02"));

        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(reading.findings()).extracting(Finding::rule).containsExactly("period.other");
    }

    @Test
    void sendsBackATotalThatTheUnitsFiguresDoNotComeTo(@TempDir Path home) throws IOException {
        County county = new County(home).receive();
        Path sent = county.returns().resolve("青溪镇第1版.xlsx");
        try (OutputStream out = Files.newOutputStream(county.returns().resolve("改.xlsx"))) {
            FormFiller.fill(
                    new ByteArrayInputStream(Files.readAllBytes(sent)),
                    out,
                    Map.of("publicity", Map.of("publicity.study_sessions", Value.of(1))),
                    Instant.parse("2025-02-06T00:00:00Z"));
        }

        Reading reading = read(home, "改.xlsx", County.JANUARY);

        assertThat(((Reading.Read) reading).submissions())
                .flatExtracting(Submission::findings)
                .extracting(Finding::rule, Finding::sendsBack, Finding::item, Finding::arguments)
                .containsExactly(Tuple.tuple(
                        "below.disagree",
                        true,
                        "publicity.study_sessions",
                        new TreeMap<>(Map.of("expected", Argument.of(0), "value", Argument.of(1)))));
    }

    private static Reading read(Path home, String name, Period period) {
        Path file = new County(home).returns().resolve(name);
        return new Intake(County.catalogue())
                .read(ReturnsFolder.of(file).files().get(0), period);
    }

    @Test
    void countsAReturnThatNobodyBelowSentAsMissing(@TempDir Path home) {
        County county = new County(home).receive("黄岭镇", "d03");

        Outcome outcome = county.consolidate(DUE);

        assertThat(outcome.publication().consolidation().coverage().open())
                .extracting(s -> s.owed().unit(), s -> s.owed().form(), FilingStatus::state)
                .containsExactly(Tuple.tuple("t11", "traffic", FilingStatus.State.MISSING));
        assertThat(outcome.publication().findings())
                .filteredOn(f -> f.finding().rule().equals("below.nobody"))
                .extracting(f -> f.finding().subject(), f -> f.finding().arguments())
                .containsExactly(Tuple.tuple(
                        new Subject("t11", "traffic", "", ""), new TreeMap<>(Map.of("owed", Argument.of(1)))));
        assertThat(outcome.publication().submissions())
                .allSatisfy(s -> assertThat(s.disposition()).isEqualTo(Disposition.ACCEPTED));
    }

    static Map<String, Optional<BigDecimal>> figures(Outcome outcome) {
        Consolidation all = outcome.publication().consolidation();
        Map<String, Optional<BigDecimal>> figures = new TreeMap<>();
        all.indicators()
                .forEach(i -> figures.put(i.indicator().code(), plain(i.now().value())));
        all.forms()
                .forEach(f -> f.items()
                        .forEach(i ->
                                figures.put(i.code(), plain(f.total(i.code()).value()))));
        return figures;
    }

    private static Optional<BigDecimal> plain(Optional<BigDecimal> value) {
        return value.map(BigDecimal::stripTrailingZeros);
    }

    private static List<String> texts(Path workbook) {
        List<String> texts = new ArrayList<>();
        ((Contents.Sheets) WorkbookReader.read(workbook))
                .sheets()
                .forEach(s -> s.visit(Integer.MAX_VALUE, (row, column, cell) -> texts.add(cell.show())));
        return texts;
    }
}
