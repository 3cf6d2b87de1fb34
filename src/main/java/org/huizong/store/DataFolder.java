package org.huizong.store;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.huizong.disk.LockFile;
import org.huizong.disk.OwnFiles;
import org.huizong.disk.OwnerOnly;

/** The names in a data folder, and whether what is there belongs together: a folder that lost a part is never taken for a new one. */
final class DataFolder {
    static final String DATABASE = OwnFiles.DATABASE;
    static final String KEY = OwnFiles.KEY;
    static final String ARCHIVE = "archive";

    /** Where the database is while it is made. */
    private static final String FRESH = OwnFiles.FRESH_DATABASE;

    /** A database with tables keeps each of them in a map; one without has but a few of its own. */
    private static final int LEAST_MAPS = 20;

    /** Where the newest chunk begins, and how long a chunk is, in blocks. */
    private static final Pattern BLOCK = Pattern.compile("\\bblock:([0-9a-f]{1,12})\\b");

    private static final Pattern LENGTH = Pattern.compile("\\blen:([0-9a-f]{1,12})\\b");
    private static final int BLOCK_BYTES = 4096;
    private static final int HEAD_BYTES = 1024;

    private final Path path;

    /**
     * A data folder.
     *
     * @throws StoreException of kind {@code path} if a database address would give a character of it a meaning
     */
    DataFolder(Path folder) {
        this.path = folder.toAbsolutePath().normalize();
        if (path.toString()
                .chars()
                .anyMatch(c -> c == ';' || c == '"' || c == '\'' || isMisread(c) || Character.isISOControl(c))) {
            throw new StoreException("path", Map.of("path", path.toString()));
        }
    }

    /** The database takes a backslash for a slash everywhere. */
    private static boolean isMisread(int c) {
        return c == '\\' && File.separatorChar != '\\';
    }

    Path path() {
        return path;
    }

    Path database() {
        return path.resolve(DATABASE);
    }

    Path fresh() {
        return path.resolve(FRESH);
    }

    Path key() {
        return path.resolve(KEY);
    }

    Path archive() {
        return path.resolve(ARCHIVE);
    }

    /** Where everything temporary lies. */
    Path temp() {
        return path.resolve("tmp");
    }

    /** Says when the last backup was made, and where it is. */
    Path lastBackup() {
        return path.resolve("backup.txt");
    }

    /** Where a backup is unpacked until it can be put in place as a whole. */
    Path restoring() {
        return path.resolve("restoring");
    }

    /** The address of a database file in this folder, without its ending. */
    String address(Path database) {
        String file = database.toString().replace('\\', '/');
        return "jdbc:h2:file:" + file.substring(0, file.length() - ".mv.db".length());
    }

    /** Whether anything is there that only this program puts into a data folder; what nobody may see may be there. */
    boolean holdsAnything() {
        boolean hidden = Files.isDirectory(path) && !Files.isExecutable(path);
        return hidden
                || Stream.of(database(), key(), archive(), lastBackup(), restoring())
                        .anyMatch(DataFolder::exists);
    }

    private static boolean exists(Path place) {
        return Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Makes the folder unless it is there.
     *
     * @throws StoreException of kind {@code unwritable}, or {@code folder} if a file stands in its place
     */
    void make() {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw fault("folder");
        }
        try {
            OwnerOnly.folder(path);
        } catch (IOException e) {
            throw new StoreException("unwritable", Map.of("path", path.toString()), e);
        }
    }

    /**
     * Takes the folder for this process alone.
     *
     * @throws StoreException of kind {@code locked}, with who has it, or {@code unwritable}
     */
    LockFile lock() {
        Path file = path.resolve("huizong.lock");
        Optional<LockFile> lock;
        try {
            lock = LockFile.take(file);
        } catch (IOException e) {
            throw new StoreException("unwritable", Map.of("path", path.toString()), e);
        }
        return lock.orElseThrow(() -> locked(LockFile.holder(file)));
    }

