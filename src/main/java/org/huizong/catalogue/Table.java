package org.huizong.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV table as rows of text, with the line each stands on. UTF-8 with or without BOM, or GB18030. */
public final class Table {
    private final List<Row> rows = new ArrayList<>();

    private Table() {}

    /** Reads the bytes of the file of that name; columns that are missing or unknown become faults. */
    public static Table read(String name, byte[] bytes, Set<String> columns, Faults faults) {
        Table table = new Table();
        if (isWorkbook(bytes)) {
            faults.add(name, 0, "", "table.workbook", Map.of());
            return table;
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(false)
                .setAllowMissingColumnNames(true)
                .setTrim(true)
                .get();
        String text = decode(bytes);
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            int width = width(text);
            Set<String> found = new LinkedHashSet<>(parser.getHeaderNames());
            columns.stream()
                    .filter(c -> !found.contains(c) && !Columns.OPTIONAL.contains(c))
                    .forEach(c -> faults.add(name, 1, c, "column.missing", Map.of()));
            found.stream()
                    .filter(c -> !c.isEmpty() && !columns.contains(c))
                    .forEach(
                            c -> faults.add(name, 1, c, "column.unknown", Map.of("known", String.join(", ", columns))));
            long line = parser.getCurrentLineNumber() + 1;
            for (CSVRecord row : parser) {
                if (row.stream().anyMatch(v -> !v.isEmpty())) {
                    // the usual cause is a comma in a formula or a sentence that nobody has put in quotes
                    if (row.size() > width) {
                        faults.add(name, line, "", "row.long", Map.of());
                    }
                    table.rows.add(new Row(name, line, row, faults));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            faults.add(name, 1, "", "table.unreadable", Map.of("reason", String.valueOf(e.getMessage())));
        }
        return table;
    }

    /** A zipped or an old workbook that somebody took for a table. */
    private static boolean isWorkbook(byte[] bytes) {
        return bytes.length > 1
                && ((bytes[0] == 'P' && bytes[1] == 'K') || (bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF));
    }

    /** Its rows in order, without those that are empty. */
    public List<Row> rows() {
        return rows;
    }

    /** How many cells the heading has, those without a name too. */
    private static int width(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.DEFAULT)) {
            return parser.stream().findFirst().map(CSVRecord::size).orElse(0);
        }
    }

    private static String decode(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, Charset.forName("GB18030"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
