package org.huizong.proof;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.proof.Program.Ended;
import org.huizong.proof.ProofTable.Tried;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Puts hostile files beside good returns: each is named with its reason, and the good ones come to what they came to. */
@TestInstance(Lifecycle.PER_CLASS)
class HostileFilesProof {
    private static final String HONEST = "柳溪村";
    /** Only techniques whose name holds this, to try a few. */
    private static final String ONLY = System.getProperty("hostile", "");

    private Path scratch;
    private Township township;
    private List<Hostile> hostile;
    private SortedMap<String, String> without;

    @BeforeAll
    void theGoodReturnsAreConsolidatedAlone(@TempDir Path folder) throws IOException {
        scratch = folder;
        township = new Township(folder);
        hostile = hostile(folder);
        Path home = scratch.resolve("without");
        township.deliver(home.resolve("returns"));
        Desk.at(home).consolidate();
        without = Trace.tables(home.resolve("output"));
    }

    private static List<Hostile> hostile(Path folder) throws IOException {
        var catalogue = CatalogueLoader.builtIn();
        var clerks =
                new SampleWriter(new TemplateWriter(catalogue, new Wording(new MessageBundle(Lang.ZH), catalogue)));
        new SampleYear(catalogue)
                .inTime(Township.PERIOD.first()).stream()
                        .filter(s -> s.unit().label().equals(HONEST))
                        .forEach(s -> clerks.write(s, Prefill.NONE, folder));
        Path file = folder.resolve(HONEST + "-2025-01.xlsx");
        byte[] honest = Files.readAllBytes(file);
        Files.delete(file);
        List<Hostile> files = new ArrayList<>(HostileXml.of(honest));
        files.addAll(HostileZips.of(honest));
        files.addAll(HostileOthers.of(honest, folder));
        return files;
    }

    @Test
    void triesEnoughOfManyKinds() {
        Map<String, Long> techniques = hostile.stream().collect(groupingBy(Hostile::technique, counting()));

        assertThat(hostile).hasSizeGreaterThanOrEqualTo(150);
        assertThat(techniques).hasSizeGreaterThanOrEqualTo(60);
        assertThat(techniques.values()).allMatch(n -> n <= 5);
    }

    @Test
    void namesEachFileWithItsReasonAndPublishesTheOthers() {
        Map<String, String> expected = expected();
        SortedMap<String, String> found = new TreeMap<>();
        List<Callable<Tried>> attacks = new ArrayList<>();
        hostile.stream()
                .filter(h -> h.technique().contains(ONLY) || h.name().contains(ONLY))
                .forEach(h -> attacks.add(() -> attack(h, expected.getOrDefault(key(h), "nothing known"), found)));

        List<String> fell = ProofTable.attempt("hostile files, one a run", attacks);

        assertThat(fell).isEmpty();
    }

    @Test
    void publishesTheSameOfTheGoodOnesWithAllOfTheOthersAmongThem() {
        Path home = scratch.resolve("all");
        township.deliver(home.resolve("returns"));
        List<Callable<Tried>> attack = List.of(() -> {
            for (Hostile file : hostile) {
                make(file, home);
            }
            return attempt("all", home, f -> "");
        });

        assertThat(ProofTable.attempt("hostile files, all in one run", attack)).isEmpty();
    }

    private interface Also {
        String fault(Path home);
    }

    private Tried attack(Hostile file, String expected, SortedMap<String, String> found) {
        Path home = scratch.resolve("attack-" + Integer.toHexString(file.name().hashCode()));
        try {
            township.deliver(home.resolve("returns"));
            make(file, home);
            Tried tried = attempt(file.technique() + " " + file.name(), home, h -> {
                String rules = rules(h, file.name());
                synchronized (found) {
                    found.put(key(file), rules);
                    write(found);
                }
                return rules.equals(expected) ? "" : rules + " instead of " + expected;
            });
            return tried;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Desk.at(home).clear();
        }
    }

