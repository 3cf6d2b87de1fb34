package org.huizong.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.model.Period;
import org.huizong.model.Sha256;
import org.huizong.store.MeasureStore;
import org.huizong.store.MeasureStore.Counted;
import org.huizong.store.MeasureStore.Measured;
import org.huizong.store.MeasureStore.Register;
import org.huizong.store.Store;

/** Keeps the facts of registers as the counted registers say, period by period; those of closed periods stay. */
public final class RegisterFacts {
    private final Catalogue catalogue;
    private final Store store;
    private final MeasureStore measures;

    /** The facts in that store, in the terms of that catalogue. */
    public RegisterFacts(Catalogue catalogue, Store store) {
        this.catalogue = catalogue;
        this.store = store;
        this.measures = store.measures();
    }

    /**
     * Counts every register anew of which anything changed since it was counted last.
     *
     * @return codes of the measures that are others now, by period
     */
    public Map<Period, Set<String>> refresh() {
        Map<Period, Set<String>> changed = new TreeMap<>();
        catalogue.returns().stream()
                .filter(r -> r.kind() == Return.Kind.REGISTER)
                .map(Return::code)
                .distinct()
                .forEach(form -> refresh(form)
                        .forEach((period, items) -> changed.computeIfAbsent(period, p -> new HashSet<>())
                                .addAll(items)));
        return changed;
    }

    /** The measures that are others now, by period. */
    private Map<Period, Set<String>> refresh(String form) {
        List<String> codes = catalogue.items().stream()
                .filter(i -> i.form().equals(form) && i.isComputed())
                .map(Item::code)
                .distinct()
                .toList();
        if (codes.isEmpty()) {
            return Map.of();
        }
        List<Register> registers = measures.registers(form);
        Set<Period> periods = new TreeSet<>(measures.periods(form));
        periods.addAll(RegisterMeasures.periods(registers));
        Set<Period> closed =
                periods.stream().filter(store.events()::isClosed).collect(Collectors.toCollection(TreeSet::new));
        Optional<String> before = measures.madeOf(form);
        String now = digest(registers, closed);
        if (before.equals(Optional.of(now))) {
            return Map.of();
        }
        Map<Period, Set<String>> changed = count(form, codes, registers, closed, before.isEmpty());
        measures.made(form, now);
        return changed;
    }

    private Map<Period, Set<String>> count(
            String form, List<String> codes, List<Register> registers, Set<Period> closed, boolean isFirst) {
        List<Measured> known = isFirst ? measures.ofOldPrograms(form, codes) : measures.facts(form);
        List<Counted> records = measures.records(form);
        Map<Period, List<Measured>> factsBefore =
                known.stream().collect(Collectors.groupingBy(Measured::period, HashMap::new, Collectors.toList()));
        Map<Period, List<Counted>> recordsBefore =
                records.stream().collect(Collectors.groupingBy(Counted::period, HashMap::new, Collectors.toList()));
        List<Counted> frozen =
                records.stream().filter(c -> closed.contains(c.period())).toList();
        RegisterTally tally = new RegisterCount(
                        catalogue, store, form, registers, closed, isFirst ? closed : Set.of(), frozen)
                .count();
        Map<Period, List<Counted>> counted = tally.records();
        Set<Period> all = new TreeSet<>(factsBefore.keySet());
        all.addAll(RegisterMeasures.periods(registers));
        Map<Period, Set<String>> changed = new TreeMap<>();
        for (Period period : all) {
            if (closed.contains(period) && !isFirst) {
                continue;
            }
            List<Counted> of = counted.getOrDefault(period, List.of());
            List<Measured> was = factsBefore.getOrDefault(period, List.of());
            List<Measured> facts = closed.contains(period) ? was : tally.facts(period, of);
            Set<String> items = differing(facts, was);
            if (!items.isEmpty()) {
                changed.put(period, items);
            }
            boolean isOther = isFirst
                    || !new HashSet<>(facts).equals(new HashSet<>(was))
                    || !new HashSet<>(of).equals(new HashSet<>(recordsBefore.getOrDefault(period, List.of())));
            if (isOther) {
                measures.replace(form, period, facts, of);
            }
        }
        if (isFirst) {
            measures.forgetOldPrograms(form, codes);
        }
        return changed;
    }

    /** The items of which some unit's fact is another. */
    private static Set<String> differing(List<Measured> facts, List<Measured> before) {
        Set<Said> now = said(facts);
        Set<Said> was = said(before);
        return Stream.concat(now.stream(), was.stream())
                .filter(s -> !now.contains(s) || !was.contains(s))
                .map(Said::item)
                .collect(Collectors.toSet());
    }

    private static Set<Said> said(List<Measured> facts) {
        return facts.stream()
                .map(f -> new Said(f.unit(), f.item(), f.amount().stripTrailingZeros()))
                .collect(Collectors.toSet());
    }

    private record Said(String unit, String item, BigDecimal amount) {}

    /** Says what the facts are counted from: the catalogue, the registers that count, and which periods are closed. */
    private String digest(List<Register> registers, Set<Period> closed) {
        List<String> lines = new ArrayList<>(List.of(catalogue.digest()));
        closed.stream().map(Period::code).forEach(lines::add);
        registers.stream()
                .sorted(Comparator.comparing(Register::submission))
                .map(r -> r.submission() + " " + r.unit() + " " + r.period() + " " + r.readRun() + " " + r.received())
                .forEach(lines::add);
        return Sha256.of(String.join("\n", lines));
    }
}
