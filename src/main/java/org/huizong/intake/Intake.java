package org.huizong.intake;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.UnitBook;
import org.huizong.intake.identify.MultiUnitSheetDetector;
import org.huizong.intake.identify.Recogniser;
import org.huizong.intake.parse.Normaliser;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.Severity;
import org.huizong.model.SourceFile;
import org.huizong.spreadsheet.read.Contents;
import org.huizong.spreadsheet.read.Unfit;
import org.huizong.spreadsheet.read.WorkbookReader;

/** Reads files into submissions. Safe for use by several threads at once. */
public final class Intake {
    /** Version of the reader: with the catalogue's digest it decides whether a file must be read again. */
    public static final String VERSION = "12";

    /** The finding against a file that takes more memory than there is. */
    public static final String NO_MEMORY = "file.memory";

    private final Catalogue catalogue;
    private final Recogniser recogniser;
    private final Normaliser normaliser;
    private final UnitBook units;
    private final MultiUnitSheetDetector crowd;

    /** Reads the returns of that catalogue. */
    public Intake(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.recogniser = new Recogniser(catalogue);
        this.normaliser = new Normaliser(catalogue);
        this.units = new UnitBook(catalogue);
        this.crowd = new MultiUnitSheetDetector(catalogue, recogniser, units);
    }

    /**
     * Reads one file of the folder of a period. Bad content never throws, nor does one that takes more memory than there
     * is: a file costs nothing but itself.
     *
     * @throws UncheckedIOException if the disk does not give the file
     */
    public Reading read(SourceFile file, Period folder) {
        try {
            Contents contents = WorkbookReader.read(file.path());
            if (contents instanceof Contents.Sheets sheets) {
                return new FileReading(catalogue, recogniser, normaliser, units, crowd, file, folder).read(sheets);
            }
            Unfit unfit = (Unfit) contents;
            return refused(file, unfit.finding(), unfit.arguments());
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            return refused(
                    file,
                    "file.fault",
                    Map.of("fault", Argument.name(e.getClass().getSimpleName())));
        } catch (OutOfMemoryError e) {
            return refused(file, NO_MEMORY, Map.of());
        }
    }

    /** A file of which nothing can be used, for one reason. */
    public static Reading refused(SourceFile file, String why, Map<String, Argument> arguments) {
        return new Reading.Refused(
                file,
                List.of(Finding.failed(why, Severity.ERROR, CellRef.file(file.name()))
                        .with(arguments)));
    }
}
