package org.huizong.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final String UNREADABLE = "file.unreadable";

    private static final Receiver DIGEST = (file, name) -> Sha256.of(file);

    /** The most folders of the program's own that are named. */
    private static final int MAX_NAMED = 10;

    public ReturnsFolder {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }

    /** Takes the digest of a file that may be a return, and may keep the file while its bytes pass. */
    @FunctionalInterface
    public interface Receiver {
        /**
         * Returns the SHA-256 of the file, which people know by that name.
         *
         * @throws IOException if the file can't be read
         */
        String receive(Path file, String name) throws IOException;
    }

    /** Lists a folder without keeping anything. */
    public static ReturnsFolder list(Path folder) {
        return list(folder, DIGEST);
    }

    /**
     * Lists the files of a folder and of the folders and zips in it, in the order of their names.
     *
     * @param receiver gets the files; it is asked by several threads
     * @throws DiskException if the folder itself can't be read
     */
    public static ReturnsFolder list(Path folder, Receiver receiver) {
        FolderWalk walk = FolderWalk.through(real(folder));
        Listing listing = new Listing(receiver, received(walk, receiver));
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
        Listing listing = new Listing(DIGEST, Map.of());
        listing.take(path, String.valueOf(path.getFileName()));
        return listing.whole();
    }

    /** The files of a folder that are no zips of others, on all processors: most of what is done before any is read. */
    private static Map<Path, SourceFile> received(FolderWalk walk, Receiver receiver) {
        return walk.paths().parallelStream()
                .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                .filter(path -> path.toFile().length() <= WorkbookReader.MAX_FILE)
                .filter(path -> !PassedOver.hides(walk.name(path)))
                .filter(path -> !Bundle.mayBe(path))
                .flatMap(path -> received(path, walk.name(path), receiver).stream())
                .collect(Collectors.toMap(SourceFile::path, file -> file));
    }

    private static final class Listing {
        private final Receiver receiver;
        private final Map<Path, SourceFile> received;
        private final List<SourceFile> files = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private final PassedOver passedOver = new PassedOver();

        /** Lists files of which some were received already. */
        Listing(Receiver receiver, Map<Path, SourceFile> received) {
            this.receiver = receiver;
            this.received = received;
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
            if (!Files.isRegularFile(path)) {
                error(UNREADABLE, name);
                return;
            }
            SourceFile file = received.get(path);
            if (file != null) {
                files.add(file);
                return;
            }
            Optional<List<Bundle.Member>> members = unpack(path);
            if (members.isEmpty()) {
                add(path, name);
                return;
            }
            for (Bundle.Member member : members.get()) {
                if (!passedOver.is(member.path(), name + "/", member.name())) {
                    add(member.path(), name + "/" + member.name());
                }
            }
        }

        private void add(Path path, String name) {
            if (Bundle.isOwn(path)) {
                // its key must get into no archive, and its originals are no returns
                notice(BACKUP, name);
            } else {
                received(path, name, receiver).ifPresentOrElse(files::add, () -> error(UNREADABLE, name));
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

    private static Optional<List<Bundle.Member>> unpack(Path file) {
        try {
            return Bundle.mayBe(file) && !Bundle.isOwn(file) ? Bundle.unpack(file) : Optional.empty();
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

    /** Gives a file with the time that it had before it was read: whoever changes it later is found out by that. */
    private static Optional<SourceFile> received(Path path, String name, Receiver receiver) {
        try {
            BasicFileAttributes before = Files.readAttributes(path, BasicFileAttributes.class);
            Instant modified = before.lastModifiedTime().toInstant();
            String sha256 = receiver.receive(path, name);
            return Optional.of(new SourceFile(path, name, sha256, before.size(), Optional.of(modified)));
        } catch (IOException e) {
            return Optional.empty();
        }
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
