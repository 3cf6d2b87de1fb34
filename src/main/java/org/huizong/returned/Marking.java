package org.huizong.returned;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.huizong.spreadsheet.write.ClerkBook;
import org.huizong.spreadsheet.write.Opening;
import org.huizong.spreadsheet.write.Unmarked;

/**
 * What came of marking one file.
 *
 * @param copy the marked workbook; empty if there is only the list
 * @param why there is only the list
 */
record Marking(ByteArrayOutputStream copy, Optional<Unmarked> why) {
    /** Writes a marked workbook. */
    interface Work {
        void write(OutputStream out) throws IOException;
    }

    static Marking none(Unmarked why) {
        return new Marking(new ByteArrayOutputStream(0), Optional.of(why));
    }

    /** Opens a file, with what holds of the memory for {@link #of} as well. */
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
     * The marked copy; none if POI, which throws several kinds on odd workbooks, cannot mark this one.
     *
     * @param alone whether nothing else is being written
     * @throws OutOfMemoryError if the memory does not suffice while something else is being written: it may have taken it
     */
    static Marking of(Work work, boolean alone) {
        try {
            var out = new ByteArrayOutputStream();
            work.write(out);
            return new Marking(out, Optional.empty());
        } catch (OutOfMemoryError e) {
            return none(tooLarge(e, alone));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return none(Unmarked.CONTENT);
        }
    }
}
