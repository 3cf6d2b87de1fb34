package org.huizong;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds the half-width punctuation in Chinese text, where GB/T 15834 asks for the full-width one. Commands in backticks,
 * and the names of files, are spelt as they must be typed.
 */
public final class Punctuation {
    private static final String CHINESE = "[\\p{IsHan}、。“”《》〔〕（）：；，？！]";
    private static final Pattern HALF_WIDTH =
            Pattern.compile(".{0,8}(?:(?<=" + CHINESE + ")[,;:?!()]|[,;:?!()](?=" + CHINESE + ")).{0,8}");
    private static final Pattern SPELT = Pattern.compile(
            "`[^`\\n]*`|#[A-Z/0]+[!?]?|\\]\\([^)\\s]+\\)|[^\\s，。；：、“”《》（）]*\\.(?:xlsx|xlsm|xls|et|csv|zip)\\b",
            Pattern.CASE_INSENSITIVE);
    /** A value that will be filled in; in a Chinese sentence it is read as Chinese. */
    private static final Pattern PLACE = Pattern.compile("\\{[^{}\\n]+}");

    private Punctuation() {}

    /** Each place in a text where punctuation beside Chinese is half as wide as it should be. */
    public static List<String> halfWidth(String text) {
        String plain = PLACE.matcher(SPELT.matcher(text).replaceAll("x")).replaceAll("某");
        return HALF_WIDTH.matcher(plain).results().map(MatchResult::group).toList();
    }
}
