package org.huizong.aggregation;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.model.Period;
import org.huizong.store.StoredSubmission;

/**
 * Who of those who owe something is in the figures 应报/实报.
 *
 * @param standings one for each (unit, return, period) that is owed or will be, by period, unit and return
 * @param leftOut accepted submissions that no figure holds, neither of the period nor of those it is shown with, because
 *     the catalogue does not know the unit or says that it does not owe them, by unit, return and period
 */
public record Coverage(List<FilingStatus> standings, List<StoredSubmission> leftOut) {
    public Coverage {
        standings = List.copyOf(standings);
        leftOut = List.copyOf(leftOut);
    }

    /** How many are owed by now. */
    public int owed() {
        return standings.size() - count(FilingStatus.State.NOT_DUE);
    }

    /** How many are in that state. */
    public int count(FilingStatus.State state) {
        return (int) standings.stream().filter(s -> s.state() == state).count();
    }

    /** How many of the counted came late. */
    public int late() {
        return (int) standings.stream().filter(FilingStatus::isLate).count();
    }

    /** Whether everything owed by now is counted undisputed, here and below, and all that was accepted has its place. */
    public boolean isComplete() {
        return open().isEmpty() && disputed().isEmpty() && below().isEmpty() && leftOut.isEmpty();
    }

    /** Whether the totals hold the whole period: nothing is lacking and nothing is still to come. */
    public boolean isWhole() {
        return isComplete() && count(FilingStatus.State.NOT_DUE) == 0;
    }

    /** Those owed by now and not counted. */
    public List<FilingStatus> open() {
        return standings.stream().filter(FilingStatus::isOpen).toList();
    }

    /** Those counted although another sending contradicts them. */
    public List<FilingStatus> disputed() {
        return standings.stream().filter(FilingStatus::isDisputed).toList();
    }

    /** Those counted in whose figures somebody below is missing. */
    public List<FilingStatus> below() {
        return standings.stream().filter(s -> s.below().isPresent()).toList();
    }

    /** How many returns that are owed to units that report for many are not in what these reported. */
    public int missingBelow() {
        return below().stream()
                .flatMap(s -> s.below().stream())
                .mapToInt(b -> b.owed() - b.counted())
                .sum();
    }

    /** The shorter periods that were never consolidated although their returns are due, earliest first. */
    public List<Period> neverRun() {
        return standings.stream()
                .filter(FilingStatus::neverRun)
                .map(s -> s.owed().period())
                .distinct()
                .sorted()
                .toList();
    }

    /** The shorter periods of which no return is due yet or there, earliest first. */
    public List<Period> notDue() {
        Set<Period> begun = standings.stream()
                .filter(s -> s.state() != FilingStatus.State.NOT_DUE)
                .map(s -> s.owed().period())
                .collect(Collectors.toSet());
        return waiting().filter(p -> !begun.contains(p)).distinct().sorted().toList();
    }

    /** How many returns are not due yet in those shorter periods of which others are, earliest first. */
    public SortedMap<Period, Long> partlyDue() {
        Set<Period> notBegun = Set.copyOf(notDue());
        return waiting()
                .filter(p -> !notBegun.contains(p))
                .collect(Collectors.groupingBy(p -> p, TreeMap::new, Collectors.counting()));
    }

    private Stream<Period> waiting() {
        return standings.stream()
                .filter(s -> s.state() == FilingStatus.State.NOT_DUE)
                .map(s -> s.owed().period());
    }
}
