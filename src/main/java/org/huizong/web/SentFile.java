package org.huizong.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.huizong.disk.DiskException;
import org.huizong.disk.FolderTree;
import org.huizong.disk.TempFolder;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file that somebody sends to be looked at: it lies aside under its own name, by which its faults are told, until it is
 * closed.
 */
record SentFile(Path folder, Path path) implements AutoCloseable {
    /**
     * Lays one aside.
     *
     * @throws KindRefusalException if none was chosen
     */
    static SentFile of(MultipartFile sent) {
        String name = Objects.requireNonNullElse(sent.getOriginalFilename(), "");
        if (name.isBlank()) {
            throw new KindRefusalException(400, "web.table.none");
        }
        Path plain = Path.of(IncomingFiles.plain(name));
        try {
            Path folder = TempFolder.folder("sent");
            SentFile file = new SentFile(folder, folder.resolve(plain));
            boolean isWhole = false;
            try (InputStream in = sent.getInputStream()) {
                Files.copy(in, file.path());
                isWhole = true;
                return file;
            } finally {
                if (!isWhole) {
                    file.close();
                }
            }
        } catch (IOException e) {
            throw new DiskException(plain, e);
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public void close() {
        try {
            FolderTree.delete(folder);
        } catch (IOException e) {
            throw new DiskException(path, e);
        }
    }
}
