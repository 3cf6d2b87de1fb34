package org.huizong.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huizong.disk.DiskException;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Severity;
import org.huizong.model.SourceFile;
import org.huizong.workbook.Bundle;
import org.huizong.workbook.WorkbookReader;

/**
 * The files below a returns folder.
 *
 * @param files to be read, by name
 * @param passedOver names of lock files, hidden files and what file managers leave behind
 * @param findings what is to be said of each thing that was not opened: locked, forbidden, a link, no file at all
 */
public record ReturnsFolder(List<SourceFile> files, List<String> passedOver, List<Finding> findings) {
    /** Where there is no folder. */
    public static final ReturnsFolder NONE = new ReturnsFolder(List.of(), List.of(), List.of());

    private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini", "__macosx");

    private static final int HEAD = 256;

    public ReturnsFolder {
        files = List.copyOf(files);
        passedOver = List.copyOf(passedOver);
        findings = List.copyOf(findings);
    }

    /**
     * Lists the files of a folder and of the folders and zips in it, in the order of their names.
     *
     * @throws DiskException if the folder itself can't be read
     */
    public static ReturnsFolder list(Path folder) {
        List<SourceFile> files = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Path real = real(folder);
        Everything below = below(real);
        for (Path path : below.paths()) {
            String name = name(real, path);
            if (isPassedOver(name)) {
                passedOver.add(name);
            } else if (below.links().contains(path)) {
                findings.add(Finding.failed("file.link", Severity.NOTICE, CellRef.file(name), Map.of()));
            } else if (Bundle.isDocument(path)) {
                findings.add(Finding.failed(Bundle.DOCUMENT_FINDING, Severity.ERROR, CellRef.file(name), Map.of()));
            } else {
                take(path, name, files, passedOver, findings);
            }
        }
        return new ReturnsFolder(files, passedOver, findings);
    }

    /** Takes a file, or the files of a zip of several; a zip inside a zip stays one file, and is no return. */
    private static void take(
            Path path, String name, List<SourceFile> files, List<String> passedOver, List<Finding> findings) {
        Optional<Instant> modified = modified(path);
        if (path.toFile().length() > WorkbookReader.MAX_FILE) {
            // it would be read, copied into the archive and read again, only to be refused
            findings.add(Finding.failed("file.large", Severity.ERROR, CellRef.file(name), Map.of()));
            return;
        }
        Optional<Opened> opened = open(path, name, modified);
        if (opened.isEmpty()) {
            findings.add(unreadable(name));
            return;
        }
        Optional<List<Bundle.Member>> members =
                opened.filter(Opened::mayBeBundle).flatMap(o -> unpack(path));
        if (members.isEmpty()) {
            files.add(opened.get().file());
            return;
        }
        for (Bundle.Member member : members.get()) {
            String inside = name + "/" + member.name();
            if (isPassedOver(member.name())) {
                passedOver.add(inside);
            } else {
                // a file of a zip came when the zip came
                open(member.path(), inside, modified)
                        .map(Opened::file)
                        .ifPresentOrElse(files::add, () -> findings.add(unreadable(inside)));
            }
        }
    }

    private static Optional<List<Bundle.Member>> unpack(Path zip) {
        try {
            return Bundle.unpack(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** One file that is named on its own; of a zip the files in it. */
    public static ReturnsFolder of(Path path) {
        String name = String.valueOf(path.getFileName());
        List<SourceFile> files = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        take(path, name, files, passedOver, findings);
        return new ReturnsFolder(files, passedOver, findings);
    }

    /** Whether there is nothing that could be a return. */
    public boolean isEmpty() {
        return files.isEmpty() && findings.isEmpty();
    }

    /** How many things there are that somebody may have meant for a return and that can't be opened. */
    public int unreadable() {
        return (int) findings.stream().filter(Finding::sendsBack).count();
    }

    private static Finding unreadable(String name) {
        return Finding.failed("file.unreadable", Severity.ERROR, CellRef.file(name), Map.of());
    }

    /** A file, and whether it begins as a zip of several does. */
    private record Opened(SourceFile file, boolean mayBeBundle) {}

    private static Optional<Instant> modified(Path path) {
        try {
            return Optional.of(Files.getLastModifiedTime(path).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Opened> open(Path path, String name, Optional<Instant> modified) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        MessageDigest digest = SourceFile.digest();
        byte[] buffer = new byte[64 << 10];
        boolean mayBeBundle = false;
        long size = 0;
        try (InputStream in = Files.newInputStream(path)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                mayBeBundle |= size == 0 && Bundle.mayBe(Arrays.copyOf(buffer, Math.min(n, HEAD)));
                size += n;
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        return Optional.of(new Opened(new SourceFile(path, name, sha256, size, modified), mayBeBundle));
    }

    /** A folder that is given as a link is the folder it leads to; links inside it are not followed. */
    private static Path real(Path folder) {
        try {
            return Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
        } catch (IOException e) {
            throw new DiskException(folder, e);
        }
    }

    private static Everything below(Path folder) {
        try {
            Everything below = new Everything(folder);
            Files.walkFileTree(folder, below);
            below.paths().sort(Comparator.comparing(path -> name(folder, path)));
            return below;
        } catch (IOException e) {
            throw new DiskException(folder, e);
        }
    }

    private static String name(Path folder, Path path) {
        return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /** A hidden folder hides what is in it. */
    private static boolean isPassedOver(String path) {
        for (String name : path.split("/", -1)) {
            if (name.startsWith(".") || name.startsWith("~$") || LITTER.contains(name.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** Notes every path that is not a folder, the folders that don't open, and those that are one document. */
    private static final class Everything extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final Path real;
        private final List<Path> paths = new ArrayList<>();
        private final Set<Path> links = new HashSet<>();

        Everything(Path folder) throws IOException {
            this.folder = folder;
            this.real = folder.toRealPath();
        }

        List<Path> paths() {
            return paths;
        }

        /** Those of them that only lead elsewhere. */
        Set<Path> links() {
            return links;
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
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                links.add(path);
            }
            paths.add(path);
            return FileVisitResult.CONTINUE;
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
}
