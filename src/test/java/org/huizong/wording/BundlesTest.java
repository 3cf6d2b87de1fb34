package org.huizong.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlesTest {
    private static final Pattern PLACE = Pattern.compile("\\{[^{}]+}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** Beginnings of keys that the code puts together from a code and a word; the words are enums, rules or faults. */
    private static final List<String> PUT_TOGETHER = List.of(
            "fault.",
            "finding.",
            "undecided.",
            "help.",
            "month.",
            "quarter.",
            "half.",
            "store.",
            "output.",
            "state.",
            "disposition.",
            "severity.",
            "event.",
            "step.",
            "cli.outcome.");

    private final Words chinese = new Words(Lang.ZH);
    private final Words english = new Words(Lang.EN);

    @Test
    void saysEverythingInBothLanguages() {
        assertThat(english.keys("")).isEqualTo(chinese.keys(""));
    }

    @Test
    void fillsInTheSameValuesInBothLanguages() {
        assertThat(chinese.keys(""))
                .allSatisfy(key -> assertThat(places(english.pattern(key)))
                        .as("values in %s", key)
                        .isEqualTo(places(chinese.pattern(key))));
    }

    @Test
    void leavesNoChineseInTheEnglishBundle() {
        assertThat(english.keys(""))
                .allSatisfy(key -> assertThat(english.pattern(key)).as(key).doesNotContainPattern(HAN));
    }

    @Test
    void keepsNoSentenceThatNobodyUses() throws IOException {
        String code;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            code = files.filter(f -> f.toString().endsWith(".java"))
                    .map(BundlesTest::read)
                    .collect(Collectors.joining());
        }

        assertThat(chinese.keys(""))
                .filteredOn(key -> PUT_TOGETHER.stream().noneMatch(key::startsWith))
                .allSatisfy(key -> assertThat(code.contains("\"" + key + "\""))
                        .as("some code says %s; delete the sentence if none needs it", key)
                        .isTrue());
    }

    private static TreeSet<String> places(String pattern) {
        var matcher = PLACE.matcher(pattern);
        var places = new TreeSet<String>();
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
