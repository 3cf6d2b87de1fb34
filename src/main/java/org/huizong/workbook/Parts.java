package org.huizong.workbook;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of one .xlsx by their path in it, ignoring case. What the guard has inflated of a small one is kept, so that
 * it need not be inflated twice and the parser sees the very bytes that were inspected.
 */
final class Parts {
    /** The most bytes that are kept of one file. */
    private static final long MOST = 4L << 20;

    private final Path file;
    private final Map<String, String> entries = new HashMap<>();
    private final Map<String, byte[]> kept = new HashMap<>();
    private long held;

    Parts(Path file) {
        this.file = file;
    }

    /** The path of an entry of the zip: with forward slashes, in lower case, without a slash in front. */
    static String path(String entry) {
        String path = entry.replace('\\', '/').toLowerCase(Locale.ROOT);
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** Notes an entry; false if there is another one of the same path, so that nobody could say which one counts. */
    boolean add(String entry) {
        return entries.put(path(entry), entry) == null;
    }

    /** Whether there is room to keep so many bytes. */
    boolean hasRoom(long bytes) {
        return held + bytes <= MOST;
    }

    void keep(String entry, byte[] content) {
        held += content.length;
        kept.put(path(entry), content);
    }

    /** The kept bytes of a part; none if it was not kept or is not there. */
    byte[] kept(String path) {
        return kept.getOrDefault(path, new byte[0]);
    }

    /**
     * The content of a part.
     *
     * @throws IOException if there is no such part or it can't be read
     */
    InputStream open(String path) throws IOException {
        byte[] content = kept.get(path);
        if (content != null) {
            return new ByteArrayInputStream(content);
        }
        String entry = entries.get(path);
        if (entry == null) {
            throw new FileNotFoundException(path + " in " + file);
        }
        ZipFile zip = ZipFile.builder().setFile(file.toFile()).get();
        try {
            ZipArchiveEntry found = zip.getEntry(entry);
            return new FilterInputStream(zip.getInputStream(found)) {
                @Override
                public void close() throws IOException {
                    super.close();
                    zip.close();
                }
            };
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }
}
