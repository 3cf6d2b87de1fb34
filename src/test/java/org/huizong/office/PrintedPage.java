package org.huizong.office;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page as pdftotext reads it: letters in the order in which they were drawn, and where each stands. */
final class PrintedPage {
    private static final Pattern WORD = Pattern.compile(
            "<word xMin=\"([-0-9.]+)\" yMin=\"([-0-9.]+)\" xMax=\"([-0-9.]+)\" yMax=\"([-0-9.]+)\">(.*)</word>");

    /** Texts up to that length are found in many others. */
    private static final int SHORT = 3;

    /** Where a text stands, in points from the upper left corner of its page, and how high a line of it is. */
    record Ink(double left, double top, double right, double bottom, double line) {
        Ink with(Ink other) {
            return new Ink(
                    Math.min(left, other.left),
                    Math.min(top, other.top),
                    Math.max(right, other.right),
                    Math.max(bottom, other.bottom),
                    Math.max(line, other.line));
        }
    }

    private final int number;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder letters = new StringBuilder();
    private final List<Ink> inks = new ArrayList<>();
    /** Before which letters a word begins. */
    private final BitSet begins = new BitSet();

    private PrintedPage(int number) {
        this.number = number;
    }

    /** The pages of what pdftotext wrote. */
    static List<PrintedPage> read(List<String> lines) {
        List<PrintedPage> pages = new ArrayList<>();
        for (String line : lines) {
            if (line.contains("<page ")) {
                pages.add(new PrintedPage(pages.size() + 1));
            }
            Matcher word = WORD.matcher(line);
            if (word.find()) {
                pages.get(pages.size() - 1).add(word);
            }
        }
        return pages;
    }

    private void add(Matcher word) {
        String text = folded(word.group(5)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&"));
        words.add(text);
        begins.set(letters.length());
        double left = Double.parseDouble(word.group(1));
        double right = Double.parseDouble(word.group(3));
        double top = Double.parseDouble(word.group(2));
        double bottom = Double.parseDouble(word.group(4));
        double all = text.chars().mapToDouble(PrintedPage::breadth).sum();
        double x = left;
        for (int i = 0; i < text.length(); i++) {
            double to = x + (right - left) * breadth(text.charAt(i)) / all;
            letters.append(text.charAt(i));
            inks.add(new Ink(x, top, to, bottom, bottom - top));
            x = to;
        }
    }

    private static double breadth(int letter) {
        return letter > 0x2E80 ? 2 : 1;
    }

    /**
     * A text without what a page does not show of it: spaces and ends of lines; and without signs before words, which come
     * from another font and so at another time.
     */
    static String folded(String text) {
        String folded = text.replaceAll("[\\s\\u00A0\\u3000\\u200B]", "");
        String words = folded.replaceAll("[\\u2190-\\u27BF]", "");
        return words.isEmpty() ? folded : words;
    }

    int number() {
        return number;
    }

    List<String> words() {
        return words;
    }

    /** Everywhere where a folded text stands: as whole words if it does, else within others. */
    List<Ink> find(String text) {
        List<Ink> whole = whole(text);
        return whole.isEmpty() && text.length() > SHORT ? find(text, false) : whole;
    }

    /** Everywhere where a folded text stands as a word, or as several. */
    List<Ink> whole(String text) {
        return find(text, true);
    }

    private List<Ink> find(String text, boolean whole) {
        List<Ink> all = new ArrayList<>();
        for (int at = letters.indexOf(text); at >= 0 && !text.isEmpty(); at = letters.indexOf(text, at + 1)) {
            int end = at + text.length();
            if (!whole || (begins.get(at) && (end == letters.length() || begins.get(end)))) {
                Ink ink = inks.subList(at, end).stream().reduce(Ink::with).orElseThrow();
                // a short text is not broken: 1 above 1 is no 11
                if (text.length() > SHORT || ink.bottom() - ink.top() < 1.5 * ink.line()) {
                    all.add(ink);
                }
            }
        }
        return all;
    }
}
