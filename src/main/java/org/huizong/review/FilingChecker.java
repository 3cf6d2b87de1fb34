package org.huizong.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huizong.aggregation.EarlierFigures;
import org.huizong.catalogue.Catalogue;
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
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.FindingStore.Recorded;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import org.huizong.store.SubmissionStore.Candidate;
import org.huizong.store.SubmissionStore.Decision;
import org.huizong.validation.Checker;
import org.huizong.validation.Directory;
import org.huizong.validation.GivenExplanations;
import org.huizong.validation.Values;

/** Checks every revision of a filing and decides which one counts; several filings may be checked at once. */
final class FilingChecker {
    private static final Content NOTHING = Content.of(List.of());

    private final Catalogue catalogue;
    private final Store store;
    private final Period period;
    private final ThreadLocal<Checker> checkers;
    private final Directory directory;
    private final Map<Long, List<Recorded>> reading;
    private final Map<Long, List<Observation>> told;
    private Optional<EarlierFigures> history = Optional.empty();

    /** Checks what was sent for that period, as of a day; a directory says what other registers hold. */
    FilingChecker(Catalogue catalogue, Store store, Period period, LocalDate asOf, Directory directory) {
        this.catalogue = catalogue;
        this.store = store;
        this.period = period;
        this.checkers = ThreadLocal.withInitial(() -> new Checker(catalogue, asOf));
        this.directory = directory;
        this.reading = store.findings().decidingOfReading(period);
        this.told = store.told().of(period);
    }

    /** Returns what the checks of one filing come to. */
    Verdict check(Filing filing) {
        return new Pass(filing).verdict();
    }

    /** The figures of other periods that a return is held against: a form's; records are held against other records. */
    private Values earlier(StoredSubmission submission, Map<String, Value> now) {
        if (catalogue.isRegister(submission.form())) {
            return name -> Value.Gap.BLANK;
        }
        return earlier().values(submission.unit(), item -> now.getOrDefault(item, Value.Gap.BLANK));
    }

    private synchronized EarlierFigures earlier() {
        EarlierFigures known = history.orElseGet(() -> new EarlierFigures(catalogue, store, period));
        history = Optional.of(known);
        return known;
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

    /** The checks of one filing. */
    private final class Pass {
        private final Filing filing;
        private final Map<Long, Disposition> dispositions = new HashMap<>();
        private final Map<Long, Content> contents = new HashMap<>();
        private final List<Entry> entries = new ArrayList<>();
        private final List<Recorded> explained = new ArrayList<>();
        private final List<Decision> decisions = new ArrayList<>();

        Pass(Filing filing) {
            this.filing = filing;
        }

        Verdict verdict() {
            filing.candidates().stream().map(Candidate::submission).forEach(this::check);
            decide(filing.candidates());
            return new Verdict(entries, explained, decisions);
        }

        private void check(StoredSubmission submission) {
            List<Observation> said = store.submissions().observations(submission);
            if (filing.isSeveral()) {
                contents.put(submission.id(), Content.of(said));
            }
            List<Observation> observations = new ArrayList<>(said);
            observations.addAll(told.getOrDefault(submission.id(), List.of()));
            Map<String, Value> now = new HashMap<>();
            observations.forEach(o -> now.put(o.item(), o.value()));
            List<Recorded> read = reading.getOrDefault(submission.id(), List.of());
            Checker.Result result = checkers.get()
                    .check(
                            submission.unit(),
                            submission.form(),
                            submission.period(),
                            observations,
                            CellRef.sheet(submission.file(), submission.sheet()),
                            read.stream().map(Recorded::finding).toList(),
                            earlier(submission, now),
                            directory);
            dispositions.put(submission.id(), result.disposition());
            GivenExplanations given = result.explanations();
            result.findings().forEach(f -> entries.add(entry(submission, f, given.of(f))));
            read.stream()
                    .filter(r -> r.finding().asks())
                    .map(r -> new Recorded(r.id(), given.remarked(r.finding()), given.of(r.finding())))
                    .filter(r -> !read.contains(r))
                    .forEach(explained::add);
        }

        /** Of one unit's revisions the latest that holds counts; a rejected correction does not push out the one before. */
        private void decide(List<Candidate> group) {
            Map<Long, StoredSubmission> byId = new HashMap<>();
            group.forEach(c -> byId.put(c.submission().id(), c.submission()));
            List<Revisions.Place> places = Revisions.arrange(group.stream()
                    .filter(c -> !c.withdrawn())
                    .map(c -> new Revisions.Arrival(
                            c.submission().id(),
                            c.submission().saved(),
                            c.believed(),
                            c.arrival(),
                            contents.getOrDefault(c.submission().id(), NOTHING),
                            dispositions
                                    .getOrDefault(c.submission().id(), Disposition.REJECTED)
                                    .counts()))
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
            files.put("other", Argument.name(other.map(o -> told(o, submission)).orElse("")));
            counts.ifPresent(c -> files.put("counts", Argument.name(told(c, submission))));
            String rule = counts.isPresent() ? "conflict.stands" : "conflict";
            Finding conflict = Finding.failed(rule, Severity.ERROR, CellRef.file(submission.file()));
            entries.add(entry(submission, conflict.with(files), ""));
        }

        /** Names a file so that it is told from another of the same name, which came before or after it. */
        private static String told(StoredSubmission file, StoredSubmission from) {
            return file.file().equals(from.file()) ? file.fileWithMark() : file.file();
        }

        private void savedInTheFuture(StoredSubmission submission) {
            Finding future = Finding.failed("saved.future", Severity.NOTICE, CellRef.file(submission.file()));
            submission
                    .saved()
                    .map(OfficeTime::day)
                    .ifPresent(day -> entries.add(entry(submission, future.with("saved", Argument.of(day)), "")));
        }
    }
}
