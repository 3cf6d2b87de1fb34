package org.huizong.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * The letters and digits of a text as {@link Folding} compares them, each with the place that it has in the text.
 *
 * <p>Besides what nobody can see, dots and hyphens are passed over: 买买提·艾力 and 买买提艾力 are one name, 138-1234-5678 and
 * 13812345678 one number. Other punctuation parts words and is kept.
 */
public final class Letters {
    private static final String JOINTS = "·•‧∙・.-‐‑‒–—−ˉ";

    private int[] codes;
    private int[] starts;
    private int[] ends;
    private int size;

    private Letters(int most) {
        this.codes = new int[most];
        this.starts = new int[most];
        this.ends = new int[most];
    }

    /** The letters of that text. */
    public static Letters of(String text) {
        Letters letters = new Letters(text.length());
        int next;
        for (int at = 0; at < text.length(); at = next) {
            int c = text.codePointAt(at);
            next = at + Character.charCount(c);
            if (c < 0x7f || (c >= 0x4e00 && c <= 0x9fff)) {
                letters.add(c, at, next);
            } else {
                int start = at;
                int end = next;
                Normalizer.normalize(text.substring(at, next), Normalizer.Form.NFKC)
                        .codePoints()
                        .forEach(n -> letters.add(n, start, end));
            }
        }
        return letters;
    }

    private void add(int c, int start, int end) {
        if (Folding.isInvisible(c) || JOINTS.indexOf(c) >= 0) {
            return;
        }
        if (size == codes.length) {
            int more = 2 * size + 8;
            codes = Arrays.copyOf(codes, more);
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
        }
        codes[size] = Character.toLowerCase(c);
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** One of them, in lower case. */
    public int at(int index) {
        return codes[index];
    }

    /** Where it begins in the text. */
    public int start(int index) {
        return starts[index];
    }

    /** Where it ends in the text. */
    public int end(int index) {
        return ends[index];
    }

    /** Whether it follows the one before it with nothing between them; the first and what is past the last do not. */
    public boolean joins(int index) {
        return index > 0 && index < size && ends[index - 1] == starts[index];
    }

    /** Whether these letters stand there. */
    public boolean has(int index, Letters others) {
        return index >= 0
                && index + others.size <= size
                && Arrays.equals(codes, index, index + others.size, others.codes, 0, others.size);
    }

    /** So many of them from one on. */
    public String text(int index, int count) {
        return new String(codes, index, count);
    }

    /** All of them. */
    @Override
    public String toString() {
        return new String(codes, 0, size);
    }
}
