package org.huizong.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Tables of a catalogue as an office writes them that has no use for English. */
public enum WithoutEnglish {
    /** The columns are not there. */
    COLUMNS,
    /** The columns are there and empty. */
    VALUES;

    private static final String ENGLISH = "_en";

    /** The tables so written. */
    public Map<String, byte[]> of(Map<String, byte[]> tables) {
        Map<String, byte[]> without = new TreeMap<>();
        tables.forEach((name, table) -> without.put(name, of(table)));
        return without;
    }

    private byte[] of(byte[] table) {
        String text = new String(table, StandardCharsets.UTF_8).replace("\uFEFF", "");
        StringBuilder written = new StringBuilder();
        try (var parser = CSVParser.parse(new StringReader(text), CSVFormat.DEFAULT)) {
            List<CSVRecord> lines = parser.getRecords();
            for (CSVRecord line : lines) {
                Object[] cells = IntStream.range(0, line.size())
                        .filter(i -> this == VALUES || !isEnglish(lines, i))
                        .mapToObj(i -> line != lines.get(0) && isEnglish(lines, i) ? "" : line.get(i))
                        .toArray();
                written.append(CSVFormat.DEFAULT.format(cells)).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isEnglish(List<CSVRecord> lines, int column) {
        CSVRecord heads = lines.get(0);
        return column < heads.size() && heads.get(column).endsWith(ENGLISH);
    }
}
