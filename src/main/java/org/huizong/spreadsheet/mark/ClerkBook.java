package org.huizong.spreadsheet.mark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huizong.disk.DiskException;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.read.Guard;
import org.huizong.spreadsheet.read.Unfit;
import org.huizong.spreadsheet.read.Verdict;

/**
 * A clerk's own workbook, opened to be marked: an .xlsx, or an old .xls that stays one. What stands in it, how it looks
 * and what protects it stay as they are, and so does the time at which it says it was saved. Marks that an earlier copy
 * had are taken off.
 */
public sealed interface ClerkBook extends Opening, AutoCloseable permits PackagedClerkBook, OldClerkBook {
    /**
     * Opens a file, or says why it can't be marked.
     *
     * @throws DiskException if the disk does not give the file
     * @throws OutOfMemoryError if the memory does not suffice
     */
    static Opening open(Path file) {
        try {
            Verdict verdict = Guard.inspect(file);
            return verdict instanceof Verdict.Sound sound
                    ? PackagedClerkBook.open(sound.parts())
                    : verdict instanceof Verdict.Old old ? OldClerkBook.open(file, old) : none(verdict);
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

    /** The most that it can be marked with. */
    int maxMarks();

    /** What the name of its file ends with, such as {@code .xlsx}. */
    String extension();

    /** The place of a sheet among the others; after all of them if there is none of that name. */
    int place(String sheet);

    /** The address of the cell that a sheet-scoped name stands for. */
    Optional<CellAddress> cell(String sheet, String name);

    /**
     * Writes a copy with a list in front, at which it opens, and cells that are coloured and have notes; the same
     * workbook gives the same bytes. It is called once.
     *
     * @param author who the notes are by: {@code 汇总} or {@code Huizong}
     * @param marks several of one cell become one, in the gravest colour; those of a sheet that is not there are left out
     * @throws IOException if something in the workbook cannot be written again; what was written is no workbook then
     * @throws TooLarge if a sheet has too much of what is held
     */
    void write(FrontSheet list, String author, List<Mark> marks, Path to) throws IOException;

    @Override
    void close();

    /** The marks of each sheet by its name in lower case, then by cell. */
    static Map<String, Map<CellAddress, CellMark>> bySheet(List<Mark> marks) {
        Map<String, Map<CellAddress, CellMark>> bySheet = new LinkedHashMap<>();
        marks.forEach(m -> bySheet.computeIfAbsent(m.sheet().toLowerCase(Locale.ROOT), s -> new TreeMap<>())
                .merge(m.cell(), new CellMark(m.tint(), m.note()), CellMark::and));
        return bySheet;
    }

    /** The cells of each colour, the gravest first. */
    static Map<Mark.Tint, List<CellAddress>> byTint(Map<CellAddress, CellMark> marks) {
        Map<Mark.Tint, List<CellAddress>> byTint = new EnumMap<>(Mark.Tint.class);
        marks.forEach((at, mark) ->
                byTint.computeIfAbsent(mark.tint(), t -> new ArrayList<>()).add(at));
        return byTint;
    }
}
