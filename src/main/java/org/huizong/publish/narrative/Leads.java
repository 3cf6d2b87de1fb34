package org.huizong.publish.narrative;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.catalogue.Rule;
import org.huizong.model.Period;
import org.huizong.register.Lead;
import org.huizong.register.LeadRegister;
import org.huizong.store.StoredFinding;

/**
 * What the registers show of procedure, by article of the law: a lead is a query about a record whose rule names its
 * legal basis.
 */
public final class Leads {
    private final Map<String, Rule> rules;
    private final Map<String, Lead> byKey = new LinkedHashMap<>();
    private final Map<String, Integer> order = new HashMap<>();
    private final List<StoredFinding> all;

    /** The leads of a publication. */
    public Leads(Terms terms) {
        this.rules = LeadRegister.rules(terms.catalogue());
        rules.keySet().forEach(id -> order.put(id, order.size()));
        terms.publication().leads().forEach(lead -> byKey.put(lead.key(), lead));
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

    /** What became of a lead, as far as the office's register says. */
    public Lead.Handling handling(StoredFinding lead) {
        Lead known = byKey.get(Lead.key(lead));
        return known == null ? Lead.Handling.NONE : known.handling();
    }

    /** Those that the period's registers do not show again and that the office has still open, or closed in the period. */
    public List<Lead> earlier(Period period) {
        Set<String> shown = all.stream().map(Lead::key).collect(Collectors.toSet());
        return byKey.values().stream()
                .filter(lead -> !shown.contains(lead.key()))
                .filter(lead -> lead.handling().isRegistered()
                        && !lead.isClosed(period.start().minusDays(1)))
                .toList();
    }

    /** The leads of the year by article, in the order of the rules. */
    public Map<String, List<Lead>> byBasis() {
        Map<String, List<Lead>> byBasis = new LinkedHashMap<>();
        rules.values().forEach(rule -> byBasis.put(rule.basis(), new ArrayList<>()));
        byKey.values()
                .forEach(lead -> byBasis.computeIfAbsent(lead.basis(), b -> new ArrayList<>())
                        .add(lead));
        byBasis.values().removeIf(List::isEmpty);
        return byBasis;
    }

    /** The article that a lead is about. */
    public String basis(StoredFinding lead) {
        return Optional.ofNullable(rules.get(lead.finding().rule()))
                .map(Rule::basis)
                .orElse("");
    }
}
