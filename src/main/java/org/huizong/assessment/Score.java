package org.huizong.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.catalogue.Criterion;
import org.huizong.model.Period;

/**
 * What a unit comes to by one criterion in one period.
 *
 * @param unit code of the unit
 * @param criterion what it is assessed by
 * @param period which may be longer than those for which the criterion is scored
 * @param state whether it is assessed
 * @param full the full score
 * @param taken the points that are taken off; 0 if it is not assessed
 * @param deductions what they come from
 * @param unknown what is not known of it, by the names in the formula: all of it, or some of the shorter periods
 * @param mark what the office gave by hand, in a period of the criterion's own length
 * @param parts the scores of the shorter periods that make it; none in a period of the criterion's own length
 */
public record Score(
        String unit,
        Criterion criterion,
        Period period,
        State state,
        BigDecimal full,
        BigDecimal taken,
        List<Deduction> deductions,
        List<Missing> unknown,
        Optional<Mark> mark,
        List<Score> parts) {
    /** How far a unit is assessed by a criterion. */
    public enum State {
        /** It has a score. */
        ASSESSED,
        /** 未评: something is not known, and so is the score. */
        OPEN,
        /** 不适用: the unit is asked for nothing that the criterion looks at. */
        NOT_APPLICABLE;
    }

    /**
     * A part of a deduction.
     *
     * @param points how many points less would be taken off without it, before the cap; empty if it is not known what each
     *     part costs
     */
    public record Deduction(Evidence evidence, Optional<BigDecimal> points) {}

    /**
     * A name in the formula that is not known.
     *
     * @param name empty if it is no single name
     */
    public record Missing(Period period, String name, Operand.Why why) {}

    public Score {
        deductions = List.copyOf(deductions);
        unknown = List.copyOf(unknown);
        parts = List.copyOf(parts);
    }

    /** The full score less what is taken off; 0 if it is not assessed. */
    public BigDecimal score() {
        return state == State.ASSESSED ? full.subtract(taken) : BigDecimal.ZERO;
    }

    /** Whether it has a score. */
    public boolean isAssessed() {
        return state == State.ASSESSED;
    }

    /** Whether it would have a score if all were known. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** The marks that are in it. */
    public List<Mark> marks() {
        return Stream.concat(mark.stream(), parts.stream().flatMap(p -> p.marks().stream()))
                .toList();
    }
}
