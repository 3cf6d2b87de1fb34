package org.huizong.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.model.CellRef;
import org.huizong.model.Observation;
import org.huizong.model.Submission;
import org.huizong.model.Value;

/**
 * Fills computed items that arrived without a value, as they do from programs that write formulas but no results.
 *
 * <p>A value that did arrive stays as it is, for {@link Checker} to hold against the formula.
 */
public final class Computed {
    private final Catalogue catalogue;
    private final ThreadLocal<Calculator> calculators;

    /** For the computed items of that catalogue; usable by several threads. */
    public Computed(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.calculators = ThreadLocal.withInitial(() -> new Calculator(catalogue));
    }

    /** The submission with its computed items filled, those without a line of their own too. */
    public Submission fill(Submission given) {
        Submission submission = given.with(withLines(given), given.findings());
        Map<String, Value> values = new HashMap<>();
        submission.observations().forEach(o -> values.put(o.item(), o.value()));
        Map<String, Value> results = results(submission.observations(), values);
        List<Observation> observations = new ArrayList<>();
        for (Observation observation : submission.observations()) {
            Optional<Value> result = Optional.ofNullable(results.get(observation.item()));
            observations.add(result.map(value ->
                            new Observation(observation.item(), observation.record(), value, observation.where()))
                    .orElse(observation));
        }
        return submission.with(observations, submission.findings());
    }

    /** Gives what was read, and the computed items of the form that have no line in it. */
    private List<Observation> withLines(Submission submission) {
        Set<String> read =
                submission.observations().stream().map(Observation::item).collect(Collectors.toSet());
        List<Observation> all = new ArrayList<>(submission.observations());
        if (!catalogue.isRegister(submission.form())) {
            CellRef sheet = submission.sheet().whole();
            catalogue.items(submission.form(), submission.period().last()).stream()
                    .filter(i -> i.isComputed() && i.type().isNumeric() && !read.contains(i.code()))
                    .map(i -> new Observation(i.code(), "", Value.Gap.BLANK, sheet))
                    .forEach(all::add);
        }
        return all;
    }

    /** What is worked out, and from that what is made of it: a total may stand before its parts. */
    private Map<String, Value> results(List<Observation> observations, Map<String, Value> values) {
        Map<String, Value> results = new HashMap<>();
        List<Item> blank = observations.stream()
                .filter(o -> o.value() == Value.Gap.BLANK)
                .flatMap(o -> catalogue.item(o.item()).stream())
                .filter(Item::isComputed)
                .toList();
        int before;
        do {
            before = results.size();
            for (Item item : blank) {
                if (!results.containsKey(item.code())) {
                    calculate(item, values).map(Value::of).ifPresent(value -> {
                        results.put(item.code(), value);
                        values.put(item.code(), value);
                    });
                }
            }
        } while (results.size() > before);
        return results;
    }

    private Optional<BigDecimal> calculate(Item item, Map<String, Value> values) {
        return calculators.get().numberIfKnown(item.formula(), o -> values.getOrDefault(o, Value.Gap.BLANK));
    }
}
