package org.huizong.aggregation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huizong.formula.OperandState;

/**
 * A value, and how much of what was owed stands behind it. A missing return is never a silent zero.
 *
 * @param value exact and unrounded; empty if the figure is unknown
 * @param basis what of the owed returns is in the value and what is not
 * @param asAt the month up to which it reaches, if that is before the period's last: 截至
 * @param reserve why the value is unknown, or which reserve it has besides the gaps of its basis
 * @param leftOut codes of the units that are not in it by its own rule, because they lived for a part of the period
 * alone
 * @param units how many units' values make it; those below a unit that reports for many count one by one
 */
public record Figure(
        Optional<BigDecimal> value,
        Basis basis,
        Optional<YearMonth> asAt,
        Optional<Reserve> reserve,
        List<String> leftOut,
        int units) {
    /** Nobody owes it. */
    public static final Figure NOT_OWED = unknown(Reserve.NOT_REPORTED, Basis.NONE);

    /** How much is known. */
    public enum State {
        /** All that was owed is in it. */
        COMPLETE,
        /** A part of what was owed is in it. */
        PARTIAL,
        /** There is no value. */
        UNKNOWN;

        /** The word in totals.csv. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a figure is unknown, or not whole. */
    public enum Reserve {
        /** Nobody has reported it. */
        NOT_REPORTED,
        /** It says nothing over more than one period of its return. */
        NO_MEANING,
        /** The units' values make no figure together. */
        NO_AGGREGATE,
        /** The figures that meet in its formula lack different returns. */
        UNLIKE,
        /** Its formula comes to no number, as a division by 0 does not. */
        UNDEFINED,
        /** A part that its formula only adds was reported by nobody, and is not in the value. */
        PART_MISSING
    }

    public Figure {
        leftOut = List.copyOf(leftOut);
    }

    /** A value without reserves other than the gaps of its basis. */
    public Figure(Optional<BigDecimal> value, Basis basis, Optional<YearMonth> asAt) {
        this(
                value,
                basis,
                asAt,
                value.isPresent() ? Optional.empty() : Optional.of(Reserve.NOT_REPORTED),
                List.of(),
                value.isPresent() ? 1 : 0);
    }

    /** A figure without a value. */
    static Figure unknown(Reserve why, Basis basis) {
        return new Figure(Optional.empty(), basis, Optional.empty(), Optional.of(why), List.of(), 0);
    }

    /** The same figure with other returns behind it. */
    Figure on(Basis other) {
        return new Figure(value, other, asAt, reserve, leftOut, units);
    }

    /** The same figure by another way to its value. */
    Figure with(BigDecimal other) {
        return new Figure(Optional.of(other), basis, asAt, reserve, leftOut, units);
    }

    /** The same figure without these units. */
    Figure without(List<String> others) {
        return new Figure(value, basis, asAt, reserve, others, units);
    }

    /** The same figure made of so many units' values. */
    Figure of(int count) {
        return new Figure(value, basis, asAt, reserve, leftOut, count);
    }

    /** How much of it is known. */
    public State state() {
        if (value.isEmpty()) {
            return State.UNKNOWN;
        }
        return isComplete() ? State.COMPLETE : State.PARTIAL;
    }

    /** How much is known of it where a formula works with it; what the gaps of its basis leave out is not asked. */
    public OperandState asOperand() {
        if (value.isPresent()) {
            return reserve.isEmpty() ? OperandState.KNOWN : OperandState.PARTIAL;
        }
        if (!isOwed()) {
            return OperandState.NOT_OWED;
        }
        return reserve.equals(Optional.of(Reserve.NOT_REPORTED)) ? OperandState.NOT_REPORTED : OperandState.UNKNOWABLE;
    }

    /** Tells whether there is a value that does not hold all that was owed. */
    public boolean isPartial() {
        return state() == State.PARTIAL;
    }

    /** How many submissions are owed by now. */
    public int owed() {
        return basis.owed();
    }

    /** How many of them are in the value. */
    public int counted() {
        return basis.counted();
    }

    /** Codes of the units of which at least one is not, each once. */
    public List<String> missing() {
        return basis.missing();
    }

    /** Whether every submission of the period is in it and none is older than the period. */
    public boolean isComplete() {
        return basis.gaps().isEmpty() && asAt.isEmpty() && reserve.isEmpty();
    }

    /** Whether anybody owes it, now or later in the period, or a baseline stands in for those who would. */
    public boolean isOwed() {
        return basis.counted() > 0 || !basis.all().isEmpty() || isBaseline();
    }

    /** Whether a baseline figure is in it: it is marked wherever it is shown. */
    public boolean isBaseline() {
        return !basis.baseline().isEmpty();
    }
}
