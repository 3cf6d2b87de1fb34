package org.huizong.office;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.huizong.assessment.Mark;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Criterion;
import org.huizong.catalogue.Explanations;
import org.huizong.catalogue.Unit;
import org.huizong.edition.Editions;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.register.RegisterFacts;
import org.huizong.review.AcrossChecks;
import org.huizong.review.SubmissionChecks;
import org.huizong.store.EventStore.Event;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredSubmission;

/**
 * What a person does to what was sent and to whole periods: on record with who, when and why, followed by what the checks
 * make of it; all of it or none.
 *
 * @param today the day as of which is checked
 * @param now when it is done
 * @param who the account it is done under
 */
public record OfficeActs(Catalogue catalogue, Store store, LocalDate today, Instant now, String who) {
    /** Takes submissions of a period back. */
    public void withdraw(Period period, List<StoredSubmission> some, String reason) {
        change("withdraw", period, some, reason, s -> store.submissions().withdraw(s.id()));
    }

    /** Undoes that they were taken back. */
    public void restore(Period period, List<StoredSubmission> some, String reason) {
        change("restore", period, some, reason, s -> store.submissions().restore(s.id()));
    }

    /** The queries about a submission that nobody has explained, the gravest first. */
    public List<StoredFinding> asked(StoredSubmission submission) {
        List<StoredFinding> asked = new ArrayList<>();
        store.findings().ofFiles(submission.period(), f -> {
            if (f.stored().submission().equals(Optional.of(submission.id()))
                    && f.stored().isUnexplained()) {
                asked.add(f.stored());
            }
        });
        return asked.stream().sorted(StoredFinding.TELLING_ORDER).toList();
    }

    /**
     * Puts on record what a sender told to explain queries, as if it were written on its returns.
     *
     * @param found the queries about each submission
     * @param told what was told
     */
    public void explain(Period period, Map<StoredSubmission, List<Finding>> found, String told) {
        store.together(() -> {
            found.forEach((submission, some) -> explain(submission, some, told));
            new SubmissionChecks(catalogue, store, period, today).run();
            new AcrossChecks(catalogue, store, period, today).run();
            new Editions(catalogue, store).markStaleByRecord(period);
        });
    }

    private void explain(StoredSubmission submission, List<Finding> some, String told) {
        Set<String> records = store.submissions().observations(submission).stream()
                .map(Observation::record)
                .collect(Collectors.toSet());
        for (Finding found : some) {
            String name = Explanations.told(catalogue, found, records.contains(found.record()));
            String record = name.equals(Explanations.OF_RECORD) ? found.record() : "";
            store.told().put(submission, new Observation(name, record, Value.of(told), found.where()));
            String place = found.where().cell();
            add("explain", submission.period(), subject(submission) + (place.isEmpty() ? "" : " " + place), told);
        }
    }

    private static String subject(StoredSubmission submission) {
        return submission.file() + " [" + submission.sheet() + "]";
    }

    private void change(
            String what, Period period, List<StoredSubmission> some, String reason, Consumer<StoredSubmission> change) {
        store.together(() -> {
            for (StoredSubmission submission : some) {
                change.accept(submission);
                add(what, period, subject(submission), reason);
            }
            new SubmissionChecks(catalogue, store, period, today).run();
            new Editions(catalogue, store).markStale(period);
        });
    }

    /**
     * Puts on record on which day files of a period came.
     *
     * @return the day that counts: nothing of a period can have come before its end
     */
    public LocalDate receive(Period period, List<String> files, LocalDate came, String reason) {
        LocalDate counted = came.isBefore(period.end()) ? period.end() : came;
        store.together(() -> {
            store.files().receive(period, files, counted);
            files.forEach(file -> add("received", period, file + " " + counted, reason));
            new Editions(catalogue, store).markStaleByRecord(period);
        });
        return counted;
    }

    /**
     * Gives a unit points by hand, or takes back what was given.
     *
     * @param points empty to take them back
     */
    public void assess(Unit unit, Period period, Criterion criterion, Optional<BigDecimal> points, String reason) {
        store.together(() -> {
            store.events().add(new Mark(unit.code(), criterion.code(), period, points, reason, who, now).event());
            new Editions(catalogue, store).markStaleByRecord(period);
        });
    }

    /** The points that stand for a unit by a criterion in a period. */
    public Optional<Mark> mark(Unit unit, Period period, Criterion criterion) {
        return Mark.standing(store.events().list(Optional.of(period))).stream()
                .filter(m -> m.unit().equals(unit.code())
                        && m.criterion().equals(criterion.code())
                        && m.period().equals(period))
                .findFirst();
    }

    /** Closes a period and the earlier ones of its year. */
    public void close(Period period, String reason) {
        add("close", period, "", reason);
    }

    /** Opens a closed period again; what its registers say counts by its day again. */
    public void reopen(Period period, String reason) {
        store.together(() -> {
            add("reopen", period, "", reason);
            new Editions(catalogue, store).markStale(new RegisterFacts(catalogue, store).refresh(), period);
        });
    }

    private void add(String what, Period period, String subject, String reason) {
        store.events().add(new Event(now, who, what, period, subject, reason));
    }
}
