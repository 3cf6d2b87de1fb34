package org.huizong.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Findings of tests in one line: names, each followed by what it says. */
public final class FindingWords {
    private FindingWords() {}

    /**
     * The finding with more said.
     *
     * @param pairs names and values: {@code item}, {@code unit}, {@code form} and {@code record} are its subject,
     *     {@code ground} says why a rule failed, all others are arguments
     */
    public static Finding with(Finding bare, Object... pairs) {
        Finding finding = bare;
        for (int i = 0; i < pairs.length; i += 2) {
            finding = with(finding, (String) pairs[i], pairs[i + 1]);
        }
        return finding;
    }

    private static Finding with(Finding finding, String name, Object value) {
        if (name.equals("ground")) {
            List<Ground> grounds = new ArrayList<>(finding.derivation().grounds());
            grounds.add(value instanceof Ground ground ? ground : Ground.of((String) value));
            return finding.by(Derivation.failed(grounds, finding.derivation().days()));
        }
        return switch (name) {
            case "item" -> finding.ofItem((String) value);
            case "unit" -> finding.ofUnit((String) value);
            case "form" -> finding.ofForm((String) value);
            case "record" -> finding.ofRecord((String) value);
            default -> finding.with(name, argument(value));
        };
    }

    /** The argument of a text, a number, a verdict, a day or a period; an argument is one already. */
    private static Argument argument(Object value) {
        if (value instanceof Period period) {
            return Argument.of(period);
        }
        return value instanceof Argument argument ? argument : Argument.of(value(value));
    }

    private static Value value(Object value) {
        if (value instanceof Boolean holds) {
            return new Value.Logical(holds);
        }
        if (value instanceof Number number) {
            return Value.of(new BigDecimal(number.toString()));
        }
        return value instanceof LocalDate day ? Value.of(day) : Value.of((String) value);
    }

    /** A check that could not be decided. */
    public static Finding undecided(String rule, Severity severity, CellRef where, Reason why) {
        return Finding.failed(rule, severity, where).by(Derivation.undecided(why));
    }

    /** Says that names have no value, without naming units. */
    public static Reason missing(String... names) {
        return new Reason.Missing(List.of(names).stream()
                .map(name -> new Reason.Lack(name, List.of()))
                .toList());
    }

    /** The kind of a reason and what it names: {@code missing a, b}. */
    public static String reason(Finding finding) {
        Reason reason = finding.derivation().undecided().orElseThrow();
        if (reason instanceof Reason.Missing m) {
            return "missing " + m.lacks().stream().map(Reason.Lack::name).collect(Collectors.joining(", "));
        }
        if (reason instanceof Reason.NoRegister r) {
            return "register " + String.join(", ", r.names());
        }
        if (reason instanceof Reason.NoNumber n) {
            return "text " + String.join(", ", n.names());
        }
        if (reason instanceof Reason.Uncorrected u) {
            return "uncorrected " + String.join(", ", u.names());
        }
        if (reason instanceof Reason.UnknownYears y) {
            return "calendar " + y.years().stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return reason instanceof Reason.DivisionByZero z ? "zero " + z.divisor() : "error";
    }
}
