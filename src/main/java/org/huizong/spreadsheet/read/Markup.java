package org.huizong.spreadsheet.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts what the XML parts of one file would build, byte by byte as they are inflated and before any parser sees them:
 * how deep they are nested, how long their texts and names are, and how many different names they have. A file with
 * little XML cannot build much; it is counted only once there is more, for that takes as long as inflating it.
 *
 * <p>Of every part the beginning is read: no spreadsheet program writes a DOCTYPE, which is how entities that blow up or
 * reach out get in, nor an encoding in which the signs of markup are others. Of XML that is not well-formed the counts
 * mean nothing, and no parser takes it.
 */
final class Markup {
    /** Elements within each other; a spreadsheet program needs some twenty. */
    static final int MAX_DEPTH = 1_000;
    /** Different names of elements and attributes in one file: a parser remembers each. */
    static final int MAX_NAMES = 10_000;
    /** Bytes of one name. */
    static final int MAX_NAME = 250;
    /** Attributes of one element. */
    static final int MAX_ATTRIBUTES = 250;
    /** Bytes between two tags: ten for each of the 32,767 characters a cell may have. */
    static final int MAX_TEXT = 327_670;
    /** Bytes of an attribute: the addresses of a rule's cells can be many. */
    static final int MAX_VALUE = 1 << 20;

    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)");
    /** Those in which the signs of markup are the bytes of ASCII, and only they. */
    private static final Pattern PLAIN =
            Pattern.compile("utf-?8|us-ascii|ascii|iso-8859-\\d+|latin1|gb\\w*|windows-125\\d");

    /** A byte order mark, as it looks when each byte, or each character of UTF-16, is taken for a letter. */
    private static final Pattern MARK = Pattern.compile("^(?:\u00EF\u00BB\u00BF|[\u0081\u00FE\u00FF])");

    private static final long STEP = 0x9E3779B97F4A7C15L;
    /** Bytes in which a part says how it is encoded. */
    static final int HEAD = 400;

    /** Bytes of an ordinary part, to begin with. */
    private static final int LIKELY = 1 << 10;
    /** Bytes of the shortest element. */
    private static final int SHORTEST = 4;

    private enum State {
        TEXT,
        OPENED,
        ELEMENT,
        TAG,
        ATTRIBUTE,
        EQUALS,
        VALUE,
        CLOSING,
        INSTRUCTION,
        DECLARATION,
        CDATA,
        COMMENT
    }

    /** A part of which all bytes are still held. */
    private record Held(boolean textMatters, ByteArrayOutputStream bytes) {}

    private final long little;
    private final List<Held> held = new ArrayList<>();
    private boolean counting;
    private long total;

    private State state = State.TEXT;
    private boolean textCounts;
    private boolean wide;
    private int odd;
    private int depth;
    private int attributes;
    private int length;
    private int text;
    private long hash;
    private byte quote;
    private byte last;
    private byte beforeLast;
    private boolean begun;

    private long built;
    private long[] names = new long[512];
    private int known;

    /**
     * Counts nothing yet.
     *
     * @param little bytes of XML of which nothing needs to be counted
     */
    Markup(long little) {
        this.little = little;
    }

    /**
     * Begins with the next part of the file.
     *
     * @param textMatters whether a parser builds its texts
     */
    void begin(boolean textMatters) {
        if (!counting) {
            held.add(new Held(textMatters, new ByteArrayOutputStream(LIKELY)));
        }
        prepare(textMatters);
    }

    private void prepare(boolean textMatters) {
        state = State.TEXT;
        textCounts = textMatters;
        begun = false;
        depth = 0;
        text = 0;
        last = 0;
        beforeLast = 0;
    }

    /** Elements and attributes of all parts; of little XML the most that it can hold. */
    long built() {
        return counting ? built : total / SHORTEST;
    }

    /**
     * Reads more bytes of the part; the first time all it has, or at least {@link #HEAD}.
     *
     * @throws Beyond if it holds, or the parts together hold, what no spreadsheet program writes
     */
    void read(byte[] bytes, int length) {
        total += length;
        if (counting) {
            take(bytes, length);
            return;
        }
        if (depth == 0) {
            take(bytes, length);
        }
        held.get(held.size() - 1).bytes().write(bytes, 0, length);
        if (total > little) {
            counting = true;
            built = 0;
            for (Held part : held) {
                prepare(part.textMatters());
                take(part.bytes().toByteArray(), part.bytes().size());
            }
            held.clear();
        }
    }

    private void take(byte[] bytes, int length) {
        if (!begun && length > 0) {
            begun = true;
            encoding(bytes, length);
        }
        if (wide) {
            byte[] narrow = new byte[length / 2 + 1];
            count(narrow, narrow(bytes, length, narrow));
        } else {
            count(bytes, length);
        }
    }

    /** Sees to it that the signs of markup are known when they come. */
    private void encoding(byte[] bytes, int length) {
        int first = length > 0 ? bytes[0] & 0xff : 0;
        int second = length > 1 ? bytes[1] & 0xff : 0;
        wide = (Math.min(first, second) == 0xFE && Math.max(first, second) == 0xFF) || first == 0 || second == 0;
        odd = -1;
        byte[] head = new byte[HEAD];
        int end = wide ? narrow(bytes, Math.min(length, HEAD), head) : Math.min(length, HEAD);
        if (!wide) {
            System.arraycopy(bytes, 0, head, 0, end);
        }
        odd = -1;
        String start = MARK.matcher(new String(head, 0, end, StandardCharsets.ISO_8859_1))
                .replaceFirst("");
        Matcher declared = ENCODING.matcher(start);
        String name = declared.find() ? declared.group(1).toLowerCase(Locale.ROOT) : wide ? "utf-16" : "utf-8";
        boolean fits = wide ? name.startsWith("utf-16") : PLAIN.matcher(name).matches();
        if (!fits || (!start.isBlank() && start.stripLeading().charAt(0) != '<')) {
            throw new Beyond(Unfit.of("file.damaged"));
        }
    }

    /** Makes a byte of every character of UTF-16, in either order; what is not ASCII is no sign of markup. */
    private int narrow(byte[] bytes, int size, byte[] to) {
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (odd < 0) {
                odd = bytes[i] & 0xff;
            } else {
                int one = odd;
                int other = bytes[i] & 0xff;
                to[n++] = (byte) (one == 0 ? other : other == 0 ? one : (one ^ other) | 0x80);
                odd = -1;
            }
        }
        return n;
    }

    private void count(byte[] bytes, int size) {
        int i = 0;
        while (i < size && (counting || depth == 0)) {
            switch (state) {
                case TEXT -> i = text(bytes, i, size);
                case OPENED -> i = opened(bytes, i);
                case ELEMENT, ATTRIBUTE -> i = name(bytes, i, size);
                case TAG, EQUALS -> i = tag(bytes, i);
                case VALUE -> i = value(bytes, i, size);
                case CLOSING -> i = closing(bytes, i, size);
                default -> i = other(bytes, i, size);
            }
        }
    }

    private int text(byte[] bytes, int from, int size) {
        int i = from;
        while (i < size && bytes[i] != '<') {
            i++;
        }
        text += i - from;
        if (i < size) {
            state = State.OPENED;
            i++;
        }
        if (text > MAX_TEXT && textCounts) {
            throw new Beyond(Unfit.of("file.cell"));
        }
        return i;
    }

    private int opened(byte[] bytes, int at) {
        byte next = bytes[at];
        if (next == '/') {
            state = State.CLOSING;
        } else if (next == '?') {
            state = State.INSTRUCTION;
        } else if (next == '!') {
            state = State.DECLARATION;
            length = 0;
        } else {
            state = State.ELEMENT;
            text = 0;
            attributes = 0;
            built++;
            if (++depth > MAX_DEPTH) {
                throw odd();
            }
            hash = 0;
            length = 0;
            return at;
        }
        return at + 1;
    }

    private int name(byte[] bytes, int from, int size) {
        int i = from;
        long sum = hash;
        while (i < size && !endsName(bytes[i])) {
            sum = (sum + bytes[i]) * STEP;
            i++;
        }
        hash = sum;
        length += i - from;
        if (length > MAX_NAME) {
            throw odd();
        } else if (i < size) {
            know(sum);
            state = state == State.ELEMENT ? State.TAG : State.EQUALS;
        }
        return i;
    }

    private static boolean endsName(byte b) {
        return b == ' ' || b == '>' || b == '=' || b == '/' || b == '\n' || b == '\r' || b == '\t';
    }

    private int tag(byte[] bytes, int at) {
        byte next = bytes[at];
        if (next == '>') {
            state = State.TEXT;
            if (last == '/') {
                depth--;
            }
        } else if (next == '"' || next == '\'') {
            state = State.VALUE;
            quote = next;
            length = 0;
        } else if (state == State.TAG && next != '/' && !endsName(next)) {
            state = State.ATTRIBUTE;
            built++;
            if (++attributes > MAX_ATTRIBUTES) {
                throw odd();
            }
            hash = 0;
            length = 0;
            last = 0;
            return at;
        }
        last = next;
        return at + 1;
    }

    private int value(byte[] bytes, int from, int size) {
        int i = from;
        byte end = quote;
        while (i < size && bytes[i] != end) {
            i++;
        }
        length += i - from;
        if (length > MAX_VALUE) {
            throw odd();
        }
        if (i < size) {
            state = State.TAG;
            last = 0;
            i++;
        }
        return i;
    }

    private int closing(byte[] bytes, int from, int size) {
        int i = from;
        while (i < size && bytes[i] != '>') {
            i++;
        }
        if (i < size) {
            depth--;
            text = 0;
            state = State.TEXT;
            i++;
        }
        return i;
    }

    /** Passes over instructions, comments and CDATA; a text goes on behind them. */
    private int other(byte[] bytes, int from, int size) {
        int i = from;
        while (i < size && state != State.TEXT) {
            i = state == State.DECLARATION ? declaration(bytes, i) : toEnd(bytes, i, size);
        }
        text += i - from;
        if (text > MAX_TEXT && textCounts) {
            throw odd();
        }
        return i;
    }

    private static Beyond odd() {
        return new Beyond(Unfit.of("file.markup"));
    }

    /** Moves behind the next sign that may end what began: a sheet's formulas can be most of its bytes. */
    private int toEnd(byte[] bytes, int from, int size) {
        int i = from;
        while (i < size && bytes[i] != '>') {
            i++;
        }
        if (i > from) {
            beforeLast = i > from + 1 ? bytes[i - 2] : last;
            last = bytes[i - 1];
        }
        if (i < size) {
            boolean ends = switch (state) {
                case INSTRUCTION -> last == '?';
                case COMMENT -> last == '-' && beforeLast == '-';
                default -> last == ']' && beforeLast == ']';
            };
            state = ends ? State.TEXT : state;
            beforeLast = last;
            last = bytes[i++];
        }
        return i;
    }

    private int declaration(byte[] bytes, int at) {
        byte next = bytes[at];
        length++;
        if (length == 1 && next == '[') {
            state = State.CDATA;
        } else if (length == 2 && next == '-' && last == '-') {
            state = State.COMMENT;
            // the two strokes that open it do not end it
            last = 0;
        } else if (length > 1 || next != '-') {
            throw new Beyond(Unfit.of("file.doctype"));
        }
        beforeLast = last;
        last = next;
        return at + 1;
    }

    /** Remembers a name by its hash. */
    private void know(long name) {
        long key = name == 0 ? 1 : name;
        int mask = names.length - 1;
        int at = (int) (key >>> 40) & mask;
        while (names[at] != 0) {
            if (names[at] == key) {
                return;
            }
            at = (at + 1) & mask;
        }
        names[at] = key;
        if (++known > MAX_NAMES) {
            throw odd();
        } else if (known * 2 > names.length) {
            long[] before = names;
            names = new long[before.length * 4];
            known = 0;
            Arrays.stream(before).filter(k -> k != 0).forEach(this::know);
        }
    }
}
