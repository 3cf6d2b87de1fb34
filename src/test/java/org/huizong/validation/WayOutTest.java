package org.huizong.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Rule;
import org.huizong.model.CellRef;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No error locks a truthful clerk out. For every error way-out.csv names an unlawful or odd act and a filling that tells it
 * truly and is accepted, or the reason why there is none: a definition, arithmetic, or that something is missing.
 */
class WayOutTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final Period MARCH = Period.parse("2025-03");
    /** Errors about a whole file, its unit or its period, which says nothing about an act. */
    private static final Set<String> OF_FILES =
            Set.of("file", "line", "sheet", "below", "return", "period", "unit", "conflict");

    /** One line of the table. */
    record Way(String rule, String act, String filling, String reason) {}

    @ParameterizedTest
    @MethodSource("fillings")
    void acceptsATrueRecordOfTheAct(Way way) {
        Map<String, Value> values = new TreeMap<>();
        for (String part : way.filling().split("; ")) {
            String[] sides = part.split("=");
            values.put(sides[0], Value.of(new BigDecimal(sides[1])));
        }
        String form = values.keySet().stream()
                .flatMap(name -> CATALOGUE.item(name).stream())
                .findFirst()
                .orElseThrow()
                .form();

        Checker.Result result = check(form, values);

        assertThat(result.findings()).filteredOn(Finding::sendsBack).isEmpty();
        assertThat(result.findings()).extracting(Finding::rule).doesNotContain(way.rule());
        assertThat(result.disposition()).isNotEqualTo(Disposition.REJECTED);
    }

    static Stream<Way> fillings() {
        return ways().filter(w -> !w.filling().isEmpty());
    }

    @Test
    void namesAWayOutOfEveryErrorOrTheReasonWhyThereIsNone() throws IOException {
        Set<String> errors = CATALOGUE.rules().stream()
                .filter(r -> r.severity() == Severity.ERROR)
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
        try (var in = WayOutTest.class.getResourceAsStream("built-in-findings.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(","))
                    .filter(c -> c[1].equals("error") && !OF_FILES.contains(c[0].split("[.]")[0]))
                    .forEach(c -> errors.add(c[0]));
        }

        assertThat(ways().map(Way::rule))
                .as("add a line to way-out.csv: a true filling that is accepted, or why there is none")
                .containsExactlyInAnyOrderElementsOf(errors);
        assertThat(ways()).allSatisfy(w -> {
            assertThat(w.act()).isNotEmpty();
            assertThat(w.filling().isEmpty()).isNotEqualTo(w.reason().isEmpty());
        });
    }

    private static Stream<Way> ways() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var in = WayOutTest.class.getResourceAsStream("way-out.csv");
                var parser = CSVParser.parse(new InputStreamReader(in, StandardCharsets.UTF_8), format)) {
            return parser.getRecords().stream().map(WayOutTest::way).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Way way(CSVRecord row) {
        return new Way(row.get("rule"), row.get("act"), row.get("filling"), row.get("reason"));
    }

    /** Checks a form in which all else is 0, and what is worked out is left to the formulas. */
    private static Checker.Result check(String form, Map<String, Value> values) {
        List<Observation> observations = new ArrayList<>();
        CATALOGUE.items(form, MARCH.last()).forEach(item -> {
            Value other = item.type() == ItemType.CHOICE ? Value.of("yes") : Value.of(0);
            Value given = values.getOrDefault(item.code(), item.isComputed() ? Value.Gap.BLANK : other);
            observations.add(new Observation(item.code(), "", given, new CellRef("报表.xlsx", "表", item.code())));
        });
        Submission submission = new Submission(
                "", form, "1", MARCH, Optional.empty(), CellRef.NOWHERE, observations, Map.of(), List.of());
        return new Checker(CATALOGUE, LocalDate.of(2025, 4, 5))
                .check(
                        "",
                        form,
                        MARCH,
                        new Computed(CATALOGUE).fill(submission).observations(),
                        CellRef.NOWHERE,
                        List.of(),
                        name -> values.getOrDefault(name, Value.Gap.BLANK),
                        Directory.NONE);
    }
}
