package org.huizong.workbook;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;

/**
 * Where POI puts the rows of a long sheet while it is written: a file of its own each time, for this user alone.
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
        return leaveNothing(Files.createTempFile("huizong-" + prefix, suffix));
    }

    @Override
    public File createTempDirectory(String prefix) throws IOException {
        return leaveNothing(Files.createTempDirectory("huizong-" + prefix));
    }

    private static File leaveNothing(Path path) {
        File file = path.toFile();
        file.deleteOnExit();
        return file;
    }
}
