package org.huizong.docx;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in braces: a field, or the beginning, the middle or the end of a part that is there on a condition or
 * several times. Wide braces, colons and spaces, as a Chinese keyboard gives them, are the same.
 *
 * @param name of the field, the condition or the list, as it is compared; empty where there is none
 * @param written as it stands in the text, with its braces
 */
record Token(Kind kind, String name, String written) {
    /** A field of a text in any of the braces. */
    static final Pattern WRITTEN = Pattern.compile("[{｛][^{}｛｝]*[}｝]");

    private static final Pattern BRACE = Pattern.compile("[{}｛｝]");
    private static final Pattern WORDS = Pattern.compile("(\\S+?)(?:\\s+(.*))?");

    /** What a token does. */
    enum Kind {
        FIELD,
        IF,
        IF_NOT,
        EACH,
        ELSE,
        END;

        boolean opens() {
            return this == IF || this == IF_NOT || this == EACH;
        }
    }

    private static final Map<String, Kind> KINDS = Map.of(
            "if", Kind.IF,
            "如果", Kind.IF,
            "each", Kind.EACH,
            "每个", Kind.EACH,
            "else", Kind.ELSE,
            "否则", Kind.ELSE,
            "end", Kind.END,
            "结束", Kind.END);

    private static final List<String> NOT = List.of("not ", "没有 ");

    static Token of(String written) {
        String inner = plain(written.substring(1, written.length() - 1));
        Matcher words = WORDS.matcher(inner);
        Kind kind = words.matches() ? KINDS.getOrDefault(words.group(1), Kind.FIELD) : Kind.FIELD;
        if (kind == Kind.FIELD) {
            return new Token(kind, inner, written);
        }
        String rest = words.group(2) == null ? "" : words.group(2).strip();
        for (String not : NOT) {
            if (kind == Kind.IF && rest.startsWith(not)) {
                return new Token(Kind.IF_NOT, rest.substring(not.length()).strip(), written);
            }
        }
        return new Token(kind, kind.opens() ? rest : "", written);
    }

    /** A name as it is compared: in small letters, with narrow colons and without spaces around them. */
    static String plain(String name) {
        return name.replace('\u3000', ' ')
                .replace('\u00a0', ' ')
                .replace('：', ':')
                .replaceAll("\\s*:\\s*", ":")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** The tokens of a text, in order, with their places in it. */
    static List<MatchResult> in(String text) {
        return WRITTEN.matcher(text).results().toList();
    }

    /** Tells whether a brace is left that belongs to no token. */
    static boolean hasLooseBrace(String text) {
        return BRACE.matcher(WRITTEN.matcher(text).replaceAll("")).find();
    }
}
