package org.huizong.docx;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What names stand for at one place of a text: the subject at hand, then what it is a part of.
 *
 * @param number place among the parts that are told one by one, from 1
 * @param count how many these are
 */
record Scope<T>(Vocabulary<T> vocabulary, T subject, Optional<Scope<?>> outer, int number, int count) {
    /** Names that every list gives its parts: their number, in figures and in words, and whether it is the first or last. */
    static final Set<String> OF_LISTS = Set.of("number", "number:zh", "first", "last");

    private static final String DIGITS = "零一二三四五六七八九";

    static <T> Scope<T> of(Vocabulary<T> vocabulary, T subject) {
        return new Scope<>(vocabulary, subject, Optional.empty(), 0, 0);
    }

    /** A paragraph begins: what was said before it is said again. */
    void begin() {
        vocabulary.begin(subject);
        outer.ifPresent(Scope::begin);
    }

    Meaning meaning(String name) {
        return ofList(name)
                .or(() -> vocabulary.meaning(name, subject))
                .or(() -> vocabulary.parts(name, subject, this).map(all -> Meaning.when(!all.isEmpty())))
                .or(() -> outer.map(o -> o.meaning(name)))
                .orElseThrow(() -> new IllegalStateException("a name that the check lets through: " + name));
    }

    /** What a list gives each of its parts. */
    private Optional<Meaning> ofList(String name) {
        return outer.flatMap(list -> switch (name) {
            case "number" -> Optional.of(Meaning.of(number));
            case "number:zh" -> Optional.of(Meaning.of(chinese(number)));
            case "first" -> Optional.of(Meaning.when(number == 1));
            case "last" -> Optional.of(Meaning.when(number == count));
            default -> Optional.empty();
        });
    }

    List<Scope<?>> each(String name) {
        return vocabulary
                .parts(name, subject, this)
                .or(() -> outer.map(o -> o.each(name)))
                .orElseThrow(() -> new IllegalStateException("a list that the check lets through: " + name));
    }

    /** A number below 100 as it stands before a head: 一, 十二, 二十. */
    private static String chinese(int number) {
        int tens = number / 10;
        String before = tens == 0 ? "" : tens == 1 ? "十" : DIGITS.charAt(tens) + "十";
        return number % 10 == 0 && tens > 0 ? before : before + DIGITS.charAt(number % 10);
    }
}
