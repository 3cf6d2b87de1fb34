package org.huizong.publish.table;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import org.huizong.catalogue.Rule;
import org.huizong.wording.Wording;

/** Writes rules with their formulas in words as a CSV table, for those who read them in a spreadsheet program. */
public final class RuleTable {
    private final Wording wording;

    /** In the language of those words. */
    public RuleTable(Wording wording) {
        this.wording = wording;
    }

    /**
     * One row a rule, in the order given.
     *
     * @param forms gives the codes of the returns that a rule names
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void write(List<Rule> rules, Function<Rule, List<String>> forms, Path file) {
        try (Csv csv = new Csv(
                file, "id", "return", "scope", "severity", "words", "missing", "basis", "from", "until", "formula")) {
            for (Rule rule : rules) {
                csv.row(
                        rule.id(),
                        String.join(";", forms.apply(rule)),
                        wording.scope(rule),
                        wording.severity(rule),
                        wording.formula(rule.formula()),
                        wording.missing(rule),
                        rule.basis(),
                        rule.validity().from().map(YearMonth::toString).orElse(""),
                        rule.validity().until().map(YearMonth::toString).orElse(""),
                        rule.formula());
            }
        }
    }
}
