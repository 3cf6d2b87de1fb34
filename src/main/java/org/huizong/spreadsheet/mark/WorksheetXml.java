package org.huizong.spreadsheet.mark;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.opc.Dialect;
import org.huizong.spreadsheet.opc.Edits;
import org.huizong.spreadsheet.opc.UnknownMarkup;
import org.huizong.spreadsheet.opc.XmlScanner;
import org.huizong.spreadsheet.opc.XmlText;

/** A sheet's part: where its colours and the reference to its notes go, and the colours of earlier copies. */
final class WorksheetXml {
    private static final List<String> ORDER = List.of(
            ("sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges"
                            + " scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr"
                            + " conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup"
                            + " headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags"
                            + " drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls"
                            + " webPublishItems tableParts extLst")
                    .split(" "));
    private static final int TINTS = ORDER.indexOf("conditionalFormatting");
    private static final int NOTES = ORDER.indexOf("legacyDrawing");
    private static final int ROWS = ORDER.indexOf("sheetData");

    /** Rows below a marked one that its note may cover. */
    private static final int COVERED = 50;

    /** Cells of one rule: Excel reads no longer list of them. */
    private static final int MAX_CELLS = 1_000;

    private final SheetGrid grid = new SheetGrid();
    private final List<XmlScanner.Attribute> selected = new ArrayList<>();
    private final List<XmlScanner.Attribute> priorities = new ArrayList<>();
    private final Edits cleaned;
    private final NavigableSet<Integer> marked = new TreeSet<>();
    private Optional<String> drawing = Optional.empty();
    private Optional<Dialect> dialect = Optional.empty();
    private String prefix = "";
    private String root = "";
    private long tints = -1;
    private long notes = -1;
    private int rank = -1;
    private long alternate = -1;
    private int row;
    private int rules;

    /**
     * Reads a sheet.
     *
     * @param cells that are to be marked
     * @param edits takes what is to be taken off
     */
    WorksheetXml(InputStream xml, Iterable<CellAddress> cells, Edits edits) throws IOException {
        cleaned = edits;
        cells.forEach(c -> marked.add(c.row()));
        XmlScanner scanner = new XmlScanner(xml);
        while (scanner.next()) {
            int depth = scanner.depth();
            if (rank == ROWS && depth > 2) {
                if (depth == 3 && scanner.isStart() && !marked.isEmpty()) {
                    row(scanner);
                }
            } else if (depth == 1) {
                root(scanner);
            } else if (depth == 2 && scanner.isStart()) {
                part(scanner);
            } else if (depth > 2 && scanner.isStart()) {
                inner(scanner);
            }
        }
        tints = tints < 0 ? notes : tints;
    }

    private void root(XmlScanner scanner) {
        if (scanner.isStart()) {
            prefix = scanner.prefix();
            root = scanner.localName();
            dialect = isWorksheet() ? Optional.of(Dialect.of(scanner)) : Optional.empty();
        } else {
            notes = notes < 0 ? scanner.from() : notes;
        }
    }

    private void part(XmlScanner scanner) throws IOException {
        String name = scanner.localName();
        alternate = name.equals("AlternateContent") ? scanner.from() : -1;
        if (!ranked(scanner, name, scanner.from())) {
            return;
        }
        switch (name) {
            case "sheetFormatPr" -> grid.defaults(scanner);
            case "legacyDrawing" -> drawing = scanner.prefixed("id").map(XmlScanner.Attribute::value);
            case "conditionalFormatting" -> format(scanner);
            default -> {}
        }
    }

    /** Notes what may come before an element; of others than worksheets only which is selected is of interest. */
    private boolean ranked(XmlScanner scanner, String name, long from) {
        int next = root.equals("worksheet") ? ORDER.indexOf(name) : -1;
        if (next < 0) {
            return false;
        }
        if (next < rank || !scanner.prefix().equals(prefix)) {
            throw new UnknownMarkup("a sheet whose elements stand in another order: " + name);
        }
        rank = next;
        tints = tints < 0 && rank >= TINTS ? from : tints;
        notes = notes < 0 && rank > NOTES ? from : notes;
        return true;
    }

