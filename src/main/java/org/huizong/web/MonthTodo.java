package org.huizong.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.FilingStatus.State;
import org.huizong.model.Period;
import org.huizong.office.NextStep;
import org.huizong.store.Edition;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;

/**
 * What to do in a period: first what is not on record yet, then the next step that a command would name, then the rest of
 * what is open.
 */
final class MonthTodo {
    private static final String CONSOLIDATE = "/consolidate/";
    private static final String REMINDER = "#reminder";
    private static final String GOOD = "good";
    private static final String WARN = "warn";
    private static final String BAD = "bad";

    private final PageFrame frame;
    private final Store store;
    private final Coverage coverage;
    private final List<StoredFinding> findings;
    private final NextStep next;
    private final int unread;
    private final List<MonthView.Todo> all = new ArrayList<>();

    MonthTodo(
            PageFrame frame,
            Store store,
            Coverage coverage,
            List<StoredFinding> findings,
            boolean isAsked,
            int unread) {
        this.frame = frame;
        this.store = store;
        this.coverage = coverage;
        this.findings = findings;
        this.next = NextStep.of(store, frame.period(), coverage, isAsked);
        this.unread = unread;
    }

    List<MonthView.Todo> list() {
        Period period = frame.period();
        String run = CONSOLIDATE + period;
        boolean closed = store.events().isClosed(period);
        if (closed) {
            add("closed", run, GOOD);
        }
        if (store.runs().isBrokenOff(period) || store.submissions().arePending(period)) {
            if (frame.running().isEmpty()) {
                add("broken", run, BAD);
            }
        }
        if (unread > 0 && !closed) {
            add("unread", run, WARN, unread);
        }
        lead();
        Predicate<FilingStatus> inConflict = s -> s.state() == State.CONFLICT || s.isDisputed();
        of(inConflict, "conflict", firstOf(inConflict), BAD);
        of(s -> s.state() == State.REJECTED, "rejected", run, BAD);
        of(s -> s.state() == State.MISSING && !s.neverRun(), "missing", REMINDER, BAD);
        of(s -> s.below().isPresent(), "below", REMINDER, BAD);
        long asked = findings.stream().filter(StoredFinding::isUnexplained).count();
        if (asked > 0) {
            add("explain", REMINDER, WARN, asked);
        }
        leftOut();
        Optional<Edition> edition = store.editions().latest(period);
        edition.flatMap(Edition::stale).ifPresent(why -> add("stale", run, WARN, why));
        if (all.isEmpty()) {
            add(next.code().equals("consolidate") ? "begin" : coverage.isWhole() ? "done" : "wait", run, GOOD);
        }
        return all;
    }

    /** Says the next step where it is another period's; those of this one are said with the returns that they are about. */
    private void lead() {
        if (next.code().equals("never_run")
                || (next.code().equals("outdated") && !next.values().contains(frame.period()))) {
            Period other = (Period) next.values().get(0);
            add(next.code(), CONSOLIDATE + other, BAD, frame.nameOf(other));
        }
    }

    private void of(Predicate<FilingStatus> which, String key, String link, String tone) {
        names(
                coverage.standings().stream()
                        .filter(which)
                        .map(s -> name(s.owed().unit(), s.owed().form()))
                        .toList(),
                key,
                link,
                tone);
    }

    /** The page of the first of them, where it can be taken back. */
    private String firstOf(Predicate<FilingStatus> which) {
        return coverage.standings().stream()
                .filter(which)
                .flatMap(s -> s.rival().or(s::submission).stream())
                .findFirst()
                .map(s -> "/return/" + frame.period() + "/" + s.id())
                .orElse("/files/" + frame.period());
    }

    private void leftOut() {
        names(
                coverage.leftOut().stream().map(s -> name(s.unit(), s.form())).toList(),
                "left_out",
                "/record/" + frame.period(),
                BAD);
    }

    private void names(List<String> names, String key, String link, String tone) {
        if (!names.isEmpty()) {
            add(key, link, tone, names.size(), frame.wording().list(names, 3));
        }
    }

    private String name(String unit, String form) {
        return frame.t(
                "web.todo.return", frame.wording().label(unit), frame.wording().label(form));
    }

    private void add(String key, String link, String tone, Object... values) {
        all.add(new MonthView.Todo(frame.t("web.todo." + key, values), link, frame.t("web.todo.do." + key), tone));
    }
}
