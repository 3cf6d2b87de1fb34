package org.huizong.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.huizong.model.Period;
import org.huizong.store.MeasureStore.Counted;
import org.huizong.store.MeasureStore.Measured;

/**
 * Holds what a register is counted for: the records that count in each measure and period, and the facts that they come
 * to.
 */
final class RegisterTally {
    private final RegisterMeasures measures;
    private final Map<RegisterSender, Long> registers;
    private final List<Counted> counted = new ArrayList<>();
    private final Set<Unknown> unknown = new HashSet<>();

    private record Unknown(Period period, String item) {}

    /**
     * An empty tally.
     *
     * @param registers numbers of the registers that count
     */
    RegisterTally(RegisterMeasures measures, Map<RegisterSender, Long> registers) {
        this.measures = measures;
        this.registers = registers;
    }

    void add(Counted record) {
        counted.add(record);
    }

    /** Notes that nobody can say what a measure comes to in a period. */
    void unknown(Period period, String item) {
        unknown.add(new Unknown(period, item));
    }

    void removeIf(Predicate<Counted> condition) {
        counted.removeIf(condition);
    }

    /** The records so far, of some periods. */
    List<Counted> of(Set<Period> periods) {
        return counted.stream().filter(c -> periods.contains(c.period())).toList();
    }

    /** The records that count, by period. */
    Map<Period, List<Counted>> records() {
        Map<Period, List<Counted>> byPeriod = new HashMap<>();
        merged().forEach(c ->
                byPeriod.computeIfAbsent(c.period(), p -> new ArrayList<>()).add(c));
        return byPeriod;
    }

    /** One line for what a record adds to a measure in a period: two of its days may lie in it. */
    private Collection<Counted> merged() {
        Map<List<Object>, Counted> lines = new LinkedHashMap<>();
        counted.stream()
                .filter(c -> !unknown.contains(new Unknown(c.period(), c.item())))
                .forEach(c -> lines.merge(
                        List.of(c.period(), c.unit(), c.item(), c.record()),
                        c,
                        (a, b) -> new Counted(
                                a.period(),
                                a.unit(),
                                a.item(),
                                a.record(),
                                a.amount().add(b.amount()),
                                a.submission(),
                                a.cell())));
        return lines.values();
    }

    /**
     * Says what the measures of a period come to, by unit: of every unit whose register counts, and of one whose
     * register does not what later registers say of it. A measure that nobody can work out has no fact.
     */
    List<Measured> facts(Period period, List<Counted> records) {
        SortedMap<String, Map<String, BigDecimal>> sums = new TreeMap<>();
        registers.keySet().stream()
                .filter(s -> s.period().equals(period))
                .forEach(s -> measures.asked(period).keySet().stream()
                        .filter(code -> !unknown.contains(new Unknown(period, code)))
                        .forEach(code -> sums.computeIfAbsent(s.unit(), u -> new TreeMap<>())
                                .put(code, BigDecimal.ZERO)));
        records.forEach(
                c -> sums.computeIfAbsent(c.unit(), u -> new TreeMap<>()).merge(c.item(), c.amount(), BigDecimal::add));
        List<Measured> facts = new ArrayList<>();
        sums.forEach((unit, byItem) -> byItem.forEach((item, sum) -> facts.add(new Measured(
                period, unit, item, sum, Optional.ofNullable(registers.get(new RegisterSender(period, unit)))))));
        return facts;
    }
}
