package org.huizong.consolidation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.period.Period;
import org.huizong.store.EditionStore.Line;
import org.huizong.store.Store;
import org.huizong.store.StoredBaseline;
import org.huizong.submission.BaselineFigure;

/** What an edition says of the baseline figures it uses, and which file is behind a change of them. */
final class BaselineChanges {
    /** Kind of an edition's line about a baseline figure. */
    static final String KIND = "baseline";

    private final Consolidation now;
    private final Map<BaselineFigure.Key, String> came = new HashMap<>();
    private final Map<BaselineFigure.Key, String> went = new HashMap<>();

    /** Between the lines of the last edition and what the period comes to now. */
    BaselineChanges(Store store, List<Line> last, Consolidation now) {
        this.now = now;
        Map<BaselineFigure.Key, String> before = last.stream()
                .filter(l -> l.kind().equals(KIND))
                .collect(Collectors.toMap(BaselineChanges::key, Line::figure));
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

    private static BaselineFigure.Key key(Line line) {
        String[] codeAndPeriod = line.code().split(" ", 2);
        return new BaselineFigure.Key(Period.parse(codeAndPeriod[1]), line.unit(), codeAndPeriod[0]);
    }

    /** The file that is behind a change of a line, if it is one of baseline figures. */
    Optional<String> cause(String kind, String code, String unit) {
        if (kind.equals(KIND)) {
            BaselineFigure.Key key = key(new Line(kind, code, unit, ""));
            return Optional.ofNullable(came.getOrDefault(key, went.get(key)));
        }
        return now.indicators().stream()
                .filter(i -> i.indicator().code().equals(code))
                .findFirst()
                .flatMap(i -> figure(i, kind).flatMap(f -> cause(i, f)));
    }

    private static Optional<Figure> figure(IndicatorFigures figures, String kind) {
        return switch (kind) {
            case "prior" -> Optional.of(figures.prior());
            case "year_ago" -> Optional.of(figures.yearAgo());
            case "year_to_date" -> Optional.of(figures.yearToDate());
            case "year_to_date_ago" -> Optional.of(figures.yearToDateAgo());
            default -> Optional.empty();
        };
    }

    /** What came into the figure; if nothing did, what went that the indicator is made of. */
    private Optional<String> cause(IndicatorFigures figures, Figure figure) {
        Stream<String> coming = figure.basis().baseline().stream()
                .flatMap(b -> Optional.ofNullable(came.get(b.figure().key())).stream());
        Stream<String> going = went.entrySet().stream()
                .filter(e -> isOf(e.getKey().code(), figures))
                .map(Map.Entry::getValue);
        return joined(coming).or(() -> figure.isBaseline() ? Optional.empty() : joined(going));
    }

    private static boolean isOf(String code, IndicatorFigures figures) {
        return figures.indicator().code().equals(code)
                || figures.indicator().formula().contains(code);
    }

    private static Optional<String> joined(Stream<String> files) {
        return Optional.of(files.distinct().sorted().collect(Collectors.joining(", ")))
                .filter(f -> !f.isEmpty());
    }
}
