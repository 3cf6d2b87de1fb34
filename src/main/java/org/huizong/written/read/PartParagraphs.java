package org.huizong.written.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.huizong.spreadsheet.opc.XmlScanner;

/** Reads the paragraphs of one part of a .docx, and says where in its XML each piece of their text stands. */
public final class PartParagraphs {
    /**
     * A piece of a paragraph's text that stands in one element.
     *
     * @param at its first character within the paragraph
     * @param text its characters
     * @param run where its run begins
     * @param from where the element begins, with its tag
     * @param to where its end tag begins
     */
    public record Piece(int at, String text, long run, long from, long to) {
        /** One past its last character within the paragraph. */
        public int end() {
            return at + text.length();
        }
    }

    /** A paragraph as it is read. */
    private static final class Open {
        private final boolean isBox;
        private final StringBuilder text = new StringBuilder();
        private final List<Piece> pieces = new ArrayList<>();

        private Open(boolean isBox) {
            this.isBox = isBox;
        }
    }

    /** A table as it is read. */
    private static final class OpenTable {
        private final Gathering.Table table;
        private final int paragraphs;
        private int row;
        private int column;
        private int span = 1;

        private OpenTable(Gathering.Table table, int paragraphs) {
            this.table = table;
            this.paragraphs = paragraphs;
        }
    }

    private static final Set<String> NO = Set.of("0", "false", "off");

    private final Place.Part part;
    private final Gathering gathered;
    private final Map<Integer, List<Piece>> pieces = new HashMap<>();
    private final Deque<Open> paragraphs = new ArrayDeque<>();
    private final Deque<OpenTable> tables = new ArrayDeque<>();
    private int pictures;
    /** Open elements that are passed over. */
    private int passedOver;

    private int boxes;
    private long run;
    /** Whether the text of the run is one that nobody sees. */
    private boolean isHidden;

    PartParagraphs(Place.Part part, Gathering gathered) {
        this.part = part;
        this.gathered = gathered;
    }

    /**
     * The pieces of every paragraph of a document that says something, by its number among the paragraphs as they were
     * read.
     *
     * @param parts its parts in order
     */
    public static List<Map<Integer, List<Piece>>> pieces(List<WordParts.Part> parts, Opener opener) throws IOException {
        Gathering gathered = new Gathering();
        List<Map<Integer, List<Piece>>> all = new ArrayList<>();
        for (WordParts.Part part : parts) {
            PartParagraphs text = new PartParagraphs(part.kind(), gathered);
            try (InputStream in = opener.open(part.path())) {
                text.read(in);
            }
            all.add(text.pieces);
        }
        return all;
    }

    /** Opens a part. */
    public interface Opener {
        InputStream open(String path) throws IOException;
    }

    int pictures() {
        return pictures;
    }

    void read(InputStream xml) throws IOException {
        XmlScanner scanner = new XmlScanner(xml);
        if (!scanner.next()) {
            return;
        }
        String prefix = scanner.prefix();
        while (!gathered.isTooMuch() && scanner.next()) {
            String local = scanner.localName();
            boolean isWord = scanner.prefix().equals(prefix);
            if (isPassedOver(local)) {
                passedOver += scanner.isEmpty() ? 0 : scanner.isStart() ? 1 : -1;
            } else if (passedOver == 0 && scanner.isStart()) {
                start(scanner, local, isWord);
            } else if (passedOver == 0 && isWord) {
                end(local);
            }
        }
    }

    /** Whether what is in it stands elsewhere once more, or no longer holds: rPrChange has the properties of before. */
    private static boolean isPassedOver(String local) {
        return local.equals("Fallback") || local.equals("moveFrom") || local.endsWith("PrChange");
    }

    private void start(XmlScanner scanner, String local, boolean isWord) throws IOException {
        if (!isWord) {
            pictures += local.equals("blip") || local.equals("imagedata") ? 1 : 0;
            return;
        }
        switch (local) {
            case "p" -> {
                if (!scanner.isEmpty()) {
                    paragraphs.push(new Open(boxes > 0));
                }
            }
            case "r" -> {
                run = scanner.from();
                isHidden = false;
            }
            case "vanish" ->
                isHidden = !NO.contains(scanner.value(scanner.prefix() + "val").toLowerCase(Locale.ROOT));
            case "t" -> text(scanner);
            case "tab", "ptab" -> append("\t");
            case "br", "cr" -> append("\n");
            case "noBreakHyphen" -> append("-");
            case "txbxContent" -> boxes += scanner.isEmpty() ? 0 : 1;
            case "tbl" -> {
                if (!scanner.isEmpty()) {
                    tables.push(new OpenTable(gathered.table(), paragraphs.size()));
                }
            }
            case "tr" -> {
                if (!tables.isEmpty()) {
                    tables.element().row++;
                    tables.element().column = 0;
                    tables.element().span = 1;
                }
            }
            case "tc" -> {
                if (!tables.isEmpty()) {
                    tables.element().column += tables.element().span;
                    tables.element().span = 1;
                }
            }
            case "gridSpan" -> {
                if (!tables.isEmpty()) {
                    tables.element().span = span(scanner.value(scanner.prefix() + "val"));
                }
            }
            default -> {
                // says nothing about the text
            }
        }
    }

    private static int span(String value) {
        return value.matches("[1-9]\\d?") ? Integer.parseInt(value) : 1;
    }

    private void text(XmlScanner scanner) throws IOException {
        long from = scanner.from();
        boolean isEmpty = scanner.isEmpty();
        String text = scanner.text();
        if (!isEmpty && !isHidden && !paragraphs.isEmpty()) {
            Open open = paragraphs.element();
            open.pieces.add(new Piece(open.text.length(), text, run, from, scanner.from()));
            open.text.append(text);
        }
    }

    private void append(String sign) {
        // the stops of a paragraph's properties are called as the sign is, and stand before all text
        if (!paragraphs.isEmpty() && !paragraphs.element().text.isEmpty()) {
            paragraphs.element().text.append(sign);
        }
    }

    private void end(String local) {
        switch (local) {
            case "p" -> {
                if (!paragraphs.isEmpty()) {
                    put(paragraphs.pop());
                }
            }
            case "tbl" -> {
                if (!tables.isEmpty()) {
                    tables.pop().table.end();
                }
            }
            case "txbxContent" -> boxes--;
            default -> {
                // ends nothing that is kept
            }
        }
    }

    private void put(Open paragraph) {
        String text = paragraph.text.toString();
        OptionalInt index;
        if (!tables.isEmpty() && tables.element().paragraphs == paragraphs.size()) {
            OpenTable in = tables.element();
            index = in.table.add(text, in.row, in.column);
        } else {
            index = gathered.add(text, paragraph.isBox ? Place.Part.BOX : part, 0);
        }
        index.ifPresent(i -> pieces.put(i, paragraph.pieces));
    }
}
