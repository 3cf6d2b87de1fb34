package org.huizong.cli;

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
final class RuleListing {
    private static final String INDENT = "    ";

    private final Huizong program;
    private final Catalogue catalogue;
    private final Wording wording;

    RuleListing(Huizong program, Catalogue catalogue) {
        this.program = program;
        this.catalogue = catalogue;
        this.wording = program.wording(catalogue);
    }

    /** The rules that name an item of that return, or all, in the order in which they are listed. */
    Map<Optional<String>, List<Rule>> rules(Optional<String> form) {
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
    List<String> forms(Rule rule) {
        return Name.forms(catalogue.formula(rule.formula()).operands());
    }

    void print(Map<Optional<String>, List<Rule>> rules) {
        rules.forEach((form, of) -> {
            program.say(
                    form.isPresent() ? "cli.rules.form" : "cli.rules.across",
                    of.size(),
                    wording.label(form.orElse("")),
                    form.orElse(""));
            of.forEach(this::print);
            program.out().println();
        });
    }

    private void print(Rule rule) {
        program.say("cli.rules.head", rule.id(), wording.severity(rule), wording.scope(rule));
        program.paragraph(INDENT, wording.text("cli.rules.formula", wording.formula(rule.formula())));
        List<String> more = new ArrayList<>();
        if (!rule.basis().isEmpty()) {
            more.add(wording.text("cli.rules.basis", rule.basis()));
        }
        more.add(wording.missing(rule));
        more.add(validity(rule.validity()));
        program.paragraph(INDENT, String.join(wording.text("cli.rules.separator"), more));
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
