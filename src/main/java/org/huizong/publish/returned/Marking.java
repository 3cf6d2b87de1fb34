package org.huizong.publish.returned;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.huizong.disk.DiskException;
import org.huizong.spreadsheet.mark.ClerkBook;
import org.huizong.spreadsheet.mark.Opening;
import org.huizong.spreadsheet.mark.TooLarge;
import org.huizong.spreadsheet.mark.Unmarked;

/** Marks files that may be odd in any way: what cannot be marked is a result. */
final class Marking {
    /** Writes a marked workbook. */
    interface Work {
        void write() throws IOException;
    }

    private Marking() {}

    /** Opens a file, with what holds of the memory for {@link #unmarked} as well. */
    static Opening open(Path file, boolean alone) {
        try {
            return ClerkBook.open(file);
        } catch (OutOfMemoryError e) {
            return tooLarge(e, alone);
        }
    }

    private static Unmarked tooLarge(OutOfMemoryError e, boolean alone) {
        if (!alone) {
            throw e;
        }
        return Unmarked.SIZE;
    }

    /**
     * Does the work; why nothing came of it, if this workbook cannot be marked.
     *
     * @param alone whether nothing else is being written
     * @throws DiskException if the disk does not take the copy
     * @throws OutOfMemoryError if the memory does not suffice while something else is being written: it may have taken it
     */
    static Optional<Unmarked> unmarked(Work work, boolean alone) {
        try {
            work.write();
            return Optional.empty();
        } catch (OutOfMemoryError e) {
            return Optional.of(tooLarge(e, alone));
        } catch (DiskException e) {
            throw e;
        } catch (TooLarge e) {
            return Optional.of(Unmarked.SIZE);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return Optional.of(Unmarked.CONTENT);
        }
    }
}
