package org.huizong.spreadsheet.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the XML parts of one file would build, byte by byte as they are inflated and before any parser sees them:
 * how deep they are nested, how long their texts and names are, and how many different names they have. A file with
 * little XML cannot build much: what is counted in it is held against it only once there is more. The same pass tells
 * the copy that the parser gets where the cells and formulas of a worksheet are, for it to leave some out.
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

    /** Reads eight bytes as one number, the first of them the lowest. */
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Eight bytes that are 1. */
    private static final long ONES = 0x0101010101010101L;

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

    /** Hashes of the names of cells and of their formulas. */
    private static final long CELL = NameHashes.hash(0, (byte) 'c');

    private static final long FORMULA = NameHashes.hash(0, (byte) 'f');

    private final long little;
    private final NameHashes names = new NameHashes();
    /** What is wrong with a file if it is not of little XML. */
    private @Nullable Unfit fault;

    private long total;
    private long built;

    private PartCopy copy = new PartCopy(Part.OTHER);
    private WideBytes wideBytes = new WideBytes();

    private State state = State.TEXT;
    private boolean textCounts;
    private boolean isWide;
    private boolean cuts;
    private boolean begun;
    /** Whether the part's outermost element has begun. */
    private boolean rooted;
    /** Whether the rest of the part is not looked at. */
    private boolean stopped;

    private int depth;
    private int attributes;
    private int length;
    private int text;
    /** Whether the element at hand is a formula. */
    private boolean isFormula;

    /** Whether it is a cell. */
    private boolean isCell;

    /** How deep the cell at hand is; 0 outside of one. */
    private int depthOfCell;

    private boolean inFormula;
    private long hash;
    private byte quote;
    private byte last;
    private byte beforeLast;

    /**
     * Counts nothing yet.
     *
     * @param little bytes of XML that are taken whatever is counted in them
     */
    Markup(long little) {
        this.little = little;
    }

    /**
     * Begins with the next part of the file.
     *
     * @param textMatters whether a parser builds its texts
     * @param kept copy of the part that leaves out formulas
     */
    void begin(boolean textMatters, PartCopy kept) {
        state = State.TEXT;
        textCounts = textMatters;
        copy = kept;
        begun = false;
        rooted = false;
        stopped = false;
        inFormula = false;
        depth = 0;
        depthOfCell = 0;
        text = 0;
        last = 0;
        beforeLast = 0;
    }

    /** Elements and attributes of all parts; of little XML the most that it can hold. */
    long built() {
        return total > little ? built : total / SHORTEST;
    }

    /**
     * Reads more bytes of the part; the first time all it has, or at least {@link PartHead#LENGTH}.
     *
     * @throws Beyond if it holds, or the parts together hold, what no spreadsheet program writes
     */
    void read(byte[] bytes, int size) {
        total += size;
        if (!begun && size > 0) {
            begun = true;
            PartHead head = PartHead.of(bytes, size);
            isWide = head.isWide();
            cuts = head.isUtf8() && copy.cuts();
            wideBytes = new WideBytes();
        }
        if (isWide) {
            byte[] narrow = new byte[size / 2 + 1];
            count(narrow, wideBytes.narrow(bytes, size, narrow));
        } else {
            count(bytes, size);
        }
        if (fault != null && total > little) {
            throw new Beyond(fault);
        }
    }

    private void count(byte[] bytes, int size) {
        int i = 0;
        while (i < size && !stopped) {
            switch (state) {
                case TEXT -> i = text(bytes, i, size);
                case OPENED -> i = opened(bytes, i, size);
                case ELEMENT, ATTRIBUTE -> i = name(bytes, i, size);
                case TAG, EQUALS -> i = tag(bytes, i, size);
                case VALUE -> i = value(bytes, i, size);
                case CLOSING -> i = closing(bytes, i, size);
                default -> i = other(bytes, i, size);
            }
        }
    }

    /** Refuses the file, if it is of little XML only for what stands in front of a part's outermost element. */
    private void refuse(String finding) {
        if (!rooted) {
            throw new Beyond(Unfit.of(finding));
        }
        fault = fault == null ? Unfit.of(finding) : fault;
        stopped = true;
        if (!copy.isWhole()) {
            copy.drop();
        }
    }

    private void odd() {
        refuse("file.markup");
    }

    /**
     * Where a byte stands first; the size if it does not. Looks at eight at a time: a byte that does not differ from it is
     * the first from which 1 can't be taken without its highest bit being set.
     */
    private static int find(byte sought, byte[] bytes, int from, int size) {
        int i = from;
        for (; i <= size - Long.BYTES; i += Long.BYTES) {
            long differing = (long) LONGS.get(bytes, i) ^ ONES * sought;
            long found = (differing - ONES) & ~differing & (ONES << 7);
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (i < size && bytes[i] != sought) {
            i++;
        }
        return i;
    }

    private int text(byte[] bytes, int from, int size) {
        int i = find((byte) '<', bytes, from, size);
        text += i - from;
        if (i < size) {
            state = State.OPENED;
            i++;
        }
        if (text > MAX_TEXT && textCounts) {
            refuse("file.cell");
        }
        return state == State.OPENED && i < size && !stopped ? opened(bytes, i, size) : i;
    }

    private int opened(byte[] bytes, int at, int size) {
        byte next = bytes[at];
        if (text > 0 && !(inFormula && next == '/')) {
            copy.write();
        }
        if (next == '/') {
            state = State.CLOSING;
            if (inFormula) {
                inFormula = false;
                copy.endFormula(bytes, at, text);
            }
            return closing(bytes, at + 1, size);
        } else if (next == '?') {
            state = State.INSTRUCTION;
            inFormula = false;
        } else if (next == '!') {
            state = State.DECLARATION;
            length = 0;
        } else {
            state = State.ELEMENT;
            rooted = true;
            inFormula = false;
            text = 0;
            attributes = 0;
            built++;
            if (++depth > MAX_DEPTH) {
                odd();
            }
            hash = 0;
            length = 0;
            int end = name(bytes, at, size);
            return state == State.TAG ? tag(bytes, end, size) : end;
        }
        return at + 1;
    }

    private int name(byte[] bytes, int from, int size) {
        int i = from;
        long sum = hash;
        while (i < size && (bytes[i] > '>' || !endsName(bytes[i]))) {
            sum = NameHashes.hash(sum, bytes[i]);
            i++;
        }
        hash = sum;
        length += i - from;
        if (length > MAX_NAME) {
            odd();
        } else if (i < size) {
            know(sum);
            if (state == State.ELEMENT) {
                isFormula = cuts && sum == FORMULA;
                isCell = cuts && sum == CELL;
                if (isFormula || isCell) {
                    copy.beginElement(i);
                }
                last = 0;
                state = State.TAG;
            } else {
                state = State.EQUALS;
            }
        }
        return i;
    }

    private void know(long name) {
        if (names.add(name) > MAX_NAMES) {
            odd();
        }
    }

    private static boolean endsName(byte b) {
        return b == ' ' || b == '>' || b == '=' || b == '/' || b == '\n' || b == '\r' || b == '\t';
    }

    /** Moves on within a tag, over whole attributes at a time where they are at hand. */
    private int tag(byte[] bytes, int from, int size) {
        int i = from;
        boolean between = state == State.TAG;
        byte before = last;
        while (i < size && !stopped) {
            byte next = bytes[i];
            if (next == '>') {
                endTag(bytes, i, before);
                return i + 1;
            } else if (next == '"' || next == '\'') {
                int end = find(next, bytes, i + 1, size);
                if (end == size || end - i > MAX_VALUE) {
                    state = State.VALUE;
                    quote = next;
                    length = 0;
                    last = next;
                    return i + 1;
                }
                between = true;
                before = 0;
                i = end + 1;
            } else if (between && next != '/' && (next > '>' || !endsName(next))) {
                built++;
                if (++attributes > MAX_ATTRIBUTES) {
                    odd();
                }
                state = State.ATTRIBUTE;
                hash = 0;
                length = 0;
                i = name(bytes, i, size);
                before = 0;
                if (state == State.ATTRIBUTE) {
                    last = 0;
                    return i;
                }
                between = false;
            } else {
                before = next;
                i++;
            }
        }
        state = between ? State.TAG : State.EQUALS;
        last = before;
        return i;
    }

    private void endTag(byte[] bytes, int at, byte before) {
        state = State.TEXT;
        last = '>';
        if (isCell) {
            copy.beginCell(bytes, at + 1, before == '/');
            depthOfCell = before == '/' ? 0 : depth;
        }
        if (before == '/') {
            depth--;
        } else if (isFormula) {
            copy.beginFormula(at + 1);
            inFormula = true;
        }
    }

    private int value(byte[] bytes, int from, int size) {
        int i = find(quote, bytes, from, size);
        length += i - from;
        if (length > MAX_VALUE) {
            odd();
        }
        if (i < size) {
            state = State.TAG;
            last = 0;
            i++;
        }
        return i;
    }

    private int closing(byte[] bytes, int from, int size) {
        int i = find((byte) '>', bytes, from, size);
        if (i < size) {
            depth--;
            text = 0;
            state = State.TEXT;
            i++;
            if (depth < depthOfCell) {
                depthOfCell = 0;
                copy.endCell(bytes, i);
            }
            copy.endElement(i);
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
            odd();
        }
        return i;
    }

    /** Moves behind what ends an instruction, a comment or a section: a sheet's formulas can be most of its bytes. */
    private int toEnd(byte[] bytes, int from, int size) {
        for (int i = find((byte) '>', bytes, from, size); i < size; i = find((byte) '>', bytes, i + 1, size)) {
            byte one = i > from ? bytes[i - 1] : last;
            byte two = i > from + 1 ? bytes[i - 2] : i > from ? last : beforeLast;
            boolean ends = switch (state) {
                case INSTRUCTION -> one == '?';
                case COMMENT -> one == '-' && two == '-';
                default -> one == ']' && two == ']';
            };
            if (ends) {
                state = State.TEXT;
                beforeLast = one;
                last = '>';
                return i + 1;
            }
        }
        if (size > from) {
            beforeLast = size > from + 1 ? bytes[size - 2] : last;
            last = bytes[size - 1];
        }
        return size;
    }

    private int declaration(byte[] bytes, int at) {
        byte next = bytes[at];
        length++;
        if (length == 1 && next == '[') {
            state = State.CDATA;
        } else if (length == 2 && next == '-' && last == '-') {
            state = State.COMMENT;
            inFormula = false;
            // the two strokes that open it do not end it
            last = 0;
        } else if (length > 1 || next != '-') {
            refuse("file.doctype");
        }
        beforeLast = last;
        last = next;
        return at + 1;
    }
}
