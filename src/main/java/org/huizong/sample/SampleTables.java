package org.huizong.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.huizong.catalogue.Unit;

/** The two small tables that the sample year is made from. */
final class SampleTables {
    private SampleTables() {}

    /**
     * How an item runs through the year.
     *
     * @param item code of the item
     * @param units {@code all}, {@code village} or codes; the first row that names a unit holds for it
     * @param year the year's total over these units; empty if each month is drawn by itself
     * @param low least value of a month that is drawn by itself
     * @param high greatest value of such a month
     * @param peaks months in which there is more of it
     */
    record Course(String item, Set<String> units, Optional<Integer> year, int low, int high, Set<Integer> peaks) {
        boolean covers(Unit unit) {
            return units.contains("all")
                    || units.contains(unit.code())
                    || (units.contains("village") && unit.kind().isVillage());
        }
    }

    /** When a cell holds what it says. */
    enum Stage {
        /** In every sending of the month: it is what happened. */
        BOTH,
        /** Only in the first: a mistake, corrected later. */
        FIRST,
        /** No cell at all: the unit sends late. */
        LATE
    }

    /** One cell that is set by hand. */
    record Cell(YearMonth month, String unit, String item, String value, Stage stage) {}

    static List<Course> courses() {
        return read("figures.csv").stream()
                .map(r -> new Course(
                        r.get("item"),
                        set(r.get("units")),
                        Optional.of(r.get("year")).filter(t -> !t.isEmpty()).map(Integer::valueOf),
                        r.get("low").isEmpty() ? 0 : Integer.parseInt(r.get("low")),
                        r.get("high").isEmpty() ? 0 : Integer.parseInt(r.get("high")),
                        set(r.get("peaks")).stream().map(Integer::valueOf).collect(Collectors.toSet())))
                .toList();
    }

    static List<Cell> cells() {
        return read("cells.csv").stream()
                .map(r -> new Cell(
                        YearMonth.parse(r.get("month")),
                        r.get("unit"),
                        r.get("item"),
                        r.get("value"),
                        Arrays.stream(Stage.values())
                                .filter(s -> s.name().equalsIgnoreCase(r.get("stage")))
                                .findFirst()
                                .orElseThrow()))
                .toList();
    }

    private static Set<String> set(String text) {
        return Arrays.stream(text.split(";")).filter(t -> !t.isEmpty()).collect(Collectors.toSet());
    }

    private static List<CSVRecord> read(String name) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream in = SampleTables.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own file " + name);
            }
            return format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program's own file " + name, e);
        }
    }
}
