package org.huizong.spreadsheet.read;

import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Reads the sheets of a file of any format that is understood: .xlsx and .xlsm, .xls and .et, .csv. */
public final class WorkbookReader {
    /** Bytes of the largest file that is looked into. */
    public static final long MAX_FILE = 256L << 20;

    private WorkbookReader() {}

    /**
     * The sheets of a file, or why they can't be had. Bad content never throws.
     *
     * @throws UncheckedIOException if the disk does not give the file
     */
    public static Contents read(Path file) {
        Verdict verdict = Guard.inspect(file);
        if (verdict instanceof Verdict.Sound sound) {
            return XlsxReader.read(sound);
        }
        if (verdict instanceof Verdict.Old old) {
            return XlsReader.read(file, old);
        }
        if (verdict instanceof Verdict.Plain plain) {
            return TextReader.read(plain.text());
        }
        return (Unfit) verdict;
    }
}
