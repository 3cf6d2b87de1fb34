package org.huizong.publish.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {
    /** The same said in one expression, which takes very long over many borders. */
    private static final Pattern RUNS =
            Pattern.compile("^(?=\\s|\"*[=@＝＠+＋－-])|(?<=[;\\t\\n])(?=[\\s\"]*(?:[=@＝＠]|[+＋－-]\\s*[^\\s\\p{IsHan}]))");

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            =1+1, '=1+1
            "=1", '"=1"
            -5, -5
            -5%, '-5%
            a;=1, a;'=1
            a; -去年, a; -去年
            a; -b, a;' -b
            同比+5, 同比+5
            """)
    void putsAnApostropheWhereASpreadsheetWouldRunIt(String text, String guarded) {
        assertThat(FormulaGuard.apply(text)).isEqualTo(guarded);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithTheExpressionOnRandomTexts(long seed) {
        Random random = new Random(seed);
        String signs = "=@＝+－-;\t\n\r \"a1字𠮷.,";

        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(8), 0, signs.codePointCount(0, signs.length()))
                    .map(n -> signs.codePointAt(signs.offsetByCodePoints(0, n)))
                    .forEach(text::appendCodePoint);
            String plain = text.toString();
            String expected = NUMBER.matcher(plain).matches()
                    ? plain
                    : RUNS.matcher(plain).replaceAll("'");

            assertThat(FormulaGuard.apply(plain)).as(plain).isEqualTo(expected);
        }
    }

    @Test
    void looksAtEveryBorderOnce() {
        String text = "x" + "\n".repeat(32_700) + "y=";

        assertThat(FormulaGuard.apply(text)).isEqualTo(text);
    }
}
