package org.huizong.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.huizong.disk.DiskException;
import org.huizong.disk.DiskOutput;
import org.huizong.disk.Durable;
import org.huizong.disk.FolderTree;
import org.huizong.disk.OwnFiles;
import org.huizong.disk.OwnerOnly;
import org.huizong.disk.TempFolder;
import org.huizong.model.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A zip of everything that a data folder keeps: the database as of one commit, the key, the archive; and last a list of
 * them with their digests, by which it can be told whether all is there and as it was.
 */
final class BackupFile {
    private static final String LIST = OwnFiles.BACKUP_LIST;
    private static final String FIRST_LINE = "huizong-backup 1";
    private static final String PART = ".part";
    private static final String MADE = "made ";
    private static final Pattern NAMES =
            Pattern.compile(Pattern.quote(DataFolder.DATABASE) + "|" + Pattern.quote(DataFolder.KEY) + "|"
                    + DataFolder.ARCHIVE + "/[0-9a-f]{2}/[0-9a-f]{64}(?:\\.[a-z0-9]{1,5})?");
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (\\d+) (.+)");

    private BackupFile() {}

    /** Tells whether a file is a backup, whole or not. */
    static boolean is(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return !lines(zip, file).isEmpty();
        } catch (IOException | StoreException another) {
            return false;
        }
    }

    /** Where a backup is written until it is whole. */
    static Path beside(Path place) {
        return place.resolveSibling("." + place.getFileName() + PART);
    }

    private static Path place(Path beside) {
        String name = beside.getFileName().toString();
        return beside.resolveSibling(name.substring(1, name.length() - PART.length()));
    }

    /** Writes one beside its place while the database is in use; the archive is read after it, so that it holds all that the database names. */
    static void write(DataSource database, DataFolder data, Path to, Instant made) {
        try {
            Path folder = TempFolder.folder("backup");
            try {
                write(database, data, to, made, folder.resolve("database.zip"));
            } finally {
                FolderTree.delete(folder);
            }
        } catch (IOException e) {
            throw new DiskException(place(to), e);
        }
    }

    private static void write(DataSource database, DataFolder data, Path to, Instant made, Path copy)
            throws IOException {
        JdbcClient.create(database)
                .sql("BACKUP TO :copy")
                .param("copy", copy.toString())
                .update();
        List<String> list = new ArrayList<>(List.of(FIRST_LINE, MADE + made));
        OwnerOnly.file(to);
        try (var zip = new ZipOutputStream(DiskOutput.to(to, place(to)));
                var packed = new ZipFile(copy.toFile())) {
            zip.setLevel(Deflater.BEST_SPEED);
            try (InputStream in = packed.getInputStream(packed.entries().nextElement())) {
                add(DataFolder.DATABASE, in, zip, list);
            }
            add(DataFolder.KEY, data.key(), zip, list);
            for (Path kept : archived(data)) {
                String name = data.path().relativize(kept).toString().replace('\\', '/');
                if (NAMES.matcher(name).matches()) {
                    add(name, kept, zip, list);
                }
            }
            zip.putNextEntry(new ZipEntry(LIST));
            zip.write(String.join("\n", list).concat("\n").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        Durable.file(to);
    }

    private static List<Path> archived(DataFolder data) throws IOException {
        if (!Files.isDirectory(data.archive())) {
            return List.of();
        }
        try (Stream<Path> inside = Files.walk(data.archive())) {
            return inside.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void add(String name, Path file, ZipOutputStream zip, List<String> list) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            add(name, in, zip, list);
        }
    }

    private static void add(String name, InputStream from, ZipOutputStream zip, List<String> list) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        DigestInputStream in = new DigestInputStream(from, Sha256.begun());
        long size = in.transferTo(zip);
        zip.closeEntry();
        list.add(Sha256.finished(in.getMessageDigest()) + " " + size + " " + name);
    }

    /**
     * Reads all of a backup and opens its database.
     *
     * @return what is in it
     * @throws StoreException of kind {@code backup.foreign}, {@code backup.damaged} or {@code backup.newer}
     */
    static BackupContents verify(Path zip) {
        try {
            Path folder = TempFolder.folder("verify");
            try {
                return unpack(zip, folder, DataFolder.DATABASE::equals);
            } finally {
                FolderTree.delete(folder);
            }
        } catch (IOException e) {
            throw new DiskException(zip, e);
        }
    }

    /** The same; the wanted files are unpacked into a folder. The database always is wanted. */
    static BackupContents unpack(Path zip, Path folder, Predicate<String> wanted) {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            Map<String, String> list = list(file, zip);
            Set<String> intact = new HashSet<>();
            for (ZipEntry entry : Collections.list(file.entries())) {
                String name = entry.getName();
                if (!name.equals(LIST)) {
                    String said = list.remove(name);
                    if (said == null || !said.equals(unpack(file, entry, folder, wanted.test(name)))) {
                        throw fault("backup.damaged", zip, name);
                    }
                    if (name.contains(said.substring(0, said.indexOf(' ')))) {
                        intact.add(said.substring(0, said.indexOf(' ')));
                    }
                }
            }
            if (!list.isEmpty()) {
                throw fault("backup.damaged", zip, list.keySet().iterator().next());
            }
            return counted(zip, folder, made(file, zip), intact);
        } catch (FileSystemException e) {
            throw new DiskException(zip, e);
        } catch (ZipException e) {
            throw fault("backup.foreign", zip, "");
        } catch (IOException | IllegalArgumentException e) {
            throw fault("backup.damaged", zip, String.valueOf(e.getMessage()));
        }
    }

    /** Digest and size by name, as the list says. */
    private static Map<String, String> list(ZipFile zip, Path path) throws IOException {
        Map<String, String> list = new HashMap<>();
        for (String line : lines(zip, path)) {
            var match = LINE.matcher(line);
            if (match.matches()) {
                if (!NAMES.matcher(match.group(3)).matches()) {
                    throw fault("backup.foreign", path, "");
                }
                list.put(match.group(3), match.group(1) + " " + match.group(2));
            }
        }
        if (!list.keySet().containsAll(List.of(DataFolder.DATABASE, DataFolder.KEY))) {
            throw fault("backup.damaged", path, DataFolder.DATABASE);
        }
        return list;
    }

    private static Instant made(ZipFile zip, Path path) throws IOException {
        try {
            return lines(zip, path).stream()
                    .filter(line -> line.startsWith(MADE))
                    .map(line -> Instant.parse(line.substring(MADE.length())))
                    .findFirst()
                    .orElseThrow(() -> fault("backup.damaged", path, LIST));
        } catch (DateTimeException e) {
            throw fault("backup.damaged", path, LIST);
        }
    }

    private static List<String> lines(ZipFile zip, Path path) throws IOException {
        ZipEntry entry = zip.getEntry(LIST);
        if (entry == null) {
            throw fault("backup.foreign", path, "");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
                throw fault("backup.foreign", path, "");
            }
            return lines;
        }
    }

    /** Digest and size of an entry, which was in the list and therefore has a name that leads nowhere else. */
    private static String unpack(ZipFile zip, ZipEntry entry, Path folder, boolean wanted) throws IOException {
        Path to = folder.resolve(entry.getName());
        if (wanted) {
            at(to, () -> {
                OwnerOnly.folder(to.getParent() == null ? folder : to.getParent());
                OwnerOnly.file(to);
            });
        }
        long size;
        String digest;
        try (DigestInputStream in = new DigestInputStream(zip.getInputStream(entry), Sha256.begun());
                OutputStream out = wanted ? DiskOutput.to(to) : OutputStream.nullOutputStream()) {
            size = in.transferTo(out);
            digest = Sha256.finished(in.getMessageDigest());
        }
        if (wanted) {
            at(to, () -> {
                Durable.file(to);
                if (!entry.getName().equals(DataFolder.DATABASE)) {
                    OwnerOnly.close(to, "r--------");
                }
            });
        }
        return digest + " " + size;
    }

    private interface OnDisk {
        void run() throws IOException;
    }

    /** Lets no backup be blamed for the disk that it is unpacked to. */
    private static void at(Path place, OnDisk work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new DiskException(place, e);
        }
    }

    private static BackupContents counted(Path zip, Path folder, Instant made, Set<String> intact) {
        DataFolder unpacked = new DataFolder(folder);
        try (Connection connection = unpacked.connectToRead();
                Statement ask = connection.createStatement()) {
            int version = Schema.version(connection);
            if (version > Schema.NEWEST) {
                throw fault("backup.newer", zip, "");
            }
            List<String> lacking = new ArrayList<>();
            try (ResultSet files = ask.executeQuery(
                    "SELECT period, name, sha256 FROM file WHERE read_by <> '' ORDER BY period, name, sha256")) {
                while (files.next()) {
                    if (!intact.contains(files.getString("sha256"))) {
                        lacking.add(files.getString("period") + "/" + files.getString("name"));
                    }
                }
            }
            return new BackupContents(
                    made,
                    count(ask, "SELECT COUNT(DISTINCT sha256) FROM file WHERE read_by <> ''"),
                    count(ask, "SELECT COUNT(*) FROM submission"),
                    count(ask, "SELECT COUNT(*) FROM edition"),
                    lacking);
        } catch (SQLException e) {
            throw fault("backup.damaged", zip, DataFolder.DATABASE);
        }
    }

    private static int count(Statement ask, String sql) throws SQLException {
        try (ResultSet row = ask.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static StoreException fault(String kind, Path zip, String reason) {
        return new StoreException(kind, Map.of("path", zip.toString(), "reason", reason));
    }
}
