package org.huizong.edition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Obligation;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Unit;
import org.huizong.model.Disposition;
import org.huizong.model.Period;
import org.huizong.store.Edition;
import org.huizong.store.EditionCause;
import org.huizong.store.EditionCause.Why;
import org.huizong.store.EditionChange;
import org.huizong.store.EditionStore.Line;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;

/**
 * Holds what a period comes to now against its last edition: what each unit's returns changed, then the totals, each
 * with its causes.
 */
final class EditionChanges {
    private static final String VALUE = "value";

    private final Catalogue catalogue;
    private final Store store;
    private final Consolidation now;
    private final Period period;
    private final Shown shown;
    private final List<ReturnChange> returns;
    private final BaselineChanges baseline;
    private final Map<Key, String> before;
    private final Map<Key, String> after;

    EditionChanges(Catalogue catalogue, Store store, Edition last, Consolidation now) {
        this.catalogue = catalogue;
        this.store = store;
        this.now = now;
        this.period = now.period();
        this.returns = ReturnChanges.since(catalogue, store, last);
        List<Line> lines = store.editions().lines(last);
        this.shown = new Shown(catalogue, period, lines);
        this.baseline = new BaselineChanges(catalogue, store, lines, now);
        this.before = byKey(lines);
        this.after = byKey(EditionLines.of(catalogue, now));
    }

    /** Holds what a line is about. */
    private record Key(LineKind kind, String code, String unit) {}

    private static Map<Key, String> byKey(List<Line> lines) {
        return lines.stream()
                .collect(Collectors.toMap(
                        l -> new Key(LineKind.of(l.kind()), l.code(), l.unit()),
                        Line::figure,
                        (a, b) -> b,
                        LinkedHashMap::new));
    }

    /** The changes in the order in which they are told; none if the edition still says what is so. */
    List<EditionChange> list() {
        List<Key> different = Stream.concat(after.keySet().stream(), before.keySet().stream())
                .distinct()
                .filter(this::isDifferent)
                .toList();
        List<EditionChange> totals = different.stream()
                .filter(k -> k.kind().isTotal() && !isToldBy(k, different))
                .map(k -> change(k, causes(k)))
                .toList();
        Set<EditionCause> behind =
                totals.stream().flatMap(c -> c.causes().stream()).collect(Collectors.toSet());
        List<ReturnChange> told =
                returns.stream().filter(r -> isTold(r, behind)).toList();
        List<EditionChange> changes = new ArrayList<>();
        told.forEach(r -> changes.addAll(changes(r)));
        different.stream()
                .filter(k -> !k.kind().isTotal() && k.kind() != LineKind.BASELINE)
                .filter(k -> told.stream().noneMatch(r -> isToldBy(k, r)))
                .filter(k -> k.kind() != LineKind.COVERAGE_BEFORE || !followsFromABaseline(k, different))
                .forEach(k -> changes.add(change(k, List.of(coverageCause(k)))));
        changes.sort(order());
        different.stream().filter(k -> k.kind() == LineKind.BASELINE).forEach(k -> changes.add(change(k, causes(k))));
        changes.addAll(totals);
        return changes;
    }

    /** Tells whether a baseline of the unit, or of all, began or ceased to stand in for what it did not report. */
    private boolean followsFromABaseline(Key key, List<Key> different) {
        List<String> whose = List.of(key.unit(), catalogue.top().code());
        return different.stream().anyMatch(k -> k.kind() == LineKind.BASELINE && whose.contains(k.unit()));
    }

    private boolean isDifferent(Key key) {
        boolean recordedBefore =
                !key.kind().isNew() || before.keySet().stream().anyMatch(k -> k.kind() == LineKind.ITEM_PRIOR);
        return recordedBefore && !figure(before, key).equals(figure(after, key));
    }

    private static String figure(Map<Key, String> lines, Key key) {
        return lines.getOrDefault(key, "");
    }

    private EditionChange change(Key key, List<EditionCause> causes) {
        return new EditionChange(
                key.kind().code(), key.code(), "", key.unit(), figure(before, key), figure(after, key), causes);
    }

    /**
     * Tells whether another line tells the same: the total of an indicator that is this item, or the period from
     * January on.
     */
    private boolean isToldBy(Key key, List<Key> different) {
        Optional<Key> alone = key.kind()
                .ofPeriodAlone()
                .filter(k -> period.first().getMonthValue() == 1)
                .map(k -> new Key(k, key.code(), key.unit()));
        boolean ofPeriod = alone.filter(different::contains)
                .filter(k -> figure(before, k).equals(figure(before, key))
                        && figure(after, k).equals(figure(after, key)))
                .isPresent();
        return ofPeriod || ofIndicator(key).anyMatch(different::contains);
    }

    private Stream<Key> ofIndicator(Key key) {
        return key.kind().ofIndicator().stream()
                .flatMap(kind -> now.indicators().stream()
                        .map(IndicatorFigures::indicator)
                        .filter(i -> i.formula().strip().equals(key.code()))
                        .map(i -> new Key(kind, i.code(), "")));
    }

    /** Those of the period; those behind a total; those of the year that the workbook shows month by month. */
    private boolean isTold(ReturnChange change, Set<EditionCause> behind) {
        return change.hasFigures()
                && (LineKind.ITEM.months(period).hold(change.owed().period())
                        || behind.contains(change.cause())
                        || shown.isInTheCourse(change));
    }

