package org.huizong.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes texts that mean the same the same. Names, labels, choices and keys are compared by this folding alone.
 *
 * <p>What it drops is what nobody can see: spaces of any width, breaks, joiners, marks of direction and format,
 * variation selectors. Full-width and half-width letters are one, brackets of any shape are one, capitals are small
 * letters.
 */
public final class Folding {
    private static final int SHOWN = 40;

    /** How a text ends of which more was there. */
    public static final String CUT = "…";

    /** How often programs that saved a text one after the other may have escaped what the one before had escaped. */
    private static final int MAX_ESCAPED = 3;

    /** How a workbook writes a character that XML cannot hold, or would change: {@code _x000D_}. */
    private static final Pattern ESCAPE = Pattern.compile("_[xX]([0-9A-Fa-f]{4})_");
    /**
     * Zeros in front of the number of a case, which stands before 号 or behind the year; a certificate's are its own.
     */
    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<=〕)0+(?=\\d)|(?<!\\d)(?<!\\d\\.)0+(?=\\d+号)");

    private Folding() {}

    /** For comparing names and labels: NFKC without anything invisible, one kind of brackets, in lower case. */
    public static String fold(String text) {
        if (isFolded(text)) {
            return text;
        }
        String half = normal(text);
        StringBuilder folded = new StringBuilder(half.length());
        half.codePoints().filter(c -> !isInvisible(c)).map(Folding::bracket).forEach(folded::appendCodePoint);
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * For telling one case from another by its number: folded, without 第 and without zeros in front of a number, so
     * that 青交罚〔2025〕第009号 and 青交罚[2025]9号 are one. Brackets are those of official numbers, since people read keys. A
     * text that was made so stays as it is.
     */
    public static String key(String text) {
        String folded = fold(text).replace("第", "").replace('(', '〔').replace(')', '〕');
        return LEADING_ZEROS.matcher(folded).replaceAll("");
    }

    /**
     * For comparing names that were typed again: a folded text without punctuation, and without the number that lists
     * put in front: {@code (1)、检查次数:} is {@code 检查次数}.
     */
    public static String letters(String folded) {
        StringBuilder letters = new StringBuilder(folded.length());
        int numbered = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters.append(c);
            } else if (c != '-' && isNumber(letters)) {
                numbered = letters.length();
            }
        }
        return letters.length() > numbered ? letters.substring(numbered) : letters.toString();
    }

    private static boolean isNumber(CharSequence text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || "一二三四五六七八九十".indexOf(c) >= 0);
    }

    /** For telling whether two texts differ in more than their spaces: the text without anything invisible. */
    public static String unspaced(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isInvisible(c)).forEach(visible::appendCodePoint);
        return visible.toString();
    }

    /** For keeping: the text without anything invisible at either end. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isInvisible(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && isInvisible(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /**
     * For reading numbers and dates: half-width, every run of spaces one space, none at the ends, no invisible marks.
     */
    public static String halfWidth(String text) {
        StringBuilder half = new StringBuilder();
        normal(text).replace('\u2212', '-').codePoints().forEach(c -> {
            if (!isInvisible(c)) {
                half.appendCodePoint(c);
            } else if (isSpace(c) && half.length() > 0 && half.charAt(half.length() - 1) != ' ') {
                half.append(' ');
            }
        });
        return half.toString().strip();
    }

    /**
     * A text as it enters the program, whoever wrote it: escapes decoded, one kind of line break, without what nobody can
     * see and no file can hold. Spaces, and how wide its letters are, stay.
     */
    public static String cleaned(String text) {
        String plain = unescaped(text);
        if (isClean(plain)) {
            return plain;
        }
        StringBuilder clean = new StringBuilder(plain.length());
        plain.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(c -> isWritable(c) && Character.getType(c) != Character.FORMAT)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** A text without what no file can hold: controls, halves of a character, and what is no character at all. */
    public static String writable(String text) {
        if (text.codePoints().allMatch(Folding::isWritable)) {
            return text;
        }
        StringBuilder writable = new StringBuilder(text.length());
        text.codePoints().filter(Folding::isWritable).forEach(writable::appendCodePoint);
        return writable.toString();
    }

    /** Tells whether there is nothing to do, as with most texts: Chinese, ASCII and their dashes, quotes and signs. */
    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean clean = c > 0x7f ? isCleanSign(c) : (c >= ' ' && c < 0x7f) || c == '\n';
            if (!clean) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCleanSign(char c) {
        return (c >= 0x3000 && c < Character.MIN_SURROGATE)
                || (c >= 0x2010 && c <= 0x2027)
                || (c >= 0x2190 && c <= 0x27bf);
    }

    private static boolean isWritable(int c) {
        boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean isControl = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
        return !isHalf && !isControl && (c & 0xfffe) != 0xfffe;
    }

    /** For showing in a sentence: one line, and not a long one. */
    public static String shorten(String text) {
        String line = trim(text).replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + CUT;
    }

    /** The text with the characters that a workbook writes as an escape: {@code _x000D_} is a carriage return. */
    private static String decoded(String text) {
        if (text.indexOf('_') < 0) {
            return text;
        }
        Matcher escape = ESCAPE.matcher(text);
        return escape.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private static String unescaped(String text) {
        String plain = text;
        for (int i = 0; i < MAX_ESCAPED && plain.indexOf('_') >= 0; i++) {
            plain = decoded(plain);
        }
        return plain;
    }

    private static String normal(String text) {
        String plain = unescaped(text);
        return isPlain(plain) ? plain : Normalizer.normalize(plain, Normalizer.Form.NFKC);
    }

    /**
     * Tells whether there is nothing to do, as with most labels: common Chinese characters and ASCII from ! to ~ in
     * lower case.
     */
    private static boolean isFolded(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean folded = c > 0x7f ? c >= 0x4e00 && c <= 0x9fff : c > ' ' && c < 0x7f && (c < 'A' || c > 'Z');
            if (!folded || c == '[' || c == ']' || c == '_') {
                return false;
            }
        }
        return true;
    }

    /** Chinese characters of the common block and ASCII are their own NFKC. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7f && (c < 0x4e00 || c > 0x9fff)) {
                return false;
            }
        }
        return true;
    }

    private static int bracket(int c) {
        return switch (c) {
            case '〔', '【', '[' -> '(';
            case '〕', '】', ']' -> ')';
            default -> c;
        };
    }

    /**
     * Spaces, breaks, and all that takes no room: controls, marks of format and direction, joiners, variation
     * selectors.
     */
    static boolean isInvisible(int c) {
        return isSpace(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || (c >= 0xfe00 && c <= 0xfe0f)
                || (c >= 0xe0100 && c <= 0xe01ef)
                || (c >= 0x180b && c <= 0x180f)
                || c == 0x034f;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
