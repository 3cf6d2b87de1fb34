package org.huizong.publish.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.huizong.aggregation.Figure;
import org.huizong.model.CellAddress;
import org.huizong.model.Value;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.table.ListCell;
import org.huizong.publish.table.Listing;
import org.huizong.spreadsheet.read.CellValues;
import org.huizong.spreadsheet.write.TextWidth;
import org.huizong.text.Visible;
import org.jspecify.annotations.Nullable;

/** Writes the cells of one sheet. Rows are written from top to bottom, because long sheets are streamed. */
final class Page {
    private static final double LINE = 15;
    /** English words need more room than their Chinese equals. */
    private static final double ENGLISH = 1.2;

    /** The letters of running English are narrower than digits. */
    private static final double NARROW = 1.1;

    /** Places of a column whose width nobody has set. */
    private static final double UNSET = 8;

    private static final int LONGEST = 32_767;
    private static final int WIDEST = 255;

    /** Rows of a list that are kept in memory. */
    private static final int WINDOW = 200;

    private final Book book;
    private final Terms terms;
    private final SXSSFSheet sheet;
    private final boolean isRead;
    private final int index;
    private final Reconciliation formulas;
    private double[] widths = {};
    private @Nullable Row last;

    private Page(Book book, SXSSFSheet sheet, boolean isRead) {
        this.book = book;
        this.terms = book.terms();
        this.sheet = sheet;
        this.isRead = isRead;
        this.index = sheet.getWorkbook().getSheetIndex(sheet);
        this.formulas = new Reconciliation(book.grid(), index);
    }

    /** A sheet with formulas or one that formulas read; its rows stay at hand until it is done. */
    static Page live(Book book, String key) {
        return live(book, book.sheet(key));
    }

    /** The same, of a sheet that has no key. */
    static Page live(Book book, SXSSFSheet sheet) {
        return new Page(book, sheet, true);
    }

    /** A sheet without formulas that may be long: a row can only be changed as long as few have come after it. */
    static Page list(Book book, String key) {
        SXSSFSheet sheet = book.sheet(key);
        sheet.setRandomAccessWindowSize(WINDOW);
        return new Page(book, sheet, false);
    }

    SXSSFSheet sheet() {
        return sheet;
    }

    /**
     * Ends the rows that have been written: works out their formulas and lets go of them.
     *
     * @throws TwoWaysException if a formula does not come to its figure
     */
    void done() {
        formulas.check();
        try {
            sheet.flushRows();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the sheet " + sheet.getSheetName(), e);
        }
    }

