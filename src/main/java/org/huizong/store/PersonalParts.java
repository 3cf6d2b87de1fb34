package org.huizong.store;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes apart what stands in the cell of a person: several names, a name with its number, sex, age or kin.
 *
 * <p>The parts come beside the whole, for 和 and 男 are parts of names too, and none of them is a single character.
 */
final class PersonalParts {
    private static final int LEAST = 2;
    /** A text that is longer is no list of names joined by words. */
    private static final int MAX_JOINED = 200;

    /** Several persons in one cell, or a name with its number. */
    private static final Pattern PARTS =
            Pattern.compile("[、,\uFF0C;\uFF1B/\uFF0F()\uFF08\uFF09:\uFF1A&\uFF06|\uFF5C。\\n]+"
                    + "|(?<=\\p{IsHan})(?=\\+?\\d)|(?<=\\d)(?=\\p{IsHan})");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u3000\\u00a0]+");

    /** What follows a name, or names, in its cell and is no part of it. */
    private static final Pattern AFTER = Pattern.compile("(?<=\\p{IsHan}{2})[\\s\\u3000]*"
            + "(?:等人?|等户|先生|女士|同志|夫妇|夫妻|两口子|一家(?:\\p{IsHan}口)?|全家|父子|父女|母子|母女|兄弟|兄妹|姐弟|姐妹|家属|本人)+$");

    /** What may be the end of a name as well. */
    private static final Pattern SEX = Pattern.compile("(?<=\\p{IsHan}{2})[\\s\\u3000]*[男女][性方]?$");

    private static final Pattern AND = Pattern.compile("以及|[和与及跟暨]");
    private static final Pattern KIN = Pattern.compile("[之的](?:儿子|女儿|妻子|丈夫|父亲|母亲|家属|哥哥|弟弟|姐姐|妹妹|[子女妻夫父母兄弟姐妹孙])");

    private final List<String> found = new ArrayList<>();

    private PersonalParts() {}

    /** All that is to be looked for of a value, the value itself among them. */
    static List<String> of(String value) {
        PersonalParts parts = new PersonalParts();
        parts.found.add(AFTER.matcher(value.strip()).replaceFirst(""));
        for (String part : PARTS.split(value, -1)) {
            parts.add(part.strip());
        }
        return parts.found;
    }

    private void add(String part) {
        String bare = AFTER.matcher(part).replaceFirst("");
        found.add(bare);
        found.add(SEX.matcher(bare).replaceFirst(""));
        List<String> apart = List.of(SPACES.split(bare, -1));
        if (apart.size() > 1 && apart.stream().allMatch(a -> a.length() >= LEAST)) {
            found.addAll(apart);
        }
        if (bare.length() <= MAX_JOINED) {
            joined(KIN, bare, 0);
            joined(AND, bare, LEAST);
        }
    }

    /** The parts before and behind each such word, and between two of them. */
    private void joined(Pattern words, String text, int least) {
        int from = 0;
        Matcher word = words.matcher(text);
        List<String> parts = new ArrayList<>();
        while (word.find()) {
            String before = text.substring(0, word.start());
            String behind = text.substring(word.end());
            if (length(before) >= LEAST && length(behind) >= least) {
                parts.add(before);
                parts.add(behind);
            }
            if (word.start() - from >= LEAST && length(behind) >= least) {
                parts.add(text.substring(from, word.start()));
                from = word.end();
            }
        }
        if (from > 0) {
            parts.add(text.substring(from));
        }
        for (String part : parts) {
            String bare = AFTER.matcher(part.strip()).replaceFirst("");
            found.add(bare);
            found.add(SEX.matcher(bare).replaceFirst(""));
        }
    }

    private static int length(String text) {
        return text.strip().length();
    }
}
