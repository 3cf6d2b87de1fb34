package org.huizong.web;

import java.util.List;
import org.huizong.office.RuleTexts;

/**
 * The rules, or those that were looked for.
 *
 * @param wanted what was looked for; empty if nothing was
 * @param all how many rules there are
 * @param groups those that are shown, by return
 * @param tried what a file of rules would have found, a paragraph each; empty if none was tried
 */
public record RulesView(String wanted, int all, List<Group> groups, List<Paragraph> tried) {
    public RulesView {
        groups = List.copyOf(groups);
        tried = List.copyOf(tried);
    }

    /** Some rules under one head. */
    public record Group(String head, List<RuleTexts.Said> rules) {
        public Group {
            rules = List.copyOf(rules);
        }
    }

    /** A paragraph, and how deep it stands. */
    public record Paragraph(int depth, String text) {}
}
