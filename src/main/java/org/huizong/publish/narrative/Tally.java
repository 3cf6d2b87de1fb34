package org.huizong.publish.narrative;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Choice;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Rule;
import org.huizong.model.Observation;
import org.huizong.validation.Measures;

/**
 * The records of a register counted by the values of an item, such as petitions by the leader in charge: how many there
 * are, are open, and are overdue, and how many have each entry of other items.
 *
 * <p>A record is overdue if it is open and fails a rule that counts days up to what closes it.
 */
public final class Tally {
    private final Terms terms;
    private final Return register;
    private final Item by;
    private final List<Item> counted;
    private final Measures measures;
    private final Set<List<String>> late;

    /**
     * What is said of one value.
     *
     * @param value what the records have in common; empty if it was left blank
     * @param entries how many records have each of {@link Tally#entries()}
     */
    public record Line(String value, int records, int open, int overdue, List<Integer> entries) {
        public Line {
            entries = List.copyOf(entries);
        }

        private Line and(Line other) {
            List<Integer> sums = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                sums.add(entries.get(i) + other.entries.get(i));
            }
            return new Line("", records + other.records, open + other.open, overdue + other.overdue, sums);
        }
    }

    /** One entry of the list of an item. */
    public record Entry(Item item, Choice choice) {}

    private Tally(Terms terms, Return register, Item by, List<Item> counted) {
        this.terms = terms;
        this.register = register;
        this.by = by;
        this.counted = List.copyOf(counted);
        this.measures = new Measures(catalogue());
        this.late = late();
    }

    /** The tally of a register; empty if it has none, or none by an item that is asked at the end of the period. */
    public static Optional<Tally> of(Terms terms, Return register) {
        Map<String, Item> asked = new HashMap<>();
        terms.catalogue().items(register.code(), terms.period().last()).forEach(item -> asked.put(item.code(), item));
        List<Item> counted = register.tally().stream()
                .skip(1)
                .flatMap(code -> Optional.ofNullable(asked.get(code)).stream())
                .toList();
        return register.tally().stream()
                .findFirst()
                .flatMap(code -> Optional.ofNullable(asked.get(code)))
                .map(by -> new Tally(terms, register, by, counted));
    }

    private Catalogue catalogue() {
        return terms.catalogue();
    }

    /** The records that a rule on the days up to what closes them finds fault with. */
    private Set<List<String>> late() {
        Set<String> closing =
                register.open().map(f -> catalogue().formula(f).operands()).orElse(Set.of());
        Set<String> limits = catalogue().rules().stream()
                .filter(r -> !r.days().isEmpty())
                .filter(r -> r.locate().filter(closing::contains).isPresent())
                .map(Rule::id)
                .collect(Collectors.toSet());
        return terms.publication().findings().stream()
                .filter(f -> f.form().equals(register.code()))
                .filter(f -> limits.contains(f.finding().rule()))
                .filter(f -> f.finding().hasFailed())
                .map(f -> List.of(f.unit(), f.finding().record()))
                .collect(Collectors.toSet());
    }

    /** The item by whose values the records are counted. */
    public Item by() {
        return by;
    }

    /** The entries that are counted. */
    public List<Entry> entries() {
        return counted.stream()
                .flatMap(item -> catalogue().choices(item.choices()).stream().map(choice -> new Entry(item, choice)))
                .toList();
    }

    /** A line for each value in the order of the alphabet, those who left it blank last. */
    public List<Line> lines(Collection<Ledger.Entry> records) {
        Map<String, Line> lines = new LinkedHashMap<>();
        records.stream()
                .map(this::line)
                .sorted(Comparator.comparing((Line l) -> l.value().isEmpty()).thenComparing(Line::value))
                .forEach(l -> lines.merge(l.value(), l, (a, b) -> named(a.value(), a.and(b))));
        return List.copyOf(lines.values());
    }

    /** All lines together. */
    public Line total(List<Line> lines) {
        Line none = new Line("", 0, 0, 0, entries().stream().map(e -> 0).toList());
        return lines.stream().reduce(none, Line::and);
    }

    private static Line named(String value, Line line) {
        return new Line(value, line.records(), line.open(), line.overdue(), line.entries());
    }

    private Line line(Ledger.Entry record) {
        boolean isOpen = register.open()
                .filter(formula -> measures.isOpen(formula, record.values()))
                .isPresent();
        boolean isLate = isOpen && late.contains(List.of(record.submission().unit(), record.record()));
        return new Line(
                terms.value(by.code(), shown(record, by)),
                1,
                isOpen ? 1 : 0,
                isLate ? 1 : 0,
                entries().stream()
                        .map(e -> shown(record, e.item()).equals(e.choice().code()) ? 1 : 0)
                        .toList());
    }

    private static String shown(Ledger.Entry record, Item item) {
        Observation observation = record.values().get(item.code());
        return observation == null ? "" : observation.value().show();
    }
}
