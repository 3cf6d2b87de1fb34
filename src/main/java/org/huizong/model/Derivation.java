package org.huizong.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How a rule came to its finding, besides the values that it names.
 *
 * @param undecided why it could not be decided; empty if it failed
 * @param grounds why it failed, in the order of its formula
 * @param days by how many days a time limit was missed; empty if the rule counts none
 */
public record Derivation(Optional<Reason> undecided, List<Ground> grounds, Optional<BigDecimal> days) {
    /** Of a check that failed and has nothing to add. */
    public static final Derivation NONE = new Derivation(Optional.empty(), List.of(), Optional.empty());

    public Derivation {
        grounds = List.copyOf(grounds);
        days = days.map(BigDecimal::stripTrailingZeros);
    }

    /** Of a check that could not be decided. */
    public static Derivation undecided(Reason reason) {
        return new Derivation(Optional.of(reason), List.of(), Optional.empty());
    }

    /** Of a rule that failed. */
    public static Derivation failed(List<Ground> grounds, Optional<BigDecimal> days) {
        return new Derivation(Optional.empty(), grounds, days);
    }
}
