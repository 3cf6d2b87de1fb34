package org.huizong.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Rule;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.FindingWords;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every built-in rule with figures by which it holds and figures by which it does not, just beside its limit.
 *
 * <p>The cases are in rule-cases.csv: id of the rule; period, March 2025 if empty; values as {@code code=value}; passed,
 * failed or undecided, and why undecided. A new rule needs a line of each of the first two.
 */
class RuleCasesTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final Checker CHECKER = new Checker(CATALOGUE, LocalDate.of(2025, 4, 5));
    private static final CellRef SHEET = new CellRef("报表.xlsx", "表", "");

    /** One line of the table. */
    record Case(String rule, Period period, Map<String, Value> values, String outcome, String because) {
        @Override
        public String toString() {
            return rule + " " + outcome + " " + because + " "
                    + values.entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue().show())
                            .collect(Collectors.joining("; "));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesToWhatItShould(Case example) {
        Optional<Finding> finding = check(example);

        assertThat(finding.map(f -> f.outcome().code()).orElse("passed")).isEqualTo(example.outcome);
        assertThat(finding.map(RuleCasesTest::because).orElse("")).isEqualTo(example.because);
    }

    @Test
    void hasACaseOfEachOutcomeForEveryRule() {
        for (String outcome : List.of("passed", "failed")) {
            Set<String> tried = cases().filter(c -> c.outcome.equals(outcome))
                    .map(Case::rule)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(tried)
                    .as("add a line with the outcome %s to rule-cases.csv", outcome)
                    .isEqualTo(CATALOGUE.rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static Optional<Finding> check(Case example) {
        Rule rule = CATALOGUE.rules().stream()
                .filter(r -> r.id().equals(example.rule))
                .findFirst()
                .orElseThrow();
        Values values = name -> example.values.getOrDefault(name, Value.Gap.BLANK);
        List<Finding> findings = switch (rule.scope()) {
            case RECORD, RETURN ->
                CHECKER.check(
                                form(rule),
                                example.period,
                                observations(rule, example),
                                SHEET,
                                List.of(),
                                values,
                                directory(example))
                        .findings();
            case PAIR ->
                CHECKER.checkPair(rule, example.period, example.values, other(example), SHEET).stream()
                        .toList();
            case UNIT, TOWNSHIP ->
                CHECKER.checkAcross(rule.scope(), example.period, values, form -> true, item -> SHEET);
        };
        return findings.stream().filter(f -> f.rule().equals(rule.id())).findFirst();
    }

    private static Map<String, Value> other(Case example) {
        Map<String, Value> other = new LinkedHashMap<>();
        example.values.forEach((name, value) -> other.put(name.replaceFirst("^other[.]", ""), value));
        example.values.forEach((name, value) -> {
            if (name.startsWith("other.")) {
                other.put(name.substring("other.".length()), value);
            }
        });
        return other;
    }

    /** What the values with names of three parts say that another register holds. */
    private static Directory directory(Case example) {
        return new Directory() {
            @Override
            public boolean has(String register) {
                return example.values.keySet().stream()
                        .anyMatch(name -> CATALOGUE.reference(name).isPresent());
            }

            @Override
            public Value value(String item, String key) {
                return example.values.entrySet().stream()
                        .filter(e -> CATALOGUE
                                .reference(e.getKey())
                                .filter(r -> r.to().code().equals(item))
                                .filter(r -> example.values
                                        .getOrDefault(r.from().code(), Value.Gap.BLANK)
                                        .show()
                                        .equals(key))
                                .isPresent())
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(Value.Gap.BLANK);
            }
        };
    }

    private static String form(Rule rule) {
        return CATALOGUE.item(rule.locate().orElseThrow()).orElseThrow().form();
    }

    private static List<Observation> observations(Rule rule, Case example) {
        List<Observation> observations = new ArrayList<>();
        example.values.forEach((name, value) -> {
            if (CATALOGUE.item(name).isPresent()) {
                observations.add(new Observation(name, rule.scope().ofRecords() ? "1号" : "", value, SHEET));
            }
        });
        return observations;
    }

    private static String because(Finding finding) {
        return finding.hasFailed() ? "" : FindingWords.reason(finding);
    }

    static Stream<Case> cases() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var in = RuleCasesTest.class.getResourceAsStream("rule-cases.csv");
                var parser = CSVParser.parse(new InputStreamReader(in, StandardCharsets.UTF_8), format)) {
            return parser.getRecords().stream().map(RuleCasesTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(CSVRecord row) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (String part : row.get("values").split("; ")) {
            if (!part.isEmpty()) {
                String[] sides = part.split("=");
                values.put(sides[0], value(sides[1]));
            }
        }
        String period = row.get("period");
        return new Case(
                row.get("rule"),
                Period.parse(period.isEmpty() ? "2025-03" : period),
                values,
                row.get("outcome"),
                row.get("because"));
    }

    private static Value value(String text) {
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Value.of(LocalDate.parse(text));
        }
        return text.matches("[0-9.]+") ? Value.of(new BigDecimal(text)) : Value.of(text);
    }
}