    private static void make(Hostile file, Path home) throws IOException {
        file.maker().make(home.resolve("returns").resolve(file.name()));
    }

    /** Runs the job over what lies there and says what did not hold. */
    private Tried attempt(String name, Path home, Also also) throws IOException {
        Ended ended;
        try {
            ended = Desk.at(home).consolidate();
        } catch (IllegalStateException e) {
            return new Tried(name, e.getMessage(), 0);
        }
        String fault = "";
        if (ended.code() != 1) {
            fault = "ended with " + ended;
        } else if (!ended.trace().isEmpty()) {
            fault = "shows " + ended.trace();
        } else if (ended.said().contains("\u001b") || ended.said().contains("\u0007")) {
            fault = "commands the terminal";
        } else if (!Desk.at(home).left().isEmpty()) {
            fault = "left " + Desk.at(home).left();
        } else {
            fault = goods(home);
        }
        return new Tried(name, fault.isEmpty() ? also.fault(home) : fault, ended.peak());
    }

    /** Every row of the good returns must be there, byte for byte, and their totals if nothing was added to them. */
    private String goods(Path home) {
        SortedMap<String, String> with = Trace.tables(home.resolve("output"));
        for (String table : List.of("data/observations.csv", "data/findings.csv")) {
            List<String> now = with.getOrDefault(table, "").lines().toList();
            List<String> lost = without.get(table)
                    .lines()
                    .filter(l -> !l.startsWith("2025-01,,,") && !now.contains(l))
                    .toList();
            if (!lost.isEmpty()) {
                return table + " lost " + lost;
            }
        }
        boolean added = with.get("data/observations.csv").contains(",v03,");
        return added || with.get("data/totals.csv").equals(without.get("data/totals.csv"))
                ? ""
                : "totals " + with.get("data/totals.csv");
    }

    /** The findings against a file, by rule and how often, and whether its figures were read. */
    private static String rules(Path home, String name) {
        Path output = home.resolve("output").resolve("data");
        String rules = records(output.resolve("findings.csv")).stream()
                .filter(r -> isOf(r.get("file"), name))
                .collect(groupingBy(r -> r.get("rule"), TreeMap::new, counting()))
                .entrySet()
                .stream()
                .map(e -> e.getKey() + (e.getValue() == 1 ? "" : " x" + e.getValue()))
                .collect(Collectors.joining(" "));
        long read = records(output.resolve("observations.csv")).stream()
                .filter(r -> isOf(r.get("file"), name))
                .count();
        return (rules + (read == 0 ? "" : " read " + read)).strip();
    }

    private static boolean isOf(String file, String name) {
        return file.equals(name) || file.startsWith(name + "/") || isShownAs(file, name);
    }

    /** A name with what a terminal or a spreadsheet would obey is shown otherwise. */
    private static boolean isShownAs(String file, String name) {
        return !name.matches("\\w[\\w.-]*")
                && !file.isEmpty()
                && file.replaceAll("\\W", "").equals(name.replaceAll("\\W", ""));
    }

    private static List<CSVRecord> records(Path table) {
        try (CSVParser parser = CSVParser.parse(
                Files.readString(table).replace("\ufeff", ""),
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(Hostile file) {
        return file.technique() + "," + file.name().replaceAll("[^\\p{L}\\w.=-]", "?");
    }

    /** What each file comes to, as somebody has looked at. */
    private static Map<String, String> expected() {
        Map<String, String> expected = new TreeMap<>();
        try (var in = HostileFilesProof.class.getResourceAsStream("hostile-files.csv")) {
            if (in != null) {
                new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .forEach(line -> {
                            int comma = line.lastIndexOf(',');
                            expected.put(line.substring(0, comma), line.substring(comma + 1));
                        });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return expected;
    }

    private static void write(Map<String, String> found) {
        String text = found.entrySet().stream()
                .map(e -> e.getKey() + "," + e.getValue() + "\n")
                .collect(Collectors.joining("", "technique,file,findings\n", ""));
        try {
            Files.writeString(Path.of("target", "proof", "hostile-files.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
