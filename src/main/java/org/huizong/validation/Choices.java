package org.huizong.validation;

import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.model.Value;

/** The words by which formulas know the entries of a list. */
final class Choices {
    private Choices() {}

    /** A value as formulas take it: a choice by the Chinese label of its entry, as the template's cell has it. */
    static Value inFormula(Catalogue catalogue, Item item, Value value) {
        return item.type() == ItemType.CHOICE && value instanceof Value.Text text
                ? catalogue
                        .choice(item.choices(), text.text())
                        .map(c -> Value.of(c.label()))
                        .orElse(value)
                : value;
    }
}
