package org.huizong.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Rule;
import org.huizong.office.RuleTexts;

/** The rules of a catalogue on the screen. */
final class RuleListing {
    private static final String INDENT = "    ";

    private final Huizong program;
    private final RuleTexts texts;

    RuleListing(Huizong program, RuleTexts texts) {
        this.program = program;
        this.texts = texts;
    }

    void print(Map<Optional<String>, List<Rule>> rules) {
        rules.forEach((form, of) -> {
            program.out().println(Huizong.visible(texts.heading(form, of.size())));
            of.stream().map(texts::of).forEach(this::print);
            program.out().println();
        });
    }

    private void print(RuleTexts.Said rule) {
        program.out().println(Huizong.visible(rule.head()));
        program.paragraph(INDENT, rule.relation());
        program.paragraph(INDENT, rule.more());
    }
}
