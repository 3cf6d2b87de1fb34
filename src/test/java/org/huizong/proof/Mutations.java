package org.huizong.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.intake.Intake;
import org.huizong.intake.Recast;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.validation.Checker;
import org.huizong.validation.Computed;
import org.huizong.validation.Directory;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;

/**
 * Spoils returns of the sample township in ways that a seed chooses, and reads and checks each as {@code check} does, the
 * sentences included. Whatever comes of it is a result; an exception, or half a minute, is a failure that names its seed.
 */
final class Mutations {
    private static final Period FEBRUARY = Period.parse("2025-02");
    private static final long LONGEST = 30_000;
    /** Two of forms and one with a register. */
    private static final List<String> UNITS = List.of("d08", "v01", "d07");
    /** Their registers with 45 columns and two more are spoilt as tables and as .xls, which cost a tenth. */
    private static final List<String> KEEPERS = List.of("d03", "d06");

    private final Catalogue catalogue = CatalogueLoader.builtIn();
    private final Wording wording = new Wording(new MessageBundle(Lang.ZH), catalogue);
    private final Intake intake = new Intake(catalogue);
    private final Computed computed = new Computed(catalogue);
    private final Checker checker = new Checker(catalogue, LocalDate.of(2025, 3, 5));
    private final Path file;
    private final List<Original> originals = new ArrayList<>();
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final List<Failure> failures = new ArrayList<>();

    /** A file that is fit to be read, as it is and taken apart. */
    private record Original(String name, byte[] bytes, Map<String, byte[]> parts, String text) {}

    /** What came of a kind of mutations: how many, how many of them were read all the same, and the time they took. */
    static final class Tally {
        int count;
        int read;
        long milliseconds;
    }

    /** A mutation that threw, or took too long. */
    record Failure(long seed, String file, String mutation, String what) {}

    /** Writes the returns that are to be spoilt into that folder; mutations are read from there. */
    Mutations(Path folder) throws IOException {
        this.file = folder.resolve("mutation");
        SampleWriter clerks = new SampleWriter(new TemplateWriter(catalogue, wording));
        for (String unit : Stream.concat(UNITS.stream(), KEEPERS.stream()).toList()) {
            Path sent = Files.createDirectories(folder.resolve(unit));
            new SampleYear(catalogue)
                    .inTime(FEBRUARY).stream()
                            .filter(s -> s.unit().code().equals(unit))
                            .forEach(s -> clerks.write(s, Prefill.NONE, sent));
            try (var files = Files.list(sent)) {
                add(unit, files.findFirst().orElseThrow(), folder);
            }
        }
    }

    private void add(String unit, Path sent, Path folder) throws IOException {
        if (UNITS.contains(unit)) {
            byte[] bytes = Files.readAllBytes(sent);
            originals.add(new Original(unit + ".xlsx", bytes, Mutation.parts(bytes), ""));
        }
        try (Workbook book = new XSSFWorkbook(Files.newInputStream(sent))) {
            byte[] old = Files.readAllBytes(Recast.old(book, folder.resolve(unit + ".xls")));
            originals.add(new Original(unit + ".xls", old, Map.of(), ""));
            for (int sheet = 1; sheet < book.getNumberOfSheets(); sheet++) {
                String text = Recast.csv(book.getSheetAt(sheet));
                originals.add(new Original(unit + "-" + sheet + ".csv", new byte[0], Map.of(), text));
            }
        }
    }

    /** Makes the mutations of these seeds. */
    void run(long first, long count) throws IOException {
        for (long seed = first; seed < first + count; seed++) {
            run(seed);
        }
    }

    private void run(long seed) throws IOException {
        Mutation mutation = new Mutation(seed);
        boolean below = seed % 2 == 0;
        List<Original> fit =
                originals.stream().filter(o -> !below || !o.parts().isEmpty()).toList();
        Original original = fit.get((int) Math.floorMod(seed / 2, (long) fit.size()));
        String kind = (below ? "parts of " : "bytes of ") + original.name();
        byte[] spoilt = below
                ? mutation.below(original.parts())
                : original.text().isEmpty()
                        ? mutation.bytes(original.name(), original.bytes())
                        : mutation.text(original.name(), original.text());
        Files.write(file, spoilt);
        Tally tally = tallies.computeIfAbsent(kind, k -> new Tally());
        long begun = System.nanoTime();
        try {
            tally.read += check(SourceFile.of(file, original.name(), spoilt)) ? 1 : 0;
        } catch (RuntimeException | Error e) {
            failures.add(new Failure(seed, original.name(), mutation.what(), where(e)));
        }
        long took = (System.nanoTime() - begun) / 1_000_000;
        if (took > LONGEST) {
            failures.add(new Failure(seed, original.name(), mutation.what(), took + " ms"));
        }
        tally.count++;
        tally.milliseconds += took;
    }

    /** What is thrown, and the first places in this program that it went through. */
    private static String where(Throwable thrown) {
        StringBuilder where = new StringBuilder(String.valueOf(thrown));
        List.of(thrown.getStackTrace()).stream()
                .filter(frame -> frame.getClassName().startsWith("org.huizong"))
                .limit(4)
                .forEach(frame -> where.append("\n    at ").append(frame));
        return where.toString();
    }

    /** Reads and checks a file as the command does, and says what was found; whether anything could be read. */
    private boolean check(SourceFile source) {
        Reading reading = intake.read(source, FEBRUARY);
        reading.findings().forEach(this::say);
        if (!(reading instanceof Reading.Read read)) {
            return false;
        }
        for (Submission submission : read.submissions()) {
            Submission filled = computed.fill(submission);
            filled.findings().forEach(this::say);
            checker.check(
                            filled.unit(),
                            filled.form(),
                            filled.period(),
                            filled.observations(),
                            filled.sheet(),
                            filled.findings(),
                            operand -> Value.Gap.BLANK,
                            Directory.NONE)
                    .findings()
                    .forEach(this::say);
        }
        return !read.submissions().isEmpty();
    }

    private void say(Finding finding) {
        String said = wording.place(finding.where())
                + wording.sentence(finding, FEBRUARY)
                + wording.relation(finding, FEBRUARY);
        if (said.isBlank()) {
            throw new IllegalStateException("nothing is said of " + finding);
        }
    }

    List<Failure> failures() {
        return failures;
    }

    /** How many of all mutations could be read all the same. */
    int read() {
        return tallies.values().stream().mapToInt(t -> t.read).sum();
    }

    /** A line for each kind of mutations. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        tallies.forEach((kind, t) ->
                lines.add("%-20s %7d mutations %7d read %8d ms".formatted(kind, t.count, t.read, t.milliseconds)));
        return lines;
    }

    /** The failures, each kind of fault once, with the seeds of the first that have it. */
    String report() {
        Map<String, List<Failure>> kinds = new LinkedHashMap<>();
        failures.forEach(
                f -> kinds.computeIfAbsent(f.what().replaceFirst("(?s):.*?(?=\n    at|$)", ""), k -> new ArrayList<>())
                        .add(f));
        StringBuilder report = new StringBuilder();
        kinds.forEach((kind, some) -> report.append("%n%d × %s%n  seed %d, %s: %s%n"
                .formatted(
                        some.size(),
                        some.get(0).what(),
                        some.get(0).seed(),
                        some.get(0).file(),
                        some.get(0).mutation())));
        return report.toString();
    }

    /** Returns to be spoilt in that folder. */
    static Mutations in(Path folder) {
        try {
            return new Mutations(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
