package org.huizong.sound;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Rule;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.store.StoredFinding;

/** How often each rule fires on sound returns, of those that it is held against. */
public final class Alarms {
    private static final int EXAMPLES = 3;

    private final Catalogue catalogue;
    private final Map<String, Set<String>> returns = new HashMap<>();
    private final Set<String> townships = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final SortedMap<String, Alarm> fired = new TreeMap<>();
    private final SortedMap<String, Integer> undecided = new TreeMap<>();

    /** How often one rule fired. */
    private static final class Alarm {
        final Severity severity;
        final Set<String> places = new HashSet<>();
        final Set<String> forms = new TreeSet<>();
        final List<String> examples = new ArrayList<>();

        Alarm(Severity severity) {
            this.severity = severity;
        }
    }

    Alarms(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Takes in what was found in a month of a township. */
    void add(String township, List<Filled> filled, List<StoredFinding> found, boolean isFirst) {
        filled.forEach(f -> {
            returns.computeIfAbsent(f.form(), k -> new HashSet<>()).add(place(township, f.unit(), f.period()));
            townships.add(place(township, "", f.period()));
        });
        for (StoredFinding one : found) {
            if (one.finding().hasFailed()) {
                Alarm alarm = fired.computeIfAbsent(
                        one.finding().rule(), r -> new Alarm(one.finding().severity()));
                alarm.places.add(place(township, one.unit(), one.period()));
                if (one.finding().asks() && !one.form().isEmpty()) {
                    asked.add(place(township, one.unit() + " " + one.form(), one.period()));
                }
                forms(one).forEach(alarm.forms::add);
                if (alarm.examples.size() < EXAMPLES) {
                    alarm.examples.add(place(township, one.unit(), one.period()) + " "
                            + one.finding().item() + " " + one.finding().record() + " "
                            + one.finding().arguments());
                }
            } else if (isFirst) {
                String reason = one.finding()
                        .derivation()
                        .undecided()
                        .orElseThrow()
                        .getClass()
                        .getSimpleName();
                undecided.merge(reason, 1, Integer::sum);
                undecided.merge(reason + " " + one.finding().rule(), 1, Integer::sum);
            }
        }
    }

    private static String place(String township, String unit, Period period) {
        return township + " " + unit + " " + period.code();
    }

    private Set<String> forms(StoredFinding one) {
        return one.form().isEmpty()
                ? catalogue.rules().stream()
                        .filter(r -> r.id().equals(one.finding().rule()))
                        .flatMap(r -> catalogue.formula(r.formula()).operands().stream())
                        .filter(o -> catalogue.item(o).isPresent())
                        .map(o -> o.substring(0, o.indexOf('.')))
                        .collect(java.util.stream.Collectors.toCollection(TreeSet::new))
                : Set.of(one.form());
    }

    /** Of how many returns, or months of a township, a rule could have fired. */
    private int asked(String rule, Alarm alarm) {
        boolean isOfTownship =
                catalogue.rules().stream().anyMatch(r -> r.id().equals(rule) && r.scope() == Rule.Scope.TOWNSHIP);
        return isOfTownship
                ? townships.size()
                : alarm.forms.stream()
                        .mapToInt(f -> returns.getOrDefault(f, Set.of()).size())
                        .min()
                        .orElse(0);
    }

    /** How many months of townships there were. */
    long months() {
        return townships.stream()
                .filter(t -> Period.parse(t.substring(t.lastIndexOf(' ') + 1)).isMonth())
                .count();
    }

    /** How many returns there were. */
    int returns() {
        return returns.values().stream().mapToInt(Set::size).sum();
    }

    /** How many returns there were of which something is asked. */
    int asked() {
        return asked.size();
    }

    /** The rules that fired on more than that share of what they are held against, notices left out. */
    public List<String> above(double share) {
        return fired.entrySet().stream()
                .filter(e -> e.getValue().severity != Severity.NOTICE)
                .filter(e -> share(e.getKey(), e.getValue()) > share)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The rules of that severity that fired. */
    public List<String> of(Severity severity) {
        return fired.entrySet().stream()
                .filter(e -> e.getValue().severity == severity)
                .map(Map.Entry::getKey)
                .toList();
    }

    private double share(String rule, Alarm alarm) {
        return (double) alarm.places.size() / Math.max(1, asked(rule, alarm));
    }

    /** A line for each rule with the reason why it may fire so often, those that fire most first. */
    List<String> table(Map<String, String> reasons) {
        List<String> lines = new ArrayList<>();
        fired.entrySet().stream()
                .sorted(Comparator.comparingDouble(e -> -share(e.getKey(), e.getValue())))
                .forEach(e -> lines.add(String.format(
                        Locale.ROOT,
                        "| %s | %s | %d of %d | %.1f %% | %s |",
                        e.getKey(),
                        e.getValue().severity.code(),
                        e.getValue().places.size(),
                        asked(e.getKey(), e.getValue()),
                        100 * share(e.getKey(), e.getValue()),
                        reasons.getOrDefault(e.getKey(), ""))));
        return lines;
    }

    /** For each rule the first returns on which it fired. */
    List<String> examples() {
        List<String> lines = new ArrayList<>();
        fired.forEach((rule, alarm) -> alarm.examples.forEach(e -> lines.add(rule + " " + e)));
        return lines;
    }

    /** How many rules were left undecided in first months, by reason and by reason and rule. */
    SortedMap<String, Integer> undecided() {
        return undecided;
    }
}
