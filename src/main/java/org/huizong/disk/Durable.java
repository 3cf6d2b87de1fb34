package org.huizong.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What must be on the disk itself, and not only on its way there, when the power is cut. */
public final class Durable {
    private Durable() {}

    /** Waits until a file's content is on the disk. */
    public static void file(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Waits until the names in a folder are on the disk, where a system can be asked for that. */
    public static void folder(Path folder) throws IOException {
        if (OwnerOnly.isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Gives a file whose content is on the disk its name, in place of any other that has it, and makes the name last. */
    public static void name(Path file, Path name) throws IOException {
        try {
            Files.move(file, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException anotherDisk) {
            Path beside = name.resolveSibling("copy-" + name.getFileName() + ".tmp");
            try {
                copy(file, beside);
                Files.move(beside, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            Files.delete(file);
        }
        Path parent = name.toAbsolutePath().getParent();
        if (parent != null) {
            folder(parent);
        }
    }

    /** Waits until the copy is on the disk, before it may be read only: then a system lets nobody ask for that. */
    private static void copy(Path file, Path copy) throws IOException {
        OwnerOnly.file(copy);
        try (OutputStream out = Files.newOutputStream(copy)) {
            Files.copy(file, out);
        }
        file(copy);
        if (OwnerOnly.isPosix(file) && OwnerOnly.isPosix(copy)) {
            Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
        }
        Files.setLastModifiedTime(copy, Files.getLastModifiedTime(file));
    }
}
