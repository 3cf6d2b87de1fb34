package org.huizong.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.disk.DiskException;
import org.huizong.disk.Durable;
import org.huizong.disk.FolderTree;
import org.huizong.disk.LockFile;
import org.huizong.disk.TempFolder;

/**
 * Puts a backup in place of what a data folder holds, which is kept in a folder inside it.
 *
 * <p>All is unpacked and verified in a folder of its own first. Then a mark is set, and from there on whoever opens the
 * data folder next finishes what was begun, so that nobody ever sees half of it.
 */
public final class Restoring {
    /** All is unpacked; what was there before is moved into the folder that the mark names. */
    private static final String UNPACKED = "UNPACKED";

    /** What was there before is out of the way. */
    private static final String CLEARED = "CLEARED";

    private static final String ASIDE = "before-restore-";

    private Restoring() {}

    /**
     * What was put back.
     *
     * @param contents what is in the backup
     * @param aside where what was there before is kept; empty if there was nothing
     */
    public record Restored(BackupContents contents, Optional<Path> aside) {}

    /** Tells whether a data folder holds all that belongs together, so that a backup would push out something good. */
    public static boolean isWhole(Path folder) {
        DataFolder data = new DataFolder(folder);
        try {
            boolean kept = !data.isNew();
            if (kept) {
                data.refuseNoKey();
            }
            return kept;
        } catch (StoreException e) {
            return false;
        }
    }

    /**
     * Puts a backup in place.
     *
     * @throws StoreException if another process has the data folder, it is somebody else's, or the backup is not whole;
     *     nothing is changed then
     * @throws DiskException if what was there cannot be moved out of the way; then it is left as it was
     */
    @SuppressWarnings("try") // held, and not looked at
    public static Restored restore(Path folder, Path zip) {
        DataFolder data = new DataFolder(folder);
        data.refuseAnothers();
        data.make();
        try (LockFile lock = data.lock();
                TempFolder temp = TempFolder.under(data.temp())) {
            finish(data);
            FolderTree.delete(data.restoring());
            BackupContents contents;
            try {
                Files.createDirectories(data.restoring());
                contents = BackupFile.unpack(zip, data.restoring(), name -> true);
                new LastBackup(contents.made(), zip.toAbsolutePath().normalize().toString())
                        .write(data.restoring().resolve(data.lastBackup().getFileName()));
            } catch (RuntimeException e) {
                FolderTree.delete(data.restoring());
                throw e;
            }
            Path aside = aside(data);
            Path mark = TempFolder.file("mark", ".txt");
            Files.writeString(mark, aside.getFileName().toString());
            Durable.file(mark);
            Durable.name(mark, data.restoring().resolve(UNPACKED));
            finish(data);
            return new Restored(contents, Optional.of(aside).filter(Files::exists));
        } catch (IOException e) {
            throw new StoreException("unwritable", Map.of("path", data.path().toString()), e);
        }
    }

    private static Path aside(DataFolder data) {
        for (int n = 1; ; n++) {
            Path aside = data.path().resolve(ASIDE + n);
            if (!Files.exists(aside)) {
                return aside;
            }
        }
    }

    /** Finishes what a process that was killed has begun, or takes back what it had not unpacked wholly. */
    static void finish(DataFolder data) throws IOException {
        Path from = data.restoring();
        Path unpacked = from.resolve(UNPACKED);
        Path cleared = from.resolve(CLEARED);
        if (Files.exists(unpacked)) {
            clear(data, data.path().resolve(Files.readString(unpacked)), unpacked);
            Durable.name(unpacked, cleared);
        }
        if (Files.exists(cleared)) {
            for (Path fresh : inside(from)) {
                if (!fresh.equals(cleared)) {
                    Files.move(fresh, data.path().resolve(fresh.getFileName()));
                }
            }
            Durable.folder(data.path());
        }
        FolderTree.delete(from);
    }

    /**
     * Moves what was there before out of the way.
     *
     * @throws DiskException that names what cannot be moved: another program has it open, or a disk is mounted there; then
     *     all is as it was before
     */
    private static void clear(DataFolder data, Path aside, Path unpacked) throws IOException {
        for (Path old : inside(data.path())) {
            if (isKept(data, old)) {
                try {
                    Files.createDirectories(aside);
                    Files.move(old, aside.resolve(old.getFileName()));
                } catch (IOException e) {
                    DiskException fault = new DiskException(old, e);
                    try {
                        takeBack(data, aside, unpacked);
                    } catch (IOException another) {
                        fault.addSuppressed(another);
                    }
                    throw fault;
                }
            }
        }
    }

    /** The mark goes last of what counts: whoever is killed over it leaves a restore that can be finished or taken back. */
    private static void takeBack(DataFolder data, Path aside, Path unpacked) throws IOException {
        if (Files.isDirectory(aside)) {
            for (Path old : inside(aside)) {
                Path back = data.path().resolve(old.getFileName());
                if (!Files.exists(back, LinkOption.NOFOLLOW_LINKS)) {
                    Files.move(old, back);
                }
            }
            if (inside(aside).isEmpty()) {
                Files.delete(aside);
            }
        }
        Files.delete(unpacked);
        FolderTree.delete(data.restoring());
    }

    /** What the program keeps; files of others stay where they are. */
    private static boolean isKept(DataFolder data, Path place) {
        String name = place.getFileName().toString();
        boolean isDatabase = name.startsWith("huizong") && name.endsWith(".db");
        return isDatabase
                || Stream.of(data.key(), data.archive(), data.lastBackup()).anyMatch(place::equals);
    }

    private static List<Path> inside(Path folder) throws IOException {
        List<Path> inside = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            all.forEach(inside::add);
        }
        return inside;
    }
}
