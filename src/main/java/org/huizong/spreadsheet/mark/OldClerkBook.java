package org.huizong.spreadsheet.mark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Sheet;
import org.huizong.disk.DiskOutput;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.read.CellRange;
import org.huizong.spreadsheet.read.ReturnList;
import org.huizong.spreadsheet.read.Verdict;

/** An .xls or a WPS .et: records one after the other, which POI holds and writes again. */
final class OldClerkBook implements ClerkBook {
    private static final long MAX_SIZE = 8L << 20;
    private static final int MAX_FORMATS = 4_030;
    /** Each note makes the next one slower to add. */
    private static final int MAX_MARKS = 1_000;

    private final HSSFWorkbook book;

    private OldClerkBook(HSSFWorkbook book) {
        this.book = book;
    }

    static Opening open(Path file, Verdict.Old old) throws IOException {
        if (old.macros()) {
            return Unmarked.MACROS;
        }
        if (!old.isLight() || Files.size(file) > MAX_SIZE) {
            return Unmarked.SIZE;
        }
        HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)));
        if (book.getNumCellStyles() + FrontSheetStyle.values().length > MAX_FORMATS) {
            book.close();
            return Unmarked.FORMATS;
        }
        ReturnList.remove(book);
        for (Sheet sheet : book) {
            CellTints.remove(sheet);
            CellNotes.remove(sheet);
        }
        return new OldClerkBook(book);
    }

    @Override
    public int maxMarks() {
        return MAX_MARKS;
    }

    @Override
    public String extension() {
        return ".xls";
    }

    @Override
    public int place(String sheet) {
        int index = book.getSheetIndex(sheet);
        return index < 0 ? book.getNumberOfSheets() : index;
    }

    @Override
    public Optional<CellAddress> cell(String sheet, String name) {
        int index = book.getSheetIndex(sheet);
        return book.getAllNames().stream()
                .filter(n -> n.getSheetIndex() == index
                        && n.getNameName().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .map(Name::getRefersToFormula)
                .flatMap(f -> CellRange.referredTo(f).stream())
                .map(CellRange::first)
                .findFirst();
    }

    @Override
    public void write(FrontSheet list, String author, List<Mark> marks, Path to) throws IOException {
        Sheet front = FrontSheetDrawing.draw(list, book);
        SheetOrder.putFirst(book, front);
        for (Sheet each : book) {
            each.setSelected(false);
        }
        book.setSelectedTab(0);
        book.setActiveSheet(0);
        book.setFirstVisibleTab(0);
        ClerkBook.bySheet(marks)
                .forEach((name, cells) ->
                        Optional.ofNullable(book.getSheet(name)).ifPresent(s -> mark(s, author, cells)));
        try (OutputStream out = DiskOutput.to(to)) {
            book.write(out);
        }
    }

    private static void mark(HSSFSheet sheet, String author, Map<CellAddress, CellMark> cells) {
        cells.forEach((at, mark) -> CellNotes.add(sheet, at, author, mark.note()));
        ClerkBook.byTint(cells).forEach((tint, places) -> CellTints.add(sheet, tint, places));
    }

    @Override
    public void close() {
        try {
            book.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook held in memory cannot be closed", e);
        }
    }
}
