package org.huizong.intake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huizong.disk.DiskException;
import org.huizong.disk.OwnFiles;
import org.huizong.spreadsheet.read.Bundle;

/**
 * Notes every path below a folder that is not a folder itself, the folders that don't open, and those that are one
 * document. What the program itself keeps or wrote is noted by its folder alone.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final Path real;
    private final boolean isData;
    private final List<Path> paths = new ArrayList<>();
    private final List<Path> own = new ArrayList<>();
    private final Set<Path> links = new HashSet<>();

    private FolderWalk(Path folder) throws IOException {
        this.folder = folder;
        this.real = folder.toRealPath();
        this.isData = OwnFiles.isData(folder);
    }

    /**
     * Walks through a folder.
     *
     * @throws DiskException if the folder itself can't be read
     */
    static FolderWalk through(Path folder) {
        try {
            FolderWalk walk = new FolderWalk(folder);
            Files.walkFileTree(folder, walk);
            walk.paths.sort(Comparator.comparing(walk::name));
            walk.own.sort(Comparator.comparing(walk::name));
            return walk;
        } catch (IOException e) {
            throw new DiskException(folder, e);
        }
    }

    List<Path> paths() {
        return paths;
    }

    /** The folders, and files of the walked folder itself, that are the program's own. */
    List<Path> own() {
        return own;
    }

    /** Whether a path only leads elsewhere. */
    boolean isLink(Path path) {
        return links.contains(path);
    }

    /** A path below the folder, with forward slashes. */
    String name(Path path) {
        return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /** Windows has links to folders that are no symbolic links; their real path lies elsewhere. */
    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
        boolean leadsAway;
        try {
            leadsAway = !path.toRealPath().startsWith(real);
        } catch (IOException goneOrClosed) {
            visitFileFailed(path, goneOrClosed);
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (leadsAway) {
            links.add(path);
        }
        if (leadsAway || Bundle.isDocument(path)) {
            paths.add(path);
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (isOwn(path) || (!path.equals(folder) && OwnFiles.isFolder(path))) {
            own.add(path);
            return FileVisitResult.SKIP_SUBTREE;
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
        if (isOwn(path)) {
            own.add(path);
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink()) {
            links.add(path);
        }
        paths.add(path);
        return FileVisitResult.CONTINUE;
    }

    /** Tells whether it is a part of the data folder that the walked folder itself is. */
    private boolean isOwn(Path path) {
        return isData && folder.equals(path.getParent()) && OwnFiles.isOfData(String.valueOf(path.getFileName()));
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException fault) throws IOException {
        if (path.equals(folder)) {
            throw fault;
        }
        paths.add(path);
        return FileVisitResult.CONTINUE;
    }
}
