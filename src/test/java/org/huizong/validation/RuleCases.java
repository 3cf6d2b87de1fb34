package org.huizong.validation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Rule;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Value;

/**
 * Every built-in rule with figures by which it holds and figures by which it does not, just beside its limit.
 *
 * <p>The cases are in rule-cases.csv: id of the rule; period, March 2025 if empty; values as {@code code=value}; passed,
 * failed or undecided, and why undecided. A new rule needs a line of each of the first two.
 */
public final class RuleCases {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final int DAYS_LATER = 5;

    /** A checker has a scratch sheet, which no two threads may use. */
    private static final ThreadLocal<Map<Period, Checker>> CHECKERS = ThreadLocal.withInitial(HashMap::new);

    private static final CellRef SHEET = new CellRef("报表.xlsx", "表", "");

    private RuleCases() {}

    /** One line of the table. */
    public record Case(String rule, Period period, Map<String, Value> values, String outcome, String because) {
        /** The same figures without one of them. */
        public Case without(String name) {
            Map<String, Value> fewer = new LinkedHashMap<>(values);
            fewer.remove(name);
            return new Case(rule, period, fewer, outcome, because);
        }

        @Override
        public String toString() {
            return rule + " " + outcome + " " + because + " "
                    + values.entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue().show())
                            .collect(Collectors.joining("; "));
        }
    }

    /** What the batch finds by the rule of a case; empty if it holds. */
    public static Optional<Finding> check(Case example) {
        Rule rule = rule(example);
        Checker checker = CHECKERS.get()
                .computeIfAbsent(
                        example.period, p -> new Checker(CATALOGUE, p.end().plusDays(DAYS_LATER)));
        Values values = name -> example.values.getOrDefault(name, Value.Gap.BLANK);
        List<Finding> findings = switch (rule.scope()) {
            case RECORD, RETURN ->
                checker.check(
                                "",
                                form(rule),
                                example.period,
                                observations(rule, example),
                                SHEET,
                                List.of(),
                                values,
                                directory(example))
                        .findings();
            case PAIR ->
                checker.checkPair(rule, example.period, example.values, other(example), SHEET).stream()
                        .toList();
            case UNIT, TOWNSHIP ->
                checker.checkAcross(rule.scope(), example.period, values, form -> true, item -> SHEET);
        };
        return findings.stream().filter(f -> f.rule().equals(rule.id())).findFirst();
    }

    private static Rule rule(Case example) {
        return CATALOGUE.rules().stream()
                .filter(r -> r.id().equals(example.rule()))
                .findFirst()
                .orElseThrow();
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
        typed(example).forEach((name, value) -> {
            if (CATALOGUE.item(name).isPresent()) {
                observations.add(new Observation(name, rule.scope().ofRecords() ? "1号" : "", value, SHEET));
            }
        });
        return observations;
    }

    /**
     * What is typed for a case: a total has parts that make it, and a year to date its month, but for those that the rule
     * itself asks for, because a blank cell is another error.
     */
    public static Map<String, Value> typed(Case example) {
        Map<String, Value> typed = new LinkedHashMap<>(example.values());
        Rule rule = rule(example);
        if (!rule.scope().ofRecords()) {
            Set<String> asked = new HashSet<>(CATALOGUE.formula(rule.formula()).operands());
            example.values().forEach((name, value) -> {
                String month = name.replaceFirst("^ytd[.]", "");
                if (!month.equals(name) && asked.add(month)) {
                    typed.put(month, Value.of(0));
                    parts(month, Value.of(0), asked, typed);
                }
                parts(name, value, asked, typed);
            });
        }
        return typed;
    }

    private static void parts(String total, Value value, Set<String> asked, Map<String, Value> typed) {
        String formula = CATALOGUE.item(total).map(Item::formula).orElse("");
        Value rest = value;
        for (String part : formula.isEmpty()
                ? Set.<String>of()
                : CATALOGUE.formula(formula).operands()) {
            if (asked.add(part)) {
                typed.put(part, rest);
                parts(part, rest, asked, typed);
                rest = Value.of(0);
            }
        }
    }

    /** All lines of the table. */
    public static Stream<Case> all() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var in = RuleCases.class.getResourceAsStream("rule-cases.csv");
                var parser = CSVParser.parse(new InputStreamReader(in, StandardCharsets.UTF_8), format)) {
            return parser.getRecords().stream().map(RuleCases::read).toList().stream();
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
