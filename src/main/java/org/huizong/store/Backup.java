package org.huizong.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.huizong.disk.DiskException;
import org.huizong.disk.Durable;
import org.huizong.disk.LockFile;
import org.huizong.disk.TempFolder;

/** Makes one file of everything that a data folder keeps, also while another process has it. */
public final class Backup {
    private Backup() {}

    /**
     * Writes a backup beside its place, reads all of it again, and gives it its name.
     *
     * @param made what the clock shows
     * @param waiting is called once if another process has the data folder and is asked for the backup
     * @return what is in it
     * @throws StoreException if the data folder is not whole, or the backup would not be; of kind {@code backup.inside} or
     *     {@code backup.other} if its place is in the data folder or taken by anything but a backup
     */
    public static BackupContents make(Path folder, Path file, Instant made, Runnable waiting) {
        DataFolder data = new DataFolder(folder);
        return make(data, file, made, beside -> BackupDesk.ask(data, beside, made, waiting));
    }

    /** Writes one of a data folder that this process has open, in the same way. */
    public static BackupContents make(Store store, Path file, Instant made) {
        DataFolder data = store.data();
        return make(data, file, made, beside -> BackupFile.write(store.dataSource(), data, beside, made));
    }

    @SuppressWarnings("try") // held, and not looked at
    private static BackupContents make(DataFolder data, Path file, Instant made, Consumer<Path> writer) {
        Path place = file.toAbsolutePath().normalize();
        refuse(data, place);
        Path beside = BackupFile.beside(place);
        Path lock = LockFile.beside(place);
        try (LockFile mine = LockFile.take(lock)
                        .orElseThrow(() -> new StoreException("backup.busy", Map.of("path", place.toString())));
                TempFolder temp = TempFolder.under(data.temp())) {
            try {
                writer.accept(beside);
                BackupContents contents = BackupFile.verify(beside);
                Durable.name(beside, place);
                new LastBackup(made, place.toString()).write(data.lastBackup());
                return contents;
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new DiskException(place, e);
        }
    }

    private static void refuse(DataFolder data, Path place) {
        Path folder = Objects.requireNonNullElse(place.getParent(), place);
        if (real(folder).startsWith(real(data.path()))) {
            throw new StoreException("backup.inside", Map.of("path", place.toString()));
        }
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !BackupFile.is(place)) {
            throw new StoreException("backup.other", Map.of("path", place.toString()));
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException notThere) {
            return folder;
        }
    }
}
