package org.huizong.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import org.huizong.disk.DiskException;

/**
 * The figures of the sample township for the year before the sample year, from its ledgers: the township's totals of what
 * the report's indicators are made of, by month and for the year.
 */
public final class SampleBaseline {
    /** Name of the file. */
    public static final String NAME = "2024年基期数.csv";

    /** The day on which the office put it on record. */
    public static final LocalDate DAY = LocalDate.of(SampleYear.YEAR, 1, 2);

    private static final String RESOURCE = "baseline.csv";

    private SampleBaseline() {}

    /** Writes the file into a folder, which must be there, in place of one of its name; gives its path. */
    public static Path write(Path folder) {
        Path file = folder.resolve(NAME);
        try (InputStream in = SampleBaseline.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own file " + RESOURCE);
            }
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DiskException(file, e);
        }
        return file;
    }
}
