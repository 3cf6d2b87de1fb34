package org.huizong.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huizong.catalogue.BrokenCatalogueException;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Fault;
import org.huizong.catalogue.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentLintTest {
    private static final String HEAD =
            "criterion,label,label_en,kinds,frequency,full,formula,cap,time,basis,note,note_en,from,until\n";

    @Test
    void findsNothingWrongWithACriterionOverFactsItemsAndIndicators() {
        var table = row("one", "department", "month", "20", "filing.late+queries.open+queries.PRO001+queries.PRO", "")
                + row("two", "village", "half", "20", "MAX(0,3*MONTH(period_end)/6-ytd.publicity.study_sessions)", "5")
                + row("three", "village;community", "year", "20", "IF(slogans<10,5,0)+IF(prior.materials<1,1,0)", "")
                + row("four", "department", "year", "20", "", "");

        assertThat(faults(table)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    department | month | filing.latte                          | formula code.unknown filing.late
                    department | month | queries.PRO999                        | formula code.unknown queries.PRO009
                    department | month | prior.filing.late                     | formula formula.prefix
                    department | month | publicity.studysessions               | formula code.unknown publicity.study_sessions
                    department | month | filing.late>                          | formula formula.syntax
                    department | month | 5                                     | formula formula.constant
                    department | month | publicity.study_plan                  | formula criterion.unnumbered
                    department | month | officers.hours                        | formula criterion.record
                    village    | month | safety.inspections                    | formula criterion.unowed
                    village    | month | queries.PRO001                        | formula criterion.unowed
                    department | month | documents.issued                      | formula criterion.frequency
                    department | half  | queries.PRO001                        | formula criterion.frequency
                    village    | half  | filing.late                           | formula criterion.filing
                    village    | half  | queries.open                          | formula criterion.filing
                    department | month | queries.DPT004                        | formula criterion.township
                    department | month | queries.OFF002                        | formula criterion.notice
                    department | month | as_of-period_start                    | formula formula.context
                    """)
    void namesWhatIsWrongWithAFormula(String kinds, String frequency, String formula, String fault) {
        var found = faults(row("one", kinds, frequency, "20", formula, ""));

        assertThat(found.get(0)).startsWith("2 " + fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "traffic.fines",
                "traffic.fines_cars",
                "traffic.penalties",
                "ytd.safety.penalties",
                "food.seized",
                "traffic.handed_over",
                "family.cases_filed",
                "family.fee_decisions",
                "cases.fines_traffic",
                "cases.penalties_filed",
                "IF(cases.levies_decided<1,5,0)"
            })
    void refusesAFineOrACountOfCases(String formula) {
        var found = faults(row("one", "department", "month", "20", formula, ""));

        assertThat(found).hasSize(1).allMatch(f -> f.startsWith("2 formula criterion.sanction "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"penalties", "prior.traffic_penalties", "fee_decisions"})
    void refusesAnIndicatorThatIsMadeOfPenalties(String formula) {
        var found = faults(row("one", "department", "month", "20", formula, ""));

        assertThat(found).isNotEmpty().allMatch(f -> f.startsWith("2 formula criterion.sanction.through "));
    }

    @Test
    void refusesAnItemThatIsWorkedOutFromAFineAndNamesTheFine() {
        Map<String, byte[]> tables = tables(row("one", "department", "month", "20", "publicity.sum_of_fines", ""));
        String items = text(tables, "items.csv")
                + "publicity,publicity.sum_of_fines,合计,Sum,90,,integer,元,,,,,,sum,sum,publicity.some_fines+publicity.boards,,,,,,,\n"
                + "publicity,publicity.some_fines,罚款,Fines,91,,integer,元,,,,,,sum,sum,,,,,,,,是\n";
        tables.put("items.csv", items.getBytes(StandardCharsets.UTF_8));

        var found = Lint.faults(CatalogueLoader.load(tables));

        assertThat(found).extracting(Fault::kind).containsExactly("criterion.sanction.through");
        assertThat(found.get(0).arguments())
                .containsEntry("value", "publicity.sum_of_fines")
                .containsEntry("item", "publicity.some_fines");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    One  | department | month   | 20 | filing.late | 5  | criterion criterion.code
                    one  | departmnt  | month   | 20 | filing.late | 5  | kinds cell.word.near
                    one  | department | quarter | 20 | filing.late | 5  | frequency cell.word
                    one  | department | month   | 0  | filing.late | '' | full criterion.full
                    one  | department | month   | 20 | filing.late | 21 | cap criterion.cap
                    one  | department | month   | 20 | filing.late | 0  | cap criterion.cap
                    one  | department | month   | 20 | ''          | 5  | cap criterion.cap.manual
                    one  | ''         | month   | 20 | filing.late | 5  | kinds cell.empty
                    """)
    void namesWhatIsWrongWithAnotherCell(
            String code, String kinds, String frequency, String full, String formula, String cap, String fault) {
        assertThat(shape(row(code, kinds, frequency, full, formula, cap))).containsExactly("2 " + fault);
    }

    @Test
    void namesACodeThatStandsTwice() {
        String one = row("one", "department", "month", "20", "filing.late", "");

        assertThat(shape(one + one)).containsExactly("3 criterion code.twice");
    }

    @Test
    void keepsTheNamesOfFactsFromReturns() {
        Map<String, byte[]> tables = tables("");
        String returns = text(tables, "returns.csv").replace("officers,1,", "filing,1,");
        tables.put("returns.csv", returns.getBytes(StandardCharsets.UTF_8));

        assertThat(broken(tables)).contains("10 code return.code");
    }

    /** Fines and cases are marked in the built-in tables, in all forms. */
    @Test
    void marksEveryFineAndCountOfCasesOfTheBuiltInReturns() {
        var unmarked = CatalogueLoader.builtIn().items().stream()
                .filter(i -> !i.sanction() && !i.form().equals("duties"))
                .filter(i -> i.type().isNumeric())
                .filter(i -> i.label().matches(".*(罚|没收|立案|征收|移送|取缔|结案).*"))
                .map(Item::code);

        assertThat(unmarked).isEmpty();
    }

    private static String row(String code, String kinds, String frequency, String full, String formula, String cap) {
        return String.join(
                        ",", code, "项目", "Criterion", kinds, frequency, full, '"' + formula + '"', cap, "mean", ",,,,")
                + "\n";
    }

    /** Each fault: line, column, kind, and what is meant. */
    private static List<String> faults(String rows) {
        return Lint.faults(CatalogueLoader.load(tables(rows))).stream()
                .map(f -> f.line() + " " + f.column() + " " + f.kind() + " "
                        + f.arguments().getOrDefault("near", ""))
                .toList();
    }

    private static List<String> shape(String rows) {
        return broken(tables(rows));
    }

    private static List<String> broken(Map<String, byte[]> tables) {
        try {
            CatalogueLoader.load(tables);
            return List.of();
        } catch (BrokenCatalogueException e) {
            return e.faults().stream()
                    .map(f -> f.line() + " " + f.column() + " " + f.kind())
                    .toList();
        }
    }

    private static Map<String, byte[]> tables(String rows) {
        Map<String, byte[]> tables = new TreeMap<>(CatalogueLoader.builtInTables());
        tables.put("assessment.csv", (HEAD + rows).getBytes(StandardCharsets.UTF_8));
        return tables;
    }

    private static String text(Map<String, byte[]> tables, String table) {
        return new String(tables.getOrDefault(table, new byte[0]), StandardCharsets.UTF_8);
    }
}
