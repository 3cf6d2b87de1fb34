package org.huizong.spreadsheet.write;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.disk.DiskException;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.read.CellRange;
import org.huizong.spreadsheet.read.Guard;
import org.huizong.spreadsheet.read.ReturnList;
import org.huizong.spreadsheet.read.Unfit;
import org.huizong.spreadsheet.read.Verdict;

/**
 * A clerk's own workbook, opened to be marked: an .xlsx, or an old .xls that stays one. What stands in it, how it looks
 * and what protects it stay as they are, and so does the time at which it says it was saved.
 */
public final class ClerkBook implements Opening, AutoCloseable {
    private static final long MAX_OLD = 8L << 20;
    private static final int MAX_FORMATS = 64_000;
    private static final int MAX_OLD_FORMATS = 4_030;
    /** What the list in front takes. */
    private static final int ROOM_FOR_FORMATS = 20;

    static {
        // the guard has looked at the file already, and it allows for a part that is all alike
        ZipSecureFile.setMinInflateRatio(0);
    }

    private final Workbook book;
    private final Map<String, byte[]> properties;

    private ClerkBook(Workbook book, Map<String, byte[]> properties) {
        this.book = book;
        this.properties = properties;
    }

    /**
     * Opens a file, without the marks that an earlier copy had, or says why it can't be marked.
     *
     * @throws DiskException if the disk does not give the file
     * @throws OutOfMemoryError if the memory does not suffice
     */
    public static Opening open(Path file) {
        try {
            Verdict verdict = Guard.inspect(file);
            Opening opening = verdict instanceof Verdict.Sound sound
                    ? modern(sound)
                    : verdict instanceof Verdict.Old old ? old(file, old) : none(verdict);
            if (opening instanceof ClerkBook own) {
                if (own.isFull()) {
                    own.close();
                    return Unmarked.FORMATS;
                }
                clean(own.book);
            }
            return opening;
        } catch (DiskException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return Unmarked.CONTENT;
        }
    }

    private static Unmarked none(Verdict verdict) {
        return verdict instanceof Unfit unfit && unfit.finding().equals(Unfit.DAMAGED)
                ? Unmarked.DAMAGED
                : Unmarked.KIND;
    }

    private static Opening modern(Verdict.Sound sound) throws IOException {
        if (sound.remarks().contains(Verdict.MACROS)) {
            return Unmarked.MACROS;
        }
        if (!sound.isLight()) {
            return Unmarked.SIZE;
        }
        OwnProperties properties;
        try (InputStream in = sound.parts().source().stream()) {
            properties = new OwnProperties(in.readAllBytes());
        }
        var book = new XSSFWorkbook(new ByteArrayInputStream(properties.blank()));
        return book.isMacroEnabled() ? Unmarked.MACROS : new ClerkBook(book, properties.own());
    }

    private static Opening old(Path file, Verdict.Old old) throws IOException {
        if (old.macros()) {
            return Unmarked.MACROS;
        }
        return !old.isLight() || Files.size(file) > MAX_OLD
                ? Unmarked.SIZE
                : new ClerkBook(new HSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file))), Map.of());
    }

    private static void clean(Workbook book) {
        ReturnList.remove(book);
        for (Sheet sheet : book) {
            CellTints.remove(sheet);
            CellNotes.remove(sheet);
        }
    }

    /** The workbook, for the list that comes in front. */
    public Workbook workbook() {
        return book;
    }

    /** What the name of its file ends with: {@code .xlsx} or {@code .xls}. */
    public String extension() {
        return book instanceof HSSFWorkbook ? ".xls" : ".xlsx";
    }

    /** The place of a sheet among the others; after all of them if there is none of that name. */
    public int place(String sheet) {
        int index = book.getSheetIndex(sheet);
        return index < 0 ? book.getNumberOfSheets() : index;
    }

    /** The address of the cell that a sheet-scoped name stands for. */
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

    /**
     * Colours cells and puts notes on them.
     *
     * @param author who the notes are by: {@code 汇总} or {@code Huizong}
     * @param marks several of one cell become one, in the gravest colour
     */
    public void mark(String author, List<Mark> marks) {
        Map<String, Map<CellAddress, List<Mark>>> bySheet = new LinkedHashMap<>();
        marks.forEach(m -> bySheet.computeIfAbsent(m.sheet(), s -> new LinkedHashMap<>())
                .computeIfAbsent(m.cell(), c -> new ArrayList<>())
                .add(m));
        bySheet.forEach(
                (name, cells) -> Optional.ofNullable(book.getSheet(name)).ifPresent(s -> mark(s, author, cells)));
    }

    private static void mark(Sheet sheet, String author, Map<CellAddress, List<Mark>> cells) {
        Map<Mark.Tint, List<CellRangeAddress>> tints = new EnumMap<>(Mark.Tint.class);
        cells.forEach((at, marks) -> {
            Mark.Tint gravest =
                    marks.stream().map(Mark::tint).sorted().findFirst().orElseThrow();
            tints.computeIfAbsent(gravest, t -> new ArrayList<>())
                    .add(new CellRangeAddress(at.row(), at.row(), at.column(), at.column()));
            CellNotes.add(
                    sheet,
                    at,
                    author,
                    String.join("\n", marks.stream().map(Mark::note).toList()));
        });
        tints.forEach((tint, places) -> CellTints.add(sheet, tint, places));
    }

    /** Puts a sheet before all others and opens the workbook there. */
    public void putFirst(Sheet sheet) {
        SheetOrder.putFirst(sheet);
        for (Sheet each : book) {
            each.setSelected(false);
        }
        book.setSelectedTab(0);
        book.setActiveSheet(0);
        book.setFirstVisibleTab(0);
    }

    /** Whether it has as many formats as it can have, but for a few that the list in front takes. */
    private boolean isFull() {
        return book.getNumCellStyles() + ROOM_FOR_FORMATS
                > (book instanceof HSSFWorkbook ? MAX_OLD_FORMATS : MAX_FORMATS);
    }

    /** Writes it; the same workbook gives the same bytes. */
    public void write(OutputStream out) throws IOException {
        if (book instanceof XSSFWorkbook modern) {
            Saving.again(modern, properties, out);
        } else {
            book.write(out);
        }
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
