package org.huizong.text;

import java.util.Arrays;

/**
 * A text as {@link Folding} compares it, each letter with the place that it has in the text. Of spaces one is kept between
 * two Latin letters or digits, where it parts words.
 */
public final class FoldedText {
    private final String written;
    private final StringBuilder folded = new StringBuilder();
    private String text = "";
    private int[] starts;

    private FoldedText(String written) {
        this.written = written;
        this.starts = new int[written.length() + 8];
    }

    /** That text, folded. */
    public static FoldedText of(String written) {
        FoldedText folded = new FoldedText(written);
        boolean apart = false;
        int next;
        for (int at = 0; at < written.length(); at = next) {
            int c = written.codePointAt(at);
            next = at + Character.charCount(c);
            if (c >= 0x4e00 && c <= 0x9fff) {
                folded.add((char) c, at);
                apart = false;
            } else if (Folding.isInvisible(c)) {
                apart = true;
            } else {
                String plain = Folding.fold(written.substring(at, next));
                if (apart && !plain.isEmpty() && folded.endsLatin() && isLatin(plain.charAt(0))) {
                    folded.add(' ', at - 1);
                }
                for (int i = 0; i < plain.length(); i++) {
                    folded.add(plain.charAt(i), at);
                }
                apart = false;
            }
        }
        folded.text = folded.folded.toString();
        return folded;
    }

    private void add(char c, int at) {
        if (folded.length() == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[folded.length()] = at;
        folded.append(c);
    }

    private boolean endsLatin() {
        return !folded.isEmpty() && isLatin(folded.charAt(folded.length() - 1));
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    /** The folded text. */
    public String text() {
        return text;
    }

    /** The text as it was written. */
    public String written() {
        return written;
    }

    /** Where a folded letter begins in the text as it was written. */
    public int start(int index) {
        return starts[index];
    }

    /** Where the letter before that one ends in the text as it was written. */
    public int end(int index) {
        return index == 0 ? 0 : starts[index - 1] + Character.charCount(written.codePointAt(starts[index - 1]));
    }
}
