package org.huizong.written.mark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huizong.spreadsheet.opc.Edits;
import org.huizong.spreadsheet.opc.XmlScanner;
import org.huizong.spreadsheet.opc.XmlText;
import org.huizong.text.Folding;
import org.huizong.written.read.PartParagraphs;
import org.jspecify.annotations.Nullable;

/** Parts the runs of one part of a .docx at the words that get a colour and a comment; their look stays. */
final class RunMarker {
    /** Properties of a run that stand behind its fill. */
    private static final Set<String> BEHIND_FILL = Set.of(
            "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange");

    private final byte[] xml;
    private final Edits edits;
    private final @Nullable CommentsPart comments;
    private final String prefix;

    /** Marks a part; without comments only by colour. */
    RunMarker(byte[] xml, Edits edits, @Nullable CommentsPart comments) throws IOException {
        this.xml = xml;
        this.edits = edits;
        this.comments = comments;
        XmlScanner scanner = new XmlScanner(new ByteArrayInputStream(xml));
        this.prefix = scanner.next() ? scanner.prefix() : "w:";
    }

    /** What is marked of one piece. */
    private record Cut(int from, int to, Remark remark, boolean begins, boolean ends, long id) {}

    void mark(Map<Integer, List<PartParagraphs.Piece>> paragraphs, List<Remark> remarks) throws IOException {
        Map<Long, List<Cut>> byPiece = new TreeMap<>();
        Map<Long, PartParagraphs.Piece> pieces = new HashMap<>();
        for (Remark remark : remarks) {
            List<PartParagraphs.Piece> own = paragraphs.getOrDefault(remark.paragraph(), List.of()).stream()
                    .filter(p -> p.at() < remark.end() && p.end() > remark.start())
                    .toList();
            if (own.isEmpty()) {
                continue;
            }
            long id = comments == null ? -1 : comments.add(remark.text());
            for (int i = 0; i < own.size(); i++) {
                PartParagraphs.Piece piece = own.get(i);
                pieces.put(piece.from(), piece);
                byPiece.computeIfAbsent(piece.from(), k -> new ArrayList<>())
                        .add(new Cut(
                                Math.max(0, remark.start() - piece.at()),
                                Math.min(piece.text().length(), remark.end() - piece.at()),
                                remark,
                                i == 0,
                                i == own.size() - 1,
                                id));
            }
        }
        for (Map.Entry<Long, List<Cut>> entry : byPiece.entrySet()) {
            PartParagraphs.Piece piece = pieces.get(entry.getKey());
            if (piece != null) {
                edits.replace(piece.from(), piece.to(), cut(piece, entry.getValue()));
            }
        }
    }

    /** The element of a piece without its end tag, its text in as many runs as there are marks. */
    private String cut(PartParagraphs.Piece piece, List<Cut> cuts) throws IOException {
        String look = look(piece);
        StringBuilder text = new StringBuilder(element());
        int at = 0;
        for (Cut cut : cuts) {
            if (cut.from() < at) {
                continue;
            }
            text.append(encoded(piece.text().substring(at, cut.from())));
            text.append(close());
            if (cut.begins() && cut.id() >= 0) {
                text.append('<')
                        .append(prefix)
                        .append("commentRangeStart ")
                        .append(id(cut))
                        .append("/>");
            }
            text.append(open(filled(look, cut.remark().tint().fill())));
            text.append(encoded(piece.text().substring(cut.from(), cut.to()))).append(close());
            if (cut.ends() && cut.id() >= 0) {
                text.append('<')
                        .append(prefix)
                        .append("commentRangeEnd ")
                        .append(id(cut))
                        .append("/>");
                text.append(("<w:r><w:commentReference " + id(cut) + "/></w:r>")
                        .replace("<w:", '<' + prefix)
                        .replace("</w:", "</" + prefix));
            }
            text.append(open(look));
            at = cut.to();
        }
        return text.append(encoded(piece.text().substring(at))).toString();
    }

    private String id(Cut cut) {
        return prefix + "id=\"" + cut.id() + '"';
    }

    private static String encoded(String text) {
        return XmlText.encoded(Folding.writable(text));
    }

    private String element() {
        return '<' + prefix + "t xml:space=\"preserve\">";
    }

    private String open(String look) {
        return '<' + prefix + "r>" + look + element();
    }

    private String close() {
        return "</" + prefix + "t></" + prefix + "r>";
    }

    /** The properties of the run that a piece stands in, as they are written; empty if it has none. */
    private String look(PartParagraphs.Piece piece) throws IOException {
        byte[] run = Arrays.copyOfRange(xml, (int) piece.run(), (int) piece.from());
        String text = CommentedCopy.text(run, 0, run.length);
        int from = text.indexOf('<' + prefix + "rPr");
        String end = "</" + prefix + "rPr>";
        int to = text.lastIndexOf(end);
        return from < 0 || to < from ? "" : text.substring(from, to + end.length());
    }

    /** The same properties with that fill in place of the one that they have. */
    private String filled(String look, String fill) throws IOException {
        String shading = '<' + prefix + "shd " + prefix + "val=\"clear\" " + prefix + "color=\"auto\" " + prefix
                + "fill=\"" + fill + "\"/>";
        if (look.isEmpty()) {
            return '<' + prefix + "rPr>" + shading + "</" + prefix + "rPr>";
        }
        byte[] bytes = look.getBytes(StandardCharsets.UTF_8);
        XmlScanner scanner = new XmlScanner(new ByteArrayInputStream(bytes));
        StringBuilder filled = new StringBuilder();
        long at = 0;
        long place = -1;
        while (scanner.next()) {
            boolean isOwn = scanner.depth() == 2 && scanner.isStart();
            if (isOwn && scanner.localName().equals("shd") && scanner.isEmpty()) {
                filled.append(CommentedCopy.text(bytes, at, scanner.from()));
                at = scanner.to();
                place = place < 0 ? filled.length() : place;
            } else if (place < 0
                    && ((isOwn && BEHIND_FILL.contains(scanner.localName()))
                            || (!scanner.isStart() && scanner.depth() == 1))) {
                filled.append(CommentedCopy.text(bytes, at, scanner.from()));
                at = scanner.from();
                place = filled.length();
            }
        }
        filled.append(CommentedCopy.text(bytes, at, bytes.length));
        return place < 0 ? look : filled.insert((int) place, shading).toString();
    }
}
