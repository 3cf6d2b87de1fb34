package org.huizong.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV table as rows of text, with the line each stands on. UTF-8 with or without BOM, or GB18030. */
public final class Table {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();
    /** How the parser says where a quote went wrong. */
    private static final Pattern LINE = Pattern.compile("line:? ?(\\d+)");

    private final String name;
    private final Faults faults;
    private final List<Row> rows = new ArrayList<>();

    private Table(String name, Faults faults) {
        this.name = name;
        this.faults = faults;
    }

    /**
     * The bytes of a table's file; of one that is larger than any table may be, no more than is needed to see that.
     *
     * @throws IOException if it cannot be read
     */
    public static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(TableLimits.MAX_BYTES + 1);
        }
    }

    /** Reads the bytes of the file of that name; what keeps it from being a table of these columns becomes faults. */
    public static Table read(String name, byte[] bytes, Set<String> columns, Faults faults) {
        Table table = new Table(name, faults);
        TableText.of(name, bytes).ifText(text -> table.parse(text, columns), why -> why.tell(name, faults));
        return table;
    }

    /** Its rows in order, without those that are empty. */
    public List<Row> rows() {
        return rows;
    }

    private void parse(String text, Set<String> columns) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            Optional<Map<String, Integer>> heads = Optional.empty();
            int width = 0;
            long line = 1;
            for (CSVRecord record : parser) {
                if (record.size() > TableLimits.MAX_COLUMNS && heads.isEmpty()) {
                    faults.refuse(name, 1, "", "table.columns", columns(record.size()));
                    return;
                }
                if (heads.isEmpty()) {
                    heads = Optional.of(heads(record, columns));
                    width = record.size();
                } else if (rows.size() == TableLimits.rows(name)) {
                    faults.refuse(name, line, "", "table.rows", Map.of("most", String.valueOf(rows.size())));
                    rows.clear();
                    return;
                } else {
                    row(line, record, width, heads.get());
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException e) {
            Matcher at = LINE.matcher(String.valueOf(e.getMessage()));
            faults.refuse(name, at.find() ? Long.parseLong(at.group(1)) : 1, "", "table.quotes", Map.of());
        }
    }

    private static Map<String, String> columns(int columns) {
        return Map.of("value", String.valueOf(columns), "most", String.valueOf(TableLimits.MAX_COLUMNS));
    }

    /** Where each column stands; what is wrong with the heading becomes faults. */
    private Map<String, Integer> heads(CSVRecord heading, Set<String> columns) {
        Map<String, Integer> heads = new LinkedHashMap<>();
        for (int i = 0; i < heading.size(); i++) {
            String head = trimmed(heading.get(i));
            if (!head.isEmpty() && heads.putIfAbsent(head, i) != null) {
                faults.refuse(name, 1, head, "column.twice", Map.of());
            }
        }
        columns.stream()
                .filter(c -> !heads.containsKey(c) && !Columns.OPTIONAL.contains(c))
                .forEach(c -> faults.refuse(name, 1, c, "column.missing", Map.of()));
        heads.keySet().stream()
                .filter(c -> !columns.contains(c))
                .forEach(c -> faults.add(name, 1, c, "column.unknown", Map.of("known", String.join(", ", columns))));
        return heads;
    }

    private void row(long line, CSVRecord record, int width, Map<String, Integer> heads) {
        if (record.stream().allMatch(String::isBlank)) {
            return;
        }
        // the usual cause is a comma in a formula or a sentence that nobody has put in quotes
        if (record.size() > width) {
            faults.add(name, line, "", "row.long", Map.of());
        }
        String[] cells = record.stream().limit(width).map(Table::trimmed).toArray(String[]::new);
        heads.forEach((column, at) -> {
            if (at < cells.length) {
                cells[at] = checked(line, column, cells[at]);
            }
        });
        rows.add(new Row(name, line, heads, List.of(cells), faults));
    }

    /** Without spaces and breaks around it; wide spaces in front indent a label. */
    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || Control.isBreak(c);
    }

    /** The cell's text, or what may stand in for it. */
    private String checked(long line, String column, String text) {
        int most = TableLimits.characters(column);
        if (text.length() > most) {
            Map<String, String> arguments =
                    Map.of("value", String.valueOf(text.length()), "most", String.valueOf(most));
            faults.spoil(name, line, column, "cell.long", arguments);
        }
        OptionalInt control = Control.first(text);
        if (control.isPresent()) {
            faults.spoil(name, line, column, "cell.control", Map.of("value", Control.name(control.getAsInt())));
        }
        boolean broken = !TableLimits.mayBreak(column) && text.codePoints().anyMatch(Control::isBreak);
        if (broken) {
            faults.spoil(name, line, column, "cell.break", Map.of());
        }
        String within = text.length() > most ? text.substring(0, most) : text;
        return broken || control.isPresent() ? Control.without(within) : within;
    }
}
