package org.huizong.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.huizong.disk.DiskException;
import org.huizong.disk.Durable;
import org.huizong.disk.LockFile;
import org.huizong.disk.OwnFiles;
import org.huizong.disk.OwnerOnly;

/**
 * The file in the data folder by which a second start finds the page that is open: its address with a token that nobody
 * has used yet. The owner alone can read it.
 */
final class Entrance implements AutoCloseable {
    private final Path file;
    private final LockFile lock;
    private final EntryTokens tokens = new EntryTokens();
    private volatile String address = "";

    /** The entrance of the page that took a data folder; closed until the page has an address. */
    Entrance(Path data, LockFile lock) {
        this.file = data.resolve(OwnFiles.PAGE);
        this.lock = lock;
    }

    /** Takes a data folder for one page; empty if another has it. */
    static Optional<LockFile> take(Path data) {
        try {
            OwnerOnly.folder(data);
            return LockFile.take(data.resolve(OwnFiles.PAGE_LOCK));
        } catch (IOException e) {
            throw new DiskException(data, e);
        }
    }

    /** Where the page of a data folder that is taken can be entered; empty if it does not say so (yet). */
    static Optional<String> read(Path data) {
        try {
            Path file = data.resolve(OwnFiles.PAGE);
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Opens it at that address. */
    void open(String place) {
        address = place;
        write(tokens.current());
    }

    /** The address of the page; empty while it is closed. */
    String address() {
        return address;
    }

    /** The address that leads in, once. */
    String door() {
        return door(tokens.current());
    }

    private String door(String token) {
        return address + "/enter?token=" + token;
    }

    /**
     * Lets in whoever brings the right token, and leaves the next one in the file. A token is spent only when the next can
     * be found: on a full disk nobody else would ever come in.
     */
    synchronized boolean admit(String token) {
        if (!tokens.isRight(token)) {
            return false;
        }
        write(tokens.next());
        tokens.spend();
        return true;
    }

    private void write(String token) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            OwnerOnly.file(fresh);
            Files.writeString(fresh, door(token) + "\n");
            Durable.name(fresh, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            lock.close();
        } catch (IOException e) {
            // nobody is there who could be let in; the next start writes it anew
        }
    }
}
