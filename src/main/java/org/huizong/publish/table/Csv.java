package org.huizong.publish.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.huizong.disk.DiskException;
import org.huizong.text.Visible;

/**
 * One CSV file as Excel and WPS open it: UTF-8 with BOM, CRLF, and no cell that they would run as a formula, or that would
 * do something to a terminal.
 */
final class Csv implements AutoCloseable {
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
                printer.print(FormulaGuard.apply(Visible.text(cell)));
            }
            printer.println();
            writer.append(line);
            line.setLength(0);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private DiskException fault(IOException e) {
        return new DiskException(file, e);
    }
}
