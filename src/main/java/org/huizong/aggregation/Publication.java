package org.huizong.aggregation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.huizong.assessment.Assessment;
import org.huizong.model.Period;
import org.huizong.register.Lead;
import org.huizong.store.Edition;
import org.huizong.store.StoredCount;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredObservation;
import org.huizong.store.StoredSubmission;

/**
 * Everything that is published about a period together.
 *
 * @param consolidation the figures
 * @param edition which state of the period it is, and what changed
 * @param outdated the published periods that must be made again
 * @param submissions every submission of the period and the shorter ones in it, by unit, return, period and revision
 * @param findings every finding of the period and the shorter ones in it, by unit, return, severity and place
 * @param leads what the registers of its year up to its end showed of procedure, and what became of that
 * @param assessment how the units score
 * @param observations the values of the counted submissions
 * @param archive where the files are kept
 */
public record Publication(
        Consolidation consolidation,
        Edition edition,
        List<Period> outdated,
        List<StoredSubmission> submissions,
        List<StoredFinding> findings,
        List<Lead> leads,
        Assessment assessment,
        Observations observations,
        Archived archive) {
    public Publication {
        outdated = List.copyOf(outdated);
        submissions = List.copyOf(submissions);
        findings = List.copyOf(findings);
        leads = List.copyOf(leads);
    }

    /** A publication in which nobody is assessed. */
    public Publication(
            Consolidation consolidation,
            Edition edition,
            List<Period> outdated,
            List<StoredSubmission> submissions,
            List<StoredFinding> findings,
            List<Lead> leads,
            Observations observations,
            Archived archive) {
        this(
                consolidation,
                edition,
                outdated,
                submissions,
                findings,
                leads,
                Assessment.none(consolidation.period()),
                observations,
                archive);
    }

    /** A publication of figures alone, for who looks at them before, or without, a workbook. */
    public static Publication ofFigures(Consolidation consolidation, Edition edition) {
        return ofScores(consolidation, edition, Assessment.none(consolidation.period()));
    }

    /** A publication of figures and scores, for who looks at scores before, or without, a workbook. */
    public static Publication ofScores(Consolidation consolidation, Edition edition, Assessment assessment) {
        return new Publication(
                consolidation,
                edition,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                assessment,
                Observations.NONE,
                Archived.NOWHERE);
    }

    /** Where a file is kept that was read. */
    public interface Archived {
        /** Nothing is kept. */
        Archived NOWHERE = sha256 -> Optional.empty();

        /** The file of that digest as a link from the folder of the workbook; empty if none leads there. */
        Optional<String> link(String sha256);
    }

    /** The values of the counted submissions, streamed because they may be millions. */
    public interface Observations {
        /** There are none to look at. */
        Observations NONE = new Observations() {
            @Override
            public long count() {
                return 0;
            }

            @Override
            public void first(long most, Consumer<StoredObservation> reader) {
                // nothing to hand over
            }
        };

        /** How many there are. */
        long count();

        /** Hands over each, by unit, return, period and place on the form. */
        default void each(Consumer<StoredObservation> reader) {
            first(Long.MAX_VALUE, reader);
        }

        /** Hands over the first so many of them, in the same order. */
        void first(long most, Consumer<StoredObservation> reader);

        /** Hands over those of some returns, in the same order. */
        default void of(Set<String> forms, Consumer<StoredObservation> reader) {
            each(o -> {
                if (forms.contains(o.submission().form())) {
                    reader.accept(o);
                }
            });
        }

        /** Hands over every record that counts in a measure of a register, by unit, item, period and record. */
        default void counts(Consumer<StoredCount> reader) {}
    }
}
