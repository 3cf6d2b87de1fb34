package org.huizong.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizong.disk.DiskException;
import org.huizong.disk.Durable;
import org.huizong.disk.TempFolder;
import org.huizong.spreadsheet.write.FileName;

/**
 * Keeps what is sent in a period's folder: whole or not at all, never over another file, never under a path that the sender
 * chose.
 */
final class IncomingFiles {
    private static final Object NAMING = new Object();
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");

    private final Path folder;

    IncomingFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * What became of a file.
     *
     * @param path where it lies
     * @param isNew whether the same bytes lay there already under that name
     */
    record Kept(Path path, boolean isNew) {}

    /** The bytes of a file that is sent. */
    interface Content {
        InputStream open() throws IOException;
    }

    /**
     * Keeps one file.
     *
     * @throws DiskException if it cannot be written; nothing of it is left then
     */
    Kept keep(String sent, Content content) {
        String name = plain(sent);
        try {
            Files.createDirectories(folder);
            Path fresh = TempFolder.file("incoming-", ".part");
            try {
                try (InputStream in = content.open()) {
                    Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
                }
                return place(fresh, name);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new DiskException(folder, e);
        }
    }

    private Kept place(Path fresh, String name) throws IOException {
        // a copy, because the folder may lie on another disk; it begins with a dot until it is whole
        Path part = folder.resolve("." + fresh.getFileName());
        try {
            Files.copy(fresh, part);
            Durable.file(part);
            return named(part, name);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Gives a file the first free name, one file at a time: two of one name would both find the same one free. */
    private Kept named(Path part, String name) throws IOException {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot) : "";
        Set<String> taken = new HashSet<>();
        synchronized (NAMING) {
            while (true) {
                Path place = folder.resolve(FileName.free(stem, ending, taken));
                if (!Files.exists(place)) {
                    Files.move(part, place);
                    Durable.folder(folder);
                    return new Kept(place, true);
                }
                if (Files.isRegularFile(place) && Files.mismatch(place, part) < 0) {
                    return new Kept(place, false);
                }
            }
        }
    }

    /** The last part of a name, without signs that some system obeys; however long it is, its ending stays. */
    static String plain(String sent) {
        List<String> parts = List.of(sent.split("[/\\\\]", -1));
        String name = parts.get(parts.size() - 1).strip();
        Matcher ending = ENDING.matcher(name);
        String plain = ending.find() && ending.start() > 0
                ? FileName.safe(name.substring(0, ending.start())) + ending.group()
                : FileName.safe(name);
        return plain.isBlank() ? "_" : plain;
    }
}
