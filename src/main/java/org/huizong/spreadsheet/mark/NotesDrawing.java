package org.huizong.spreadsheet.mark;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.opc.Edits;
import org.huizong.spreadsheet.opc.Section;
import org.huizong.spreadsheet.opc.UnknownMarkup;
import org.huizong.spreadsheet.opc.XmlScanner;
import org.jspecify.annotations.Nullable;

/** The drawing (VML) with the boxes of a sheet's notes; the shapes of others stay. */
final class NotesDrawing {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";

    private static final Map<String, String> NAMESPACES = new TreeMap<>(Map.of(
            "v", "urn:schemas-microsoft-com:vml",
            "o", "urn:schemas-microsoft-com:office:office",
            "x", "urn:schemas-microsoft-com:office:excel"));

    static final String NONE = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\""
            + " xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
            + "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout></xml>";

    private static final String SHAPE_TYPE = "_x0000_t202";
    private static final Pattern NUMBER = Pattern.compile("_x0000_s(\\d{1,9})");
    private static final int FIRST_NUMBER = 1_024;
    private static final int MAX_COLUMN = 16_383;
    private static final int MAX_ROW = 1_048_575;

    /** A box as it came. */
    private record Shape(long from, long to, long anchorFrom, long anchorTo) {}

    private final Edits edits;
    private final Map<CellAddress, Shape> shapes = new HashMap<>();
    private final Section root;
    private String declared = "";
    private boolean hasType;
    private int number = FIRST_NUMBER;

    NotesDrawing(InputStream vml, Edits edits) throws IOException {
        this.edits = edits;
        @Nullable Section found = null;
        XmlScanner scanner = XmlScanner.forgiving(vml);
        while (scanner.next()) {
            if (scanner.depth() == 1) {
                if (found == null) {
                    found = new Section(scanner);
                    declared = declared(scanner);
                } else {
                    found.end(scanner);
                }
            } else if (scanner.isStart()) {
                start(scanner);
            }
        }
        if (found == null) {
            throw new UnknownMarkup("a drawing without a root");
        }
        root = found;
    }

    /** What an element of ours has to declare where the root does not use the names that Office uses. */
    private static String declared(XmlScanner root) {
        StringBuilder declared = new StringBuilder();
        NAMESPACES.forEach((prefix, namespace) -> {
            if (!root.value("xmlns:" + prefix).equals(namespace)) {
                declared.append(" xmlns:%s=\"%s\"".formatted(prefix, namespace));
            }
        });
        return declared.toString();
    }

    private void start(XmlScanner scanner) throws IOException {
        hasType = hasType || scanner.value("id").equals(SHAPE_TYPE);
        for (String id : new String[] {
            scanner.value("id"),
            scanner.prefixed("spid").map(XmlScanner.Attribute::value).orElse("")
        }) {
            Matcher matcher = NUMBER.matcher(id);
            if (matcher.matches()) {
                number = Math.max(number, Integer.parseInt(matcher.group(1)));
            }
        }
        if (scanner.localName().equals("shape") && !scanner.isEmpty()) {
            shape(scanner);
        }
    }

    private void shape(XmlScanner scanner) throws IOException {
        int depth = scanner.depth();
        long from = scanner.from();
        long anchorFrom = -1;
        long anchorTo = -1;
        Optional<Integer> row = Optional.empty();
        Optional<Integer> column = Optional.empty();
        boolean isNote = false;
        while (scanner.next() && scanner.depth() > depth) {
            if (scanner.isStart()) {
                switch (scanner.localName()) {
                    case "ClientData" -> isNote = scanner.value("ObjectType").equals("Note");
                    case "Row" -> row = number(scanner.text());
                    case "Column" -> column = number(scanner.text());
                    case "Anchor" -> {
                        anchorFrom = scanner.to();
                        scanner.text();
                        anchorTo = scanner.from();
                    }
                    default -> {}
                }
            }
        }
        if (isNote && row.isPresent() && column.isPresent()) {
            shapes.put(new CellAddress(row.get(), column.get()), new Shape(from, scanner.to(), anchorFrom, anchorTo));
        }
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Takes the boxes of those cells off. */
    void remove(Set<CellAddress> cells) {
        cells.stream()
                .flatMap(c -> Optional.ofNullable(shapes.get(c)).stream())
                .forEach(s -> edits.delete(s.from(), s.to()));
    }

    /** Gives a cell's note a box, or the one that it has another size. */
    void put(CellAddress at, Note.Box box) {
        String anchor = "%d, 0, %d, 0, %d, 0, %d, 0"
                .formatted(
                        Math.min(at.column() + 1, MAX_COLUMN),
                        at.row(),
                        Math.min(box.lastColumn(), MAX_COLUMN),
                        Math.min(box.lastRow(), MAX_ROW));
        Shape before = shapes.get(at);
        if (before != null) {
            if (before.anchorFrom() >= 0) {
                edits.replace(before.anchorFrom(), before.anchorTo(), anchor);
            }
            return;
        }
        if (!hasType) {
            hasType = true;
            root.add("<v:shapetype" + declared + " id=\"" + SHAPE_TYPE + "\" coordsize=\"21600,21600\" o:spt=\"202\""
                    + " path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
                    + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>");
        }
        root.add("<v:shape" + declared + " id=\"_x0000_s" + ++number + "\" type=\"#" + SHAPE_TYPE
                + "\" style=\"position:absolute;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
                + "<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>"
                + "<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"/>"
                + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>" + anchor
                + "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>" + at.row() + "</x:Row><x:Column>" + at.column()
                + "</x:Column></x:ClientData></v:shape>");
    }

    /** Writes what was added; call it once. */
    void finish() {
        root.into(edits);
    }
}
