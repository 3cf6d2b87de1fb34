package org.huizong.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.huizong.disk.DiskException;

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
    private static final int ID_BYTES = 12;

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
                    if (attributes.isRegularFile() && !isHidden(name)) {
                        files.add(new FolderFile(
                                id(name),
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

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.contains("/.") || name.startsWith("~$") || name.contains("/~$");
    }

    private static String id(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
