package org.huizong.publish.document;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;

/**
 * What figures add, down to the items that are filled in, and how they can be broken down: by their formulas and by what the
 * lines of a form are a part of.
 */
final class Breakdowns {
    private final Catalogue catalogue;
    private final YearMonth month;

    Breakdowns(Catalogue catalogue, YearMonth month) {
        this.catalogue = catalogue;
        this.month = month;
    }

    /** A sum that a figure holds so many times. */
    private record Piece(Sum<String> sum, BigFraction times) {}

    /** What a formula adds, of so many times each name. */
    Sum<String> sum(Map<String, BigFraction> weights) {
        Sum<String> sum = Sum.none();
        for (Map.Entry<String, BigFraction> operand : new TreeMap<>(weights).entrySet()) {
            sum = sum.plus(sum(operand.getKey()), operand.getValue());
        }
        return sum;
    }

    private Sum<String> sum(String code) {
        Map<String, BigFraction> weights = weights(code);
        return weights.isEmpty() ? Sum.of(code) : sum(weights);
    }

    /** How many times each name is in an item's own formula; empty if it is filled in, or does more than add. */
    private Map<String, BigFraction> weights(String code) {
        return item(code)
                .filter(i -> catalogue.isRecalculated(i)
                        || (i.isComputed() && i.time().isStock() && i.across() == Item.Across.SUM))
                .map(i -> catalogue.formula(i.formula()).weights())
                .orElse(Map.of());
    }

    private Optional<Item> item(String code) {
        return catalogue.item(code, month);
    }

    /** The ways to break a formula down; what it takes off is broken down for itself. */
    List<List<Sum<String>>> of(Map<String, BigFraction> weights) {
        return ways(weights, List.of()).stream()
                .flatMap(way -> Stream.of(1, -1)
                        .map(sign -> way.stream()
                                .filter(p -> p.times().compareTo(BigFraction.ZERO) * sign > 0)
                                .map(p -> p.sum().times(atMostOnce(p.times().abs())))
                                .toList()))
                .filter(pieces -> !pieces.isEmpty())
                .distinct()
                .toList();
    }

    private static BigFraction atMostOnce(BigFraction times) {
        return times.compareTo(BigFraction.ONE) > 0 ? BigFraction.ONE : times;
    }

    /** Each operand by its first way; and each other way of one of them beside the first ways of the others. */
    private List<List<Piece>> ways(Map<String, BigFraction> weights, List<String> within) {
        List<List<List<Piece>>> operands = new TreeMap<>(weights)
                .entrySet().stream()
                        .map(e -> ways(e.getKey(), within).stream()
                                .map(way -> times(way, e.getValue()))
                                .toList())
                        .toList();
        List<List<Piece>> ways = new ArrayList<>();
        ways.add(operands.stream().flatMap(o -> o.get(0).stream()).toList());
        for (List<List<Piece>> operand : operands) {
            operand.stream()
                    .skip(1)
                    .map(other -> operands.stream()
                            .flatMap(o -> (o == operand ? other : o.get(0)).stream())
                            .toList())
                    .forEach(ways::add);
        }
        return ways;
    }

    private List<List<Piece>> ways(String code, List<String> within) {
        List<Piece> itself = List.of(new Piece(sum(code), BigFraction.ONE));
        if (within.contains(code)) {
            return List.of(itself);
        }
        List<String> inner = Stream.concat(within.stream(), Stream.of(code)).toList();
        List<List<Piece>> ways = new ArrayList<>();
        Map<String, BigFraction> formula = weights(code);
        if (!formula.isEmpty()) {
            ways.addAll(ways(formula, inner));
        }
        List<String> under = item(code).map(this::under).orElse(List.of());
        if (!under.isEmpty()) {
            Sum<String> rest = sum(code);
            Map<String, BigFraction> parts = new TreeMap<>();
            for (String part : under) {
                rest = rest.plus(sum(part), BigFraction.MINUS_ONE);
                parts.put(part, BigFraction.ONE);
            }
            List<Piece> remainder = rest.isNothing() ? List.of() : List.of(new Piece(rest, BigFraction.ONE));
            ways(parts, inner).stream()
                    .map(way -> Stream.concat(remainder.stream(), way.stream()).toList())
                    .forEach(ways::add);
        }
        return ways.isEmpty() ? List.of(itself) : ways;
    }

    private static List<Piece> times(List<Piece> way, BigFraction times) {
        return way.stream()
                .map(p -> new Piece(p.sum(), p.times().multiply(times)))
                .toList();
    }

    /** The items of the lines that are a part of an item's own, in its column. */
    private List<String> under(Item whole) {
        return catalogue.items(whole.form(), month).stream()
                .filter(i -> i.under().equals(whole.row()) && i.column().equals(whole.column()))
                .filter(i -> i.type().isNumeric() && i.time() == whole.time() && i.across() == whole.across())
                .map(Item::code)
                .toList();
    }
}
