package org.huizong.aggregation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Period;
import org.huizong.store.Store;

/** Which returns are due by now, and which periods were ever consolidated: why a return is not there. */
final class Schedule {
    private final Catalogue catalogue;
    private final Optional<LocalDate> asOf;
    private final Optional<Set<Period>> run;

    private Schedule(Catalogue catalogue, Optional<LocalDate> asOf, Optional<Set<Period>> run) {
        this.catalogue = catalogue;
        this.asOf = asOf;
        this.run = run;
    }

    /** Everything is due and nothing is said of periods that were never consolidated. */
    static Schedule allDue(Catalogue catalogue) {
        return new Schedule(catalogue, Optional.empty(), Optional.empty());
    }

    /**
     * What is due as of a day. Who consolidates a month asks for all of it, whatever the day; within a longer period a
     * return is not due before its last day to be in time.
     */
    static Schedule of(Catalogue catalogue, Store store, Period period, LocalDate asOf) {
        Set<Period> run = new HashSet<>(store.editions().periods());
        run.add(period);
        return new Schedule(catalogue, Optional.of(asOf).filter(day -> !period.isMonth()), Optional.of(run));
    }

    /** The last day to be in time. */
    LocalDate due(Obligation owed) {
        return catalogue.form(owed.form(), owed.period().last()).orElseThrow().due(owed.period());
    }

    /** Why a return that no submission counts for is not there. */
    MissingFiling.Why why(Obligation owed) {
        if (asOf.map(day -> day.isBefore(due(owed))).orElse(false)) {
            return MissingFiling.Why.NOT_DUE;
        }
        return run.map(periods -> !periods.contains(owed.period())).orElse(false)
                ? MissingFiling.Why.NEVER_RUN
                : MissingFiling.Why.OPEN;
    }
}
