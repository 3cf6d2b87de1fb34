package org.huizong.aggregation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.model.Period;
import org.huizong.store.StoredBaseline;

/**
 * What a period comes to: all that is published about it but the findings and the sources, which the store streams.
 *
 * @param period what it reports on
 * @param asOf the day as of which it is reported
 * @param coverage who is in it
 * @param forms each return that is owed within the period, in the order of the catalogue
 * @param registers what is counted from each register that is owed within the period, in the order of the catalogue
 * @param indicators each indicator in the order of the report
 * @param crossChecks what departments report held against what villages do, in the order of the rules
 * @param course how the indicators went month by month
 */
public record Consolidation(
        Period period,
        LocalDate asOf,
        Coverage coverage,
        List<FormFigures> forms,
        List<FormFigures> registers,
        List<IndicatorFigures> indicators,
        List<CrossCheck> crossChecks,
        MonthlyTrend course) {
    public Consolidation {
        forms = List.copyOf(forms);
        registers = List.copyOf(registers);
        indicators = List.copyOf(indicators);
        crossChecks = List.copyOf(crossChecks);
    }

    /** The baseline figures that stand in somewhere in it for what was never collected, by period, unit and code. */
    public List<StoredBaseline> baseline() {
        Stream<Figure> ofIndicators =
                indicators.stream().flatMap(i -> Stream.of(i.prior(), i.yearAgo(), i.yearToDate(), i.yearToDateAgo()));
        Stream<Figure> ofForms = Stream.concat(forms.stream(), registers.stream())
                .flatMap(f -> Stream.of(f.prior(), f.yearToDate(), f.yearAgo()))
                .flatMap(figures -> figures.values().stream());
        return Stream.concat(ofIndicators, ofForms)
                .flatMap(f -> f.basis().baseline().stream())
                .distinct()
                .sorted(Comparator.comparing((StoredBaseline b) -> b.figure().period())
                        .thenComparing(b -> b.figure().unit())
                        .thenComparing(b -> b.figure().code()))
                .toList();
    }

    /** Says what the year to date lacks of the months before the period, over all returns; by period. */
    public List<MissingFiling> earlierGaps() {
        Stream<Figure> ofReturns = Stream.concat(forms.stream(), registers.stream())
                .flatMap(f ->
                        f.yearToDate().values().stream().filter(Figure::isOwed).limit(1));
        return Stream.concat(indicators.stream().map(IndicatorFigures::yearToDate), ofReturns)
                .map(Figure::basis)
                .distinct()
                .flatMap(b -> b.all().stream())
                .filter(g -> g.why() != MissingFiling.Why.BLANK)
                .filter(g -> g.owed().period().last().isBefore(period.first()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Tells whether nothing that is owed from January to the period is lacking. */
    public boolean isWhole() {
        return coverage.isWhole() && earlierGaps().isEmpty();
    }

    /** The figures of that return. */
    public Optional<FormFigures> form(String code) {
        return forms.stream().filter(f -> f.form().code().equals(code)).findFirst();
    }

    /** The figures of the return that asks an item; empty if none of the period does. */
    public Optional<FormFigures> asking(String item) {
        return Stream.concat(forms.stream(), registers.stream())
                .filter(f -> f.totals().containsKey(item))
                .findFirst();
    }

    /** The township's figure of an item; not owed if no return of the period asks it. */
    public Figure total(String item) {
        return asking(item).map(f -> f.total(item)).orElse(Figure.NOT_OWED);
    }
}
