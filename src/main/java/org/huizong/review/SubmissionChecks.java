package org.huizong.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.huizong.aggregation.EarlierFigures;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Obligation;
import org.huizong.edition.Editions;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Content;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.model.Revisions;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.huizong.register.RegisterFacts;
import org.huizong.register.Registry;
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.FindingStore.Phase;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import org.huizong.store.SubmissionStore.Candidate;
import org.huizong.store.SubmissionStore.Decision;
import org.huizong.validation.Checker;
import org.huizong.validation.Directory;

/** Checks every submission of a period from the store, and decides which revision of each counts. */
public final class SubmissionChecks {
    /** Findings that are put on record together, so that they need not all be held. */
    private static final int ENOUGH = 1000;

    private static final Content NOTHING = Content.of(List.of());

    private final Catalogue catalogue;
    private final Store store;
    private final Period period;
    private final LocalDate asOf;
    private final Map<Long, Disposition> dispositions = new HashMap<>();
    private final Map<Long, Content> contents = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /** Checks that period on that day. */
    public SubmissionChecks(Catalogue catalogue, Store store, Period period, LocalDate asOf) {
        this.catalogue = catalogue;
        this.store = store;
        this.period = period;
        this.asOf = asOf;
    }

    /** Replaces findings and dispositions by what the catalogue and the other periods make of them now. */
    public void run() {
        store.findings().clear(period, Phase.CHECK);
        Checker checker = new Checker(catalogue, asOf);
        EarlierFigures history = new EarlierFigures(catalogue, store, period);
        Map<Long, List<Finding>> reading = store.findings().decidingOfReading(period);
        // what others point to is decided first: they are held against what counts of it
        Set<String> pointedTo = Registry.registers(catalogue);
        pass(checker, history, Directory.NONE, reading, pointedTo::contains);
        pass(checker, history, Registry.of(catalogue, store, period), reading, form -> !pointedTo.contains(form));
        flush();
        new Editions(catalogue, store).markStale(new RegisterFacts(catalogue, store).refresh(), period);
    }

    private void pass(
            Checker checker,
            EarlierFigures history,
            Directory directory,
            Map<Long, List<Finding>> reading,
            Predicate<String> form) {
        Map<Obligation, List<Candidate>> groups = new LinkedHashMap<>();
        store.submissions().candidates(period).stream()
                .filter(c -> form.test(c.submission().form()))
                .forEach(c -> groups.computeIfAbsent(owed(c.submission()), o -> new ArrayList<>())
                        .add(c));
        // what stands alone is held against nothing
        Set<Long> several = groups.values().stream()
                .filter(group -> group.size() > 1)
                .flatMap(group -> group.stream().map(c -> c.submission().id()))
                .collect(Collectors.toSet());
        store.submissions().each(period, form, (submission, observations) -> {
            if (several.contains(submission.id())) {
                contents.put(submission.id(), Content.of(observations));
            }
            check(
                    checker,
                    history,
                    directory,
                    submission,
                    observations,
                    reading.getOrDefault(submission.id(), List.of()));
        });
        List<Decision> decisions = new ArrayList<>();
        groups.values().forEach(group -> decide(group, decisions));
        store.submissions().decide(decisions);
    }

    private static Obligation owed(StoredSubmission submission) {
        return new Obligation(submission.unit(), submission.form(), submission.period());
    }

    private void check(
            Checker checker,
            EarlierFigures history,
            Directory directory,
            StoredSubmission submission,
            List<Observation> observations,
            List<Finding> reading) {
        Map<String, Value> now = new HashMap<>();
        observations.forEach(o -> now.put(o.item(), o.value()));
        List<Observation> said = Checker.explanations(observations);
        Checker.Result result = checker.check(
                submission.unit(),
                submission.form(),
                submission.period(),
                observations,
                CellRef.sheet(submission.file(), submission.sheet()),
                reading,
                history.values(submission.unit(), item -> now.getOrDefault(item, Value.Gap.BLANK)),
                directory);
        dispositions.put(submission.id(), result.disposition());
        result.findings().forEach(f -> entries.add(entry(submission, f, Checker.explanation(f, said))));
        if (entries.size() >= ENOUGH) {
            flush();
        }
    }

    private void flush() {
        store.findings().add(period, Phase.CHECK, entries);
        entries.clear();
    }

