package org.huizong.written;

import java.util.Comparator;
import java.util.List;

/**
 * What came of holding a written report against the figures of a period.
 *
 * @param lines a line for each number, in the order of the report
 * @param notes what the indicators that it speaks of count, a sentence each
 */
public record VerifiedReport(List<ReportLine> lines, List<String> notes) {
    public VerifiedReport {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** The lines, those first in which something is wrong. */
    public List<ReportLine> gravestFirst() {
        return lines.stream()
                .sorted(Comparator.comparing((ReportLine l) -> !l.isWrong()).thenComparing(ReportLine::outcome))
                .toList();
    }

    /** How many numbers stand so. */
    public long count(Outcome outcome) {
        return lines.stream().filter(l -> l.outcome() == outcome).count();
    }

    /** How many numbers contradict another one of the report. */
    public long contradicted() {
        return lines.stream().filter(ReportLine::isContradicted).count();
    }

    /** Whether somebody has to correct something. */
    public boolean isWrong() {
        return lines.stream().anyMatch(ReportLine::isWrong);
    }
}
