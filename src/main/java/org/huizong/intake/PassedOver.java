package org.huizong.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Severity;
import org.huizong.spreadsheet.read.Bundle;

/**
 * What lies in a returns folder and is never read: lock files, hidden files, what file managers leave behind. Of what may
 * be a return all the same the office is told.
 */
public final class PassedOver {
    private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini", "__macosx");

    private static final String LOCK = "~$";

    /** Bytes of a lock file: it has 165. */
    private static final int LOCK_BYTES = 1024;

    private static final int HEAD = 256;

    private final Map<String, Integer> workbooks = new TreeMap<>();

    /**
     * Tells whether a file is passed over; a hidden folder hides what is in it.
     *
     * @param within the zip that it is in, with a slash behind; else empty
     * @param name its path, with forward slashes
     */
    boolean is(Path file, String within, String name) {
        List<String> parts = List.of(name.split("/", -1));
        Optional<String> hidden = parts.stream().filter(PassedOver::isHidden).findFirst();
        if (hidden.isPresent() && mayBeWorkbook(file, parts.get(parts.size() - 1))) {
            List<String> path = parts.subList(0, parts.indexOf(hidden.get()) + 1);
            workbooks.merge(within + String.join("/", path), 1, Integer::sum);
        }
        return hidden.isPresent();
    }

    /** Tells whether a path is hidden, or lies in a hidden folder. */
    public static boolean hides(String path) {
        return List.of(path.split("/", -1)).stream().anyMatch(PassedOver::isHidden);
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.startsWith(LOCK) || isLitter(name);
    }

    private static boolean isLitter(String name) {
        return LITTER.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean mayBeWorkbook(Path file, String name) {
        if (isLitter(name) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            boolean isTooLongForALock = name.startsWith(LOCK) && Files.size(file) > LOCK_BYTES;
            return (isTooLongForALock || Bundle.mayBeWorkbook(in.readNBytes(HEAD))) && !Bundle.isOwn(file);
        } catch (IOException e) {
            return false;
        }
    }

    /** A notice of each hidden file or folder that may be a return, or hold some. */
    List<Finding> findings() {
        return workbooks.entrySet().stream()
                .map(hidden -> Finding.failed("file.hidden", Severity.NOTICE, CellRef.file(hidden.getKey()))
                        .with("count", Argument.of(hidden.getValue())))
                .toList();
    }
}
