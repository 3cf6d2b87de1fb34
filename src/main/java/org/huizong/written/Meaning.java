package org.huizong.written;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Chooses among all that is called by some words what they can mean where they stand. */
final class Meaning {
    private final Vocabulary vocabulary;

    Meaning(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * What words mean; several where nobody could tell.
     *
     * @param terms all that is called so
     * @param domains the returns whose fields are spoken of; empty if none is
     * @param measure the measure word of the number
     * @param before the sentence up to the words
     * @param near the sentence around them and the number
     */
    List<Subject> of(List<Term> terms, Set<String> domains, String measure, String before, String near) {
        List<Term> possible = terms.stream()
                .filter(t -> Measures.fit(measure, t.subject().measure()))
                .filter(t -> stands(t.before(), before))
                .filter(t -> t.also().isEmpty() || t.also().stream().anyMatch(near::contains))
                .filter(t -> t.domain().isEmpty() || (domains.size() == 1 && domains.contains(t.domain())))
                .toList();
        possible = preferring(possible, t -> !t.also().isEmpty());
        if (domains.size() == 1) {
            List<Term> exact = possible.stream()
                    .filter(t -> t.subject().domains().equals(domains))
                    .toList();
            if (exact.isEmpty()) {
                List<Subject> parts = possible.stream()
                        .map(Term::subject)
                        .flatMap(s -> vocabulary.within(s, domains.iterator().next()).stream())
                        .filter(s -> Measures.fit(measure, s.measure()))
                        .distinct()
                        .toList();
                if (!parts.isEmpty()) {
                    return parts;
                }
                // a part of what an indicator holds is none of ours
                possible = possible.stream()
                        .filter(t -> !t.subject().domains().containsAll(domains))
                        .filter(t -> t.subject().isIndicator())
                        .toList();
            } else {
                possible = exact;
            }
        } else if (domains.size() > 1) {
            possible = preferring(
                    possible,
                    t -> domains.containsAll(t.subject().domains())
                            && t.subject().isIndicator());
        }
        possible =
                preferring(possible, t -> t.subject().isIndicator() || !t.also().isEmpty());
        possible = preferring(possible, t -> t.subject().measure().equals(measure));
        possible = preferring(possible, t -> t.domain().isEmpty());
        return subjects(possible);
    }

    /** All indicators that are called so in whatever field. */
    static List<Subject> anywhere(List<Term> terms) {
        return subjects(terms.stream().filter(t -> t.subject().isIndicator()).toList());
    }

    private static List<Subject> subjects(List<Term> terms) {
        return terms.stream().map(Term::subject).distinct().toList();
    }

    private static List<Term> preferring(List<Term> terms, Predicate<Term> better) {
        List<Term> preferred = terms.stream().filter(better).toList();
        return preferred.isEmpty() ? terms : new ArrayList<>(preferred);
    }

    private static boolean stands(List<String> words, String before) {
        int at = 0;
        for (String word : words) {
            int found = before.indexOf(word, at);
            if (found < 0) {
                return false;
            }
            at = found + word.length();
        }
        return true;
    }
}
