package org.huizong.publish.table;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The columns of a list, each described once for the CSV file and for the sheet of the workbook, whose rows stream.
 *
 * @param <T> what a row is about
 */
public final class Listing<T> {
    private final Map<String, Function<T, String>> inFile = new LinkedHashMap<>();
    private final Map<String, Column<T>> onSheet = new LinkedHashMap<>();
    private List<Column<T>> ordered = List.of();

    /**
     * A column as people see it.
     *
     * @param name by which its head is found
     * @param label its head, where the catalogue says it; empty where the bundles do
     * @param width in characters
     * @param shown what stands in the cell of a row
     */
    public record Column<T>(String name, String label, double width, Function<T, ListCell> shown) {}

    /** Adds a column to the file alone. */
    public Listing<T> file(String name, Function<T, String> code) {
        inFile.put(name, code);
        return this;
    }

    /** Adds a column to the sheet alone. */
    public Listing<T> sheet(String name, double width, Function<T, ListCell> shown) {
        onSheet.put(name, new Column<>(name, "", width, shown));
        return this;
    }

    /** Adds a column whose head on the sheet is a word of the catalogue. */
    public Listing<T> labelled(
            String name, String label, double width, Function<T, String> code, Function<T, ListCell> shown) {
        onSheet.put(name, new Column<>(name, label, width, shown));
        return file(name, code);
    }

    /** Adds a column to both; the file has codes where people see labels. */
    public Listing<T> both(String name, double width, Function<T, String> code, Function<T, ListCell> shown) {
        return file(name, code).sheet(name, width, shown);
    }

    /** Adds a column that says the same in both. */
    public Listing<T> both(String name, double width, Function<T, String> text) {
        return both(name, width, text, row -> ListCell.of(text.apply(row)));
    }

    /**
     * Puts the columns of the sheet into an order of their own.
     *
     * @throws IllegalArgumentException if they are not those that were added
     */
    public Listing<T> ordered(String... names) {
        ordered = List.of(names).stream()
                .map(n -> Optional.ofNullable(onSheet.get(n))
                        .orElseThrow(() -> new IllegalArgumentException("the sheet has no column " + n)))
                .toList();
        if (ordered.size() != onSheet.size()) {
            throw new IllegalArgumentException("the sheet has other columns than " + List.of(names));
        }
        return this;
    }

    /** The columns of the sheet from left to right. */
    public List<Column<T>> columns() {
        return ordered.isEmpty() ? List.copyOf(onSheet.values()) : ordered;
    }

    /**
     * Writes the file.
     *
     * @param rows hands over the rows one by one
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void write(Path file, Consumer<Consumer<T>> rows) {
        try (Csv csv = new Csv(file, inFile.keySet().toArray(String[]::new))) {
            rows.accept(row -> csv.row(
                    inFile.values().stream().map(code -> code.apply(row)).toArray(String[]::new)));
        }
    }
}
