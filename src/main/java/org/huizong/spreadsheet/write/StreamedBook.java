package org.huizong.spreadsheet.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.disk.DiskException;
import org.huizong.disk.DiskOutput;
import org.huizong.disk.TempFolder;

/**
 * A workbook whose long sheets go to the disk row by row.
 *
 * <p>POI keeps to itself what a disk says while a part is packed into a temporary file: the part "failed to be saved".
 * Here the temporary file says it.
 */
public final class StreamedBook extends SXSSFWorkbook {
    private final XSSFWorkbook whole;

    /**
     * Streams the sheets that are written from now on.
     *
     * @param whole what the workbook has already
     * @param window rows of a sheet that are kept in memory
     */
    public StreamedBook(XSSFWorkbook whole, int window) {
        super(whole, window);
        this.whole = whole;
    }

    /**
     * Writes the workbook; the stream stays open.
     *
     * @throws DiskException if a disk does not take what has to lie beside it until then
     */
    @Override
    public void write(OutputStream out) throws IOException {
        Path packed = TempFolder.file("workbook", ".xlsx");
        try {
            write(packed, out);
        } finally {
            Files.deleteIfExists(packed);
        }
    }

    /** Writes it by way of that temporary file. */
    void write(Path packed, OutputStream out) throws IOException {
        flushSheets();
        try (OutputStream file = DiskOutput.to(packed)) {
            whole.write(file);
        }
        try (ZipSecureFile zip = new ZipSecureFile(packed.toFile());
                ZipFileZipEntrySource parts = new ZipFileZipEntrySource(zip)) {
            injectData(parts, out);
        }
    }
}
