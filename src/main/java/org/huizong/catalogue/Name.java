package org.huizong.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A name in a formula, taken apart.
 *
 * @param span which months it speaks of
 * @param item code of the item
 */
public record Name(Span span, String item) {
    /** Names that are no items: days, and the list of weekdays off. */
    public static final Set<String> CONTEXT = Set.of("period_start", "period_end", "as_of", "holidays");

    /** Stands before a code in a rule over two records, for the other of the two. */
    public static final String OTHER = "other.";

    /** Those with a prefix; every name of every rule is taken apart for every return. */
    private static final List<Span> SPANS = List.of(Span.PRIOR, Span.YTD, Span.YEAR_AGO);

    /** The months that a prefix speaks of. */
    public enum Span {
        /** No prefix: this period. */
        NOW(""),
        /** The period before. */
        PRIOR("prior."),
        /** January to this period. */
        YTD("ytd."),
        /** The same period a year ago. */
        YEAR_AGO("year_ago.");

        private final String prefix;

        Span(String prefix) {
            this.prefix = prefix;
        }

        /** The prefix with its dot; empty for this period. */
        public String prefix() {
            return prefix;
        }
    }

    /** A name without the prefix for the other record. */
    public static String ofEither(String operand) {
        return operand.startsWith(OTHER) ? operand.substring(OTHER.length()) : operand;
    }

    /** The codes of the returns whose items these names are, each once. */
    public static List<String> forms(Collection<String> operands) {
        return operands.stream()
                .map(o -> of(ofEither(o)).item())
                .filter(i -> i.contains("."))
                .map(i -> i.substring(0, i.indexOf('.')))
                .distinct()
                .toList();
    }

    /** Takes a name apart; a name without a known prefix is an item's code. */
    public static Name of(String operand) {
        for (Span span : SPANS) {
            if (operand.regionMatches(true, 0, span.prefix, 0, span.prefix.length())) {
                return new Name(span, operand.substring(span.prefix.length()));
            }
        }
        return new Name(Span.NOW, operand);
    }
}