    private List<EditionChange> changes(ReturnChange change) {
        Obligation owed = change.owed();
        List<EditionCause> causes = List.of(change.cause());
        if (change.counted().both()) {
            return change.values().stream()
                    .map(v ->
                            new EditionChange(VALUE, v.item(), v.record(), owed.unit(), v.before(), v.after(), causes))
                    .toList();
        }
        Key key = new Key(LineKind.COVERAGE, EditionLines.what(owed), owed.unit());
        String open = change.counted().before()
                ? after.getOrDefault(key, FilingStatus.State.MISSING.code())
                : before.getOrDefault(key, stateBefore(owed));
        return List.of(new EditionChange(
                key.kind().code(),
                key.code(),
                "",
                key.unit(),
                change.counted().before() ? "" : open,
                change.counted().before() ? open : "",
                causes));
    }

    /** A return that was not counted and is on no line of its own was not due yet, or is of another month. */
    private String stateBefore(Obligation owed) {
        Key all = new Key(LineKind.COVERAGE, EditionLines.what(owed), "");
        return before.getOrDefault(all, FilingStatus.State.MISSING.code());
    }

    private static boolean isToldBy(Key key, ReturnChange change) {
        return key.kind() != LineKind.BELOW
                && change.isOf(key.unit(), key.code())
                && !change.counted().both();
    }

    /** Units in the order of the catalogue, the township last; of each its returns. */
    private Comparator<EditionChange> order() {
        List<String> units = catalogue.units().stream().map(Unit::code).toList();
        List<String> forms =
                catalogue.returns().stream().map(Return::code).distinct().toList();
        return Comparator.comparing((EditionChange c) -> c.unit().isEmpty())
                .thenComparingInt(c -> units.indexOf(c.unit()))
                .thenComparing(EditionChange::unit)
                .thenComparing(
                        c -> c.causes().get(0).period().map(Period::first).orElse(period.first()))
                .thenComparingInt(c -> forms.indexOf(c.causes().get(0).form()));
    }

    /** The returns and baseline figures behind a total or a baseline line; if there are none, it is the tables. */
    private List<EditionCause> causes(Key key) {
        Stream<EditionCause> sent = key.kind().isTotal()
                ? returns.stream()
                        .filter(r -> shown.reaches(key.kind(), key.code(), r))
                        .map(ReturnChange::cause)
                : Stream.empty();
        List<EditionCause> causes = Stream.concat(sent, baseline.causes(key.kind(), key.code(), key.unit()).stream())
                .distinct()
                .toList();
        if (causes.isEmpty() && key.kind() == LineKind.BASELINE) {
            causes = displacing(key);
        }
        return causes.isEmpty() ? List.of(EditionCause.of(Why.TABLES, "")) : causes;
    }

    /** The returns, or else the other baseline figures, since which a baseline figure on record is used no longer. */
    private List<EditionCause> displacing(Key key) {
        List<EditionCause> sent = returns.stream()
                .filter(r -> baseline.isOf(key.code(), r))
                .map(ReturnChange::cause)
                .distinct()
                .toList();
        return sent.isEmpty() ? baseline.displacing(key.code(), key.unit()) : sent;
    }

    /** Why a return that is not counted stands otherwise than it stood, or why another is missing below. */
    private EditionCause coverageCause(Key key) {
        Optional<EditionCause> sent = returns.stream()
                .filter(r -> r.isOf(key.unit(), key.code()))
                .map(ReturnChange::cause)
                .findFirst();
        return sent.or(() -> now.coverage().standings().stream()
                        .filter(s -> s.owed().unit().equals(key.unit())
                                && EditionLines.what(s.owed()).equals(key.code()))
                        .findFirst()
                        .flatMap(s -> cause(s, figure(before, key))))
                .orElseGet(() -> EditionCause.of(isOfAll(key) ? Why.DUE : Why.TABLES, ""));
    }

    /** Tells whether it says of all units together that a return is not due yet. */
    private static boolean isOfAll(Key key) {
        return key.kind() == LineKind.COVERAGE && key.unit().isEmpty();
    }

    private Optional<EditionCause> cause(FilingStatus standing, String before) {
        Function<Why, Function<StoredSubmission, EditionCause>> about = why -> s -> about(standing, why, s.file());
        return switch (standing.state()) {
            case REJECTED -> standing.submission().map(about.apply(Why.REJECTED));
            case CONFLICT -> standing.submission().map(about.apply(Why.CONFLICT));
            case MISSING ->
                before.isEmpty() || before.equals(FilingStatus.State.NOT_DUE.code())
                        ? Optional.of(about(standing, Why.DUE, ""))
                        : withdrawn(standing.owed()).map(about.apply(Why.WITHDRAWN));
            case COUNTED, NOT_DUE -> Optional.empty();
        };
    }

    private Optional<StoredSubmission> withdrawn(Obligation owed) {
        return store.submissions().within(owed.period()).stream()
                .filter(s -> new Obligation(s.unit(), s.form(), s.period()).equals(owed))
                .filter(s -> s.disposition() == Disposition.WITHDRAWN)
                .findFirst();
    }

    private static EditionCause about(FilingStatus standing, Why why, String file) {
        Obligation owed = standing.owed();
        return new EditionCause(why, owed.unit(), owed.form(), Optional.of(owed.period()), file);
    }
}
