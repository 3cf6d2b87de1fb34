package org.huizong.written;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.huizong.aggregation.Comparison;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FormFigures;
import org.huizong.aggregation.IndicatorFigures;

/** What is on record for a period, by what it speaks of and of which months. */
final class FigureBook {
    private final Consolidation consolidation;

    FigureBook(Consolidation consolidation) {
        this.consolidation = consolidation;
    }

    /** The township's figure; not owed where there is none. */
    Figure of(Subject subject, Span span) {
        return subject.isIndicator()
                ? indicator(subject).map(f -> figure(f, span)).orElse(Figure.NOT_OWED)
                : consolidation
                        .asking(subject.code())
                        .map(f -> figure(f, subject.code(), span))
                        .orElse(Figure.NOT_OWED);
    }

    /** A unit's figure of the period; not owed where there is none. */
    Figure of(Subject subject, String unit) {
        return subject.isIndicator()
                ? indicator(subject)
                        .map(f -> f.byUnit().getOrDefault(unit, Figure.NOT_OWED))
                        .orElse(Figure.NOT_OWED)
                : consolidation
                        .asking(subject.code())
                        .map(f -> f.figure(unit, subject.code()))
                        .orElse(Figure.NOT_OWED);
    }

    /** How the period stands against earlier months; empty where nobody has compared. */
    Optional<Comparison> comparison(Subject subject, Span.Kind against) {
        return indicator(subject).flatMap(f -> switch (against) {
            case PRIOR -> Optional.of(f.againstPrior());
            case YEAR_AGO -> Optional.of(f.againstYearAgo());
            case TO_DATE_AGO -> Optional.of(f.yearAgainstYearAgo());
            default -> Optional.empty();
        });
    }

    private Optional<IndicatorFigures> indicator(Subject subject) {
        List<IndicatorFigures> all = consolidation.indicators();
        return all.stream()
                .filter(f -> subject.isIndicator() && f.indicator().code().equals(subject.code()))
                .findFirst();
    }

    private Figure figure(IndicatorFigures figures, Span span) {
        return switch (span.kind()) {
            case NOW -> figures.now();
            case TO_DATE -> figures.yearToDate();
            case PRIOR -> figures.prior();
            case YEAR_AGO -> figures.yearAgo();
            case TO_DATE_AGO -> figures.yearToDateAgo();
            case MONTH -> month(figures.indicator().code(), span);
            case OTHER -> Figure.NOT_OWED;
        };
    }

    private Figure month(String indicator, Span span) {
        Optional<YearMonth> month = span.other().map(p -> p.last());
        return month.flatMap(
                        m -> Optional.ofNullable(consolidation.course().months().get(m)))
                .map(part -> part.total(indicator))
                .orElse(Figure.NOT_OWED);
    }

    private static Figure figure(FormFigures form, String item, Span span) {
        return switch (span.kind()) {
            case NOW -> form.total(item);
            case TO_DATE -> form.yearToDate().getOrDefault(item, Figure.NOT_OWED);
            case PRIOR -> form.prior().getOrDefault(item, Figure.NOT_OWED);
            case YEAR_AGO -> form.yearAgo().getOrDefault(item, Figure.NOT_OWED);
            default -> Figure.NOT_OWED;
        };
    }
}
