package org.huizong.edition;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Below;
import org.huizong.model.Disposition;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.store.Edition;
import org.huizong.store.EditionCause;
import org.huizong.store.EditionCause.Why;
import org.huizong.store.EventStore.Event;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;

/** Holds the returns that an edition counted against those that count now, and finds what happened to each. */
final class ReturnChanges {
    private final Catalogue catalogue;
    private final Store store;
    private final Set<Long> counted;
    private final long published;
    private final Map<Period, Map<Long, Long>> arrivals = new HashMap<>();
    private final Map<Period, List<Event>> events = new HashMap<>();
    private final Map<Period, Map<Long, Set<String>>> rules = new HashMap<>();

    private ReturnChanges(Catalogue catalogue, Store store, Edition edition) {
        this.catalogue = catalogue;
        this.store = store;
        this.counted = store.editions().submissions(edition);
        this.published = store.runs().lastPublished(edition.period());
    }

    /** The first month that any figure of a period's edition may be about. */
    static YearMonth since(Period period) {
        return YearMonth.of(period.last().getYear() - 1, 1);
    }

    /**
     * Says what counts otherwise than in an edition, of all months that its figures may be about, by period, unit and
     * return.
     */
    static List<ReturnChange> since(Catalogue catalogue, Store store, Edition edition) {
        Set<Obligation> differing = store.editions().differing(edition, since(edition.period()));
        if (differing.isEmpty()) {
            return List.of();
        }
        ReturnChanges changes = new ReturnChanges(catalogue, store, edition);
        return differing.stream()
                .collect(Collectors.groupingBy(o -> o.period().last().getYear()))
                .entrySet()
                .stream()
                .flatMap(e -> changes.within(Period.year(e.getKey()), Set.copyOf(e.getValue())).stream())
                .sorted(Comparator.comparing((ReturnChange c) -> c.owed().period())
                        .thenComparing(c -> c.owed().unit())
                        .thenComparing(c -> c.owed().form()))
                .toList();
    }

    private List<ReturnChange> within(Period year, Set<Obligation> differing) {
        Map<Obligation, List<StoredSubmission>> sent = store.submissions().within(year).stream()
                .collect(Collectors.groupingBy(s -> new Obligation(s.unit(), s.form(), s.period())));
        Map<List<String>, TreeSet<YearMonth>> months = new HashMap<>();
        sent.forEach((owed, of) -> {
            if (of.stream().anyMatch(s -> s.disposition().counts())) {
                months.computeIfAbsent(duty(owed), d -> new TreeSet<>())
                        .add(owed.period().last());
            }
        });
        return differing.stream()
                .map(owed -> {
                    TreeSet<YearMonth> counted = months.getOrDefault(duty(owed), new TreeSet<>());
                    Optional<YearMonth> next =
                            Optional.ofNullable(counted.higher(owed.period().last()));
                    return change(owed, sent.getOrDefault(owed, List.of()), next);
                })
                .toList();
    }

    /** The unit and the return, of whatever period. */
    private static List<String> duty(Obligation owed) {
        return List.of(owed.unit(), owed.form());
    }

    private ReturnChange change(Obligation owed, List<StoredSubmission> sent, Optional<YearMonth> next) {
        Optional<StoredSubmission> before = find(sent, s -> counted.contains(s.id()));
        Optional<StoredSubmission> now = find(sent, s -> s.disposition().counts());
        EditionCause cause = now.map(n -> counts(owed, n, before, sent))
                .or(() -> before.map(b -> countsNoMore(owed, b, sent)))
                .orElseThrow();
        var both = new ReturnChange.Counted(before.isPresent(), now.isPresent());
        boolean register = catalogue.isRegister(owed.form());
        if (!both.both()) {
            return new ReturnChange(owed, cause, register, asked(owed), List.of(), both, next);
        }
        Differences differences = new Differences(owed, before.orElseThrow(), now.orElseThrow());
        return new ReturnChange(owed, cause, register, differences.items(), differences.told(), both, next);
    }

    private List<Item> asked(Obligation owed) {
        return catalogue.items(owed.form(), owed.period().last());
    }

    /** Why it counts. */
    private EditionCause counts(
            Obligation owed, StoredSubmission now, Optional<StoredSubmission> before, List<StoredSubmission> sent) {
        if (isNew(now)) {
            boolean first = before.isEmpty() && sent.stream().allMatch(this::isNew);
            return about(owed, first ? Why.CAME : Why.CORRECTED, now.file());
        }
        Optional<StoredSubmission> withdrawn = find(sent, s -> s.disposition() == Disposition.WITHDRAWN);
        if (before.isEmpty() && isRestored(now)) {
            return about(owed, Why.RESTORED, now.file());
        }
        return withdrawn
                .map(s -> about(owed, Why.WITHDRAWN, s.file()))
                .orElseGet(() -> about(owed, Why.RULE, before.map(this::rules).orElse("")));
    }

