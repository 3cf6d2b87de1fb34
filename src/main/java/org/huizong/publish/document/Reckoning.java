package org.huizong.publish.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/** What follows from numbers that are told, by adding, subtracting and dividing: Gauss's elimination, in fractions. */
final class Reckoning {
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /**
     * What some pieces come to together.
     *
     * @param pieces how many times each is in it, by its place
     * @param value what they come to
     */
    record Result(Sum<Integer> pieces, BigFraction value) {
        Result plus(Result other) {
            return new Result(pieces.plus(other.pieces, BigFraction.ONE), value.add(other.value));
        }
    }

    /** That a sum, less its pieces, comes to a value. */
    private record Row(Sum<String> sum, Sum<Integer> pieces, BigFraction value) {
        Row less(Row other, BigFraction times) {
            return new Row(
                    sum.plus(other.sum, times.negate()),
                    pieces.plus(other.pieces, times.negate()),
                    value.subtract(other.value.multiply(times)));
        }
    }

    Reckoning() {}

    private Reckoning(Reckoning other) {
        rows.putAll(other.rows);
    }

    /** Takes in a number that is told; one that follows from the others says nothing new. */
    void tell(Sum<String> sum, BigDecimal value) {
        add(new Row(sum, Sum.none(), fraction(value)));
    }

    /** All that can be reckoned of pieces: each result that there is adds so many times each of these. */
    List<Result> of(List<Sum<String>> pieces) {
        Reckoning with = new Reckoning(this);
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            with.add(new Row(pieces.get(i), Sum.of(i), BigFraction.ZERO))
                    .ifPresent(row ->
                            results.add(new Result(row.pieces(), row.value().negate())));
        }
        return results;
    }

    /** Takes in a row; gives back what is left of it if its sum follows from the others. */
    private Optional<Row> add(Row row) {
        Row left = row;
        for (Map.Entry<String, Row> known : rows.entrySet()) {
            BigFraction times = left.sum().weight(known.getKey());
            if (!times.equals(BigFraction.ZERO)) {
                left = left.less(known.getValue(), times);
            }
        }
        if (left.sum().isNothing()) {
            return Optional.of(left);
        }
        String first = left.sum().weights().firstKey();
        BigFraction one = left.sum().weight(first).reciprocal();
        rows.put(
                first,
                new Row(
                        left.sum().times(one),
                        left.pieces().times(one),
                        left.value().multiply(one)));
        return Optional.empty();
    }

    private static BigFraction fraction(BigDecimal number) {
        BigDecimal whole = number.setScale(Math.max(0, number.scale()));
        return new BigFraction(whole.unscaledValue(), BigInteger.TEN.pow(whole.scale()));
    }
}
