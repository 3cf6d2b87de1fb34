package org.huizong.publish.narrative;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.huizong.aggregation.Comparison;
import org.huizong.aggregation.IndicatorFigures;

/** One sentence of the briefing as figures and names, before it is put into words. */
public sealed interface Statement {
    /** Says what was done: the headlines of which more is better, with their figures. */
    record Work(List<IndicatorFigures> done) implements Statement {
        public Work {
            done = List.copyOf(done);
        }
    }

    /**
     * Says what should be few: accidents.
     *
     * @param none those that did not happen
     * @param some those that did
     */
    record Incidents(List<IndicatorFigures> none, List<IndicatorFigures> some) implements Statement {
        public Incidents {
            none = List.copyOf(none);
            some = List.copyOf(some);
        }
    }

    /**
     * Says what changed most.
     *
     * @param base what it is held against
     * @param baseline whether a baseline figure is among what it is held against
     * @param largest the largest changes first; empty if none is large
     */
    record Changes(Base base, boolean baseline, List<Change> largest) implements Statement {
        public Changes {
            largest = List.copyOf(largest);
        }
    }

    /**
     * Says who has reported.
     *
     * @param late codes of the units whose counted returns came late
     * @param lacking codes of the units whose returns are owed and not counted
     */
    record Filing(int owed, int counted, int lateReturns, List<String> late, List<String> lacking, int notDue)
            implements Statement {
        public Filing {
            late = List.copyOf(late);
            lacking = List.copyOf(lacking);
        }
    }

    /** Says what the leaders must decide, the gravest first; empty if there is nothing. */
    record Demands(List<Attention> all) implements Statement {
        public Demands {
            all = List.copyOf(all);
        }
    }

    /** What a change is held against. */
    enum Base {
        PRIOR,
        YEAR_AGO
    }

    /**
     * How one indicator changed.
     *
     * @param shares the units that made most of it, the largest part first; empty if nobody can say
     */
    record Change(IndicatorFigures figures, Comparison comparison, List<Share> shares) {
        public Change {
            shares = List.copyOf(shares);
        }

        /** The change in per cent of the base. */
        public BigDecimal percent() {
            return comparison.percent().orElse(BigDecimal.ZERO);
        }
    }

    /**
     * A unit's part in a change.
     *
     * @param difference now minus then; empty if the unit is the only one, whose difference is the whole
     * @param explanation what the unit wrote about it; empty if it wrote nothing
     */
    record Share(String unit, Optional<BigDecimal> difference, String explanation) {}
}
