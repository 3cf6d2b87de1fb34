package org.huizong.model;

import java.util.List;

/** Why a check could not be decided. */
public sealed interface Reason {
    /** A name of the formula that has no value, and of a total the units whose returns it lacks. */
    record Lack(String name, List<String> units) {
        public Lack {
            units = List.copyOf(units);
        }
    }

    /** Nobody has reported what it needs. */
    record Missing(List<Lack> lacks) implements Reason {
        public Missing {
            lacks = List.copyOf(lacks);
        }
    }

    /** It looks into registers that have not come. */
    record NoRegister(List<String> names) implements Reason {
        public NoRegister {
            names = List.copyOf(names);
        }
    }

    /** A text stands where a number or a day belongs. */
    record NoNumber(List<String> names) implements Reason {
        public NoNumber {
            names = List.copyOf(names);
        }
    }

    /** It failed over cells that have an error themselves: they are corrected first. */
    record Uncorrected(List<String> names) implements Reason {
        public Uncorrected {
            names = List.copyOf(names);
        }
    }

    /** It divides by nothing. The divisor is a formula, empty if it is not to be found. */
    record DivisionByZero(String divisor) implements Reason {}

    /** It counts working days of years of which the calendar says nothing. */
    record UnknownYears(List<Integer> years) implements Reason {
        public UnknownYears {
            years = List.copyOf(years);
        }
    }

    /** The formula came to an error, such as {@code #NUM!}. */
    record Failure(String error) implements Reason {}
}
