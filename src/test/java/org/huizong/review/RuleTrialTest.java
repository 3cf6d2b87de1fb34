package org.huizong.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huizong.aggregation.SmallTown;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.FindingWords;
import org.huizong.model.Period;
import org.huizong.review.RuleDifference.Kind;
import org.huizong.store.EventStore;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredSubmission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleTrialTest {
    private static final String RULES = "rules.csv";
    private static final String FEW = line("VIL001", "return", "query", "village.payers<=village.residents");
    private static final String MANY = line("VIL001", "return", "query", "village.payers*20<=village.residents");
    private static final String STEADY =
            line("VIL002", "return", "query", "village.residents>=prior.village.residents");

    @TempDir
    private Path data;

    private SmallTown town;

    @BeforeEach
    void findThem() {
        town = new SmallTown(data);
        for (String month : List.of("2025-01", "2025-02")) {
            town.send("v01", "village", month, Map.of("payers", 10, "residents", 1000));
            town.send("v02", "village", month, Map.of("payers", 90, "residents", 900));
            town.send("v03", "village", month, Map.of("payers", 800, "residents", 700));
        }
    }

    @AfterEach
    void close() {
        town.close();
    }

    private static String line(String id, String scope, String severity, String formula) {
        return String.join(
                ",",
                id,
                scope,
                severity,
                formula,
                "skip",
                scope.equals("return") ? "village.payers" : "",
                "{village.payers} 人",
                "{village.payers} persons",
                "",
                "",
                "");
    }

    private TrialOutcome trial(List<String> inForce, List<String> tried) {
        return new RuleTrial(with(inForce), with(tried), town.store(), LocalDate.of(2025, 7, 10)).run();
    }

    private Catalogue with(List<String> rules) {
        String head = "id,scope,severity,formula,missing,locate,message,message_en,basis,from,until\n";
        return town.catalogueWith(RULES, head + String.join("\n", rules) + "\n");
    }

    @Test
    void saysWhatAStricterRuleWouldHaveFoundAndWhatStays() {
        TrialOutcome outcome = trial(List.of(FEW), List.of(MANY));

        RuleDifference rule = outcome.rules().get(0);
        assertThat(outcome.rules()).hasSize(1);
        assertThat(rule.kind()).isEqualTo(Kind.CHANGED);
        assertThat(where(rule.found())).containsExactly("2025-01 v02 D9", "2025-02 v02 D9");
        assertThat(where(rule.same())).containsExactly("2025-01 v03 D9", "2025-02 v03 D9");
        assertThat(rule.gone()).isEmpty();
        assertThat(rule.undecided()).isEmpty();
        assertThat(outcome.periods()).extracting(Period::code).containsExactly("2025-01", "2025-02");
        assertThat(outcome.submissions()).isEqualTo(6);
        assertThat(outcome.sentBack()).isEmpty();
    }

    @Test
    void saysWhatADroppedRuleNoLongerFinds() {
        TrialOutcome outcome = trial(List.of(FEW, STEADY), List.of(STEADY));

        RuleDifference rule = outcome.rules().get(1);
        assertThat(outcome.rules()).extracting(RuleDifference::id).containsExactly("VIL002", "VIL001");
        assertThat(rule.kind()).isEqualTo(Kind.DROPPED);
        assertThat(where(rule.gone())).containsExactly("2025-01 v03 D9", "2025-02 v03 D9");
        assertThat(rule.found()).isEmpty();
    }

    @Test
    void saysWhatANewRuleCannotDecideAndWhy() {
        TrialOutcome outcome = trial(List.of(), List.of(STEADY));

        RuleDifference rule = outcome.rules().get(0);
        assertThat(rule.kind()).isEqualTo(Kind.ADDED);
        assertThat(rule.found()).isEmpty();
        assertThat(where(rule.undecided())).containsExactly("2025-01 v01 D9", "2025-01 v02 D9", "2025-01 v03 D9");
        assertThat(rule.undecided())
                .extracting(f -> FindingWords.reason(f.finding()))
                .containsOnly("missing prior.village.residents");
    }

    @Test
    void namesWhatAnErrorWouldSendBackAndWhatIsThenMissingInTheNextMonth() {
        String error = FEW.replace("query", "error");

        TrialOutcome outcome = trial(List.of(FEW, STEADY), List.of(error, STEADY));

        assertThat(outcome.sentBack()).extracting(RuleTrialTest::sent).containsExactly("2025-01 v03", "2025-02 v03");
        assertThat(outcome.accepted()).isEmpty();
        RuleDifference steady = outcome.rules().get(1);
        assertThat(steady.kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(where(steady.undecided()))
                .containsExactly("2025-01 v01 D9", "2025-01 v02 D9", "2025-01 v03 D9", "2025-02 v03 D9");
    }

    @Test
    void namesWhatWouldNoLongerBeSentBack() {
        String error = FEW.replace("query", "error");

        TrialOutcome outcome = trial(List.of(error), List.of(FEW));

        assertThat(outcome.accepted()).extracting(RuleTrialTest::sent).containsExactly("2025-01 v03", "2025-02 v03");
        assertThat(outcome.sentBack()).isEmpty();
        assertThat(where(outcome.rules().get(0).same())).containsExactly("2025-01 v03 D9", "2025-02 v03 D9");
    }

    @Test
    void holdsRulesOverTheTownshipAgainstEveryPeriodToo() {
        String township = line("TWN001", "township", "query", "village.payers<=500");

        TrialOutcome outcome = trial(List.of(), List.of(township));

        assertThat(where(outcome.rules().get(0).found())).containsExactly("2025-01  ", "2025-02  ");
    }

    @Test
    void findsNoDifferenceBetweenTheSameRules() {
        TrialOutcome outcome = trial(List.of(FEW, STEADY), List.of(STEADY, FEW));

        assertThat(outcome.rules()).hasSize(2).noneMatch(RuleDifference::isOne);
    }

    @Test
    void namesTheClosedPeriods() {
        town.store()
                .events()
                .add(new EventStore.Event(Instant.EPOCH, "x", "close", Period.parse("2025-01"), "", "done"));

        TrialOutcome outcome = trial(List.of(), List.of(FEW));

        assertThat(outcome.closed()).containsExactly(Period.parse("2025-01"));
        assertThat(where(outcome.rules().get(0).found())).containsExactly("2025-01 v03 D9", "2025-02 v03 D9");
    }

    @Test
    void leavesEveryRowOfTheDatabaseAsItWas() throws SQLException {
        Catalogue before = with(List.of(FEW));
        new SubmissionChecks(before, town.store(), Period.parse("2025-01"), LocalDate.of(2025, 7, 10)).run();
        Map<String, List<String>> rows = rows(town.store());

        TrialOutcome outcome = trial(List.of(FEW), List.of(MANY.replace("query", "error"), STEADY));

        assertThat(outcome.sentBack()).hasSize(4);
        assertThat(rows.get("FINDING")).hasSize(1);
        assertThat(rows(town.store())).isEqualTo(rows);
    }

    private static Map<String, List<String>> rows(Store store) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet all = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
                    List<String> found = rows.computeIfAbsent(table, t -> new ArrayList<>());
                    while (all.next()) {
                        List<String> cells = new ArrayList<>();
                        for (int i = 1; i <= all.getMetaData().getColumnCount(); i++) {
                            cells.add(all.getString(i));
                        }
                        found.add(cells.toString());
                    }
                }
            }
        }
        return rows;
    }

    private static List<String> where(List<StoredFinding> findings) {
        return findings.stream()
                .map(f ->
                        f.period() + " " + f.unit() + " " + f.finding().where().cell())
                .toList();
    }

    private static String sent(StoredSubmission submission) {
        return submission.period() + " " + submission.unit();
    }
}