    /** Of one unit's revisions the latest that holds counts; a rejected correction does not push out the one before. */
    private void decide(List<Candidate> group, List<Decision> decisions) {
        Map<Long, StoredSubmission> byId = new HashMap<>();
        group.forEach(c -> byId.put(c.submission().id(), c.submission()));
        List<Revisions.Place> places = Revisions.arrange(group.stream()
                .filter(c -> !c.withdrawn())
                .map(c -> new Revisions.Arrival(
                        c.submission().id(),
                        c.submission().saved(),
                        c.believed(),
                        c.arrival(),
                        contents.getOrDefault(c.submission().id(), NOTHING)))
                .toList());
        Optional<Revisions.Place> counts = places.stream()
                .filter(p -> p.conflictsWith().isEmpty() && p.repeats().isEmpty())
                .filter(p -> disposition(p).counts())
                .reduce((a, b) -> b);
        for (Revisions.Place place : places) {
            StoredSubmission submission = byId.get(place.id());
            if (submission == null) {
                throw new IllegalStateException("a revision of no submission: " + place);
            }
            Disposition disposition = disposition(place);
            repeated(place, places, byId);
            if (place.conflictsWith().isPresent()) {
                disposition = Disposition.CONFLICT;
                conflict(
                        submission,
                        Optional.ofNullable(byId.get(place.conflictsWith().get())),
                        counts.flatMap(c -> Optional.ofNullable(byId.get(c.id()))));
            } else if (place.repeats().isPresent()) {
                disposition = Disposition.REPEATED;
            } else if (disposition.counts() && !counts.equals(Optional.of(place))) {
                disposition = Disposition.SUPERSEDED;
            } else if (disposition == Disposition.REJECTED
                    && counts.map(c -> c.revision() > place.revision()).orElse(false)) {
                Optional.ofNullable(byId.get(counts.get().id())).ifPresent(by -> corrected(submission, place, by));
            }
            decisions.add(new Decision(place.id(), place.revision(), disposition));
        }
        group.stream().filter(c -> !c.withdrawn() && !c.believed()).forEach(c -> savedInTheFuture(c.submission()));
        group.stream()
                .filter(Candidate::withdrawn)
                .forEach(c -> decisions.add(new Decision(c.submission().id(), 0, Disposition.WITHDRAWN)));
    }

    /** Tells whether two say the same, as a sheet does whose neighbour was corrected. */
    private boolean saysTheSame(Revisions.Place earlier, Revisions.Place later) {
        return Objects.equals(contents.get(earlier.id()), contents.get(later.id()));
    }

    /**
     * What says the same as an earlier revision and was saved at the same time is nothing new: a copy, perhaps marked.
     */
    private void repeated(Revisions.Place place, List<Revisions.Place> places, Map<Long, StoredSubmission> byId) {
        StoredSubmission again = Objects.requireNonNull(byId.get(place.id()));
        places.stream()
                .takeWhile(p -> p.id() != place.id())
                .filter(p -> saysTheSame(p, place))
                .flatMap(p -> Optional.ofNullable(byId.get(p.id())).stream())
                .filter(s -> s.saved().isPresent() && s.saved().equals(again.saved()))
                .findFirst()
                .ifPresent(first -> entries.add(new Entry(
                        Optional.of(again.sha256()),
                        Optional.empty(),
                        again.unit(),
                        again.form(),
                        Finding.failed("repeated", Severity.NOTICE, CellRef.sheet(again.file(), again.sheet()))
                                .with("first", Argument.name(first.file())),
                        "")));
    }

    private Disposition disposition(Revisions.Place place) {
        return dispositions.getOrDefault(place.id(), Disposition.REJECTED);
    }

    /** Says what a submission contradicts and what counts until somebody decides. */
    private void conflict(
            StoredSubmission submission, Optional<StoredSubmission> other, Optional<StoredSubmission> counts) {
        Map<String, Argument> files = new HashMap<>();
        files.put("file", Argument.name(submission.file()));
        files.put("other", Argument.name(other.map(StoredSubmission::file).orElse("")));
        counts.ifPresent(c -> files.put("counts", Argument.name(c.file())));
        String rule = counts.isPresent() ? "conflict.stands" : "conflict";
        Finding conflict = Finding.failed(rule, Severity.ERROR, CellRef.file(submission.file()));
        entries.add(entry(submission, conflict.with(files), ""));
    }

    private void savedInTheFuture(StoredSubmission submission) {
        Finding future = Finding.failed("saved.future", Severity.NOTICE, CellRef.file(submission.file()));
        submission
                .saved()
                .map(OfficeTime::day)
                .ifPresent(day -> entries.add(entry(submission, future.with("saved", Argument.of(day)), "")));
    }

    private void corrected(StoredSubmission submission, Revisions.Place place, StoredSubmission by) {
        Finding corrected = Finding.failed("corrected", Severity.NOTICE, CellRef.file(submission.file()))
                .with("revision", Argument.of(place.revision()))
                .with("file", Argument.name(submission.file()))
                .with("by", Argument.name(by.file()));
        entries.add(entry(by, corrected, ""));
    }

    private static Entry entry(StoredSubmission submission, Finding finding, String explanation) {
        return new Entry(
                Optional.of(submission.sha256()),
                Optional.of(submission.id()),
                submission.unit(),
                submission.form(),
                finding,
                explanation);
    }
}
