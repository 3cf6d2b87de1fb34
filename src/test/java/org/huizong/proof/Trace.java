package org.huizong.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huizong.model.Period;
import org.huizong.store.Store;

/**
 * What a run leaves behind that must be the same however the way to it was.
 *
 * @param tables each CSV file's bytes, as text
 * @param summary without the seconds, and with what was read anew and what was known in one sum
 * @param revisions what became of each sending
 * @param edition of the period
 * @param files of the data folder and of the output folder, by name alone
 */
record Trace(
        SortedMap<String, String> tables, String summary, List<String> revisions, String edition, List<String> files) {
    private static final Pattern SECONDS = Pattern.compile("\"seconds\"\\s*:\\s*\\{[^}]*}");
    private static final Pattern READ = Pattern.compile("\"(read|unchanged)\"\\s*:\\s*(\\d+),?\\s*");

    static Trace of(Path data, Path output, Period period) {
        // first of all: to open the store sweeps it
        List<String> files = files(data, output);
        return new Trace(tables(output), summary(output), revisions(data, period), edition(data, period), files);
    }

    /** What differs from the trace that should be; empty if nothing does. */
    String differs(Trace expected) {
        if (equals(expected)) {
            return "";
        }
        if (!files.equals(expected.files)) {
            return "files " + files + " instead of " + expected.files;
        }
        if (!summary.equals(expected.summary)) {
            return "summary " + summary + " instead of " + expected.summary;
        }
        if (!revisions.equals(expected.revisions)) {
            return "revisions " + revisions + " instead of " + expected.revisions;
        }
        return edition.equals(expected.edition)
                ? "tables " + tables + " instead of " + expected.tables
                : "edition " + edition + " instead of " + expected.edition;
    }

    /** The tables alone of an output folder, by name. */
    static SortedMap<String, String> tables(Path output) {
        SortedMap<String, String> tables = new TreeMap<>();
        for (Path file : below(output)) {
            if (file.toString().endsWith(".csv")) {
                tables.put(output.relativize(file).toString(), text(file));
            }
        }
        return tables;
    }

    private static String summary(Path output) {
        String text = SECONDS.matcher(text(output.resolve("summary.json"))).replaceAll("");
        long files = 0;
        Matcher read = READ.matcher(text);
        while (read.find()) {
            files += Long.parseLong(read.group(2));
        }
        return READ.matcher(text).replaceAll("") + " " + files;
    }

    private static List<String> revisions(Path data, Period period) {
        try (Store store = Store.open(data)) {
            return store.submissions().within(period).stream()
                    .map(s -> s.unit() + " " + s.form() + " " + s.period() + " " + s.revision() + " " + s.disposition())
                    .sorted()
                    .toList();
        }
    }

    private static String edition(Path data, Period period) {
        try (Store store = Store.open(data)) {
            return store.editions().latest(period).map(e -> "" + e.number()).orElse("none");
        }
    }

    private static List<String> files(Path data, Path output) {
        Set<String> names = new HashSet<>();
        below(data).forEach(f -> names.add("data/" + data.relativize(f)));
        below(output).forEach(f -> names.add("output/" + output.relativize(f)));
        try (Stream<Path> beside = Files.list(output.getParent())) {
            beside.forEach(f -> names.add("beside/" + f.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names.stream().sorted().toList();
    }

    static List<Path> below(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(f -> !Files.isDirectory(f)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
