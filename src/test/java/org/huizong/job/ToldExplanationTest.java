package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.huizong.job.Office.DUE;
import static org.huizong.job.Office.JANUARY;
import static org.huizong.job.Office.revisions;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.intake.ReturnsFolder;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.office.FileCheck;
import org.huizong.office.OfficeActs;
import org.huizong.store.Edition;
import org.huizong.store.EventStore.Event;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredSubmission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sender tells on the telephone stands as if it were written on the return. */
class ToldExplanationTest {
    private static final String QUERY = "SAF026";
    private static final String TOLD = "两次随县局检查，由县局派员（2025-02-06电话说明）";
    private static final String FILE = "安监办-2025-01.xlsx";
    private static final String CORRECTED = "安监办(更正).xlsx";
    private static final Instant LATER = Instant.parse("2025-02-04T08:00:00Z");

    @TempDir
    Path home;

    private Office office;

    @BeforeEach
    void receiveAReturnWithAQuery() {
        office = new Office(home).receive(JANUARY);
        office.correct(
                office.returns(JANUARY).resolve(FILE),
                CORRECTED,
                LATER,
                Map.of(
                        "safety",
                        ReturnedCopiesTest.safety(Map.of("safety.officers_out_mines", BigDecimal.valueOf(9)))));
    }

    @Test
    void explainsAQueryWithWhatItsSenderTold() {
        Outcome before = office.consolidate(JANUARY, DUE);
        boolean isStale = tell(Office.CATALOGUE);

        Outcome after = office.consolidate(JANUARY, DUE);

        assertThat(explanations(before)).containsExactly("");
        assertThat(revisions(before, "d01", "safety")).last().isEqualTo(Disposition.QUERIED);
        assertThat(isStale).isTrue();
        assertThat(explanations(after)).containsExactly(TOLD);
        assertThat(revisions(after, "d01", "safety")).last().isEqualTo(Disposition.ACCEPTED);
        assertThat(after.publication().edition().number())
                .isEqualTo(before.publication().edition().number());
        try (Store store = Store.open(office.data())) {
            assertThat(store.editions().latest(JANUARY).flatMap(Edition::stale)).isEmpty();
            assertThat(store.events().list(Optional.of(JANUARY)))
                    .extracting(Event::what, Event::reason)
                    .containsExactly(tuple("explain", TOLD));
        }
    }

    @Test
    void keepsWhatWasToldWhenTheFileIsReadAgain() {
        office.consolidate(JANUARY, DUE);
        tell(Office.CATALOGUE);
        Catalogue changed = Office.catalogueWith("rules.csv", "SAF001,", ",2099-12");

        Outcome after = office.consolidate(changed, JANUARY, DUE);

        assertThat(explanations(after)).containsExactly(TOLD);
    }

    @Test
    void asksALaterSendingAnew() {
        office.consolidate(JANUARY, DUE);
        tell(Office.CATALOGUE);
        office.correct(
                office.returns(JANUARY).resolve(CORRECTED),
                "安监办(再更正).xlsx",
                LATER.plusSeconds(3_600),
                Map.of(
                        "safety",
                        ReturnedCopiesTest.safety(Map.of("safety.officers_out_mines", BigDecimal.valueOf(8)))));

        Outcome after = office.consolidate(JANUARY, DUE);

        assertThat(explanations(after)).containsExactly("");
    }

    @Test
    void countsNoQueryOfAFileThatTheFileExplainsItself() {
        office.correct(
                office.returns(JANUARY).resolve(CORRECTED),
                "安监办(说明).xlsx",
                LATER,
                Map.of("safety", Map.of("explain." + QUERY, "两次随县局检查，由县局派员")));

        FileCheck.Checked asked = check(CORRECTED);
        FileCheck.Checked explained = check("安监办(说明).xlsx");

        assertThat(asked.count(Severity.QUERY)).isEqualTo(explained.count(Severity.QUERY) + 1);
        assertThat(explained.explained()).isEqualTo(asked.explained() + 1);
        assertThat(explained.findings())
                .filteredOn(f -> f.finding().rule().equals(QUERY))
                .extracting(FileCheck.Found::explanation)
                .containsExactly("两次随县局检查，由县局派员");
    }

    @Test
    void holdsAFileThatHasJustComeAgainstTheMonthBefore() {
        office.consolidate(JANUARY, DUE);
        Period february = Period.parse("2025-02");
        office.receive(february);
        office.correct(
                office.returns(february).resolve("青山村-2025-02.xlsx"),
                "青山村(人口).xlsx",
                LATER,
                Map.of("village", Map.of("village.residents_male", BigDecimal.valueOf(9_000))));
        Path file = office.returns(JANUARY).resolve("青山村(人口).xlsx");

        List<FileCheck.Checked> alone = new FileCheck(Office.CATALOGUE, DUE.plusMonths(1))
                .check(ReturnsFolder.of(file), Optional.of(february))
                .toList();
        List<FileCheck.Checked> held;
        try (Store store = Store.open(office.data())) {
            held = FileCheck.against(store, Office.CATALOGUE, DUE.plusMonths(1))
                    .check(ReturnsFolder.of(file), Optional.of(february))
                    .toList();
        }

        assertThat(rules(alone)).doesNotContain("VIL003");
        assertThat(rules(held)).contains("VIL003");
    }

    private static List<String> rules(List<FileCheck.Checked> checked) {
        return checked.stream()
                .flatMap(c -> c.findings().stream())
                .map(f -> f.finding().rule())
                .toList();
    }

    private FileCheck.Checked check(String file) {
        return new FileCheck(Office.CATALOGUE, DUE)
                .check(ReturnsFolder.of(office.returns(JANUARY).resolve(file)), Optional.of(JANUARY))
                .findFirst()
                .orElseThrow();
    }

    /** Puts on record what explains the query; tells whether the workbook is behind now. */
    private boolean tell(Catalogue catalogue) {
        try (Store store = Store.open(office.data())) {
            var acts = new OfficeActs(catalogue, store, DUE, Instant.parse("2025-02-06T01:00:00Z"), "office");
            StoredSubmission sent = store.submissions().within(JANUARY).stream()
                    .filter(s -> s.file().equals(CORRECTED) && s.form().equals("safety"))
                    .findFirst()
                    .orElseThrow();
            List<Finding> queries = acts.asked(sent).stream()
                    .map(StoredFinding::finding)
                    .filter(f -> f.rule().equals(QUERY))
                    .toList();
            acts.explain(JANUARY, Map.of(sent, queries), TOLD);
            return store.editions().latest(JANUARY).flatMap(Edition::stale).isPresent();
        }
    }

    private static List<String> explanations(Outcome outcome) {
        return outcome.publication().findings().stream()
                .filter(f -> f.finding().rule().equals(QUERY) && f.unit().equals("d01"))
                .map(StoredFinding::explanation)
                .toList();
    }
}
