package org.huizong.aggregation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.assessment.Evidence;
import org.huizong.assessment.Fact;
import org.huizong.assessment.Operand;
import org.huizong.assessment.Operand.Known;
import org.huizong.assessment.Operand.NotOwed;
import org.huizong.assessment.Operand.Unknown;
import org.huizong.assessment.Operand.Why;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Criterion;
import org.huizong.catalogue.Name;
import org.huizong.model.Frequency;
import org.huizong.model.Months;
import org.huizong.model.Period;
import org.huizong.store.Store;

/** The units' own figures that criteria ask for, with the cells that they are made of; read when they are asked for. */
final class AssessedFigures {
    /** A name of a formula in a period. */
    private record Asked(Period period, String name) {}

    private final Catalogue catalogue;
    private final Store store;
    private final Map<Period, OperandFigures> figures = new HashMap<>();
    private final Map<Asked, Map<String, List<Evidence.Cell>>> cells = new HashMap<>();

    AssessedFigures(Catalogue catalogue, Store store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    /** What a name stands for; a figure that lacks anything is not known. */
    Operand operand(Criterion criterion, String unit, Period period, String name) {
        Figure figure = figures.computeIfAbsent(period, this::read).figure(unit, name);
        if (!figure.isOwed()) {
            return new NotOwed();
        }
        if (figure.value().isEmpty() || !figure.isComplete()) {
            return new Unknown(Why.NOT_REPORTED);
        }
        List<Evidence.Cell> made =
                cells.computeIfAbsent(new Asked(period, name), this::cells).getOrDefault(unit, List.of());
        return new Known(
                figure.value().get(),
                List.of(new Fact(
                        new Evidence.OfFigure(name, period, figure.value().get(), made), Map.of())));
    }

    private OperandFigures read(Period period) {
        Frequency length = period.frequency();
        Set<String> operands = catalogue.criteria().stream()
                .filter(c -> c.frequency() == length && !c.isManual())
                .flatMap(c -> catalogue.formula(c.formula()).operands().stream())
                .filter(name -> !Name.CONTEXT.contains(name))
                .flatMap(this::items)
                .collect(Collectors.toSet());
        return new OperandFigures(catalogue, store, period, operands);
    }

    /** The items that a name stands for, each with its prefix. */
    private Stream<String> items(String name) {
        Name of = Name.of(name);
        return catalogue.item(of.item()).isPresent()
                ? Stream.of(name)
                : catalogue.indicator(of.item()).stream()
                        .flatMap(i -> catalogue.formula(i.formula()).operands().stream())
                        .map(code -> of.span().prefix() + code);
    }

    private Map<String, List<Evidence.Cell>> cells(Asked asked) {
        Months months = OperandFigures.months(Name.of(asked.name()).span(), asked.period());
        Set<String> items = items(asked.name()).map(n -> Name.of(n).item()).collect(Collectors.toSet());
        Map<String, List<Evidence.Cell>> cells = new HashMap<>();
        store.submissions().observations(Period.year(months.last().getYear()), items, o -> {
            if (months.contain(o.submission().period())) {
                cells.computeIfAbsent(o.submission().unit(), u -> new ArrayList<>())
                        .add(new Evidence.Cell(
                                o.submission(),
                                o.observation().where(),
                                o.observation().value().show()));
            }
        });
        cells.values()
                .forEach(of -> of.sort(Comparator.comparing(c -> c.submission().period())));
        return cells;
    }
}
