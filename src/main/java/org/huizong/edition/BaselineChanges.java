package org.huizong.edition;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FormFigures;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.model.BaselineFigure;
import org.huizong.model.Period;
import org.huizong.store.EditionCause;
import org.huizong.store.EditionStore.Line;
import org.huizong.store.Store;
import org.huizong.store.StoredBaseline;

/** Holds what an edition says of the baseline figures it uses, and which file is behind a change of them. */
final class BaselineChanges {
    private static final String KIND = LineKind.BASELINE.code();

    private final Consolidation now;
    private final ItemsBehind behind;
    private final Map<BaselineFigure.Key, String> came = new HashMap<>();
    private final Map<BaselineFigure.Key, String> went = new HashMap<>();

    /** Between the lines of the last edition and what the period comes to now. */
    BaselineChanges(Catalogue catalogue, Store store, List<Line> last, Consolidation now) {
        this.now = now;
        this.behind = new ItemsBehind(catalogue);
        Map<BaselineFigure.Key, String> before = last.stream()
                .filter(l -> l.kind().equals(KIND))
                .collect(Collectors.toMap(l -> key(l.code(), l.unit()), Line::figure));
        for (StoredBaseline used : now.baseline()) {
            BaselineFigure.Key key = used.figure().key();
            if (!text(used.figure()).equals(before.remove(key))) {
                came.put(key, used.file());
            }
        }
        Set<BaselineFigure.Key> onRecord = before.isEmpty()
                ? Set.of()
                : store.baselines().list().stream().map(s -> s.figure().key()).collect(Collectors.toSet());
        before.keySet().stream()
                .filter(key -> !onRecord.contains(key))
                .forEach(key -> store.baselines().lastEnding(key).ifPresent(file -> went.put(key, file)));
    }

    /** The lines of an edition about the baseline figures it uses. */
    static List<Line> lines(Consolidation consolidation) {
        return consolidation.baseline().stream()
                .map(StoredBaseline::figure)
                .map(f -> new Line(KIND, f.code() + ' ' + f.period(), f.unit(), text(f)))
                .toList();
    }

    private static String text(BaselineFigure figure) {
        return figure.value().toPlainString() + " [" + figure.source() + ']';
    }

    private static BaselineFigure.Key key(String code, String unit) {
        String[] codeAndPeriod = code.split(" ", 2);
        return new BaselineFigure.Key(Period.parse(codeAndPeriod[1]), unit, codeAndPeriod[0]);
    }

    /**
     * Tells whether a return that counts otherwise now is why a baseline figure is used no longer, or is used: what was
     * collected always wins.
     */
    boolean isOf(String code, ReturnChange change) {
        Set<String> items = items(key(code, "").code());
        return within(change.owed().period(), key(code, "").period())
                && change.items().stream().map(Item::code).anyMatch(items::contains);
    }

    /** The files behind a change of a line, if it is one of baseline figures. */
    List<EditionCause> causes(LineKind kind, String code, String unit) {
        if (kind == LineKind.BASELINE) {
            BaselineFigure.Key key = key(code, unit);
            return causes(Stream.of(came, went)
                    .flatMap(files -> Optional.ofNullable(files.get(key)).stream())
                    .limit(1));
        }
        return figure(kind, code).map(f -> causes(kind, code, f)).orElse(List.of());
    }

    private Optional<Figure> figure(LineKind kind, String code) {
        return kind.isOfIndicator()
                ? now.indicators().stream()
                        .filter(i -> i.indicator().code().equals(code))
                        .findFirst()
                        .map(i -> figure(i, kind))
                : now.asking(code).map(f -> figure(f, kind).getOrDefault(code, Figure.NOT_OWED));
    }

    private static Figure figure(IndicatorFigures figures, LineKind kind) {
        return switch (kind) {
            case PRIOR -> figures.prior();
            case YEAR_AGO -> figures.yearAgo();
            case YEAR_TO_DATE -> figures.yearToDate();
            case YEAR_TO_DATE_AGO -> figures.yearToDateAgo();
            default -> figures.now();
        };
    }

    private static Map<String, Figure> figure(FormFigures figures, LineKind kind) {
        return switch (kind) {
            case ITEM_PRIOR -> figures.prior();
            case ITEM_YEAR_AGO -> figures.yearAgo();
            case ITEM_YEAR_TO_DATE -> figures.yearToDate();
            default -> figures.totals();
        };
    }

    /** The files of other baseline figures that came or went, for one that is on record and is used no longer. */
    List<EditionCause> displacing(String code, String unit) {
        BaselineFigure.Key key = key(code, unit);
        return causes(Stream.of(came, went)
                .flatMap(files -> files.entrySet().stream())
                .filter(e -> isAboutTheSame(e.getKey(), key))
                .map(Map.Entry::getValue));
    }

    private boolean isAboutTheSame(BaselineFigure.Key one, BaselineFigure.Key other) {
        boolean ofMonths = within(one.period(), other.period()) || within(other.period(), one.period());
        return ofMonths && !Collections.disjoint(items(one.code()), items(other.code()));
    }

    private static boolean within(Period inner, Period outer) {
        return !inner.first().isBefore(outer.first()) && !inner.last().isAfter(outer.last());
    }

    /** The items that a figure of that code is made of, itself included if it is one. */
    private Set<String> items(String code) {
        boolean isIndicator =
                now.indicators().stream().anyMatch(i -> i.indicator().code().equals(code));
        return behind.of(isIndicator ? LineKind.INDICATOR : LineKind.ITEM, code);
    }

    /** Says what came into the figure; if nothing did, what went that it was made of. */
    private List<EditionCause> causes(LineKind kind, String code, Figure figure) {
        List<EditionCause> coming = causes(figure.basis().baseline().stream()
                .flatMap(b -> Optional.ofNullable(came.get(b.figure().key())).stream()));
        Set<String> items = behind.of(kind, code);
        return coming.isEmpty()
                ? causes(went.entrySet().stream()
                        .filter(e -> kind.months(now.period()).hold(e.getKey().period()))
                        .filter(e -> e.getKey().code().equals(code)
                                || items.contains(e.getKey().code()))
                        .map(Map.Entry::getValue))
                : coming;
    }

    private static List<EditionCause> causes(Stream<String> files) {
        return files.distinct()
                .sorted()
                .map(f -> EditionCause.of(EditionCause.Why.BASELINE, f))
                .toList();
    }
}
