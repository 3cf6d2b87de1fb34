package org.huizong.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.huizong.catalogue.Obligation;
import org.huizong.model.CellRef;
import org.huizong.model.Period;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredSubmission;

/** One thing on record that a deduction comes from: how a return was filed, a finding, or a figure with its cells. */
public sealed interface Evidence {
    /** The period of the return that it is about. */
    Period period();

    /** How a return was filed. */
    enum Filing {
        LATE,
        MISSING,
        SENT_BACK,
        CORRECTED
    }

    /**
     * How a return was filed.
     *
     * @param owed unit, return and period
     * @param submission what was sent; empty if nothing came
     * @param days how many days late it came; 0 if that is not what is said
     */
    record OfFiling(Filing how, Obligation owed, Optional<StoredSubmission> submission, long days) implements Evidence {
        @Override
        public Period period() {
            return owed.period();
        }
    }

    /** A finding that stands with a unit, or that it has explained. */
    record OfFinding(StoredFinding stored) implements Evidence {
        @Override
        public Period period() {
            return stored.period();
        }
    }

    /**
     * A figure of a unit.
     *
     * @param operand the name in the formula
     * @param period the period that it is asked of
     * @param value what it comes to
     * @param cells the cells that it is made of, by period; none if it is counted from a register
     */
    record OfFigure(String operand, Period period, BigDecimal value, List<Cell> cells) implements Evidence {
        public OfFigure {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell of a submission.
     *
     * @param shown the value in it
     */
    record Cell(StoredSubmission submission, CellRef where, String shown) {}
}
