package org.huizong.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A file that one process at a time has for itself, and that says which. The operating system lets go of it when the
 * process ends, however it ends; the file is deleted when it is given back.
 *
 * <p>A process never opens a lock file that it holds a second time: on many systems closing it again would let go of the
 * lock.
 */
public final class LockFile implements AutoCloseable {
    /**
     * Who holds a lock file.
     *
     * @param pid number of the process; 0 if it did not say
     * @param since when it was started
     * @param command what it was asked to do; may be empty
     */
    public record Holder(long pid, Optional<Instant> since, String command) {
        private static final Holder UNKNOWN = new Holder(0, Optional.empty(), "");

        /** What is known of it by name, for a sentence: pid, since and command. */
        public Map<String, String> arguments() {
            return pid == 0
                    ? Map.of()
                    : Map.of(
                            "pid",
                            String.valueOf(pid),
                            "since",
                            since.map(Instant::toString).orElse(""),
                            "command",
                            command);
        }

        /** The same with the place that it holds, as {@code path}. */
        public Map<String, String> argumentsAt(Path place) {
            Map<String, String> all = new HashMap<>(arguments());
            all.put("path", place.toString());
            return all;
        }
    }

    /** Far behind all that is written into the file, so that others can read it where a lock keeps them out. */
    private static final long LOCKED_BYTE = 1L << 40;

    private static final int SHORTEST = 512;
    private static final int LONGEST = 4096;

    /** What this process holds. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    @SuppressWarnings("NonFinalStaticField") // a process is asked to do one thing
    private static volatile String command = "";

    private final Path file;
    private final FileChannel channel;

    private LockFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** The lock file beside a place, for whoever replaces that place as a whole. */
    public static Path beside(Path place) {
        return place.resolveSibling("." + place.getFileName() + ".lock");
    }

    /** Lets others be told what this process was asked to do. */
    public static void introduce(String asked) {
        command = asked.replaceAll("\\p{Cntrl}", " ").strip();
    }

    /**
     * Takes a lock file, making it if need be; empty if somebody has it.
     *
     * @throws IOException if it cannot be made
     */
    public static Optional<LockFile> take(Path place) throws IOException {
        Path file = place.toAbsolutePath().normalize();
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        try {
            channel = locked(file);
            return Optional.ofNullable(channel).map(c -> new LockFile(file, c));
        } finally {
            if (channel == null) {
                HELD.remove(file);
            }
        }
    }

    private static @Nullable FileChannel locked(Path file) throws IOException {
        Set<OpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        while (true) {
            FileChannel channel = FileChannel.open(file, options, OwnerOnly.attributes(file, "rw-------"));
            boolean mine = false;
            try {
                if (!lock(channel)) {
                    return null;
                }
                mine = write(channel) == size(file);
                if (mine) {
                    return channel;
                }
                // whoever had it deleted the file that we opened; the lock is on another, or on none
            } finally {
                if (!mine) {
                    channel.close();
                }
            }
        }
    }

    /** Where a disk knows no locks, as some network folders do, nobody can be kept out. */
    private static boolean lock(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (IOException noLocks) {
            return true;
        }
    }

    /** Says who holds the file, in a length of its own by which it is known again. */
    private static long write(FileChannel channel) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        String text = self.pid()
                + "\n" + self.info().startInstant().map(Instant::toString).orElse("")
                + "\n" + command + "\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer padded =
                ByteBuffer.allocate(bytes.length + ThreadLocalRandom.current().nextInt(SHORTEST, LONGEST));
        padded.put(bytes);
        while (padded.hasRemaining()) {
            padded.put((byte) ' ');
        }
        padded.flip();
        long size = padded.limit();
        channel.truncate(0);
        while (padded.hasRemaining()) {
            channel.write(padded);
        }
        return size;
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException deleted) {
            return -1;
        }
    }

    /** Who holds a lock file, as far as it says so. */
    public static Holder holder(Path place) {
        Path file = place.toAbsolutePath().normalize();
        ProcessHandle self = ProcessHandle.current();
        if (HELD.contains(file)) {
            return new Holder(self.pid(), self.info().startInstant(), command);
        }
        try {
            List<String> lines = Files.readString(file).lines().toList();
            return lines.size() < 3
                    ? Holder.UNKNOWN
                    : new Holder(
                            Long.parseLong(lines.get(0)),
                            since(lines.get(1)),
                            lines.get(2).strip());
        } catch (IOException | NumberFormatException e) {
            return Holder.UNKNOWN;
        }
    }

    private static Optional<Instant> since(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Gives the file back. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file);
        } catch (AccessDeniedException inUse) {
            // somebody looks who has it; the lock ends all the same
        } finally {
            channel.close();
            HELD.remove(file);
        }
    }
}
