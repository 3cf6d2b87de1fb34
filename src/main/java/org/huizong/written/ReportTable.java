package org.huizong.written;

import java.nio.file.Path;
import java.util.Locale;
import org.huizong.publish.table.Listing;

/** The numbers of a report as a CSV table, a line for each, in the order of the report. */
public final class ReportTable {
    private ReportTable() {}

    /**
     * Writes it.
     *
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public static void write(VerifiedReport report, Path file) {
        new Listing<ReportLine>()
                .file("outcome", l -> l.outcome().name().toLowerCase(Locale.ROOT))
                .file("contradicted", l -> l.isContradicted() ? "true" : "false")
                .file("place", ReportLine::place)
                .file("quote", ReportLine::quote)
                .file("report", ReportLine::theirs)
                .file("figures", ReportLine::ours)
                .file("source", ReportLine::source)
                .file("remark", ReportLine::remark)
                .write(file, report.lines()::forEach);
    }
}
