package org.huizong.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The tables beside this class, and CSV files as rows by head. */
final class Tables {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private Tables() {}

    /** A file or folder beside this class. */
    static Path beside(String name) {
        URL url = Objects.requireNonNull(Tables.class.getResource(name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of a CSV file, with or without a mark of its encoding. */
    static List<Map<String, String>> read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
            try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
                return parser.stream().map(Tables::row).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(CSVRecord line) {
        return new LinkedHashMap<>(line.toMap());
    }
}
