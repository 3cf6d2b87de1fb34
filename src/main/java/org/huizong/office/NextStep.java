package org.huizong.office;

import java.nio.file.Path;
import java.util.List;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.Publication;
import org.huizong.edition.Editions;
import org.huizong.job.Outcome;
import org.huizong.model.Period;
import org.huizong.store.Store;

/**
 * The one thing to do now: what nobody but the office can settle first, then what others have to send.
 *
 * @param code its word, such as {@code conflict}; a terminal and a page say it each in its own way
 * @param values what the sentence names, the period first but for {@code empty} and {@code returned}, which name folders
 */
public record NextStep(String code, List<Object> values) {
    public NextStep {
        values = List.copyOf(values);
    }

    private static NextStep of(String code, Object... values) {
        return new NextStep(code, List.of(values));
    }

    /**
     * After a run.
     *
     * @param returns where the files of its period belong
     */
    public static NextStep after(Outcome outcome, Path returns) {
        Publication publication = outcome.publication();
        Period period = publication.consolidation().period();
        Coverage coverage = publication.consolidation().coverage();
        if (!coverage.neverRun().isEmpty()) {
            return of("never_run", coverage.neverRun().get(0));
        } else if (coverage.count(FilingStatus.State.CONFLICT) > 0
                || !coverage.disputed().isEmpty()) {
            return of("conflict", period);
        } else if (outcome.count("files") == 0 && coverage.count(FilingStatus.State.COUNTED) == 0) {
            return of("empty", returns, period);
        } else if (outcome.published().copies().count() > 0) {
            return of("returned", outcome.published().returned(), returns, period);
        } else if (outcome.unsettled() > 0) {
            return of("refused", period);
        } else if (!coverage.open().isEmpty() || !coverage.below().isEmpty()) {
            return of("status", period);
        } else if (!coverage.leftOut().isEmpty()) {
            return of("left_out");
        } else if (!publication.outdated().isEmpty()) {
            return of("outdated", publication.outdated().get(0));
        } else if (coverage.count(FilingStatus.State.NOT_DUE) > 0) {
            return of("not_due", period);
        }
        return of("complete", period);
    }

    /**
     * While returns are awaited.
     *
     * @param coverage how they stand
     * @param isAsked whether anybody is to be reminded of anything
     */
    public static NextStep of(Store store, Period wanted, Coverage coverage, boolean isAsked) {
        if (!coverage.neverRun().isEmpty()) {
            return of("never_run", coverage.neverRun().get(0));
        } else if (coverage.count(FilingStatus.State.CONFLICT) > 0
                || !coverage.disputed().isEmpty()) {
            return of("conflict", wanted);
        } else if (isAsked) {
            return of(coverage.isComplete() ? "explain" : "remind", wanted);
        } else if (!coverage.isComplete()) {
            return of("again", wanted);
        } else if (store.editions().latest(wanted).isEmpty()) {
            return of("consolidate", wanted);
        } else if (!Editions.stale(store).isEmpty()) {
            return of("outdated", Editions.stale(store).get(0));
        }
        return of(store.events().isClosed(wanted) ? "closed.already" : "complete", wanted);
    }
}
