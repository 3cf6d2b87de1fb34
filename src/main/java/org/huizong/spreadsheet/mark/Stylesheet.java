package org.huizong.spreadsheet.mark;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huizong.spreadsheet.opc.Dialect;
import org.huizong.spreadsheet.opc.Edits;
import org.huizong.spreadsheet.opc.Section;
import org.huizong.spreadsheet.opc.UnknownMarkup;
import org.huizong.spreadsheet.opc.XmlScanner;
import org.huizong.spreadsheet.opc.XmlText;
import org.jspecify.annotations.Nullable;

/** The part with a workbook's styles, to which those of the list and the colours of the marks are added. */
final class Stylesheet {
    private static final List<String> ORDER = List.of(
            "numFmts",
            "fonts",
            "fills",
            "borders",
            "cellStyleXfs",
            "cellXfs",
            "cellStyles",
            "dxfs",
            "tableStyles",
            "colors",
            "extLst");

    private static final String LINED = "<%1$sborder><%1$sleft style=\"thin\"><%1$scolor auto=\"1\"/></%1$sleft>"
            + "<%1$sright style=\"thin\"><%1$scolor auto=\"1\"/></%1$sright>"
            + "<%1$stop style=\"thin\"><%1$scolor auto=\"1\"/></%1$stop>"
            + "<%1$sbottom style=\"thin\"><%1$scolor auto=\"1\"/></%1$sbottom><%1$sdiagonal/></%1$sborder>";
    private static final String BORDERLESS =
            "<%1$sborder><%1$sleft/><%1$sright/><%1$stop/><%1$sbottom/><%1$sdiagonal/></%1$sborder>";
    private static final String PATTERN = "<%1$sfill><%1$spatternFill patternType=\"%2$s\"/></%1$sfill>";

    /** A list of styles of one kind. */
    private static final class Styles {
        private final Section section;
        private final Optional<XmlScanner.Attribute> count;
        private int size;

        Styles(XmlScanner start) {
            section = new Section(start);
            count = start.attribute("count");
        }
    }

    private final Map<String, Styles> lists = new HashMap<>();
    private final Map<String, Long> places = new HashMap<>();
    private final Map<String, StringBuilder> fresh = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Map<String, Integer> known = new HashMap<>();
    private final Section root;
    private String prefix = "";

    /** Reads which styles there are. */
    Stylesheet(InputStream xml) throws IOException {
        XmlScanner scanner = new XmlScanner(xml);
        Optional<Styles> open = Optional.empty();
        @Nullable Section found = null;
        while (scanner.next()) {
            if (found == null) {
                Dialect.of(scanner);
                prefix = scanner.prefix();
                found = new Section(scanner);
            } else if (scanner.depth() == 1) {
                found.end(scanner);
            } else if (scanner.depth() == 2) {
                open = scanner.isStart() ? list(scanner) : ended(open, scanner);
            } else if (scanner.depth() == 3 && scanner.isStart()) {
                open.ifPresent(o -> o.size++);
            }
        }
        if (found == null) {
            throw new UnknownMarkup("styles without a root");
        }
        root = found;
        lists.forEach((name, styles) -> sizes.put(name, styles.size));
    }

    private Optional<Styles> list(XmlScanner scanner) {
        String name = scanner.localName();
        int rank = ORDER.indexOf(name);
        if (rank >= 0 && !scanner.prefix().equals(prefix)) {
            throw new UnknownMarkup("styles of several prefixes");
        }
        for (int i = 0; i <= rank; i++) {
            places.putIfAbsent(ORDER.get(i), scanner.from());
        }
        if (rank < 0) {
            return Optional.empty();
        }
        Styles styles = new Styles(scanner);
        lists.put(name, styles);
        return Optional.of(styles);
    }

    private static Optional<Styles> ended(Optional<Styles> open, XmlScanner scanner) {
        open.ifPresent(o -> o.section.end(scanner));
        return Optional.empty();
    }

    /** How many cell formats there are. */
    int formats() {
        return sizes.getOrDefault("cellXfs", 0);
    }

    /** The number of a mark's colour among the formats of conditions. */
    int tint(Mark.Tint tint) {
        return add(
                "dxfs",
                ("<%1$sdxf><%1$sfill><%1$spatternFill patternType=\"solid\"><%1$sbgColor rgb=\"FF" + tint.rgb()
                                + "\"/></%1$spatternFill></%1$sfill></%1$sdxf>")
                        .formatted(prefix));
    }

