package org.huizong.wording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.model.Finding;
import org.huizong.model.Period;

/** Why a rule could not be decided: a sentence about its failure would say what nobody knows. */
final class Reasons {
    private static final String UNITS = ":units";

    private final Wording wording;
    private final Finding finding;
    private final Period period;

    Reasons(Wording wording, Finding finding, Period period) {
        this.wording = wording;
        this.finding = finding;
        this.period = period;
    }

    String sentence() {
        String reason = switch (argument("reason")) {
            case "text" -> unreadable();
            case "register" -> wording.text("undecided.register", joined(names().map(this::label)));
            case "zero" -> wording.text("undecided.zero", wording.figures(argument("divisor"), finding, period));
            case "calendar" ->
                wording.text("undecided.calendar", argument("years").replace(", ", wording.text("list.separator")));
            case "error" -> wording.text("undecided.error", argument("error"));
            default -> missing();
        };
        return wording.text("undecided", finding.rule(), reason);
    }

    /** What is missing, and of a total also whose returns: what the same units owe is said together. */
    private String missing() {
        Map<String, List<String>> byUnits = names().collect(Collectors.groupingBy(
                n -> argument(n + UNITS), LinkedHashMap::new, Collectors.mapping(this::label, Collectors.toList())));
        return byUnits.entrySet().stream()
                .map(e -> missing(e.getKey(), joined(e.getValue().stream())))
                .collect(Collectors.joining(wording.text("undecided.and")));
    }

    private String missing(String units, String labels) {
        if (units.isEmpty()) {
            return wording.text("undecided.missing", labels);
        }
        List<String> codes = list(units).toList();
        return wording.text("undecided.units", codes.size(), wording.units(codes), labels);
    }

    /** What stands in the place of numbers, and of dates. */
    private String unreadable() {
        Map<Boolean, List<String>> byKind = names().collect(Collectors.groupingBy(
                wording::isDate, TreeMap::new, Collectors.mapping(this::filled, Collectors.toList())));
        return byKind.entrySet().stream()
                .map(e -> wording.text(e.getKey() ? "undecided.date" : "undecided.text", joined(e.getValue().stream())))
                .collect(Collectors.joining(wording.text("undecided.and")));
    }

    private String filled(String name) {
        return wording.text("undecided.filled", label(name), Wording.abridged(argument(name)));
    }

    private String label(String name) {
        return wording.operand(name, period);
    }

    private Stream<String> names() {
        return list(argument("missing"));
    }

    private String argument(String name) {
        return finding.arguments().getOrDefault(name, "");
    }

    private String joined(Stream<String> texts) {
        return texts.collect(Collectors.joining(wording.text("list.separator")));
    }

    private static Stream<String> list(String codes) {
        return Stream.of(codes.split(", "));
    }
}
