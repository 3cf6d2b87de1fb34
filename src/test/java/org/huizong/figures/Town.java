package org.huizong.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huizong.cli.Prompt;

/**
 * An office with the catalogue of these figures and units of its own. Its clerks send a text file a return, as the tables in
 * {@code sent} say; it works with the commands of the program alone.
 */
final class Town {
    private static final Prompt PROMPT = new Prompt(Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC));
    private static final Map<String, List<Map<String, String>>> SENT = sent();
    private static final List<Map<String, String>> ITEMS = Tables.read(Tables.beside("catalogue/items.csv"));

    private final Path home;
    private final Map<String, Map<String, String>> units = new TreeMap<>();
    private final Map<String, String> forms = new TreeMap<>();
    private final Map<String, Published> published = new TreeMap<>();

    /** An office in a new folder, with that table of units. */
    Town(Path home, String unitTable) {
        this.home = home;
        try (Stream<Path> tables = Files.list(Tables.beside("catalogue"))) {
            Path catalogue = Files.createDirectories(home.resolve("catalogue"));
            for (Path table : tables.toList()) {
                Files.copy(table, catalogue.resolve(table.getFileName()));
            }
            Files.write(catalogue.resolve("units.csv"), Files.readAllBytes(Tables.beside(unitTable)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Tables.read(Tables.beside(unitTable)).forEach(u -> units.put(u.get("code"), u));
        Tables.read(Tables.beside("catalogue/returns.csv")).forEach(r -> forms.put(r.get("code"), r.get("label")));
    }

    private static Map<String, List<Map<String, String>>> sent() {
        try (Stream<Path> tables = Files.list(Tables.beside("sent"))) {
            Map<String, List<Map<String, String>>> sent = new TreeMap<>();
            tables.forEach(t -> sent.put(t.getFileName().toString().replace(".csv", ""), Tables.read(t)));
            return sent;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts figures of earlier periods on record. */
    void baseline(String table, String asOf) {
        needed(type("baseline", Tables.beside(table).toString(), "--as-of", asOf));
    }

    /** Takes in what the clerks send for a month, consolidates it, and takes back what is to be withdrawn. */
    Town month(String month) {
        List<String> withdrawn = new ArrayList<>();
        SENT.forEach((form, rows) -> rows.stream()
                .filter(r -> r.get("period").equals(month)
                        && units.containsKey(r.get("unit"))
                        && !r.get("state").equals("missing"))
                .forEach(r -> {
                    String file = r.get("unit") + "-" + form + ".csv";
                    write(returns(month).resolve(file), text(form, r));
                    if (r.get("state").equals("withdrawn")) {
                        withdrawn.add(file);
                    }
                }));
        consolidate(month, month);
        if (!withdrawn.isEmpty()) {
            withdrawn.forEach(file -> needed(type("withdraw", month, file, "--reason", "填错了表")));
            consolidate(month, month);
        }
        return this;
    }

    /** A return as a clerk types it: the head, then a line an item that is asked in that month. */
    private String text(String form, Map<String, String> row) {
        StringBuilder text = new StringBuilder()
                .append(forms.get(form))
                .append("\n\n填报单位,")
                .append(units.get(row.get("unit")).get("label"))
                .append(",报告期,")
                .append(row.get("period"))
                .append("\n\n指标名称,计量单位,代码,本月\n");
        for (Map<String, String> item : ITEMS) {
            boolean filled =
                    item.get("return").equals(form) && item.get("formula").isEmpty();
            if (filled && isAsked(item, row.get("period"))) {
                text.append("%s,%s,%s,%s\n"
                        .formatted(
                                item.get("label"),
                                item.get("measure"),
                                item.get("row"),
                                // what is computed is left to the program
                                row.getOrDefault(item.get("code"), "")));
            }
        }
        return text.toString();
    }

    private static boolean isAsked(Map<String, String> item, String month) {
        return item.get("from").compareTo(month) <= 0
                && (item.get("until").isEmpty() || item.get("until").compareTo(month) >= 0);
    }

    /** Takes in the workbook of a town below and consolidates that month. */
    Town rollUp(String month, Town... below) {
        for (Town town : below) {
            town.of(month)
                    .workbook()
                    .ifPresent(w -> write(returns(month).resolve(town.home.getFileName() + ".xlsx"), w));
        }
        return consolidate(month, month);
    }

    /** Consolidates a period ten days after the end of a month. */
    Town consolidate(String period, String lastMonth) {
        Path output = home.resolve("output").resolve(period);
        LocalDate asOf = YearMonth.parse(lastMonth).atEndOfMonth().plusDays(10);
        List<String> command =
                new ArrayList<>(List.of("consolidate", period, "--to", output.toString(), "--as-of", asOf.toString()));
        if (period.equals(lastMonth)) {
            command.addAll(List.of("--returns", returns(period).toString()));
        }
        Prompt.Answer answer = type(command.toArray(String[]::new));
        published.put(period, new Published(output, answer));
        return this;
    }

    /** What was published of a period. */
    Published of(String period) {
        return published.get(period);
    }

    /** Issues a unit's template of a month. */
    IssuedTemplate template(String unit, String month) {
        Path folder = home.resolve("templates");
        Path file = folder.resolve(label(unit) + "-" + month + ".xlsx");
        if (!Files.exists(file)) {
            needed(type("templates", "--period", month, "--unit", unit, "--to", folder.toString()));
        }
        return new IssuedTemplate(file, filled(unit, month));
    }

    /** What a unit fills into its forms for a month, by item. */
    private static Map<String, String> filled(String unit, String month) {
        Map<String, String> filled = new TreeMap<>();
        SENT.values().stream()
                .flatMap(List::stream)
                .filter(r -> r.get("unit").equals(unit) && r.get("period").equals(month))
                .forEach(filled::putAll);
        filled.keySet().removeIf(k -> !k.contains("."));
        filled.values().removeIf(String::isEmpty);
        return filled;
    }

    /** Name of a unit. */
    String label(String unit) {
        return units.get(unit).get("label");
    }

    private Path returns(String month) {
        try {
            return Files.createDirectories(home.resolve("returns").resolve(month));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Prompt.Answer type(String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--catalogue", home.resolve("catalogue").toString()));
        all.addAll(List.of("--data", home.resolve("data").toString(), "--no-color"));
        return PROMPT.type(all.toArray(String[]::new));
    }

    private static void needed(Prompt.Answer answer) {
        if (answer.exit() != 0) {
            throw new IllegalStateException(answer.said());
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, Path from) {
        try {
            Files.copy(from, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
