package org.huizong.publish.table;

import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Return;
import org.huizong.publish.narrative.Terms;
import org.huizong.store.StoredObservation;

/** 文字填报 and texts.csv: what units wrote into the forms or chose there that is no number, with the cell it was read from. */
public final class TextList {
    private final Terms terms;
    private final Set<String> texts;
    private final Set<String> choices;

    /** The list of a publication. */
    public TextList(Terms terms) {
        this.terms = terms;
        this.texts = codes(ItemType.TEXT);
        this.choices = codes(ItemType.CHOICE);
    }

    private Set<String> codes(ItemType type) {
        Set<String> forms = terms.catalogue().returns().stream()
                .filter(r -> r.kind() == Return.Kind.FORM)
                .map(Return::code)
                .collect(Collectors.toSet());
        return terms.catalogue().items().stream()
                .filter(i -> i.type() == type && forms.contains(i.form()))
                .map(Item::code)
                .collect(Collectors.toSet());
    }

    /** Whether something was written in words; a blank is nothing to read. */
    public boolean isText(StoredObservation stored) {
        return texts.contains(stored.observation().item())
                && !stored.observation().value().isMissing();
    }

    /** Whether a value was chosen from a list. */
    public boolean isChoice(StoredObservation stored) {
        return choices.contains(stored.observation().item());
    }

    /** Its columns. */
    public Listing<StoredObservation> listing() {
        return new Listing<StoredObservation>()
                .both(
                        "period",
                        14,
                        o -> o.submission().period().code(),
                        o -> ListCell.of(terms.wording().period(o.submission().period())))
                .both(
                        "unit",
                        16,
                        o -> o.submission().unit(),
                        o -> ListCell.of(terms.label(o.submission().unit())))
                .both(
                        "return",
                        24,
                        o -> o.submission().form(),
                        o -> ListCell.of(terms.shortLabel(
                                o.submission().form(), o.submission().period())))
                .both(
                        "item",
                        24,
                        o -> o.observation().item(),
                        o -> ListCell.of(terms.label(o.observation().item()).strip()))
                .both("text", 70, o -> o.observation().value().show(), o -> ListCell.of(words(o)))
                .both("file", 22, o -> o.submission().file())
                .both("sheet", 16, o -> o.observation().where().sheet())
                .both("cell", 8, o -> o.observation().where().cell())
                .ordered("unit", "item", "text", "return", "period", "file", "sheet", "cell");
    }

    private String words(StoredObservation stored) {
        return terms.value(
                stored.observation().item(), stored.observation().value().show());
    }
}
