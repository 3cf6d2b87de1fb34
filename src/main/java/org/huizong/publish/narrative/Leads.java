package org.huizong.publish.narrative;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Rule;
import org.huizong.store.StoredFinding;

/**
 * What the registers show of procedure, by article of the law: a lead is a query about a record whose rule names its
 * legal basis.
 */
public final class Leads {
    private final Map<String, Rule> rules = new HashMap<>();
    private final Map<String, Integer> order = new HashMap<>();
    private final List<StoredFinding> all;

    /** The leads of a publication. */
    public Leads(Terms terms) {
        for (Rule rule : terms.catalogue().rules()) {
            order.putIfAbsent(rule.id(), order.size());
            if (rule.scope().ofRecords() && !rule.basis().isEmpty()) {
                rules.put(rule.id(), rule);
            }
        }
        this.all = terms.publication().findings().stream()
                .filter(f -> f.finding().asks() && rules.containsKey(f.finding().rule()))
                .sorted(Comparator.comparing((StoredFinding f) ->
                                order.getOrDefault(f.finding().rule(), 0))
                        .thenComparing(StoredFinding::unit)
                        .thenComparing(f -> f.finding().record()))
                .toList();
    }

    /** All of them, by article, then unit, then record. */
    public List<StoredFinding> all() {
        return all;
    }

    /** The article that a lead is about. */
    public String basis(StoredFinding lead) {
        return Optional.ofNullable(rules.get(lead.finding().rule()))
                .map(Rule::basis)
                .orElse("");
    }
}
