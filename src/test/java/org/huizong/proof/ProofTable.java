package org.huizong.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Tries many attacks of one kind, two at once, and writes a line of the table that the suite prints. */
final class ProofTable {
    private static final Path TABLE = Path.of("target", "proof", "table.txt");
    private static final int SLOWEST = 3;
    private static final String LINE = "%-44s %7s %7s %7s %9s %9s  %s%n";

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
            SortedMap<Long, String> seconds = new TreeMap<>(Comparator.reverseOrder());
            for (Future<Timed> one :
                    both.invokeAll(attacks.stream().map(ProofTable::timed).toList())) {
                tried.add(one.get().tried());
                seconds.put(one.get().nanos(), one.get().tried().name());
            }
            List<String> fell = tried.stream()
                    .filter(t -> !t.fault().isEmpty())
                    .map(t -> t.name() + ": " + t.fault())
                    .toList();
            long peak = tried.stream().mapToLong(Tried::peak).max().orElse(0);
            String slowest = seconds.entrySet().stream()
                    .limit(SLOWEST)
                    .map(s -> s.getValue() + " " + s.getKey() / 1_000_000_000)
                    .collect(Collectors.joining(", "));
            line(part, attacks.size(), fell.size(), peak, (System.nanoTime() - begun) / 60e9, slowest);
            return fell;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(part, e);
        } finally {
            both.shutdownNow();
        }
    }

    private record Timed(Tried tried, long nanos) {}

    private static Callable<Timed> timed(Callable<Tried> attack) {
        return () -> {
            long begun = System.nanoTime();
            return new Timed(attack.call(), System.nanoTime() - begun);
        };
    }

    static void line(String part, long tried, long fell, long peak, double minutes, String slowest) {
        try {
            Files.createDirectories(TABLE.getParent());
            if (!Files.exists(TABLE)) {
                Files.writeString(
                        TABLE,
                        String.format(
                                Locale.ROOT,
                                LINE,
                                "part",
                                "tried",
                                "held",
                                "fell",
                                "peak MB",
                                "minutes",
                                "slowest, in seconds"));
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
                            String.format(Locale.ROOT, "%.1f", minutes),
                            slowest),
                    StandardOpenOption.APPEND);
            System.out.println(Files.readString(TABLE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
