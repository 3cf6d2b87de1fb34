package org.huizong.publish.narrative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    /** The period that showed a lead first. */
    public Period found(StoredFinding lead) {
        return Optional.ofNullable(byKey.get(Lead.key(lead)))
                .flatMap(Lead::found)
                .orElse(lead.period());
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

    /**
     * The leads of the year about one article.
     *
     * @param basis the article
     */
    public record Article(String basis, List<Lead> leads) {
        public Article {
            leads = List.copyOf(leads);
        }

        public long found() {
            return leads.size();
        }

        /** Those that were closed by the end of a day. */
        public long closed(LocalDate day) {
            return leads.stream().filter(lead -> lead.isClosed(day)).count();
        }

        /** Those that were not. */
        public long open(LocalDate day) {
            return found() - closed(day);
        }

        /** Those that were handed on to somebody. */
        public long handed() {
            return leads.stream()
                    .filter(lead -> lead.handling().handedOn().isPresent())
                    .count();
        }

        /** How many each period of that year found, or of a later one. */
        public Map<Period, Long> months(int year) {
            return leads.stream()
                    .flatMap(lead -> lead.found().stream())
                    .filter(found -> found.last().getYear() >= year)
                    .collect(Collectors.groupingBy(found -> found, TreeMap::new, Collectors.counting()));
        }
    }

    /** The leads of the year by article, in the order of the rules. */
    public List<Article> byBasis() {
        Map<String, List<Lead>> byBasis = new LinkedHashMap<>();
        rules.values().forEach(rule -> byBasis.put(rule.basis(), new ArrayList<>()));
        byKey.values()
                .forEach(lead -> byBasis.computeIfAbsent(lead.basis(), b -> new ArrayList<>())
                        .add(lead));
        byBasis.values().removeIf(List::isEmpty);
        return byBasis.entrySet().stream()
                .map(e -> new Article(e.getKey(), e.getValue()))
                .toList();
    }

    /** The article that a lead is about. */
    public String basis(StoredFinding lead) {
        return Optional.ofNullable(rules.get(lead.finding().rule()))
                .map(Rule::basis)
                .orElse("");
    }
}
