package org.huizong.consolidation;

import java.util.List;

/**
 * Who of those who owe something is in the figures 应报/实报.
 *
 * @param standings one for each owed (unit, return, period), by period, unit and return
 */
public record Coverage(List<Standing> standings) {
    public Coverage {
        standings = List.copyOf(standings);
    }

    /** How many are owed. */
    public int owed() {
        return standings.size();
    }

    /** How many are in that state. */
    public int count(Standing.State state) {
        return (int) standings.stream().filter(s -> s.state() == state).count();
    }

    /** How many of the counted came late. */
    public int late() {
        return (int) standings.stream().filter(Standing::isLate).count();
    }

    /** Whether everything owed is counted. */
    public boolean isComplete() {
        return count(Standing.State.COUNTED) == owed();
    }

    /** Those not counted. */
    public List<Standing> open() {
        return standings.stream()
                .filter(s -> s.state() != Standing.State.COUNTED)
                .toList();
    }
}
