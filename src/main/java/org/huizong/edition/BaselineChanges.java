package org.huizong.edition;

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
    private final Map<BaselineFigure.Key, String> came = new HashMap<>();
    private final Map<BaselineFigure.Key, String> went = new HashMap<>();

    /** Between the lines of the last edition and what the period comes to now. */
    BaselineChanges(Store store, List<Line> last, Consolidation now) {
        this.now = now;
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

    /** Tells whether any baseline figure came, changed or went. */
    boolean areOthers() {
        return !came.isEmpty() || !went.isEmpty();
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

    /** The files behind a change of a line, if it is one of baseline figures. */
    List<EditionCause> causes(LineKind kind, String code, String unit) {
        if (kind == LineKind.BASELINE) {
            BaselineFigure.Key key = key(code, unit);
            return causes(Stream.of(came, went)
                    .flatMap(files -> Optional.ofNullable(files.get(key)).stream())
                    .limit(1));
        }
        return figure(kind, code).map(f -> causes(code, f)).orElse(List.of());
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

    /** Says what came into the figure; if nothing did, what went that it is made of. */
    private List<EditionCause> causes(String code, Figure figure) {
        List<EditionCause> coming = causes(figure.basis().baseline().stream()
                .flatMap(b -> Optional.ofNullable(came.get(b.figure().key())).stream()));
        return coming.isEmpty() && !figure.isBaseline()
                ? causes(went.entrySet().stream()
                        .filter(e -> isOf(e.getKey().code(), code))
                        .map(Map.Entry::getValue))
                : coming;
    }

    private boolean isOf(String baseline, String code) {
        return baseline.equals(code)
                || now.indicators().stream()
                        .filter(i -> i.indicator().code().equals(code))
                        .anyMatch(i -> i.indicator().formula().contains(baseline));
    }

    private static List<EditionCause> causes(Stream<String> files) {
        return files.distinct()
                .sorted()
                .map(f -> EditionCause.of(EditionCause.Why.BASELINE, f))
                .toList();
    }
}
