package org.huizong.web;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.huizong.disk.DiskException;
import org.huizong.intake.PassedOver;
import org.huizong.model.Sha256;

/**
 * A file in a folder that the page shows, known to browsers by an id: no path is ever taken from them.
 *
 * @param id names it in addresses
 * @param name its path below the folder, with forward slashes
 * @param path where it lies
 * @param size its bytes
 * @param saved when it was last changed
 */
public record FolderFile(String id, String name, Path path, long size, Instant saved) {
    private static final int ID_DIGITS = 24;

    /** The files of a folder and of those in it, by name; none if it is not there. Links are not followed. */
    static List<FolderFile> list(Path folder) {
        List<FolderFile> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    String name = folder.relativize(path)
                            .toString()
                            .replace(path.getFileSystem().getSeparator(), "/");
                    if (attributes.isRegularFile() && !PassedOver.hides(name)) {
                        files.add(new FolderFile(
                                Sha256.of(name).substring(0, ID_DIGITS),
                                name,
                                path,
                                attributes.size(),
                                attributes.lastModifiedTime().toInstant()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException fault) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new DiskException(folder, e);
        }
        files.sort(Comparator.comparing(FolderFile::name));
        return files;
    }

    /** The one of that id in a folder. */
    static FolderFile of(Path folder, String id) {
        return list(folder).stream()
                .filter(file -> file.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchPageException("file"));
    }
}
