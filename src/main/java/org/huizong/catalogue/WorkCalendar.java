package org.huizong.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The days of holidays.csv: those off, and the weekend days worked in exchange.
 *
 * @param off days off; those at a weekend make no difference
 * @param worked Saturdays and Sundays that are worked
 */
public record WorkCalendar(SortedSet<LocalDate> off, SortedSet<LocalDate> worked) {
    public WorkCalendar {
        off = Collections.unmodifiableSortedSet(new TreeSet<>(off));
        worked = Collections.unmodifiableSortedSet(new TreeSet<>(worked));
    }

    /** The years of which the table says anything; of any other nobody knows which days are worked. */
    public SortedSet<Integer> years() {
        return Stream.concat(off.stream(), worked.stream())
                .map(LocalDate::getYear)
                .collect(TreeSet::new, Collection::add, Collection::addAll);
    }

    /** The years from one to another, both included and in either order, of which the table says nothing. */
    public List<Integer> unlisted(int one, int other) {
        SortedSet<Integer> listed = years();
        return IntStream.rangeClosed(Math.min(one, other), Math.max(one, other))
                .filter(y -> !listed.contains(y))
                .boxed()
                .toList();
    }
}
