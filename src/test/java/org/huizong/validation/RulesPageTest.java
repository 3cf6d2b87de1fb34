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
import org.huizong.wording.Lang;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of rules say what the rules, their cases and the sentences of the program say. */
class RulesPageTest {
    private static final Path DOCS = Path.of("docs");
    private static final Path WANTED = Path.of("target");
    private static final String PREFIX = "finding.";

    @ParameterizedTest
    @CsvSource({"ZH, rules.md", "EN, en/rules.md"})
    void saysWhatEveryRuleAsksAndShowsAFillingOfEachOutcome(Lang lang, String name) throws IOException {
        Path page = DOCS.resolve(name);
        Path wanted = WANTED.resolve(name);

        String text = new RulesPage(lang, sentences(lang)).text(builtIn());

        Files.createDirectories(wanted.getParent());
        Files.writeString(wanted, text);
        assertThat(Files.exists(page) ? Files.readString(page) : "")
                .as("After rules, cases or sentences are changed, copy %s to %s", wanted, page)
                .isEqualTo(text);
    }

    @Test
    void listsEveryFindingThatIsInNoTableOfRules() throws IOException {
        assertThat(builtIn().keySet())
                .as("the findings of messages.properties, each with its severity in built-in-findings.csv")
                .containsExactlyInAnyOrderElementsOf(sentences(Lang.ZH).stringPropertyNames().stream()
                        .filter(k -> k.startsWith(PREFIX))
                        .map(k -> k.substring(PREFIX.length()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Properties sentences(Lang lang) throws IOException {
        Properties sentences = new Properties();
        String file = lang == Lang.ZH ? "messages.properties" : "messages_en.properties";
        try (var in = Wording.class.getResourceAsStream(file)) {
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
