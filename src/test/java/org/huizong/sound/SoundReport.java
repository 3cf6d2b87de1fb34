package org.huizong.sound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes bench/rules.md: how often rules fire on sound months, and what of planted faults they find. */
public final class SoundReport {
    private static final String HEAD = """
            # How often the rules are wrong

            Made by `mvn -Pproof verify` (`RulesProof`, which leaves it in target/proof/rules.md; copy it here after rules are changed). The townships are simulated day by day in `org.huizong.sound` (in `src/test`): officers inspect in pairs, hazards are found and put right later, cases are handled as the law asks, applications wait, people are born, die and move, petitions are told in time; clerks count what happened. The world knows the items and none of the rules. Each township has 14 villages and communities, some very small, seasons, quiet months, and now and then a new clerk; every third begins in April with a baseline of the quarter before. The returns go on record and are checked as the monthly job checks them, without workbooks.
            """;

    private SoundReport() {}

    /** Why rules may fire on more than one in fifty sound returns, by rule. */
    public static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        try (var in = SoundReport.class.getResourceAsStream("justified.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .forEach(c -> reasons.put(c[0], c[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reasons;
    }

    /** Writes the page. */
    public static void write(Path file, Alarms alarms, FaultTable faults) throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("\n## Sound months\n\n")
                .append(alarms.months())
                .append(" months of townships, ")
                .append(alarms.returns())
                .append(" returns; something is asked of ")
                .append(alarms.asked())
                .append(
                        " of them. A rule that is not listed never fired. A rule over the township is held against each of its periods.\n\n")
                .append("| rule | severity | fired | share | why more than 1 in 50 |\n|---|---|---|---|---|\n");
        alarms.table(reasons()).forEach(l -> page.append(l).append('\n'));
        page.append("\n## Undecided in first months\n\n| reason | findings |\n|---|---|\n");
        alarms.undecided().forEach((reason, count) -> page.append("| " + reason + " | " + count + " |\n"));
        page.append("\n## Planted faults\n\n")
                .append(
                        "A fault is *found* if a check that should find it asks or sends back where the sound return is left alone, *otherwise* if only another does. ")
                .append("Places of those that were missed are unit, return and period.\n\n")
                .append("| kind | found | otherwise | missed | by | missed at |\n|---|---|---|---|---|---|\n");
        faults.lines().forEach(l -> page.append(l).append('\n'));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, page.toString());
    }

    /** Arguments: where to write the page, how many townships, how many months of each, how many faults. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("sound");
        Alarms alarms = SoundMonths.run(folder, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        alarms.examples().forEach(System.out::println);
        write(Path.of(args[0]), alarms, PlantedFaults.run(folder, Integer.parseInt(args[3])));
    }
}
