package org.huizong.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.huizong.disk.DiskException;
import org.huizong.model.Period;

/** The folder of reports in words: a report that somebody has worked on is kept when a new one is written. */
public record ReportFolder(Path path) {
    /** The usual one of a period, among the folders of results. */
    public static ReportFolder in(Path output, Period period) {
        return new ReportFolder(output.resolve("narrative-" + period));
    }

    /**
     * Writes files into it, all or none.
     *
     * @return where those are kept that stood there and say something else
     * @throws OutputException if another program writes into it
     */
    public List<Path> write(List<WrittenFile> written) {
        try (FileSet files = new FileSet(path)) {
            written.forEach(file -> files.write(file.name(), out -> out.write(file.content())));
            files.publish();
            // somebody may have worked on a report that stood there
            return files.keepOthers();
        }
    }

    /** Whether it holds that file with the same content. */
    public boolean holds(WrittenFile file) {
        Path place = path.resolve(file.name());
        try {
            return Files.isRegularFile(place) && Arrays.equals(Files.readAllBytes(place), file.content());
        } catch (IOException e) {
            throw new DiskException(place, e);
        }
    }
}
