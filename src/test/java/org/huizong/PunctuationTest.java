package org.huizong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Choice;
import org.huizong.web.OfficeServer;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chinese for people has full-width punctuation, as officials expect it. */
class PunctuationTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();

    /** How a line of a page begins that shows what to type. */
    private static final String EXAMPLE = "    ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    没有填,请填写。             | true
                    文件:{name}                 | true
                    {0}:{1}                     | true
                    不是有效的身份证号(GB 11643) | true
                    CSV(逗号分隔)               | true
                    没有填，请填写（如 1,200）。 | false
                    报入 石桥村(更正).xlsx 的文件 | false
                    运行 `huizong status, 例`    | false
                    to consolidate (a month), now | false
                    """)
    void knowsHalfWidthPunctuationInChinese(String text, boolean isFound) {
        assertThat(!Punctuation.halfWidth(text).isEmpty()).isEqualTo(isFound);
    }

    @ParameterizedTest
    @ValueSource(classes = {Wording.class, OfficeServer.class})
    void isFullWidthInEverySentence(Class<?> room) throws IOException {
        Properties sentences = new Properties();
        try (var in = room.getResourceAsStream("messages.properties")) {
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        assertThat(sentences.stringPropertyNames()).allSatisfy(key -> isFullWidth(key, sentences.getProperty(key)));
    }

    @Test
    void isFullWidthInTheTablesOfTheCatalogue() {
        assertThat(CATALOGUE.units()).allSatisfy(u -> isFullWidth(u.code(), u.label()));
        assertThat(CATALOGUE.returns()).allSatisfy(r -> {
            isFullWidth(r.code(), r.label());
            isFullWidth(r.code(), r.issuer());
            assertThat(r.notes()).allSatisfy(note -> isFullWidth(r.code(), note));
        });
        assertThat(CATALOGUE.items()).allSatisfy(i -> isFullWidth(i.code(), i.label()));
        assertThat(choices()).isNotEmpty().allSatisfy(c -> isFullWidth(c.list() + " " + c.code(), c.label()));
        assertThat(CATALOGUE.rules()).allSatisfy(r -> {
            isFullWidth(r.id(), r.message());
            isFullWidth(r.id(), r.basis());
        });
        assertThat(CATALOGUE.indicators()).allSatisfy(i -> {
            isFullWidth(i.code(), i.label());
            isFullWidth(i.code(), i.note());
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isFullWidthInThePagesOfDocs(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page).stream()
                .filter(line -> !line.startsWith(EXAMPLE))
                .toList();

        assertThat(lines).allSatisfy(line -> isFullWidth(page.toString(), line));
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Choice> choices() {
        List<Choice> all = new ArrayList<>();
        CATALOGUE.items().stream()
                .map(i -> i.choices())
                .filter(list -> !list.isEmpty())
                .distinct()
                .forEach(list -> all.addAll(CATALOGUE.choices(list)));
        Stream.of("measures", "sections", "empty_explanations").forEach(list -> all.addAll(CATALOGUE.choices(list)));
        CATALOGUE.returns().forEach(r -> {
            all.addAll(CATALOGUE.choices(r.code() + ".columns"));
            all.addAll(CATALOGUE.choices(r.code() + ".rows"));
        });
        return all;
    }

    private static void isFullWidth(String of, String text) {
        assertThat(Punctuation.halfWidth(text)).as(of).isEmpty();
    }
}
