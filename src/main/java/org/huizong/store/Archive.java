package org.huizong.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.huizong.submission.SourceFile;

/** Every file that was read, under its SHA-256: the evidence. Readable by the owner alone. */
public final class Archive {
    private final Path folder;

    Archive(Path folder) {
        this.folder = folder;
    }

    /** Where the content of that digest is kept, or would be. */
    public Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Keeps the file's content unless it is kept already; a half-written copy is never seen under its name. */
    public void keep(SourceFile file) {
        Path place = place(file.sha256());
        try {
            if (Files.exists(place)) {
                return;
            }
            Files.createDirectories(place.getParent());
            Path beside = Files.createTempFile(place.getParent(), "copy", ".tmp");
            Files.copy(file.path(), beside, StandardCopyOption.REPLACE_EXISTING);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("r--------"));
            }
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException keptMeanwhile) {
            // the same content came twice at once: one copy is enough
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a copy of " + file.path() + " in " + place, e);
        }
    }
}
