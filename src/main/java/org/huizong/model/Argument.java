package org.huizong.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/** One thing that a finding names or counts, as it is: the wording room alone makes words of it. */
public sealed interface Argument {
    /**
     * A value: a number, a day, words that somebody typed. Two numbers are equal if they are one, however many zeros were
     * written behind the point; of a masked value what is shown of it is kept.
     */
    record Plain(Value value) implements Argument {
        public Plain {
            if (value instanceof Value.Quantity n) {
                BigDecimal number = n.number().stripTrailingZeros();
                value = Value.of(number.setScale(Math.max(number.scale(), 0)));
            } else if (value instanceof Value.Masked m) {
                value = Value.of(m.text());
            }
        }
    }

    /** The name of a file, a sheet, or of a part of the program: nobody's personal data. */
    record Name(String name) implements Argument {}

    /** A code of the catalogue: of a unit, a return, or an item. */
    record Code(String code) implements Argument {}

    /** A period. */
    record Span(Period period) implements Argument {}

    /** The entries of the list that an item takes its values from. */
    record ChoicesOf(String item) implements Argument {}

    /** A value in which a baseline figure is. */
    record OfBaseline(Argument value) implements Argument {}

    /** Several of a kind, in order. */
    record Several(List<Argument> ones) implements Argument {
        public Several {
            ones = List.copyOf(ones);
        }
    }

    /** A value. */
    static Argument of(Value value) {
        return new Plain(value);
    }

    /** Words that somebody typed. */
    static Argument text(String text) {
        return new Plain(Value.of(text));
    }

    /** The name of a file or a sheet. */
    static Argument name(String name) {
        return new Name(name);
    }

    /** A code of the catalogue. */
    static Argument code(String code) {
        return new Code(code);
    }

    /** A number. */
    static Argument of(BigDecimal number) {
        return new Plain(Value.of(number));
    }

    /** A whole number. */
    static Argument of(long number) {
        return new Plain(Value.of(number));
    }

    /** A day. */
    static Argument of(LocalDate day) {
        return new Plain(Value.of(day));
    }

    /** A period. */
    static Argument of(Period period) {
        return new Span(period);
    }

    /** Several periods. */
    static Argument of(List<Period> periods) {
        return new Several(periods.stream().map(Argument::of).toList());
    }

    /**
     * The same with what is personal in it masked. What stays as it is keeps its kind; what is changed is a text.
     */
    default Argument masked(UnaryOperator<String> masking) {
        if (this instanceof Several s) {
            return new Several(s.ones().stream().map(one -> one.masked(masking)).toList());
        }
        if (this instanceof OfBaseline b) {
            return new OfBaseline(b.value().masked(masking));
        }
        if (!(this instanceof Plain plain) || plain.value().isMissing()) {
            return this;
        }
        String shown = plain.value().show();
        String masked = masking.apply(shown);
        return masked.equals(shown) ? this : text(masked);
    }
}
