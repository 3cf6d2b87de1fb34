package org.huizong.wording;

import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.model.Argument;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Subject;

/** The words for what one finding names, by the places of its sentence: {value}, {item:label}. */
final class ArgumentWords {
    private static final String LABEL = ":label";
    private static final String FORMULA = ":formula";
    static final String BASELINE = "*";
    /** The value of the cell that a finding is about. */
    private static final String VALUE = "value";

    private final Wording wording;
    private final Catalogue catalogue;
    private final Finding finding;
    private final Period period;

    ArgumentWords(Wording wording, Catalogue catalogue, Finding finding, Period period) {
        this.wording = wording;
        this.catalogue = catalogue;
        this.finding = finding;
        this.period = period;
    }

    /** The words for a place: a value, the label of a code as it is called in the period, or its formula with its values. */
    String place(String place) {
        if (place.endsWith(FORMULA)) {
            return catalogue
                    .item(code(place.substring(0, place.length() - FORMULA.length())))
                    .map(i -> wording.figures(i.formula(), finding, period))
                    .orElse("");
        }
        if (!place.endsWith(LABEL)) {
            return value(place);
        }
        String name = place.substring(0, place.length() - LABEL.length());
        return wording.label(code(name), period);
    }

    /** The value of a name as it is shown: a choice by its label, what comes from a baseline with its mark. */
    String value(String name) {
        return given(name).orElseGet(() -> wording.text("value.none"));
    }

    /** The same; empty if the finding has no such value. */
    Optional<String> given(String name) {
        return Optional.ofNullable(finding.arguments().get(name)).map(a -> shown(name, a));
    }

    /** Whether a place stands for a value that the finding does not have. */
    boolean lacks(String place) {
        return !place.endsWith(FORMULA)
                && !place.endsWith(LABEL)
                && given(place).isEmpty();
    }

    /** The code that a name stands for; a name that stands for none is one itself. */
    private String code(String name) {
        Subject subject = finding.subject();
        return switch (name) {
            case "item" -> subject.item();
            case "unit" -> subject.unit();
            case "form" -> subject.form();
            default -> finding.arguments().get(name) instanceof Argument.Code c ? c.code() : name;
        };
    }

    private String shown(String name, Argument argument) {
        if (argument instanceof Argument.OfBaseline b) {
            return shown(name, b.value()) + BASELINE;
        }
        if (argument instanceof Argument.Plain p) {
            return choice(name.equals(VALUE) ? finding.item() : name, p.value().show());
        }
        if (argument instanceof Argument.ChoicesOf c) {
            return wording.list(catalogue.item(c.item()).map(Item::choices).map(catalogue::choices).stream()
                    .flatMap(choices -> choices.stream().map(wording::label))
                    .toList());
        }
        if (argument instanceof Argument.Several s) {
            return wording.few(s.ones().stream().map(one -> shown(name, one)).toList());
        }
        if (argument instanceof Argument.Span s) {
            return s.period().code();
        }
        if (argument instanceof Argument.Name n) {
            return n.name();
        }
        return argument instanceof Argument.Code c ? c.code() : "";
    }

    /**
     * The entry of an item's list as this language calls it, whether it is given by its code or by its Chinese label.
     */
    private String choice(String item, String text) {
        return catalogue
                .item(item)
                .filter(i -> i.type() == ItemType.CHOICE)
                .flatMap(i -> catalogue.choices(i.choices()).stream()
                        .filter(c -> c.code().equals(text) || c.label().equals(text))
                        .findFirst())
                .map(wording::label)
                .orElse(text);
    }
}
