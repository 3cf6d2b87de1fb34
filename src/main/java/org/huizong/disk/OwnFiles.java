package org.huizong.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names by which the program knows its own folders and backups again, wherever they lie. */
public final class OwnFiles {
    /** The database of a data folder. */
    public static final String DATABASE = "huizong.mv.db";
    /** The database while it is made. */
    public static final String FRESH_DATABASE = "huizong-new.mv.db";
    /** The key of a data folder. */
    public static final String KEY = "personal.key";
    /** Lists, in a backup, what is in it. */
    public static final String BACKUP_LIST = "huizong-backup.txt";
    /** Lists, in an output folder, what the program wrote. */
    public static final String MANIFEST = ".manifest";
    /** Says, in a data folder, where the page that is open can be entered. */
    public static final String PAGE = "page.txt";
    /** Shows, in a data folder, that a page is open. */
    public static final String PAGE_LOCK = "page.lock";
    /** Stands in the folder of a demo. */
    public static final String DEMO = "huizong-demo.txt";

    private static final Pattern MANIFEST_LINE = Pattern.compile("[0-9a-f]{64} .+", Pattern.DOTALL);
    private static final int LINE_BYTES = 1024;

    /** What a data folder holds besides. */
    private static final Set<String> OF_DATA = Set.of(
            DATABASE,
            FRESH_DATABASE,
            KEY,
            "huizong.lock",
            PAGE,
            PAGE + ".new",
            PAGE_LOCK,
            "huizong.trace.db",
            "backup.txt",
            "archive",
            "restoring",
            "tmp");

    private OwnFiles() {}

    /** Tells whether a folder is a data folder, an output folder or that of a demo. */
    public static boolean isFolder(Path folder) {
        return isData(folder) || Files.isRegularFile(folder.resolve(DEMO)) || isManifest(folder.resolve(MANIFEST));
    }

    /** Tells whether a folder is a data folder, or was one. */
    public static boolean isData(Path folder) {
        return Stream.of(DATABASE, FRESH_DATABASE, KEY).anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    /** Tells whether a data folder has a file or folder of that name. */
    public static boolean isOfData(String name) {
        return OF_DATA.contains(name);
    }

    /** Tells whether a zip with such an entry holds a data folder: it is a backup, or somebody packed the folder. */
    public static boolean isPackedData(String entry) {
        String name = entry.substring(Math.max(entry.lastIndexOf('/'), entry.lastIndexOf('\\')) + 1);
        return name.equals(DATABASE) || name.equals(KEY) || name.equals(BACKUP_LIST);
    }

    /** Other programs have files of that name too. */
    private static boolean isManifest(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(LINE_BYTES), StandardCharsets.UTF_8);
            return MANIFEST_LINE.matcher(head).matches();
        } catch (IOException e) {
            return false;
        }
    }
}