    /**
     * Leaves alone a folder in which other things lie and nothing of this program.
     *
     * @throws StoreException of kind {@code another}
     */
    void refuseAnothers() {
        if (Files.isDirectory(path) && !isEmpty(path) && !holdsAnything() && !exists(temp()) && !exists(fresh())) {
            throw fault("another");
        }
    }

    private StoreException locked(LockFile.Holder holder) {
        return new StoreException("locked", holder.argumentsAt(path));
    }

    /**
     * Tells a new folder from one that is whole.
     *
     * @return whether nothing was ever kept here; then the database and the key are still to be made
     * @throws StoreException if a part is missing or is not what it should be; nothing is changed then
     */
    boolean isNew() {
        if (!exists(database())) {
            // the key is made before the database gets its name: without anything in the archive nothing was kept
            boolean killedWhileMaking = exists(fresh()) && isEmpty(archive());
            if (killedWhileMaking || !holdsAnything()) {
                return true;
            }
            throw fault("lost");
        }
        refuseNoDatabase();
        return false;
    }

    /**
     * Tells whether the key is as it was made. A database of the versions that had none gets one when it is opened.
     *
     * @throws StoreException of kind {@code key} if it is not: then no digest on record could be told from another
     */
    void refuseNoKey() {
        if (size(key()) != ValueHasher.BYTES && !needsNoKey()) {
            throw fault("key");
        }
    }

    /** A connection through which nothing is changed. */
    Connection connectToRead() throws SQLException {
        return DriverManager.getConnection(
                address(database()) + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;TRACE_LEVEL_FILE=0", Store.USER, "");
    }

    private boolean needsNoKey() {
        if (Files.exists(key())) {
            return false;
        }
        try (Connection connection = connectToRead()) {
            int version = Schema.version(connection);
            return version > 0 && version < Schema.FIRST_WITH_KEY;
        } catch (SQLException e) {
            return false;
        }
    }

    private void refuseNoDatabase() {
        if (!Files.isRegularFile(database())) {
            throw fault("foreign");
        }
        if (isCutOff()) {
            throw fault("empty");
        }
        // the database itself would make its tables anew in what is left of a file, and write to it
        try (MVStore store =
                new MVStore.Builder().fileName(database().toString()).readOnly().open()) {
            if (store.getMapNames().size() < LEAST_MAPS) {
                throw fault("empty");
            }
        } catch (MVStoreException e) {
            if (e.getErrorCode() != DataUtils.ERROR_FILE_LOCKED) {
                throw new StoreException(
                        DatabaseErrors.isOfWriting(e) ? "unwritable" : "damaged",
                        Map.of("path", path.toString(), "reason", DatabaseErrors.reason(e)),
                        e);
            }
        }
    }

    /**
     * Whether the file ends before the newest of its chunks does, which its head names when it was closed: the database
     * would go back to an older one without a word.
     */
    private boolean isCutOff() {
        try (FileChannel file = FileChannel.open(database())) {
            long newest = number(BLOCK, head(file, 0)) * BLOCK_BYTES;
            long length = number(LENGTH, head(file, newest)) * BLOCK_BYTES;
            return file.size() == 0 || newest + Math.max(1, length) > file.size();
        } catch (IOException e) {
            throw new StoreException("unwritable", Map.of("path", path.toString()), e);
        }
    }

    private static String head(FileChannel file, long at) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
        file.read(head, at);
        return new String(head.array(), StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
    }

    private static long number(Pattern name, String head) {
        Matcher match = name.matcher(head);
        return match.find() ? Long.parseLong(match.group(1), 16) : 0;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return -1;
        }
    }

    private static boolean isEmpty(Path folder) {
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            return !inside.iterator().hasNext();
        } catch (IOException e) {
            return true;
        }
    }

    StoreException fault(String kind) {
        return new StoreException(kind, Map.of("path", path.toString()));
    }
}
