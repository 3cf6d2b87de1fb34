package org.huizong.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.huizong.submission.SourceFile;

/**
 * The files below a returns folder.
 *
 * @param files to be read, by name
 * @param passedOver names of lock files, hidden files and what file managers leave behind
 */
public record ReturnsFolder(List<SourceFile> files, List<String> passedOver) {
    private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini");

    public ReturnsFolder {
        files = List.copyOf(files);
        passedOver = List.copyOf(passedOver);
    }

    /**
     * Lists the files of a folder and of the folders in it, in the order of their names.
     *
     * @throws UncheckedIOException if the folder or a file can't be read
     */
    public static ReturnsFolder list(Path folder) {
        List<SourceFile> files = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        for (Path path : below(folder)) {
            String name = name(folder, path);
            if (isPassedOver(folder.relativize(path))) {
                passedOver.add(name);
            } else {
                files.add(sourceFile(path, name));
            }
        }
        return new ReturnsFolder(files, passedOver);
    }

    /**
     * One file that is named on its own.
     *
     * @throws UncheckedIOException if it can't be read
     */
    public static SourceFile sourceFile(Path path, String name) {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[64 << 10];
        long size = 0;
        try (InputStream in = Files.newInputStream(path)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                size += n;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + "; check that nobody has locked it", e);
        }
        return new SourceFile(path, name, HexFormat.of().formatHex(digest.digest()), size);
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(path -> name(folder, path)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the returns folder " + folder, e);
        }
    }

    private static String name(Path folder, Path path) {
        return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /** A hidden folder hides what is in it. */
    private static boolean isPassedOver(Path relative) {
        for (Path part : relative) {
            String name = part.toString();
            if (name.startsWith(".") || name.startsWith("~$") || LITTER.contains(name.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
