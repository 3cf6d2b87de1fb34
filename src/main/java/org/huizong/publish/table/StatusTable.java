package org.huizong.publish.table;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.FilingStatus;
import org.huizong.store.Filler;
import org.huizong.store.StoredSubmission;
import org.huizong.wording.Wording;

/** Writes who has reported and who has not as a CSV table: a row for each return that is owed. */
public final class StatusTable {
    private final Wording wording;

    /** With labels in the language of those words. */
    public StatusTable(Wording wording) {
        this.wording = wording;
    }

    /**
     * One row a return, in the order of the coverage.
     *
     * @param asOf the day on which days are counted
     * @param fillers who filled in the latest returns, by unit, masked
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void write(Coverage coverage, LocalDate asOf, Map<String, List<Filler>> fillers, Path file) {
        try (Csv csv = new Csv(
                file,
                "period",
                "unit",
                "unit_label",
                "return",
                "return_label",
                "state",
                "due",
                "received",
                "days",
                "revision",
                "file",
                "filled_by",
                "phone")) {
            for (FilingStatus standing : coverage.standings()) {
                String unit = standing.owed().unit();
                String form = standing.owed().form();
                Optional<StoredSubmission> sent = standing.submission();
                Optional<Filler> filler = Filler.of(fillers, unit, form);
                csv.row(
                        standing.owed().period().code(),
                        unit,
                        wording.label(unit),
                        form,
                        wording.label(form),
                        standing.word(),
                        standing.due().toString(),
                        standing.received().map(LocalDate::toString).orElse(""),
                        String.valueOf(standing.days(asOf)),
                        sent.map(s -> String.valueOf(s.revision())).orElse(""),
                        sent.map(StoredSubmission::file).orElse(""),
                        filler.map(Filler::name).orElse(""),
                        filler.map(Filler::phone).orElse(""));
            }
        }
    }
}
