package org.huizong.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.huizong.disk.DiskException;
import org.huizong.disk.FolderTree;
import org.huizong.intake.ReturnsFolder;
import org.huizong.model.SourceFile;

/** The digests of what a run would read of files, remembered until a file has another size or time. */
final class FileDigests {
    private record Known(long size, Instant saved, Set<String> digests) {}

    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /** That of a file, or of those in it if it is a zip of some; none if nothing of it would be read. */
    Set<String> of(FolderFile file) {
        Known before = known.get(file.path());
        if (before != null && before.size() == file.size() && before.saved().equals(file.saved())) {
            return before.digests();
        }
        Set<String> digests = read(file.path());
        if (!digests.isEmpty()) {
            // what cannot be read now, because a program has it open, may be readable at the next look
            known.put(file.path(), new Known(file.size(), file.saved(), digests));
        }
        return digests;
    }

    private static Set<String> read(Path file) {
        List<SourceFile> inside;
        try {
            inside = ReturnsFolder.of(file).files();
        } catch (UncheckedIOException goneMeanwhile) {
            return Set.of();
        }
        Set<String> digests = new HashSet<>();
        Set<Path> unpacked = new HashSet<>();
        for (SourceFile one : inside) {
            digests.add(one.sha256());
            if (!one.path().equals(file)) {
                unpacked.add(one.path().resolveSibling(""));
            }
        }
        unpacked.forEach(FileDigests::delete);
        return Set.copyOf(digests);
    }

    private static void delete(Path folder) {
        try {
            FolderTree.delete(folder);
        } catch (IOException e) {
            throw new DiskException(folder, e);
        }
    }
}
