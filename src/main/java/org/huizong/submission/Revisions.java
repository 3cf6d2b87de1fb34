package org.huizong.submission;

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
 * <p>Within one run the order is that of saving, whatever the order of reading. Across runs a file that comes later must
 * also have been saved later. A file without a time, with another's time, or saved before one that came earlier is a
 * conflict: nobody knows which is the newer.
 */
public final class Revisions {
    private Revisions() {}

    /**
     * Something that was sent.
     *
     * @param id number of the submission
     * @param saved when its file was last saved
     * @param run the run that first read it
     */
    public record Arrival(long id, Optional<Instant> saved, long run) {}

    /**
     * Its place in the order.
     *
     * @param id number of the submission
     * @param revision 1 for the first; those in conflict come after all others
     * @param conflictsWith the submission it contradicts, if it has no place
     */
    public record Place(long id, int revision, Optional<Long> conflictsWith) {}

    /** The place of each arrival, by revision. */
    public static List<Place> arrange(List<Arrival> arrivals) {
        SortedMap<Long, List<Arrival>> runs = new TreeMap<>();
        arrivals.forEach(
                a -> runs.computeIfAbsent(a.run(), r -> new ArrayList<>()).add(a));
        List<Arrival> settled = new ArrayList<>();
        List<Place> conflicts = new ArrayList<>();
        for (List<Arrival> together : runs.values()) {
            together.sort(Comparator.comparing((Arrival a) -> a.saved().orElse(Instant.MIN))
                    .thenComparing(Arrival::id));
            List<Arrival> earlier = List.copyOf(settled);
            for (Arrival arrival : together) {
                Optional<Arrival> rival = rival(arrival, together, earlier);
                if (rival.isPresent()) {
                    conflicts.add(
                            new Place(arrival.id(), 0, Optional.of(rival.get().id())));
                } else {
                    settled.add(arrival);
                }
            }
        }
        List<Place> places = new ArrayList<>();
        settled.forEach(a -> places.add(new Place(a.id(), places.size() + 1, Optional.empty())));
        conflicts.forEach(c -> places.add(new Place(c.id(), places.size() + 1, c.conflictsWith())));
        return places;
    }

    private static Optional<Arrival> rival(Arrival arrival, List<Arrival> together, List<Arrival> earlier) {
        Optional<Arrival> beside = together.stream()
                .filter(a -> a.id() != arrival.id())
                .filter(a -> arrival.saved().isEmpty()
                        || a.saved().isEmpty()
                        || a.saved().equals(arrival.saved()))
                .findFirst();
        if (beside.isPresent()) {
            return beside;
        }
        if (arrival.saved().isEmpty()) {
            return earlier.stream().reduce((a, b) -> b);
        }
        return earlier.stream()
                .filter(a ->
                        a.saved().map(s -> !s.isBefore(arrival.saved().get())).orElse(false))
                .findFirst();
    }
}