    /** The number of a look among the cell formats. */
    int look(FrontSheetStyle look, boolean chinese) {
        boolean isStyled = sizes.getOrDefault("cellStyleXfs", 0) > 0;
        String format = "<%1$sxf numFmtId=\"0\" fontId=\"%2$d\" fillId=\"%3$d\" borderId=\"%4$d\" %5$sapplyFont=\"1\""
                + " applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
                + "<%1$salignment%6$s vertical=\"center\"%7$s/></%1$sxf>";
        return add(
                "cellXfs",
                format.formatted(
                        prefix,
                        font(look.typeface(chinese)),
                        look.tint.map(this::fill).orElseGet(() -> pattern("none")),
                        border(look.isLined ? LINED : BORDERLESS),
                        isStyled ? "xfId=\"0\" " : "",
                        look.alignment == FrontSheetStyle.Alignment.GENERAL
                                ? ""
                                : " horizontal=\"" + look.alignment.name().toLowerCase(Locale.ROOT) + '"',
                        look.wraps ? " wrapText=\"1\"" : ""));
    }

    private int font(FrontSheetStyle.Typeface typeface) {
        String font = (typeface.isBold() ? "<%1$sb/>" : "")
                + (typeface.isLink() ? "<%1$su/>" : "")
                + "<%1$ssz val=\"" + typeface.points() + "\"/>"
                + (typeface.isLink() ? "<%1$scolor rgb=\"FF0000FF\"/>" : "")
                + "<%1$sname val=\"" + XmlText.encoded(typeface.name()) + "\"/>";
        return add("fonts", ("<%1$sfont>" + font + "</%1$sfont>").formatted(prefix));
    }

    /** The first two are always none and a pattern, whatever stands there. */
    private int fill(Mark.Tint tint) {
        while (sizes.getOrDefault("fills", 0) < 2) {
            pattern(sizes.getOrDefault("fills", 0) == 0 ? "none" : "gray125");
        }
        return add(
                "fills",
                ("<%1$sfill><%1$spatternFill patternType=\"solid\"><%1$sfgColor rgb=\"FF" + tint.rgb()
                                + "\"/><%1$sbgColor indexed=\"64\"/></%1$spatternFill></%1$sfill>")
                        .formatted(prefix));
    }

    private int pattern(String type) {
        return sizes.getOrDefault("fills", 0) > 0 && type.equals("none")
                ? 0
                : add("fills", PATTERN.formatted(prefix, type));
    }

    private int border(String border) {
        return add("borders", border.formatted(prefix));
    }

    /** The number of a style that is added once; where there is none yet, the first of its kind is a plain one. */
    private int add(String kind, String xml) {
        Integer before = known.get(xml);
        if (before != null) {
            return before;
        }
        int number = sizes.getOrDefault(kind, 0);
        if (number == 0 && (kind.equals("fonts") || kind.equals("cellXfs"))) {
            append(kind, kind.equals("fonts") ? "<" + prefix + "font/>" : "<" + prefix + "xf/>");
            number = 1;
        }
        append(kind, xml);
        known.put(xml, number);
        return number;
    }

    private void append(String kind, String xml) {
        sizes.merge(kind, 1, Integer::sum);
        Styles list = lists.get(kind);
        if (list == null) {
            fresh.computeIfAbsent(kind, k -> new StringBuilder()).append(xml);
        } else {
            list.section.add(xml);
        }
    }

    /** Writes what was added; call it once. */
    void into(Edits edits) {
        for (String kind : ORDER) {
            Styles list = lists.get(kind);
            if (list != null && sizes.getOrDefault(kind, 0) > list.size) {
                list.section.into(edits);
                list.count.ifPresent(c -> edits.set(c, String.valueOf(sizes.get(kind))));
            } else if (list == null && fresh.containsKey(kind)) {
                String xml = "<" + prefix + kind + ">" + fresh.get(kind) + "</" + prefix + kind + ">";
                Optional.ofNullable(places.get(kind)).ifPresentOrElse(at -> edits.insert(at, xml), () -> root.add(xml));
            }
        }
        root.into(edits);
    }

    /** A part without any style. */
    static String none(Dialect dialect) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"" + dialect.main()
                + "\"></styleSheet>";
    }
}