    /** Sets the widths of the first columns, in characters. */
    void widths(double... places) {
        double factor = terms.wording().isChinese() ? 1 : ENGLISH;
        widths = Arrays.stream(places).map(p -> Math.min(WIDEST, p * factor)).toArray();
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, (int) (widths[i] * 256));
        }
    }

    void text(int row, int column, String text, Look look) {
        Cell cell = cell(row, column);
        String visible = Visible.text(text);
        String shown = visible.length() > LONGEST ? visible.substring(0, LONGEST) : visible;
        cell.setCellValue(shown);
        if (isRead) {
            book.grid().text(index, new CellAddress(row, column), shown);
        }
        cell.setCellStyle(book.styles().of(look));
    }

    /** Texts in cells of one row beside each other. */
    void texts(int row, int column, Look look, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            text(row, column + i, texts[i], look);
        }
    }

    /** A text over several cells of a row, with a height that it fits into. */
    void wide(int row, int first, int last, String text, Look look) {
        for (int column = first; column <= last; column++) {
            cell(row, column).setCellStyle(book.styles().of(look));
        }
        text(row, first, text, look);
        merge(row, first, last);
        double room = places(first, last) * 10.5 / look.points();
        boolean narrow = !terms.wording().isChinese() && !look.heavy();
        int lines = TextWidth.lines(text, narrow ? room * NARROW : room);
        height(row, Math.max(look.points() * 1.5, lines * LINE * look.points() / 10.5 + (lines > 1 ? 3 : 0)));
    }

    /** The title of a sheet over its columns, and at its end the way back to 首页. */
    void title(int row, int last, String title) {
        title(row, 0, last, title);
    }

    /** The same, from a column on. */
    void title(int row, int first, int last, String title) {
        wide(row, first, last - 1, title, Look.TITLE);
        text(row, last, terms.text("report.back"), Look.BACK);
        lead(row, last, Book.reference(book.name(SheetKey.FRONT).orElseThrow(), new CellAddress(0, 0)));
    }

    void number(int row, int column, BigDecimal number, int decimals, Look look) {
        number(row, column, number, decimals, look, "");
    }

    private void number(int row, int column, BigDecimal number, int decimals, Look look, String mark) {
        plain(row, column, Value.of(number));
        cell(row, column).setCellStyle(book.styles().of(look, decimals, mark));
    }

    /** A value without a look. */
    void plain(int row, int column, Value value) {
        Cell cell = cell(row, column);
        CellValues.put(cell, value);
        if (isRead) {
            book.grid().number(index, new CellAddress(row, column), cell.getNumericCellValue());
        }
    }

    /** A number, or — where there is none. */
    void number(int row, int column, Optional<BigDecimal> number, int decimals, Look look) {
        number.ifPresentOrElse(
                n -> number(row, column, n, decimals, look), () -> text(row, column, Terms.NONE, Look.CENTRE));
    }

    /** A number with the mark of a baseline. */
    void marked(int row, int column, BigDecimal number, int decimals, Look look) {
        number(row, column, number, decimals, look, Marks.BASELINE);
    }

    /** A figure with its marks, or — where there is none. */
    void figure(int row, int column, Figure figure, int decimals, Look look) {
        madeOf(row, column, figure.value(), figure, decimals, look);
    }

    /** A number that is made of a figure, with the marks of that, or — where there is none. */
    void madeOf(int row, int column, Optional<BigDecimal> number, Figure figure, int decimals, Look look) {
        number.ifPresentOrElse(
                n -> number(row, column, n, decimals, look, Marks.of(figure)),
                () -> text(row, column, Terms.NONE, Look.CENTRE));
    }

    void count(int row, int column, long number, Look look) {
        number(row, column, BigDecimal.valueOf(number), 0, look);
    }

    void blank(int row, int column, Look look) {
        cell(row, column).setCellStyle(book.styles().of(look));
    }

    /**
     * A formula, and the figure it must come to: the other of the two ways.
     *
     * @param code of the indicator or item it stands for
     */
    void formula(int row, int column, String formula, int decimals, Look look, String code, BigDecimal figure) {
        formula(row, column, formula, decimals, look, code, Optional.of(figure));
    }

    /** A formula that comes to a figure, with the marks of that, or — where it has no value. */
    void formula(int row, int column, String formula, int decimals, Look look, String code, Figure figure) {
        if (figure.value().isEmpty()) {
            text(row, column, Terms.NONE, Look.CENTRE);
            return;
        }
        formula(row, column, formula, decimals, look, code, figure.value());
        cell(row, column).setCellStyle(book.styles().of(look, decimals, Marks.of(figure)));
    }

    /** The same, but a text where there is no figure. */
    void formula(
            int row, int column, String formula, int decimals, Look look, String code, Optional<BigDecimal> figure) {
        Cell cell = cell(row, column);
        cell.setCellFormula(formula);
        cell.setCellStyle(book.styles().of(look, decimals));
        CellAddress at = new CellAddress(row, column);
        book.grid().formula(index, at, formula);
        formulas.expect(cell, new Expected(sheet.getSheetName(), at, code, figure, decimals));
    }

    /** A text that leads to a place in this workbook. */
    void link(int row, int first, int last, String text, String target) {
        wide(row, first, last, text, Look.LINK);
        lead(row, first, target);
    }

    /** Lets a cell lead to a place in this workbook; it looks as it did. */
    void lead(int row, int column, String target) {
        Hyperlink link = book.workbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress(target);
        cell(row, column).setHyperlink(link);
    }

    /** Lets a cell lead to the line of 数据来源 with what a unit sent for a return, if anything of it is counted. */
    void source(int row, int column, String unit, String form) {
        book.sources().of(unit, form).stream()
                .findFirst()
                .ifPresent(s -> lead(
                        row,
                        column,
                        Book.reference(book.name(SheetKey.SOURCES).orElseThrow(), new CellAddress(s.row(), 0))));
    }

    /** Lets a cell that holds the name of a file open the copy that is kept under this digest, if there is one. */
    void archived(int row, int column, String sha256) {
        terms.publication().archive().link(sha256).ifPresent(address -> {
            Hyperlink link = book.workbook().getCreationHelper().createHyperlink(HyperlinkType.FILE);
            link.setAddress(address);
            cell(row, column).setHyperlink(link);
            cell(row, column).setCellStyle(book.styles().of(Look.CELL_LINK));
        });
    }

    void height(int row, double points) {
        row(row).setHeightInPoints((float) Math.min(400, points));
    }

    /** Makes a row high enough for these texts in its columns from the first on. */
    void fit(int row, String... texts) {
        height(row, heightOf(texts));
    }

    /** Points that a row needs for these texts in its columns from the first on. */
    double heightOf(String... texts) {
        int lines = 1;
        for (int i = 0; i < texts.length && i < widths.length; i++) {
            lines = Math.max(lines, TextWidth.lines(texts[i], widths[i]));
        }
        return heightOf(lines);
    }

    /** Points that a row of so many lines needs. */
    static double heightOf(int lines) {
        return lines * LINE + 3;
    }

    /** Makes a row high enough for the texts that stand in it. */
    void fit(int row) {
        String[] texts = new String[widths.length];
        for (int i = 0; i < texts.length; i++) {
            Cell cell = cell(row, i);
            texts[i] = cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
        }
        fit(row, texts);
    }

    /** A table row of texts, as high as they need. */
    void line(int row, Look look, String... texts) {
        texts(row, 0, look, texts);
        fit(row, texts);
    }

    /**
     * Writes a sheet that is one list: its title, what it tells, and the list, which can be filtered and whose heads stay.
     *
     * @param none what is said in place of rows if there are none
     * @return the row behind the list
     */
    <T> int write(String title, String note, Listing<T> list, List<T> rows, String none) {
        int last = list.columns().size() - 1;
        widthsOf(list);
        title(0, last, title);
        wide(1, 0, last, note, Look.NOTE);
        int head = 2;
        heads(head, list);
        int row = head + 1;
        for (T one : rows) {
            row(row++, list, one);
        }
        if (rows.isEmpty()) {
            text(row++, 0, none, Look.PLAIN);
        } else {
            filter(head, row - 1, last);
        }
        sheet.createFreezePane(0, head + 1);
        print(true, head);
        return row;
    }

    /** Sets the widths that a list's columns ask for. */
    void widthsOf(Listing<?> list) {
        widths(list.columns().stream().mapToDouble(Listing.Column::width).toArray());
    }

    /** The heads of a list. */
    void heads(int row, Listing<?> list) {
        line(
                row,
                Look.HEAD,
                list.columns().stream()
                        .map(c -> c.label().isEmpty() ? terms.text("report.head." + c.name()) : c.label())
                        .toArray(String[]::new));
    }

    /** A row of a list, as high as its texts need. */
    <T> void row(int row, Listing<T> list, T of) {
        List<Listing.Column<T>> columns = list.columns();
        String[] texts = new String[columns.size()];
        for (int i = 0; i < texts.length; i++) {
            ListCell shown = columns.get(i).shown().apply(of);
            texts[i] = shown.isNumeric() ? "" : shown.text();
            show(row, i, shown);
        }
        fit(row, texts);
    }

    private void show(int row, int column, ListCell shown) {
        if (shown.number().isPresent()) {
            number(row, column, shown.number().get(), shown.decimals(), Look.NUMBER, shown.text());
        } else if (shown.isNumeric()) {
            blank(row, column, Look.NUMBER);
        } else {
            text(row, column, shown.text(), shown.tone().map(Look::of).orElse(Look.CELL));
            shown.opens().ifPresent(sha256 -> archived(row, column, sha256));
        }
    }

    /** Makes one cell of several of a row; the text of the first stays. */
    void merge(int row, int first, int last) {
        if (last > first) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(row, row, first, last));
        }
    }

    /** One text over cells of several rows or columns, all of which have its look. */
    void area(CellRangeAddress area, String text, Look look) {
        area.forEach(cell -> blank(cell.getRow(), cell.getColumn(), look));
        text(area.getFirstRow(), area.getFirstColumn(), text, look);
        if (area.getNumberOfCells() > 1) {
            sheet.addMergedRegionUnsafe(area);
        }
    }

    /** Widths of columns together, in characters. */
    double places(int first, int last) {
        double places = 0;
        for (int column = first; column <= last; column++) {
            places += column < widths.length ? widths[column] : UNSET;
        }
        return places;
    }

    void filter(int headRow, int lastRow, int lastColumn) {
        sheet.setAutoFilter(new CellRangeAddress(headRow, Math.max(headRow, lastRow), 0, lastColumn));
    }

    /**
     * A4, as wide as one page, page numbers at the foot.
     *
     * @param headRow row repeated on each page; below 0 for none
     */
    void print(boolean landscape, int headRow) {
        PrintSetup setup = print(landscape);
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        if (headRow >= 0) {
            sheet.setRepeatingRows(new CellRangeAddress(headRow, headRow, -1, -1));
        }
    }

    /** A4, up to this column and row on one page, however small that makes it. */
    void printOnOnePage(boolean landscape, int lastColumn, int lastRow) {
        print(landscape, -1);
        sheet.getPrintSetup().setFitHeight((short) 1);
        book.workbook().setPrintArea(index, 0, lastColumn, 0, lastRow);
    }

    /** A4 in parts, as wide as one page, with the breaks that the paper has set. */
    void print(Paper paper) {
        sheet.setFitToPage(false);
        print(paper.landscape()).setScale((short) paper.scale());
    }

    private PrintSetup print(boolean landscape) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(landscape);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, 0.5);
        sheet.setMargin(PageMargin.RIGHT, 0.5);
        sheet.setMargin(PageMargin.TOP, 0.6);
        sheet.setMargin(PageMargin.BOTTOM, 0.7);
        sheet.getFooter().setLeft(terms.title().replace("&", "&&"));
        sheet.getFooter().setRight(terms.wording().text("report.footer", "&P", "&N"));
        return setup;
    }

    /** Rows are written from top to bottom, so that it is nearly always the same as before. */
    private Row row(int number) {
        if (last == null || last.getRowNum() != number) {
            Row existing = sheet.getRow(number);
            last = existing == null ? sheet.createRow(number) : existing;
        }
        return last;
    }

    private Cell cell(int row, int column) {
        return row(row).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }
}
