package org.huizong.tables;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** One CSV file as Excel and WPS open it: UTF-8 with BOM, CRLF, and no cell that they would run as a formula. */
final class Csv implements AutoCloseable {
    private static final String RUNS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final char MARK = '\uFEFF';

    private final Path file;
    private final BufferedWriter writer;
    /** One row: the printer hands over every cell by itself, which a file takes slowly. */
    private final StringBuilder line = new StringBuilder();

    private final CSVPrinter printer;

    Csv(Path file, String... columns) {
        this.file = file;
        try {
            this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            writer.write(MARK);
            this.printer = new CSVPrinter(
                    line, CSVFormat.DEFAULT.builder().setRecordSeparator("\r\n").get());
        } catch (IOException e) {
            throw fault(e);
        }
        row(columns);
    }

    /** Writes a row; a text that a spreadsheet would take for a formula gets an apostrophe in front. */
    void row(String... cells) {
        try {
            for (String cell : cells) {
                printer.print(safe(cell));
            }
            printer.println();
            writer.append(line);
            line.setLength(0);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private static String safe(String text) {
        boolean runs = !text.isEmpty() && RUNS.indexOf(text.charAt(0)) >= 0;
        return runs && !NUMBER.matcher(text).matches() ? '\'' + text : text;
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private UncheckedIOException fault(IOException e) {
        return new UncheckedIOException("cannot write " + file, e);
    }
}
