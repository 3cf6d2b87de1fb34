package org.huizong.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tries many attacks of one kind, two at once, and writes a line of the table that the suite prints. */
final class ProofTable {
    private static final Path TABLE = Path.of("target", "proof", "table.txt");
    private static final String LINE = "%-44s %7s %7s %7s %9s %9s%n";

    static {
        delete(TABLE);
    }

    private ProofTable() {}

    /** Removes what an earlier suite left. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What one attack came to.
     *
     * @param name that tells how to repeat it
     * @param fault what did not hold; empty if all did
     * @param peak memory in MB; 0 where nobody looked
     */
    record Tried(String name, String fault, long peak) {}

    /** Tries all of them and returns what fell. */
    static List<String> attempt(String part, List<Callable<Tried>> attacks) {
        return attempt(part, attacks, 2);
    }

    static List<String> attempt(String part, List<Callable<Tried>> attacks, int threads) {
        long begun = System.nanoTime();
        ExecutorService both = Executors.newFixedThreadPool(threads);
        try {
            List<Tried> tried = new ArrayList<>();
            for (Future<Tried> one : both.invokeAll(attacks)) {
                tried.add(one.get());
            }
            List<String> fell = tried.stream()
                    .filter(t -> !t.fault().isEmpty())
                    .map(t -> t.name() + ": " + t.fault())
                    .toList();
            long peak = tried.stream().mapToLong(Tried::peak).max().orElse(0);
            line(part, attacks.size(), fell.size(), peak, (System.nanoTime() - begun) / 60e9);
            return fell;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(part, e);
        } finally {
            both.shutdownNow();
        }
    }

    static void line(String part, long tried, long fell, long peak, double minutes) {
        try {
            Files.createDirectories(TABLE.getParent());
            if (!Files.exists(TABLE)) {
                Files.writeString(
                        TABLE, String.format(Locale.ROOT, LINE, "part", "tried", "held", "fell", "peak MB", "minutes"));
            }
            Files.writeString(
                    TABLE,
                    String.format(
                            Locale.ROOT,
                            LINE,
                            part,
                            tried,
                            tried - fell,
                            fell,
                            peak == 0 ? "" : peak,
                            String.format(Locale.ROOT, "%.1f", minutes)),
                    StandardOpenOption.APPEND);
            System.out.println(Files.readString(TABLE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
