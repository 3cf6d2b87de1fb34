package org.huizong.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk of a size that we choose, in memory; only where the machine lets us mount one. */
final class SmallDisk implements AutoCloseable {
    private final Path place;

    /** Mounts a disk at a place, which is made. */
    SmallDisk(Path place, long kilobytes) {
        this.place = place;
        try {
            Files.createDirectories(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mount("-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", place.toString());
    }

    /** Whether a disk can be mounted here at all. */
    static boolean isPossible(Path scratch) {
        Path trial = scratch.resolve("trial");
        try {
            new SmallDisk(trial, 64).close();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Gives it more room or less. */
    void resize(long kilobytes) {
        mount("-o", "remount,rw,size=" + kilobytes + "k", place.toString());
    }

    void protect() {
        mount("-o", "remount,ro", place.toString());
    }

    @Override
    public void close() {
        command("umount", place.toString());
    }

    private static void mount(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "mount";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        command(command);
    }

    private static void command(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
