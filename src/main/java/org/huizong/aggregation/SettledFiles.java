package org.huizong.aggregation;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.store.StoredFinding;

/**
 * Which errors of files that were refused are settled, so that nobody has to do anything about them: the return that
 * the file names is counted for the period, or, where nobody can tell which it is, nothing owed is lacking.
 */
public final class SettledFiles {
    /**
     * Finds what may hide a correction however complete the period is: a workbook that no longer opens, or was not
     * looked at.
     */
    private static final Set<String> LASTING = Set.of(
            "file.damaged",
            "file.empty",
            "file.unreadable",
            "file.changed",
            "file.disk",
            "file.memory",
            "file.fault",
            "period.closed");

    private final Set<Obligation> counted;
    private final Set<Period> lacking = new HashSet<>();

    /** Those of the periods that a coverage speaks of. */
    public SettledFiles(Coverage coverage) {
        this.counted = coverage.standings().stream()
                .filter(s -> s.state() == FilingStatus.State.COUNTED)
                .map(FilingStatus::owed)
                .collect(Collectors.toSet());
        coverage.open().forEach(s -> lacking.add(s.owed().period()));
        coverage.below().forEach(s -> lacking.add(s.owed().period()));
    }

    /** Tells whether a finding is an error about a file, or about a sheet of which nothing was read. */
    public static boolean isOfFile(StoredFinding stored) {
        return stored.unit().isEmpty() && stored.finding().sendsBack();
    }

    /** Tells whether it is an error about a file that is settled. */
    public boolean isSettled(StoredFinding stored) {
        Finding finding = stored.finding();
        if (!isOfFile(stored) || LASTING.contains(finding.rule())) {
            return false;
        }
        Obligation named =
                new Obligation(finding.subject().unit(), finding.subject().form(), stored.period());
        return counted.contains(named) || !lacking.contains(stored.period());
    }

    /** The finding as it is published: what is settled is a notice. */
    public StoredFinding published(StoredFinding stored) {
        return isSettled(stored) ? stored.as(Severity.NOTICE) : stored;
    }
}
