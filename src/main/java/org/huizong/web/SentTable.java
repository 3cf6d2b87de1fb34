package org.huizong.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import org.huizong.disk.DiskException;
import org.huizong.disk.FolderTree;
import org.huizong.disk.TempFolder;
import org.springframework.web.multipart.MultipartFile;

/** A table that somebody sends to be read once: it lies aside under its own name, by which its faults are told, and goes. */
final class SentTable {
    private SentTable() {}

    /**
     * Works with it.
     *
     * @throws KindRefusalException if none was chosen
     */
    static <T> T with(MultipartFile sent, Function<Path, T> work) {
        String name = Objects.requireNonNullElse(sent.getOriginalFilename(), "");
        if (name.isBlank()) {
            throw new KindRefusalException(400, "web.table.none");
        }
        try {
            Path folder = TempFolder.folder("table");
            try {
                Path table = folder.resolve(IncomingFiles.plain(name));
                try (InputStream in = sent.getInputStream()) {
                    Files.copy(in, table);
                }
                return work.apply(table);
            } finally {
                FolderTree.delete(folder);
            }
        } catch (IOException e) {
            throw new DiskException(Path.of(IncomingFiles.plain(name)), e);
        }
    }
}
