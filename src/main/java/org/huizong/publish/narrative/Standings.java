package org.huizong.publish.narrative;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.huizong.aggregation.FilingStatus;

/** How the returns that one unit, or one kind of units, owes within the period stand together. */
public record Standings(List<FilingStatus> all) {
    public Standings {
        all = List.copyOf(all);
    }

    /** How many are owed by now. */
    public int owed() {
        return all.size() - count(FilingStatus.State.NOT_DUE);
    }

    /** How many are missing because their period was never consolidated. */
    int neverRun() {
        return (int) all.stream().filter(FilingStatus::neverRun).count();
    }

    /** How many are missing because they were taken back. */
    int withdrawn() {
        return (int) all.stream().filter(FilingStatus::isWithdrawn).count();
    }

    public int counted() {
        return count(FilingStatus.State.COUNTED);
    }

    public int late() {
        return (int) all.stream().filter(FilingStatus::isLate).count();
    }

    public int inTime() {
        return counted() - late();
    }

    int count(FilingStatus.State state) {
        return (int) all.stream().filter(s -> s.state() == state).count();
    }

    /** Days late in all. */
    public long daysLate() {
        return all.stream().mapToLong(Standings::daysLate).sum();
    }

    /** Days after the due day; 0 if it was in time or is not counted. */
    public static long daysLate(FilingStatus standing) {
        return standing.received()
                .filter(day -> standing.isLate())
                .map(day -> ChronoUnit.DAYS.between(standing.due(), day))
                .orElse(0L);
    }
}
