package org.huizong.wording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Name;
import org.huizong.formula.Kind;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Reason;

/** Why a rule could not be decided: a sentence about its failure would say what nobody knows. */
final class Reasons {
    /** The spans of which nothing may be on record, in the order in which they are told. */
    private static final List<Name.Span> EARLIER = List.of(Name.Span.YTD, Name.Span.PRIOR, Name.Span.YEAR_AGO);

    private final Wording wording;
    private final Catalogue catalogue;
    private final Finding finding;
    private final ArgumentWords values;
    private final Period period;

    Reasons(Wording wording, Catalogue catalogue, Finding finding, ArgumentWords values, Period period) {
        this.wording = wording;
        this.catalogue = catalogue;
        this.finding = finding;
        this.values = values;
        this.period = period;
    }

    String sentence(Reason reason) {
        return wording.text("undecided", finding.rule(), because(reason));
    }

    /** What many of a kind have in common: without names, but with the years that a calendar lacks. */
    String kind(Reason reason) {
        if (reason instanceof Reason.Missing m) {
            return lacking(m.lacks());
        }
        if (reason instanceof Reason.NoNumber) {
            return wording.text("undecided.kind.unreadable");
        }
        if (reason instanceof Reason.NoRegister) {
            return wording.text("undecided.kind.register");
        }
        if (reason instanceof Reason.Uncorrected) {
            return wording.text("undecided.kind.uncorrected");
        }
        return reason instanceof Reason.DivisionByZero ? wording.text("undecided.kind.zero") : because(reason);
    }

    /** What can be mended comes first: a blank cell, a return that has not come, then what nobody ever reported. */
    private String lacking(List<Reason.Lack> lacks) {
        List<Reason.Lack> now = lacks.stream()
                .filter(l -> Name.of(l.name()).span() == Name.Span.NOW)
                .toList();
        if (!now.isEmpty()) {
            boolean blank = now.stream().anyMatch(l -> l.units().isEmpty());
            return wording.text(blank ? "undecided.kind.blank" : "undecided.kind.units");
        }
        Name.Span span = EARLIER.stream()
                .filter(s -> lacks.stream().anyMatch(l -> Name.of(l.name()).span() == s))
                .findFirst()
                .orElseThrow();
        return wording.text(
                "undecided.missing", wording.operand(span.prefix() + wording.text("undecided.kind.figures"), period));
    }

    private String because(Reason reason) {
        if (reason instanceof Reason.Missing m) {
            return missing(m.lacks());
        }
        if (reason instanceof Reason.NoNumber n) {
            return unreadable(n.names());
        }
        if (reason instanceof Reason.NoRegister r) {
            return wording.text("undecided.register", joined(r.names().stream().map(this::label)));
        }
        if (reason instanceof Reason.Uncorrected u) {
            return wording.text(
                    "undecided.uncorrected", joined(u.names().stream().map(this::label)));
        }
        if (reason instanceof Reason.DivisionByZero z) {
            return wording.text("undecided.zero", wording.figures(z.divisor(), finding, period));
        }
        if (reason instanceof Reason.UnknownYears y) {
            return wording.text("undecided.calendar", joined(y.years().stream().map(String::valueOf)));
        }
        return wording.text("undecided.error", ((Reason.Failure) reason).error());
    }

    /** What is missing, and of a total also whose returns: what the same units owe is said together. */
    private String missing(List<Reason.Lack> lacks) {
        Map<List<String>, List<String>> byUnits = lacks.stream()
                .collect(Collectors.groupingBy(
                        Reason.Lack::units,
                        LinkedHashMap::new,
                        Collectors.mapping(lack -> label(lack.name()), Collectors.toList())));
        return byUnits.entrySet().stream()
                .map(e -> missing(e.getKey(), joined(e.getValue().stream())))
                .collect(Collectors.joining(wording.text("undecided.and")));
    }

    private String missing(List<String> units, String labels) {
        return units.isEmpty()
                ? wording.text("undecided.missing", labels)
                : wording.text("undecided.units", units.size(), wording.units(units), labels);
    }

    /** What stands in the place of numbers, and of dates. */
    private String unreadable(List<String> names) {
        Map<Boolean, List<String>> byKind = names.stream()
                .collect(Collectors.groupingBy(
                        name -> catalogue.kind(name) == Kind.DATE,
                        TreeMap::new,
                        Collectors.mapping(this::filled, Collectors.toList())));
        return byKind.entrySet().stream()
                .map(e -> wording.text(e.getKey() ? "undecided.date" : "undecided.text", joined(e.getValue().stream())))
                .collect(Collectors.joining(wording.text("undecided.and")));
    }

    private String filled(String name) {
        return wording.text(
                "undecided.filled",
                label(name),
                Wording.abridged(values.given(name).orElse("")));
    }

    private String label(String name) {
        return wording.operand(name, period);
    }

    private String joined(Stream<String> texts) {
        return wording.list(texts.toList());
    }
}
