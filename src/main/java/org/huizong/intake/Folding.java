package org.huizong.intake;

import java.text.Normalizer;
import java.util.Locale;

/** Makes texts that mean the same the same: full-width to half-width, no spaces, lower case. */
final class Folding {
    private static final int SHOWN = 40;

    private Folding() {}

    /** For comparing: NFKC, without any space, in lower case. */
    static String fold(String text) {
        if (isFolded(text)) {
            return text;
        }
        String half = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder folded = new StringBuilder(half.length());
        for (int i = 0; i < half.length(); i++) {
            char c = half.charAt(i);
            if (!isSpace(c)) {
                folded.append(c);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * For comparing names that were typed again: a folded text without punctuation, and without the number that lists put
     * in front: {@code (1)、检查次数:} is {@code 检查次数}.
     */
    static String letters(String folded) {
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

    /** For keeping: the text without spaces of any kind at either end. */
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** For reading numbers and dates: half-width, every run of spaces one space, none at the ends. */
    static String halfWidth(String text) {
        StringBuilder half = new StringBuilder();
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('\u2212', '-');
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (!isSpace(c)) {
                half.append(c);
            } else if (half.length() > 0 && half.charAt(half.length() - 1) != ' ') {
                half.append(' ');
            }
        }
        return half.toString().strip();
    }

    /** For showing in a sentence: one line, and not a long one. */
    static String shorten(String text) {
        String line = trim(text).replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    /** Whether there is nothing to do, as with most labels: common Chinese characters and ASCII from ! to ~ in lower case. */
    private static boolean isFolded(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean folded = c > 0x7f ? c >= 0x4e00 && c <= 0x9fff : c > ' ' && c < 0x7f && (c < 'A' || c > 'Z');
            if (!folded) {
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

    /** Spaces of any width, breaks, and the marks that take no width at all. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u200b'
                || c == '\u200c'
                || c == '\u200d'
                || c == '\ufeff';
    }
}
