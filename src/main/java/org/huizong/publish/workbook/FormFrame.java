package org.huizong.publish.workbook;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.huizong.layout.FormLayout;
import org.huizong.layout.Head;
import org.huizong.layout.Line;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.huizong.spreadsheet.write.TextWidth;

/** What stands around the figures of a form: the heads of its columns and those of its lines, each over all that it is of. */
final class FormFrame {
    private final Terms terms;
    private final Page page;
    private final FormLayout layout;

    FormFrame(Terms terms, Page page, FormLayout layout) {
        this.terms = terms;
        this.page = page;
        this.layout = layout;
    }

    /** How many columns the heads of the lines take, with 计量单位 and 代码. */
    int columns() {
        return layout.firstValueColumn();
    }

    /**
     * Writes the heads of all columns.
     *
     * @param row the first of their rows
     * @param only the head of the column of a form that has one column without a name
     * @param others the heads to the right of the form's own columns
     */
    void heads(int row, String only, List<String> others) {
        Map<Head, Double> needed = new LinkedHashMap<>();
        whole(needed, row, terms.text("report.head.item"), 0, layout.labelColumn());
        whole(needed, row, terms.text("report.head.measure"), layout.measureColumn(), layout.measureColumn());
        whole(needed, row, terms.text("report.head.code"), layout.codeColumn(), layout.codeColumn());
        int first = layout.firstValueColumn();
        if (layout.columns().isEmpty()) {
            whole(needed, row, only, first, first);
        }
        for (Head head : layout.columnHeads()) {
            CellRangeAddress area = new CellRangeAddress(
                    row + head.level(), row + head.lastLevel(), first + head.first(), first + head.last());
            write(needed, row, folded(label(head), area), area);
        }
        for (int i = 0; i < others.size(); i++) {
            whole(needed, row, others.get(i), layout.earlierColumn() + i, layout.earlierColumn() + i);
        }
        double[] heights = Head.heights(layout.headLevels(), needed);
        for (int level = 0; level < heights.length; level++) {
            page.height(row + level, heights[level]);
        }
    }

    private void whole(Map<Head, Double> needed, int row, String text, int first, int last) {
        write(needed, row, text, new CellRangeAddress(row, row + layout.headLevels() - 1, first, last));
    }

    private void write(Map<Head, Double> needed, int row, String text, CellRangeAddress area) {
        page.area(area, text, Look.HEAD);
        int level = area.getFirstRow() - row;
        needed.put(
                new Head(text, text, level, area.getLastRow() - row, area.getFirstColumn(), area.getLastColumn()),
                Page.heightOf(TextWidth.lines(text, page.places(area.getFirstColumn(), area.getLastColumn()))));
    }

    /** A head that its column cuts breaks before its brackets, which then stay whole. */
    private static String folded(String head, CellRangeAddress area) {
        boolean isCut = area.getFirstColumn() == area.getLastColumn() && TextWidth.of(head) > FormPage.ITEM_WIDTH - 1;
        return isCut ? head.replaceFirst("(?=[(（])", "\n") : head;
    }

    /** Writes the heads of groups of lines. */
    void groups(int top) {
        layout.groupHeads()
                .forEach(h -> page.area(
                        new CellRangeAddress(top + h.first(), top + h.last(), h.level(), h.level()),
                        label(h),
                        Look.CENTRE));
    }

    /** What a line must add to the height of the groups that it is in. */
    private double ofGroups(Line line) {
        int at = line.row() - layout.firstLineRow();
        return layout.groupHeads().stream()
                .filter(h -> h.first() <= at && at <= h.last())
                .mapToDouble(h -> Page.heightOf(TextWidth.lines(label(h), page.places(h.level(), h.level())))
                        / (h.last() - h.first() + 1))
                .max()
                .orElse(0);
    }

    private String label(Head head) {
        return terms.ofPeriod(terms.wording().isChinese() ? head.label() : head.labelEn());
    }

    /** Writes what stands before the figures of a line, and gives it room. */
    void line(int row, Line line) {
        String label = terms.head(line);
        int first = Math.max(0, line.heads().labels().size() - 1);
        page.area(
                new CellRangeAddress(row, row, first, layout.labelColumn()),
                label,
                line.isHeading() ? Look.TOTAL_LABEL : Look.CELL);
        if (!line.isHeading()) {
            page.text(row, layout.measureColumn(), terms.wording().measure(line.measure()), Look.CENTRE);
            page.text(row, layout.codeColumn(), line.code(), Look.CENTRE);
        }
        String[] texts = new String[layout.labelColumn() + 1];
        Arrays.fill(texts, "");
        texts[layout.labelColumn()] = label;
        page.height(row, Math.max(page.heightOf(texts), ofGroups(line)));
    }

    /** Says where the texts stand that units wrote into a line. */
    void text(int row, int last) {
        page.area(
                new CellRangeAddress(row, row, layout.firstValueColumn(), last),
                terms.text("report.form.text", terms.text("report.sheet." + SheetKey.TEXTS)),
                Look.CELL);
    }
}
