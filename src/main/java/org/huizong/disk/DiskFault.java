package org.huizong.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a disk did not do what was asked of it.
 *
 * @param kind what is the matter; people are told in a sentence of their own for each
 * @param place the file or folder in question; empty if nobody said
 * @param reason the operating system's own words, for what has no kind of its own
 */
public record DiskFault(Kind kind, Optional<String> place, String reason) {
    /** The kinds of faults that people can do something about. */
    public enum Kind {
        /** The disk, or this user's share of it, is full. */
        FULL,
        /** The disk or the folder can be read only. */
        READ_ONLY,
        /** This user may not. */
        DENIED,
        /** There is no such file or folder. */
        ABSENT,
        /** A file stands where a folder is needed, or the other way round. */
        OTHER,
        /** The name is longer than the disk allows. */
        LONG,
        /** Another program uses the file. */
        BUSY,
        /** Anything else: a cable, a broken disk, a network folder that is gone. */
        FAILED
    }

    /** Less than this is no room for any file that the program writes. */
    private static final long LEAST_ROOM = 64 << 10;

    /** What operating systems say, in the languages that they say it in here. */
    private static final List<Said> SAID = List.of(
            new Said("No space left on device", Kind.FULL),
            new Said("设备上没有空间", Kind.FULL),
            new Said("Disk quota exceeded", Kind.FULL),
            new Said("超出磁盘限额", Kind.FULL),
            new Said("not enough space on the disk", Kind.FULL),
            new Said("磁盘空间不足", Kind.FULL),
            new Said("Read-only file system", Kind.READ_ONLY),
            new Said("只读文件系统", Kind.READ_ONLY),
            new Said("write protected", Kind.READ_ONLY),
            new Said("写保护", Kind.READ_ONLY),
            new Said("Permission denied", Kind.DENIED),
            new Said("Operation not permitted", Kind.DENIED),
            new Said("权限不够", Kind.DENIED),
            new Said("不允许的操作", Kind.DENIED),
            new Said("Access is denied", Kind.DENIED),
            new Said("拒绝访问", Kind.DENIED),
            new Said("Not a directory", Kind.OTHER),
            new Said("不是目录", Kind.OTHER),
            new Said("Is a directory", Kind.OTHER),
            new Said("是一个目录", Kind.OTHER),
            new Said("File name too long", Kind.LONG),
            new Said("文件名过长", Kind.LONG),
            new Said("used by another process", Kind.BUSY),
            new Said("另一个程序正在使用", Kind.BUSY),
            new Said("Text file busy", Kind.BUSY),
            new Said("Device or resource busy", Kind.BUSY),
            new Said("设备或资源忙", Kind.BUSY));

    private record Said(String words, Kind kind) {}

    /** What is behind a fault, however often a step, a thread and a database have wrapped it; empty if it is no disk. */
    public static Optional<DiskFault> behind(Throwable fault) {
        Optional<String> place = causes(fault)
                .flatMap(c -> c instanceof DiskException e ? Stream.of(e.place().toString()) : Stream.empty())
                .reduce((outer, inner) -> inner);
        return causes(fault)
                .flatMap(c -> of(c).stream())
                .reduce((outer, inner) -> inner)
                .map(found -> place.isPresent() ? new DiskFault(found.kind, place, found.reason) : found);
    }

    /** The same, of a fault that was met at that place: a disk that has no room left is to blame even if nobody says so. */
    public static DiskFault at(Path place, Throwable fault) {
        DiskFault found = behind(fault)
                .orElseGet(() -> new DiskFault(Kind.FAILED, Optional.empty(), String.valueOf(fault.getMessage())));
        Kind kind = found.kind == Kind.FAILED && isFull(place) ? Kind.FULL : found.kind;
        return new DiskFault(kind, found.place.or(() -> Optional.of(place.toString())), found.reason);
    }

    private static Optional<DiskFault> of(Throwable cause) {
        if (cause instanceof ReadOnlyFileSystemException) {
            return Optional.of(new DiskFault(Kind.READ_ONLY, Optional.empty(), ""));
        }
        if (!(cause instanceof IOException)) {
            return Optional.empty();
        }
        Optional<String> place =
                cause instanceof FileSystemException file ? Optional.ofNullable(file.getFile()) : Optional.empty();
        String reason = cause instanceof FileSystemException file
                ? Optional.ofNullable(file.getReason()).orElse("")
                : Optional.ofNullable(cause.getMessage()).orElse("");
        return Optional.of(new DiskFault(kind(cause, reason), place, reason));
    }

    private static Kind kind(Throwable cause, String reason) {
        if (cause instanceof NoSuchFileException) {
            return Kind.ABSENT;
        }
        if (cause instanceof AccessDeniedException) {
            return Kind.DENIED;
        }
        if (cause instanceof FileAlreadyExistsException
                || cause instanceof NotDirectoryException
                || cause instanceof FileSystemLoopException) {
            return Kind.OTHER;
        }
        return SAID.stream()
                .filter(s -> reason.contains(s.words))
                .map(Said::kind)
                .findFirst()
                .orElse(Kind.FAILED);
    }

    private static boolean isFull(Path place) {
        try {
            for (Path at = place.toAbsolutePath(); at != null; at = at.getParent()) {
                if (Files.exists(at)) {
                    return Files.getFileStore(at).getUsableSpace() < LEAST_ROOM;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, c -> c != null, Throwable::getCause);
    }
}
