package org.huizong.spreadsheet.read;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of one .xlsx by their path in it, ignoring case. What the guard has inflated of a small one is kept, so that
 * it need not be inflated twice and the parser sees only bytes that were inspected.
 */
public final class Parts {
    /** The most bytes that are kept of one file. */
    private static final long MOST = 8L << 20;

    private final ZipSource source;
    private final Map<String, String> entries = new HashMap<>();
    private final Map<String, byte[]> kept = new HashMap<>();
    private final Map<String, byte[]> condensed = new HashMap<>();
    private long held;

    Parts(ZipSource source) {
        this.source = source;
    }

    /** The path of an entry of the zip: with forward slashes, in lower case, without a slash in front, and straight. */
    public static String path(String entry) {
        String path = entry.replace('\\', '/').toLowerCase(Locale.ROOT);
        return path.contains("./") || path.startsWith("/") || path.contains("//") ? straight(path) : path;
    }

    private static String straight(String path) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps) + (path.endsWith("/") ? "/" : "");
    }

    /** Notes an entry; false if there is another one of the same path, so that nobody could say which one counts. */
    boolean add(String entry) {
        return entries.put(path(entry), entry) == null;
    }

    /** Whether there is room to keep so many bytes. */
    boolean hasRoom(long bytes) {
        return held + bytes <= MOST;
    }

    void keep(String entry, PartCopy copy) {
        held += copy.size();
        (copy.isWhole() ? kept : condensed).put(path(entry), copy.toByteArray());
    }

    /** Where the zip is. */
    public ZipSource source() {
        return source;
    }

    /** The only part that is of that kind by its name; empty if there is none, or several. */
    Optional<String> only(Part kind) {
        List<String> found = entries.keySet().stream()
                .filter(p -> Part.of(p) == kind)
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The paths of all parts. */
    public Set<String> paths() {
        return Set.copyOf(entries.keySet());
    }

    /** The name of a part's entry in the zip, with forward slashes. */
    public String entry(String path) {
        return Optional.ofNullable(entries.get(path)).orElse(path).replace('\\', '/');
    }

    /** Whether there is such a part. */
    public boolean has(String path) {
        return entries.containsKey(path);
    }

    /**
     * The content of a worksheet, perhaps without empty cells and formulas that are never worked out.
     *
     * @throws IOException if there is no such part or it can't be read
     */
    InputStream cells(String path) throws IOException {
        byte[] content = condensed.get(path);
        return content == null ? open(path) : new ByteArrayInputStream(content);
    }

    /**
     * The content of a part.
     *
     * @throws IOException if there is no such part or it can't be read
     */
    public InputStream open(String path) throws IOException {
        byte[] content = kept.get(path);
        if (content != null) {
            return new ByteArrayInputStream(content);
        }
        String entry = entries.get(path);
        if (entry == null) {
            throw new FileNotFoundException(path + " in " + source.file());
        }
        ZipFile zip = source.open();
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
