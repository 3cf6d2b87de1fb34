package org.huizong.office;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Name;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Rule;
import org.huizong.model.Validity;
import org.huizong.wording.Wording;

/** The rules of a catalogue as people read them, by return, those across returns last. */
public final class RuleTexts {
    private final Catalogue catalogue;
    private final Wording wording;

    /** Those of that catalogue in that language. */
    public RuleTexts(Catalogue catalogue, Wording wording) {
        this.catalogue = catalogue;
        this.wording = wording;
    }

    /**
     * A rule in words.
     *
     * @param head its id, how grave it is and what it looks at
     * @param relation what it asks for
     * @param more what it rests on, what it does without a number, and when it holds
     */
    public record Said(String head, String relation, String more) {}

    /** The rules that name an item of that return, or all, in the order in which they are listed. */
    public Map<Optional<String>, List<Rule>> rules(Optional<String> form) {
        Map<Optional<String>, List<Rule>> rules = new LinkedHashMap<>();
        Stream.concat(
                        catalogue.returns().stream().map(Return::code).map(Optional::of),
                        Stream.of(Optional.<String>empty()))
                .forEach(f -> rules.put(f, new ArrayList<>()));
        for (Rule rule : catalogue.rules()) {
            List<String> named = forms(rule);
            if (form.isEmpty() || named.contains(form.get())) {
                Optional<String> of = named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
                rules.getOrDefault(of, new ArrayList<>()).add(rule);
            }
        }
        rules.values().removeIf(List::isEmpty);
        return rules;
    }

    /** The codes of the returns that a rule names. */
    public List<String> forms(Rule rule) {
        return Name.forms(catalogue.formula(rule.formula()).operands());
    }

    /** What stands above so many rules of a return, or across returns. */
    public String heading(Optional<String> form, int rules) {
        return wording.text(
                form.isPresent() ? "cli.rules.form" : "cli.rules.across",
                rules,
                wording.label(form.orElse("")),
                form.orElse(""));
    }

    /** Says one. */
    public Said of(Rule rule) {
        List<String> more = new ArrayList<>();
        if (!rule.basis().isEmpty()) {
            more.add(wording.text("cli.rules.basis", rule.basis()));
        }
        more.add(wording.missing(rule));
        more.add(validity(rule.validity()));
        return new Said(
                wording.text("cli.rules.head", rule.id(), wording.severity(rule), wording.scope(rule)),
                wording.text("cli.rules.formula", wording.formula(rule.formula())),
                String.join(wording.text("cli.rules.separator"), more));
    }

    private String validity(Validity validity) {
        if (validity.from().isPresent() && validity.until().isPresent()) {
            return wording.text(
                    "cli.rules.between", validity.from().get(), validity.until().get());
        }
        return validity.from()
                .map(m -> wording.text("cli.rules.from", m))
                .or(() -> validity.until().map(m -> wording.text("cli.rules.until", m)))
                .orElseGet(() -> wording.text("cli.rules.always"));
    }
}
