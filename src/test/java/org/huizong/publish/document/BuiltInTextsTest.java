package org.huizong.publish.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Document;
import org.huizong.catalogue.Rule;
import org.huizong.model.Severity;
import org.huizong.register.LeadRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInTextsTest {
    private static final Path SOURCES = Path.of("src/test/resources/org/huizong/publish/document");
    private static final Path MADE = Path.of("target/narrative");

    static List<String> names() {
        return Document.names();
    }

    /** The Word files are made of the texts beside this test: copy them from target/narrative after a text is changed. */
    @ParameterizedTest
    @MethodSource("names")
    void areMadeOfTheirSources(String name) throws IOException {
        String source = name.substring(name.indexOf('/') + 1).replace(".docx", ".txt");

        byte[] made = new TextSource(!source.startsWith("en/"), source.endsWith("public.txt"))
                .docx(Files.readString(SOURCES.resolve(source), StandardCharsets.UTF_8));

        Path place = MADE.resolve(name.substring(name.indexOf('/') + 1));
        Files.createDirectories(place.getParent());
        Files.write(place, made);
        assertThat(Path.of("src/main/resources/catalogue/township").resolve(name))
                .as("copy " + place)
                .hasBinaryContent(made);
    }

    @Test
    void useNoNameThatIsNotKnown() {
        var catalogue = CatalogueLoader.builtIn();

        var faults = DocumentLint.all(catalogue, true);

        assertThat(faults).isEmpty();
    }

    /** The report says of each lead what it is about: a new rule with a legal basis needs its words in the list of matters. */
    @Test
    void sayInAFewWordsWhatEachRuleAboutProcedureFinds() {
        var catalogue = CatalogueLoader.builtIn();

        var without = LeadRegister.rules(catalogue).values().stream()
                .filter(rule -> rule.severity() == Severity.QUERY)
                .map(Rule::id)
                .filter(id -> catalogue.choice("matters", id).isEmpty());

        assertThat(without).isEmpty();
    }
}
