package org.huizong.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huizong.disk.DiskException;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Severity;
import org.huizong.model.Sha256;
import org.huizong.model.SourceFile;
import org.huizong.spreadsheet.read.Bundle;
import org.huizong.spreadsheet.read.Unfit;
import org.huizong.spreadsheet.read.WorkbookReader;
import org.huizong.text.Folding;

/**
 * The files below a returns folder.
 *
 * @param files to be read, by name
 * @param findings what is to be said of each thing that was not opened: locked, forbidden, a link, no file at all, hidden,
 *     or the program's own
 */
public record ReturnsFolder(List<SourceFile> files, List<Finding> findings) {
    /** Where there is no folder. */
    public static final ReturnsFolder NONE = new ReturnsFolder(List.of(), List.of());

    private static final String BACKUP = "file.backup";

    private static final int HEAD = 256;
    /** The most folders of the program's own that are named. */
    private static final int MAX_NAMED = 10;

    public ReturnsFolder {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }

    /**
     * Lists the files of a folder and of the folders and zips in it, in the order of their names.
     *
     * @throws DiskException if the folder itself can't be read
     */
    public static ReturnsFolder list(Path folder) {
        FolderWalk walk = FolderWalk.through(real(folder));
        Listing listing = new Listing(opened(walk));
        listing.passOwn(walk.own().stream().map(walk::name).toList());
        for (Path path : walk.paths()) {
            String name = walk.name(path);
            if (listing.passedOver.is(path, "", name)) {
                continue;
            }
            if (walk.isLink(path)) {
                listing.notice("file.link", name);
            } else if (Bundle.isDocument(path)) {
                listing.error(Bundle.DOCUMENT_FINDING, name);
            } else {
                listing.take(path, name);
            }
        }
        return listing.whole();
    }

    /** One file that is named on its own; of a zip the files in it. */
    public static ReturnsFolder of(Path path) {
        Listing listing = new Listing(Map.of());
        listing.take(path, String.valueOf(path.getFileName()));
        return listing.whole();
    }

    /** Opens the files of a folder, on all processors: to take their digests is most of what is done before any is read. */
    private static Map<Path, Optional<Opened>> opened(FolderWalk walk) {
        return walk.paths().parallelStream()
                .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                .filter(path -> path.toFile().length() <= WorkbookReader.MAX_FILE)
                .filter(path -> !PassedOver.hides(walk.name(path)))
                .collect(Collectors.toMap(Function.identity(), path -> open(path, walk.name(path), modified(path))));
    }

    private static final class Listing {
        private final Map<Path, Optional<Opened>> known;
        private final List<SourceFile> files = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private final PassedOver passedOver = new PassedOver();

        /** Lists files of which some are opened already. */
        Listing(Map<Path, Optional<Opened>> known) {
            this.known = known;
        }

        /** Takes a file, or the files of a zip of several; a zip inside a zip stays one file, and is no return. */
        void take(Path path, String name) {
            if (path.toFile().length() > WorkbookReader.MAX_FILE) {
                // it would be read, copied into the archive and read again, only to be refused
                if (Files.isRegularFile(path) && Bundle.isOwn(path)) {
                    notice(BACKUP, name);
                } else {
                    Unfit unfit = Unfit.tooLarge(name);
                    findings.add(Finding.failed(unfit.finding(), Severity.ERROR, CellRef.file(name))
                            .with(unfit.arguments()));
                }
                return;
            }
            Optional<Instant> modified = modified(path);
            Optional<Opened> opened =
                    known.containsKey(path) ? known.getOrDefault(path, Optional.empty()) : open(path, name, modified);
            Optional<List<Bundle.Member>> members =
                    opened.filter(o -> o.kind() == Kind.BUNDLE).flatMap(o -> unpack(path));
            if (members.isEmpty()) {
                add(opened, name);
                return;
            }
            for (Bundle.Member member : members.get()) {
                if (!passedOver.is(member.path(), name + "/", member.name())) {
                    // a file of a zip came when the zip came
                    String inside = name + "/" + member.name();
                    add(open(member.path(), inside, modified), inside);
                }
            }
        }

        private void add(Optional<Opened> opened, String name) {
            if (opened.isEmpty()) {
                error("file.unreadable", name);
            } else if (opened.get().kind() == Kind.OWN) {
                // its key must get into no archive, and its originals are no returns
                notice(BACKUP, name);
            } else {
                files.add(opened.get().file());
            }
        }

        /** One notice of all that the program itself keeps or wrote here. */
        void passOwn(List<String> folders) {
            List<String> named =
                    folders.stream().filter(name -> !PassedOver.hides(name)).toList();
            if (!named.isEmpty()) {
                String names = named.stream().limit(MAX_NAMED).collect(Collectors.joining(", "))
                        + (named.size() > MAX_NAMED ? ", " + Folding.CUT : "");
                findings.add(Finding.failed("file.own", Severity.NOTICE, CellRef.file(named.get(0)))
                        .with("folders", Argument.name(names)));
            }
        }

        void notice(String rule, String name) {
            findings.add(Finding.failed(rule, Severity.NOTICE, CellRef.file(name)));
        }

        void error(String rule, String name) {
            findings.add(Finding.failed(rule, Severity.ERROR, CellRef.file(name)));
        }

        ReturnsFolder whole() {
            findings.addAll(passedOver.findings());
            return new ReturnsFolder(files, findings);
        }
    }

    private static Optional<List<Bundle.Member>> unpack(Path zip) {
        try {
            return Bundle.unpack(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** Whether there is nothing that could be a return. */
    public boolean isEmpty() {
        return files.isEmpty() && findings.isEmpty();
    }

    /** How many things there are that somebody may have meant for a return and that can't be opened. */
    public int unreadable() {
        return (int) findings.stream().filter(Finding::sendsBack).count();
    }

    private enum Kind {
        FILE,
        /** It begins as a zip of several files does. */
        BUNDLE,
        /** It is a backup of this program. */
        OWN
    }

    private record Opened(SourceFile file, Kind kind) {}

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
        MessageDigest digest = Sha256.begun();
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
        String sha256 = Sha256.finished(digest);
        Kind kind = !mayBeBundle ? Kind.FILE : Bundle.isOwn(path) ? Kind.OWN : Kind.BUNDLE;
        return Optional.of(new Opened(new SourceFile(path, name, sha256, size, modified), kind));
    }

    /** A folder that is given as a link is the folder it leads to; links inside it are not followed. */
    private static Path real(Path folder) {
        try {
            return Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
        } catch (IOException e) {
            throw new DiskException(folder, e);
        }
    }
}
