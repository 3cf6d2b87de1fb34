package org.huizong.spreadsheet.write;

import java.io.File;
import java.io.IOException;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;
import org.huizong.disk.TempFolder;

/**
 * Lets POI put the rows of a long sheet, while it is written, where everything temporary lies.
 *
 * <p>POI's own way is one folder for all users of a machine, which belongs to whoever came first.
 */
public final class Scratch implements TempFileCreationStrategy {
    private Scratch() {}

    /** Lets POI write its scratch files so from now on. */
    public static void prepare() {
        TempFile.setTempFileCreationStrategy(new Scratch());
    }

    @Override
    public File createTempFile(String prefix, String suffix) throws IOException {
        return TempFolder.file(prefix, suffix).toFile();
    }

    @Override
    public File createTempDirectory(String prefix) throws IOException {
        return TempFolder.folder(prefix).toFile();
    }
}
