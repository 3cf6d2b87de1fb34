package org.huizong.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.FilingStatus.State;
import org.huizong.model.Period;
import org.huizong.store.Edition;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;

/** What to do in a period, in order of use: files not taken, returns sent back, explanations, missing ones. */
final class MonthTodo {
    private final PageFrame frame;
    private final Store store;
    private final Coverage coverage;
    private final List<StoredFinding> findings;
    private final int unread;
    private final List<MonthView.Todo> all = new ArrayList<>();

    MonthTodo(PageFrame frame, Store store, Coverage coverage, List<StoredFinding> findings, int unread) {
        this.frame = frame;
        this.store = store;
        this.coverage = coverage;
        this.findings = findings;
        this.unread = unread;
    }

    List<MonthView.Todo> list() {
        Period period = frame.period();
        String run = "/consolidate/" + period;
        boolean closed = store.events().isClosed(period);
        if (closed) {
            add("closed", run, "good");
        }
        if (store.runs().isBrokenOff(period) || store.submissions().arePending(period)) {
            if (frame.running().isEmpty()) {
                add("broken", run, "bad");
            }
        }
        if (unread > 0 && !closed) {
            add("unread", run, "warn", unread);
        }
        of(State.REJECTED, "rejected", run, "bad");
        of(State.CONFLICT, "conflict", "/files/" + period, "bad");
        long asked = findings.stream().filter(StoredFinding::isUnexplained).count();
        if (asked > 0) {
            add("explain", "#reminder", "warn", asked);
        }
        of(State.MISSING, "missing", "#reminder", "bad");
        Optional<Edition> edition = store.editions().latest(period);
        edition.flatMap(Edition::stale).ifPresent(why -> add("stale", run, "warn", why));
        if (all.isEmpty()) {
            add(edition.isEmpty() ? "begin" : coverage.isWhole() ? "done" : "wait", run, "good");
        }
        return all;
    }

    private void of(State state, String key, String link, String tone) {
        List<String> open = coverage.open().stream()
                .filter(s -> s.state() == state)
                .map(this::name)
                .toList();
        if (!open.isEmpty()) {
            add(key, link, tone, open.size(), frame.wording().list(open, 3));
        }
    }

    private String name(FilingStatus s) {
        return frame.t(
                "web.todo.return",
                frame.wording().label(s.owed().unit()),
                frame.wording().label(s.owed().form()));
    }

    private void add(String key, String link, String tone, Object... values) {
        all.add(new MonthView.Todo(frame.t("web.todo." + key, values), link, frame.t("web.todo.do." + key), tone));
    }
}
