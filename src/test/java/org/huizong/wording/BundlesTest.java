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
import org.huizong.web.OfficeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundlesTest {
    private static final Pattern PLACE = Pattern.compile("\\{[^{}]+}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** A text in the code that begins keys, such as the one for all states, and is put together with a code. */
    private static final Pattern BEGINNING = Pattern.compile("\"([a-z]+\\.(?:[a-z_.]*[._])?)\"");

    /** Beginnings that the code itself puts before the key it is given. */
    private static final List<String> PUT_BEFORE = List.of("fault.", "finding.", "help.", "template.foot_");

    /** The button that leads to the other language says so in that. */
    private static final String OTHER_LANGUAGE = "web.language.other";

    private static final MessageBundle CHINESE = new MessageBundle(Lang.ZH);
    private static final MessageBundle ENGLISH = new MessageBundle(Lang.EN);

    /** The bundles of the whole program, then those of the pages. */
    enum Room {
        PROGRAM(CHINESE, ENGLISH),
        PAGES(new MessageBundle(Lang.ZH, OfficeServer.class), new MessageBundle(Lang.EN, OfficeServer.class));

        private final MessageBundle chinese;
        private final MessageBundle english;

        Room(MessageBundle chinese, MessageBundle english) {
            this.chinese = chinese;
            this.english = english;
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysEverythingInBothLanguages(Room room) {
        assertThat(room.english.keys("")).isEqualTo(room.chinese.keys(""));
    }

    @ParameterizedTest
    @EnumSource
    void fillsInTheSameValuesInBothLanguages(Room room) {
        assertThat(room.chinese.keys(""))
                .allSatisfy(key -> assertThat(places(room.english.pattern(key)))
                        .as("values in %s", key)
                        .isEqualTo(places(room.chinese.pattern(key))));
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoChineseInTheEnglishBundle(Room room) {
        assertThat(room.english.keys(""))
                .filteredOn(key -> !key.equals(OTHER_LANGUAGE))
                .allSatisfy(key -> assertThat(room.english.pattern(key)).as(key).doesNotContainPattern(HAN));
    }

    @ParameterizedTest
    @EnumSource
    void keepsNoSentenceThatNobodyUses(Room room) throws IOException {
        String code = code();
        var beginnings = BEGINNING.matcher(code).results().map(m -> m.group(1)).collect(Collectors.toSet());
        beginnings.remove("template.");
        beginnings.remove("report.");
        beginnings.remove("web.");

        assertThat(room.chinese.keys(""))
                .filteredOn(key -> PUT_BEFORE.stream().noneMatch(key::startsWith))
                .filteredOn(key -> beginnings.stream().noneMatch(key::startsWith))
                .filteredOn(key ->
                        !key.contains(".") || !code.contains("\"" + key.substring(0, key.lastIndexOf('.')) + "\""))
                .allSatisfy(key -> assertThat(code.contains("\"" + key + "\""))
                        .as("some code says %s; delete the sentence if none needs it", key)
                        .isTrue());
    }

    /** The nouns are those that some message takes along with a number, so that each is bent everywhere once it is anywhere. */
    @ParameterizedTest
    @EnumSource
    void takesTheWordAlongWithAnEnglishNumber(Room room) {
        var nouns = Pattern.compile("\\{\\w+\\|[^|{}]+\\|([^{}]+)}");
        var many = Stream.of(Room.values())
                .flatMap(any -> any.english.keys("").stream().map(any.english::pattern))
                .flatMap(text -> nouns.matcher(text).results())
                .map(m -> m.group(1))
                .filter(word ->
                        word.endsWith("s") && !List.of("is", "was", "has").contains(word))
                .collect(Collectors.joining("|"));
        // a limit is never one, and the formulas of a template have no choice of words
        var unbent = Pattern.compile(
                "\\{(?!limit|most|least|value|columns|digits|hour)\\w+} (?:[a-z]+ )?(?:" + many + ")\\b");

        assertThat(room.english.keys(""))
                .filteredOn(key -> !key.startsWith("template."))
                .filteredOn(key -> !key.startsWith("fault."))
                .allSatisfy(key -> assertThat(room.english.pattern(key)).as(key).doesNotContainPattern(unbent));
    }

    /** What ends with a full stop, or goes on with another sentence, is one; a next step and the end of a list go on. */
    @ParameterizedTest
    @EnumSource
    void beginsAnEnglishSentenceWithACapital(Room room) {
        var sentence = Pattern.compile("\\.$|[.?] [A-Z]");

        assertThat(room.english.keys(""))
                .filteredOn(key -> !key.startsWith("help.") && !key.startsWith("cli.next."))
                .filteredOn(key -> !key.equals("cli.outcome.settled.more"))
                .filteredOn(key -> sentence.matcher(room.english.pattern(key)).find())
                .allSatisfy(key -> assertThat(room.english.pattern(key)).as(key).doesNotContainPattern("^[a-z]"));
    }

    /** Backticks around a command let the program spell it so that it can be copied. */
    @Test
    void marksEveryCommandThatItProposes() {
        assertThat(CHINESE.keys(""))
                .filteredOn(key -> !key.startsWith("help."))
                .allSatisfy(key -> assertThat(List.of(CHINESE.pattern(key), ENGLISH.pattern(key)))
                        .as(key)
                        .allSatisfy(text -> assertThat(text.replaceAll("`huizong [a-z][^`]*`", ""))
                                .doesNotContainPattern("`|\\bhuizong [a-z]")));
    }

    private static String code() throws IOException {
        try (Stream<Path> files =
                Stream.concat(Files.walk(Path.of("src/main/java")), Files.walk(Path.of("src/main/jte")))) {
            return files.filter(
                            f -> f.toString().endsWith(".java") || f.toString().endsWith(".jte"))
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