    private EditionCause countsNoMore(Obligation owed, StoredSubmission before, List<StoredSubmission> sent) {
        return switch (before.disposition()) {
            case WITHDRAWN -> about(owed, Why.WITHDRAWN, before.file());
            case CONFLICT ->
                about(
                        owed,
                        Why.CONFLICT,
                        find(sent, s -> s.id() != before.id() && s.disposition() == Disposition.CONFLICT)
                                .map(StoredSubmission::file)
                                .orElse(before.file()));
            case REJECTED -> about(owed, Why.RULE, rules(before));
            default -> about(owed, Why.TABLES, "");
        };
    }

    private static EditionCause about(Obligation owed, Why why, String what) {
        return new EditionCause(why, owed.unit(), owed.form(), Optional.of(owed.period()), what);
    }

    /** Tells whether it came after the period of the edition was last published. */
    private boolean isNew(StoredSubmission submission) {
        return arrivals.computeIfAbsent(
                                submission.period(),
                                p -> store.submissions().candidates(p).stream()
                                        .collect(Collectors.toMap(
                                                c -> c.submission().id(), c -> c.arrival())))
                        .getOrDefault(submission.id(), 0L)
                > published;
    }

    /** Tells whether it was taken back once and then restored. */
    private boolean isRestored(StoredSubmission submission) {
        String name = submission.file() + " [" + submission.sheet() + "]";
        return events.computeIfAbsent(submission.period(), p -> store.events().list(Optional.of(p))).stream()
                .filter(e -> e.subject().equals(name))
                .reduce((a, b) -> b)
                .map(Event::what)
                .filter("restore"::equals)
                .isPresent();
    }

    /** The rules that send it back. */
    private String rules(StoredSubmission submission) {
        return rules
                .computeIfAbsent(submission.period(), this::rulesOf)
                .getOrDefault(submission.id(), Set.of())
                .stream()
                .collect(Collectors.joining(", "));
    }

    private Map<Long, Set<String>> rulesOf(Period period) {
        Map<Long, Set<String>> found = new HashMap<>();
        store.findings().ofFiles(period, f -> {
            if (f.stored().finding().sendsBack()) {
                f.stored()
                        .submission()
                        .ifPresent(id -> found.computeIfAbsent(id, i -> new LinkedHashSet<>())
                                .add(f.stored().finding().rule()));
            }
        });
        return found;
    }

    private static Optional<StoredSubmission> find(List<StoredSubmission> sent, Predicate<StoredSubmission> what) {
        return sent.stream().filter(what).findFirst();
    }

    /** Holds what two revisions of a return say otherwise. */
    private final class Differences {
        private final List<ReturnChange.Value> values = new ArrayList<>();
        private final Set<String> records = new HashSet<>();
        private final List<Item> asked;
        private final boolean register;

        Differences(Obligation owed, StoredSubmission before, StoredSubmission now) {
            this.asked = asked(owed);
            this.register = catalogue.isRegister(owed.form());
            Map<Place, String> old = values(before);
            Map<Place, String> current = values(now);
            Set<Place> places = new TreeSet<>(old.keySet());
            places.addAll(current.keySet());
            for (Place place : places) {
                String was = old.getOrDefault(place, "");
                String is = current.getOrDefault(place, "");
                if (!was.equals(is) && item(place.item()).isPresent()) {
                    values.add(new ReturnChange.Value(place.item(), place.record(), was, is));
                }
            }
            Set<String> one = records(old);
            Set<String> other = records(current);
            records.addAll(one);
            records.addAll(other);
            records.removeIf(r -> one.contains(r) && other.contains(r));
        }

        private static Set<String> records(Map<Place, String> values) {
            return values.keySet().stream().map(Place::record).collect(Collectors.toSet());
        }

        private Optional<Item> item(String code) {
            return asked.stream().filter(i -> i.code().equals(code)).findFirst();
        }

        /** With a record that is new or gone all that is counted from records may be another. */
        List<Item> items() {
            return register && !records.isEmpty()
                    ? asked
                    : asked.stream()
                            .filter(i -> values.stream().anyMatch(v -> v.item().equals(i.code())))
                            .toList();
        }

        /** Of a record that is new or gone its key tells enough. */
        List<ReturnChange.Value> told() {
            return values.stream()
                    .filter(v -> !register
                            || !records.contains(v.record())
                            || item(v.item()).map(Item::key).orElse(false))
                    .toList();
        }
    }

    /** An item of a form or of a record. */
    private record Place(String item, String record) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(Place::record)
                    .thenComparing(Place::item)
                    .compare(this, other);
        }
    }

    private Map<Place, String> values(StoredSubmission submission) {
        return store.submissions().observations(submission).stream()
                .collect(Collectors.toMap(
                        o -> new Place(item(o), o.record()), o -> o.value().show(), (a, b) -> b));
    }

    /** The item that a value is of, the unit's own or that of one below it, whose code is then the record. */
    private static String item(Observation observation) {
        return Below.item(observation.item()).orElse(observation.item());
    }
}
