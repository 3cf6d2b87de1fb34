package org.huizong.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huizong.disk.DiskException;
import org.huizong.disk.Durable;
import org.huizong.disk.TempFolder;

/**
 * The last backup of a data folder.
 *
 * @param made when
 * @param file where it was put
 */
public record LastBackup(Instant made, String file) {
    static Optional<LastBackup> read(DataFolder data) {
        try {
            List<String> lines = Files.readAllLines(data.lastBackup());
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(new LastBackup(Instant.parse(lines.get(0)), lines.get(1)));
        } catch (IOException | DateTimeException noneOrUnreadable) {
            return Optional.empty();
        }
    }

    /** Puts it into a file, in place of what that says. */
    void write(Path place) {
        try {
            Path beside = TempFolder.file("backup", ".txt");
            Files.writeString(beside, made + "\n" + file + "\n");
            Durable.name(beside, place);
        } catch (IOException e) {
            throw new DiskException(place, e);
        }
    }
}
