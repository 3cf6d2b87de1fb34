package org.huizong.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** A text in the code that begins keys, such as the one for all states, and is put together with a code. */
    private static final Pattern BEGINNING = Pattern.compile("\"([a-z]+\\.(?:[a-z_.]*[._])?)\"");

    /** Beginnings that the code itself puts before the key it is given. */
    private static final List<String> PUT_BEFORE = List.of("fault.", "finding.", "help.", "template.foot_");

    private final MessageBundle chinese = new MessageBundle(Lang.ZH);
    private final MessageBundle english = new MessageBundle(Lang.EN);

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
        String code = code();
        var beginnings = BEGINNING.matcher(code).results().map(m -> m.group(1)).collect(Collectors.toSet());
        beginnings.remove("template.");
        beginnings.remove("report.");

        assertThat(chinese.keys(""))
                .filteredOn(key -> PUT_BEFORE.stream().noneMatch(key::startsWith))
                .filteredOn(key -> beginnings.stream().noneMatch(key::startsWith))
                .filteredOn(key ->
                        !key.contains(".") || !code.contains("\"" + key.substring(0, key.lastIndexOf('.')) + "\""))
                .allSatisfy(key -> assertThat(code.contains("\"" + key + "\""))
                        .as("some code says %s; delete the sentence if none needs it", key)
                        .isTrue());
    }

    /** Backticks around a command let the program spell it so that it can be copied. */
    @Test
    void marksEveryCommandThatItProposes() {
        assertThat(chinese.keys(""))
                .filteredOn(key -> !key.startsWith("help."))
                .allSatisfy(key -> assertThat(List.of(chinese.pattern(key), english.pattern(key)))
                        .as(key)
                        .allSatisfy(text -> assertThat(text.replaceAll("`huizong [a-z][^`]*`", ""))
                                .doesNotContainPattern("`|\\bhuizong [a-z]")));
    }

    private static String code() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .map(BundlesTest::read)
                    .collect(Collectors.joining());
        }
    }

    private static TreeSet<String> places(String pattern) {
        var matcher = PLACE.matcher(pattern);
        var places = new TreeSet<String>();
        while (matcher.find()) {
            places.add(matcher.group().replaceFirst("\\|.*", "}").replace("_en}", "}"));
        }
        return places;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
