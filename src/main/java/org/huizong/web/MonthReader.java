package org.huizong.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.CoverageCalculator;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.FilingStatus.State;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Unit;
import org.huizong.model.Period;
import org.huizong.office.Reminder;
import org.huizong.store.Edition;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredSubmission;

/** Works out how a period stands from what is on record and what lies in its folder. */
final class MonthReader {
    private static final Map<String, String> SHAPES = Map.of(
            "on_time",
            "●",
            "late",
            "◐",
            "missing",
            "○",
            "withdrawn",
            "○",
            "rejected",
            "✕",
            "conflict",
            "◆",
            "not_due",
            "·",
            "never_run",
            "○");

    /** The order in which states show through where a cell holds several. */
    private static final List<String> WORST =
            List.of("rejected", "conflict", "missing", "withdrawn", "never_run", "late", "on_time", "not_due");

    private final PageFrame frame;
    private final Catalogue catalogue;
    private final LocalDate today;
    private final List<FolderFile> files;
    private final FileDigests digests;

    MonthReader(PageFrame frame, Catalogue catalogue, LocalDate today, List<FolderFile> files, FileDigests digests) {
        this.frame = frame;
        this.catalogue = catalogue;
        this.today = today;
        this.files = files;
        this.digests = digests;
    }

    /** Before anything was consolidated. */
    MonthView nothingYet() {
        return new MonthView(false, List.of(), List.of(), List.of(), List.of(), "", List.of(), files.size());
    }

    MonthView read(Store store) {
        Period period = frame.period();
        Coverage coverage = new CoverageCalculator(catalogue, store).coverage(period, today);
        List<Period> periods = coverage.standings().stream()
                .map(s -> s.owed().period())
                .distinct()
                .toList();
        List<StoredFinding> findings = store.findings().within(periods);
        List<String> reminder = new Reminder(frame.wording(), period, today).lines(coverage, findings);
        Set<String> owed = new LinkedHashSet<>();
        catalogue.returns().stream()
                .map(Return::code)
                .filter(code -> coverage.standings().stream()
                        .anyMatch(s -> s.owed().form().equals(code)))
                .forEach(owed::add);
        return new MonthView(
                true,
                counts(coverage),
                owed.stream().map(frame.wording()::label).toList(),
                rows(coverage, List.copyOf(owed)),
                new MonthTodo(frame, store, coverage, findings, !reminder.isEmpty(), newFiles(store)).list(),
                String.join("\n", reminder),
                year(store),
                files.size());
    }

    private List<MonthView.Count> counts(Coverage coverage) {
        int conflict = coverage.count(State.CONFLICT);
        List<MonthView.Count> counts = new ArrayList<>();
        counts.add(count("owed", coverage.owed(), "plain"));
        counts.add(count("counted", coverage.count(State.COUNTED), "good"));
        counts.add(count("late", coverage.late(), "warn"));
        counts.add(count("missing", coverage.count(State.MISSING), "bad"));
        counts.add(count("rejected", coverage.count(State.REJECTED), "bad"));
        if (conflict > 0) {
            counts.add(count("conflict", conflict, "bad"));
        }
        return counts;
    }

    private MonthView.Count count(String word, int number, String tone) {
        return new MonthView.Count(frame.t("web.count." + word), number, number == 0 ? "plain" : tone);
    }

    private List<MonthView.Row> rows(Coverage coverage, List<String> forms) {
        Map<String, Map<String, List<FilingStatus>>> all = new LinkedHashMap<>();
        catalogue.units().stream().map(Unit::code).forEach(code -> all.put(code, new LinkedHashMap<>()));
        coverage.standings()
                .forEach(s -> all.computeIfAbsent(s.owed().unit(), u -> new LinkedHashMap<>())
                        .computeIfAbsent(s.owed().form(), f -> new ArrayList<>())
                        .add(s));
        List<MonthView.Row> rows = new ArrayList<>();
        all.forEach((unit, of) -> {
            if (!of.isEmpty()) {
                rows.add(new MonthView.Row(
                        frame.wording().label(unit),
                        forms.stream()
                                .map(form -> Optional.ofNullable(of.get(form)).map(this::cell))
                                .toList()));
            }
        });
        return rows;
    }

    private MonthView.Cell cell(List<FilingStatus> standings) {
        if (standings.size() == 1) {
            FilingStatus one = standings.get(0);
            String state = one.word();
            String word = Reminder.state(frame.wording(), one);
            return new MonthView.Cell(
                    state,
                    SHAPES.getOrDefault(state, "○"),
                    word,
                    Reminder.days(frame.wording(), one, today),
                    one.submission().map(StoredSubmission::id));
        }
        String worst = WORST.stream()
                .filter(w -> standings.stream().anyMatch(s -> s.word().equals(w)))
                .findFirst()
                .orElse("missing");
        long counted =
                standings.stream().filter(s -> s.state() == State.COUNTED).count();
        return new MonthView.Cell(
                worst,
                SHAPES.getOrDefault(worst, "○"),
                frame.t("web.month.of", counted, standings.size()),
                "",
                Optional.empty());
    }

    /** Files with something in them that was never read. */
    private int newFiles(Store store) {
        return new OnRecord(store, frame.period(), digests).unread(files).size();
    }

    private List<MonthView.Month> year(Store store) {
        int year = frame.period().first().getYear();
        List<MonthView.Month> months = new ArrayList<>();
        Period.year(year).months().forEach(m -> {
            Period month = Period.month(m);
            Optional<Edition> edition = store.editions().latest(month);
            boolean isClosed = store.events().isClosed(month);
            String state = edition.isEmpty()
                    ? isClosed ? "shut" : month.end().isBefore(today) ? "none" : "future"
                    : isClosed ? "closed" : edition.flatMap(Edition::stale).isPresent() ? "stale" : "published";
            months.add(new MonthView.Month(
                    month,
                    frame.t("web.year.month", frame.wording().text("month." + m.getMonthValue())),
                    state,
                    frame.t("web.year." + state, edition.map(Edition::number).orElse(0)),
                    month.equals(frame.period())));
        });
        return months;
    }
}
