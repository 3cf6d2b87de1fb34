package org.huizong.spreadsheet.mark;

import java.util.List;
import java.util.function.ToIntFunction;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.opc.Dialect;
import org.huizong.spreadsheet.opc.XmlText;

/** The list as a part of a package; its texts stand in the cells themselves. */
final class FrontSheetXml {
    private FrontSheetXml() {}

    /** Writes the part, with the numbers that its looks have in the workbook's styles. */
    static String of(FrontSheet list, Dialect dialect, ToIntFunction<FrontSheetStyle> styles) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
                .append("<worksheet xmlns=\"")
                .append(dialect.main())
                .append("\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>")
                .append("<sheetView showGridLines=\"0\" tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews>")
                .append("<sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (int i = 1; i <= list.widths().size(); i++) {
            xml.append("<col min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"/>"
                    .formatted(i, i, list.widths().get(i - 1)));
        }
        xml.append("</cols><sheetData>");
        StringBuilder merged = new StringBuilder();
        StringBuilder links = new StringBuilder();
        int wide = 0;
        for (int row = 0; row < list.rows().size(); row++) {
            FrontSheet.Row line = list.rows().get(row);
            row(xml, line, row, styles);
            links(links, line.cells(), row);
            if (line.isWide()) {
                wide++;
                merged.append("<mergeCell ref=\"%s:%s\"/>"
                        .formatted(address(row, 0), address(row, list.widths().size() - 1)));
            }
        }
        xml.append("</sheetData><mergeCells count=\"").append(wide).append("\">");
        xml.append(merged).append("</mergeCells>");
        if (!links.isEmpty()) {
            xml.append("<hyperlinks>").append(links).append("</hyperlinks>");
        }
        return xml.append("<printOptions horizontalCentered=\"1\"/><pageMargins left=\"%s\" right=\"%s\""
                        .formatted(FrontSheet.MARGIN, FrontSheet.MARGIN))
                .append(" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>")
                .append("<pageSetup paperSize=\"9\" orientation=\"portrait\" fitToHeight=\"0\"/>")
                .append("<headerFooter><oddFooter>&amp;C")
                .append(XmlText.encoded(list.footer()))
                .append("</oddFooter></headerFooter></worksheet>")
                .toString();
    }

    private static void row(StringBuilder xml, FrontSheet.Row line, int row, ToIntFunction<FrontSheetStyle> styles) {
        if (line.cells().isEmpty()) {
            return;
        }
        xml.append("<row r=\"%d\" ht=\"%s\" customHeight=\"1\">".formatted(row + 1, line.points()));
        for (int i = 0; i < line.cells().size(); i++) {
            FrontSheet.Cell cell = line.cells().get(i);
            xml.append("<c r=\"%s\" s=\"%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                            .formatted(address(row, i), styles.applyAsInt(cell.look())))
                    .append(XmlText.encoded(cell.text()))
                    .append("</t></is></c>");
        }
        xml.append("</row>");
    }

    private static void links(StringBuilder xml, List<FrontSheet.Cell> cells, int row) {
        for (int i = 0; i < cells.size(); i++) {
            String from = address(row, i);
            cells.get(i)
                    .link()
                    .ifPresent(to ->
                            xml.append("<hyperlink ref=\"%s\" location=\"%s\"/>".formatted(from, XmlText.encoded(to))));
        }
    }

    private static String address(int row, int column) {
        return new CellAddress(row, column).text();
    }
}
