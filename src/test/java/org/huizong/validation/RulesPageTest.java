package org.huizong.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huizong.model.Severity;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;

/** docs/rules.md says what the rules, their cases and the sentences of the program say. */
class RulesPageTest {
    private static final Path PAGE = Path.of("docs/rules.md");
    private static final Path WANTED = Path.of("target/rules.md");
    private static final String PREFIX = "finding.";

    @Test
    void saysWhatEveryRuleAsksAndShowsAFillingOfEachOutcome() throws IOException {
        String wanted = new RulesPage(sentences()).text(builtIn());

        Files.writeString(WANTED, wanted);
        assertThat(Files.readString(PAGE))
                .as("After rules, cases or sentences are changed, copy %s to %s", WANTED, PAGE)
                .isEqualTo(wanted);
    }

    @Test
    void listsEveryFindingThatIsInNoTableOfRules() throws IOException {
        assertThat(builtIn().keySet())
                .as("the findings of messages.properties, each with its severity in built-in-findings.csv")
                .containsExactlyInAnyOrderElementsOf(sentences().stringPropertyNames().stream()
                        .filter(k -> k.startsWith(PREFIX))
                        .map(k -> k.substring(PREFIX.length()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Properties sentences() throws IOException {
        Properties sentences = new Properties();
        try (var in = Wording.class.getResourceAsStream("messages.properties")) {
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return sentences;
    }

    /** The findings that no rule brings, in the order of the sentences, with what each asks. */
    private static Map<String, Severity> builtIn() throws IOException {
        Map<String, Severity> all = new LinkedHashMap<>();
        try (var in = RulesPageTest.class.getResourceAsStream("built-in-findings.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(c -> all.put(c[0], Severity.valueOf(c[1].toUpperCase(Locale.ROOT))));
        }
        return all;
    }
}
