package org.huizong.returned;

import java.util.List;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.huizong.spreadsheet.read.ReturnList;
import org.huizong.spreadsheet.write.ClerkBook;
import org.huizong.spreadsheet.write.TextWidth;
import org.huizong.text.Visible;

/** Draws 退回清单: whose return, how much there is to do and how, and each task with links to its cells. */
final class ListSheet {
    private static final List<Integer> WIDTHS = List.of(6, 8, 30, 56, 10);
    private static final int PLACE = 2;
    private static final int TASK = 3;
    private static final int EXPLANATION = 4;
    private static final double LINE = 15;

    private final Sentences says;
    private final Letter letter;
    private final Optional<ClerkBook> marked;
    private final Sheet sheet;
    private final ListStyles styles;
    private int row;

    /**
     * A list in a workbook.
     *
     * @param marked the clerk's own workbook if the list stands in it; otherwise there is nothing to link to
     */
    ListSheet(Sentences says, Letter letter, Workbook book, Optional<ClerkBook> marked, boolean chinese) {
        this.says = says;
        this.letter = letter;
        this.marked = marked;
        this.sheet = book.createSheet(free(book, says.text("returned.sheet")));
        this.styles = new ListStyles(book, chinese);
    }

    private static String free(Workbook book, String name) {
        String free = name;
        for (int n = 2; book.getSheet(free) != null; n++) {
            free = name + " (" + n + ")";
        }
        return free;
    }

    /** Draws it with these steps for what to do. */
    Sheet draw(List<String> steps) {
        for (int i = 0; i < WIDTHS.size(); i++) {
            sheet.setColumnWidth(i, WIDTHS.get(i) * 256);
        }
        wide(says.text("returned.title"), styles.title).setHeightInPoints(34);
        wide(says.about(), styles.words);
        wide(says.file(), styles.words);
        wide(says.counts(), styles.words);
        for (int i = 0; i < steps.size(); i++) {
            wide((i + 1) + ". " + steps.get(i), styles.words);
        }
        row++;
        int head = row;
        List<String> heads = List.of("number", "kind", "place", "task", "explanation");
        for (int i = 0; i < heads.size(); i++) {
            cell(i, says.text("returned.head." + heads.get(i)), styles.head);
        }
        line().setHeightInPoints(24);
        row++;
        for (int i = 0; i < letter.tasks().size(); i++) {
            task(i + 1, letter.tasks().get(i));
        }
        print(head);
        ReturnList.mark(sheet);
        return sheet;
    }

    private void task(int number, Task task) {
        String place = says.place(task);
        String words = says.task(task, marked);
        cell(0, String.valueOf(number), styles.centred);
        cell(1, says.kind(task), styles.of(task.tint()));
        boolean linked = marked.isPresent() && !task.where().sheet().isEmpty();
        Cell there = cell(PLACE, place, linked ? styles.link : styles.text);
        if (linked) {
            link(there, task, task.hasCell() ? task.where().cell() : "A1");
        }
        cell(TASK, words, styles.text);
        Optional<String> explanation = Sentences.explanation(task, marked);
        Cell explain =
                cell(EXPLANATION, explanation.orElse(""), explanation.isPresent() ? styles.link : styles.centred);
        explanation.ifPresent(address -> link(explain, task, address));
        int lines = Math.max(TextWidth.lines(place, WIDTHS.get(PLACE)), TextWidth.lines(words, WIDTHS.get(TASK)));
        line().setHeightInPoints((float) (8 + LINE * lines));
        row++;
    }

    private void link(Cell from, Task task, String cell) {
        Hyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + task.where().sheet().replace("'", "''") + "'!" + cell);
        from.setHyperlink(link);
    }

    private Row wide(String text, CellStyle style) {
        int width = WIDTHS.stream().mapToInt(w -> w).sum();
        Row line = line();
        cell(0, text, style);
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, WIDTHS.size() - 1));
        line.setHeightInPoints((float) (6 + LINE * TextWidth.lines(text, width)));
        row++;
        return line;
    }

    /** Numbers too are texts, so that the sheet is known for no return even by a program that has lost its name. */
    private Cell cell(int column, String text, CellStyle style) {
        Cell cell = line().createCell(column);
        cell.setCellValue(Visible.text(text));
        cell.setCellStyle(style);
        return cell;
    }

    private Row line() {
        Row line = sheet.getRow(row);
        return line == null ? sheet.createRow(row) : line;
    }

    private void print(int head) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(false);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, 0.5);
        sheet.setMargin(PageMargin.RIGHT, 0.5);
        sheet.setRepeatingRows(new CellRangeAddress(head, head, -1, -1));
        sheet.getFooter().setCenter(says.text("template.pages"));
        sheet.setDisplayGridlines(false);
    }
}
