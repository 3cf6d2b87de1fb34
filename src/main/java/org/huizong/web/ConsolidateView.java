package org.huizong.web;

import java.util.List;
import java.util.Optional;

/**
 * A run and what it left.
 *
 * @param run how far the run is, or how it ended; empty if there was none since the page was opened
 * @param isBusyElsewhere name of the period that is consolidated now, if it is another
 * @param edition the published edition in words; empty if there is none
 * @param changes what it changed, in rows
 * @param downloads what can be taken
 * @param closed whether the period is closed
 */
public record ConsolidateView(
        Optional<Progress> run,
        String isBusyElsewhere,
        String edition,
        List<Change> changes,
        List<Download> downloads,
        boolean closed) {
    public ConsolidateView {
        changes = List.copyOf(changes);
        downloads = List.copyOf(downloads);
    }

    /**
     * The steps of a run: those done, the one that goes on, those to come; or how it ended.
     *
     * @param over whether it has ended
     * @param failed whether it has ended without an edition
     * @param complete whether it has ended with everything that is owed
     */
    public record Progress(boolean over, boolean failed, boolean complete, List<Step> steps, List<String> sentences) {
        public Progress {
            steps = List.copyOf(steps);
            sentences = List.copyOf(sentences);
        }

        /** The tone in which it is said how it ended. */
        public String tone() {
            return failed ? "bad" : complete ? "good" : "warn";
        }
    }

    /** A step: {@code done}, {@code now} or {@code next}; how far, of how many, and how long still. */
    public record Step(String state, String name, int done, int total, String left) {}

    /** A difference to the edition before, and why. */
    public record Change(String unit, String form, String span, String what, String change, String why) {}

    /** Something to take: its id in addresses, its name, what it is. */
    public record Download(String id, String name, String what, String size) {}
}