    private void inner(XmlScanner scanner) {
        switch (scanner.localName()) {
            case "sheetView" ->
                scanner.attribute("tabSelected")
                        .filter(a -> SheetGrid.isTrue(a.value()))
                        .ifPresent(selected::add);
            case "col" -> grid.columns(scanner);
            case "cfRule" -> {
                TooLarge.check(++rules, "cfRule");
                scanner.attribute("priority").ifPresent(priorities::add);
            }
            default -> {
                if (alternate >= 0 && scanner.depth() == 4 && scanner.prefix().equals(prefix)) {
                    ranked(scanner, scanner.localName(), alternate);
                    alternate = -1;
                }
            }
        }
    }

    private void row(XmlScanner scanner) {
        row = scanner.attribute("r").map(a -> Integer.parseInt(a.value())).orElse(row + 1);
        Integer above = marked.floor(row - 1);
        if (above != null && row - above <= COVERED) {
            grid.row(row - 1, scanner);
        }
    }

    /** Takes the rules of earlier copies off: LibreOffice puts them together with others of the same cells. */
    private void format(XmlScanner scanner) throws IOException {
        long from = scanner.from();
        List<long[]> ours = new ArrayList<>();
        int others = 0;
        long rule = -1;
        boolean isOurs = false;
        Optional<XmlScanner.Attribute> priority = Optional.empty();
        while (!scanner.isEmpty() || scanner.depth() > 2) {
            scanner.next();
            if (scanner.depth() == 2) {
                break;
            }
            if (scanner.depth() == 3 && scanner.isStart() && scanner.localName().equals("cfRule")) {
                TooLarge.check(++rules, "cfRule");
                rule = scanner.from();
                isOurs = false;
                priority = scanner.attribute("priority");
            } else if (scanner.depth() == 4 && scanner.isStart()) {
                isOurs = scanner.text().contains(Mark.SIGN) || isOurs;
            }
            if (scanner.depth() == 3 && rule >= 0 && (!scanner.isStart() || scanner.isEmpty())) {
                if (isOurs) {
                    ours.add(new long[] {rule, scanner.to()});
                } else {
                    others++;
                    priority.ifPresent(priorities::add);
                }
                rule = -1;
            }
        }
        if (others == 0 && !ours.isEmpty()) {
            cleaned.delete(from, scanner.to());
        } else {
            ours.forEach(o -> cleaned.delete(o[0], o[1]));
        }
    }

    SheetGrid grid() {
        return grid;
    }

    Dialect dialect() {
        return dialect.orElseThrow();
    }

    boolean isWorksheet() {
        return root.equals("worksheet");
    }

    /** The relationship to the drawing of its notes. */
    Optional<String> drawing() {
        return drawing;
    }

    /** Shows it no more as one of the tabs that are selected. */
    void deselect(Edits edits) {
        selected.forEach(a -> edits.set(a, "0"));
    }

    /** Refers to a drawing of notes. */
    void refer(String relationship, Edits edits) {
        edits.insert(
                notes,
                "<%1$slegacyDrawing r:id=\"%2$s\" xmlns:r=\"%3$s\"/>"
                        .formatted(prefix, relationship, dialect().relationships()));
    }

    /** A colour and its cells. */
    record Tinted(int format, List<CellAddress> cells) {}

    /** Colours cells before every other conditional format. */
    void tint(List<Tinted> colours, Edits edits) {
        StringBuilder xml = new StringBuilder();
        int added = 0;
        for (Tinted colour : colours) {
            for (int i = 0; i < colour.cells().size(); i += MAX_CELLS) {
                List<String> cells = colour.cells().stream()
                        .skip(i)
                        .limit(MAX_CELLS)
                        .map(CellAddress::text)
                        .toList();
                xml.append(("<%1$sconditionalFormatting sqref=\"%2$s\"><%1$scfRule type=\"expression\" dxfId=\"%3$d\""
                                + " priority=\"%4$d\"><%1$sformula>%5$s</%1$sformula></%1$scfRule>"
                                + "</%1$sconditionalFormatting>")
                        .formatted(
                                prefix,
                                String.join(" ", cells),
                                colour.format(),
                                ++added,
                                XmlText.encoded(Mark.CONDITION)));
            }
        }
        edits.insert(tints, xml.toString());
        for (XmlScanner.Attribute priority : priorities) {
            edits.set(priority, String.valueOf(Long.parseLong(priority.value().strip()) + added));
        }
    }
}
