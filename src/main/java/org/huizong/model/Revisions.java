package org.huizong.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts what one unit sent for one return and period in order of revision.
 *
 * <p>Within one run the order is that of saving, whatever the order of reading. Across runs a file that comes later
 * must also have been saved later. A file without a time, with another's time, or saved before one that came earlier is
 * a conflict: nobody knows which is the newer. So is one whose time cannot be true, with all that it competes with,
 * until one of these is saved and sent once more. Two that say the same do not contradict each other, and the second of
 * them is no revision of its own. What is sent back for its own mistakes contradicts nothing: it would not count if it were
 * the newer, nor if it were the older.
 */
public final class Revisions {
    private Revisions() {}

    /**
     * Something that was sent.
     *
     * @param id number of the submission
     * @param saved when its file was last saved, as it says itself
     * @param believed whether that time can be true
     * @param run the run it came with
     * @param content equal for those that say the same
     * @param holds whether it may count: whether nothing in it sends it back
     */
    public record Arrival(
            long id, Optional<Instant> saved, boolean believed, long run, Content content, boolean holds) {
        boolean saysTheSameAs(Arrival other) {
            return content.equals(other.content);
        }

        /** Tells whether at most one of the two can be meant. */
        boolean competesWith(Arrival other) {
            return holds && other.holds && !saysTheSameAs(other);
        }

        private boolean hasTime() {
            return saved.isPresent() && believed;
        }

        private boolean isSavedAt(Arrival other) {
            return saved.equals(other.saved);
        }

        private boolean isSavedAfter(Arrival other) {
            return saved.orElse(Instant.MIN).isAfter(other.saved.orElse(Instant.MIN));
        }
    }

    /**
     * Its place in the order.
     *
     * @param id number of the submission
     * @param revision 1 for the first, those in conflict included; that of the one it repeats, if it repeats one
     * @param conflictsWith the submission it contradicts, if nobody knows which of them is the newer
     * @param repeats the first of that revision, if it says the same again
     */
    public record Place(long id, int revision, Optional<Long> conflictsWith, Optional<Long> repeats) {}

    /** The place of each arrival, by revision. */
    public static List<Place> arrange(List<Arrival> arrivals) {
        SortedMap<Long, List<Arrival>> runs = new TreeMap<>();
        arrivals.forEach(
                a -> runs.computeIfAbsent(a.run(), r -> new ArrayList<>()).add(a));
        List<Arrival> earlier = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (List<Arrival> together : runs.values()) {
            together.sort(Comparator.comparing((Arrival a) -> a.saved().orElse(Instant.MIN))
                    .thenComparing(Arrival::id));
            List<Arrival> before = List.copyOf(earlier);
            for (Arrival arrival : together) {
                Optional<Long> rival = beside(arrival, together)
                        .or(() -> before(arrival, before))
                        .map(Arrival::id);
                places.add(place(arrival, rival, places, earlier));
                earlier.add(arrival);
            }
        }
        return places;
    }

    /** The place after all others: on its own, or beside the last if it says the same and neither is disputed. */
    private static Place place(Arrival arrival, Optional<Long> rival, List<Place> places, List<Arrival> earlier) {
        if (places.isEmpty()) {
            return new Place(arrival.id(), 1, rival, Optional.empty());
        }
        Place last = places.get(places.size() - 1);
        boolean disputed = rival.isPresent() || last.conflictsWith().isPresent();
        return !disputed && arrival.saysTheSameAs(earlier.get(earlier.size() - 1))
                ? new Place(arrival.id(), last.revision(), rival, last.repeats().or(() -> Optional.of(last.id())))
                : new Place(arrival.id(), last.revision() + 1, rival, Optional.empty());
    }

    /** Finds what came with the same run and says something else, if no times tell which of them is the newer. */
    private static Optional<Arrival> beside(Arrival arrival, List<Arrival> together) {
        return together.stream()
                .filter(arrival::competesWith)
                .filter(a -> !arrival.hasTime() || !a.hasTime() || a.isSavedAt(arrival))
                .findFirst();
    }

    /** Finds what came with an earlier run and says something else, unless this was saved later. */
    private static Optional<Arrival> before(Arrival arrival, List<Arrival> before) {
        List<Arrival> others = before.stream().filter(arrival::competesWith).toList();
        if (!arrival.hasTime()) {
            return others.stream().reduce((a, b) -> b);
        }
        boolean confirmed = before.stream().anyMatch(a -> a.saysTheSameAs(arrival) && arrival.isSavedAfter(a));
        return others.stream()
                .filter(a -> a.believed() ? a.saved().isPresent() && !arrival.isSavedAfter(a) : !confirmed)
                .findFirst();
    }
}
