package org.huizong.wording;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.formula.FormulaPhrases;
import org.huizong.formula.Kind;
import org.huizong.model.Period;

/** The words of a formula in one language: labels for codes, phrases for functions. */
final class FormulaSpeech implements FormulaPhrases {
    /** What makes a label a part of the line above it on the form, where a formula does not stand. */
    private static final Pattern PART = Pattern.compile("^(?:其中[:：]|of which )");

    private final Wording wording;
    private final Catalogue catalogue;
    private final boolean several;
    private final Optional<Period> period;

    /**
     * The words of a formula with these names; of items of several returns it says of which.
     *
     * @param period the period that it is about, if it is about one
     */
    FormulaSpeech(Wording wording, Catalogue catalogue, Collection<String> names, Optional<Period> period) {
        this.wording = wording;
        this.catalogue = catalogue;
        this.period = period;
        this.several = names.stream()
                        .flatMap(n -> item(n).stream())
                        .map(Item::form)
                        .distinct()
                        .count()
                > 1;
    }

    private Optional<Item> item(String name) {
        int dots = name.indexOf('.') == name.lastIndexOf('.') ? 0 : name.indexOf('.') + 1;
        return asked(name.substring(dots));
    }

    private Optional<Item> asked(String code) {
        return period.map(p -> catalogue.item(code, p.last())).orElseGet(() -> catalogue.item(code));
    }

    @Override
    public String name(String name) {
        return wording.operand(name, period, this::label);
    }

    private String label(String code) {
        Optional<Item> item = asked(code);
        String label =
                item.map(i -> PART.matcher(wording.label(i)).replaceFirst("")).orElseGet(() -> wording.label(code));
        return several && item.isPresent()
                ? wording.text("say.of", wording.label(item.get().form()), label)
                : label;
    }

    @Override
    public String text(String text, Optional<String> comparedWith) {
        return comparedWith
                .flatMap(this::item)
                .map(Item::choices)
                .flatMap(list -> catalogue.choices(list).stream()
                        .filter(c ->
                                c.label().equalsIgnoreCase(text) || c.code().equals(text))
                        .findFirst())
                .map(wording::label)
                .orElseGet(() -> wording.text("say.text", text));
    }

    @Override
    public String bracketed(String words) {
        return wording.text("say.bracketed", words);
    }

    @Override
    public Kind kind(String name) {
        return period.isPresent() ? catalogue.kind(name) : Kind.ANY;
    }

    @Override
    public String call(String function, List<String> arguments) {
        return switch (function) {
            case "AND", "OR" -> String.join(wording.text("say." + function), arguments);
            case "SUM", "MIN", "MAX", "COUNT" -> wording.text("say." + function, wording.list(arguments));
            default -> wording.text("say." + function, arguments.toArray());
        };
    }
}
