package org.huizong.publish.table;

import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.catalogue.Rule;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.narrative.Tone;
import org.huizong.store.StoredFinding;

/**
 * 审核问题 and findings.csv: every finding with its place, sentence and explanation, and the figures that it does not name. Those that
 * could not be decided stand in the file alone.
 */
public final class FindingList {
    private final Terms terms;
    private final Set<String> rules;

    private FindingList(Terms terms) {
        this.terms = terms;
        this.rules = terms.catalogue().rules().stream().map(Rule::id).collect(Collectors.toSet());
    }

    /** Its columns. */
    public static Listing<StoredFinding> of(Terms terms) {
        return new FindingList(terms).listing();
    }

    private Listing<StoredFinding> listing() {
        return new Listing<StoredFinding>()
                .both(
                        "period",
                        11,
                        f -> f.period().code(),
                        f -> ListCell.of(terms.wording().period(f.period())))
                .both("unit", 14, StoredFinding::unit, f -> ListCell.of(terms.label(f.unit())))
                .both("return", 20, StoredFinding::form, f -> ListCell.of(terms.shortLabel(f.form(), f.period())))
                .both("file", 18, f -> f.finding().where().file())
                .both("sheet", 10, f -> f.finding().where().sheet())
                .both("cell", 8, f -> f.finding().where().cell())
                .file("row", f -> f.finding().where().row())
                .both(
                        "rule",
                        10,
                        f -> f.finding().rule(),
                        f -> ListCell.of(
                                rules.contains(f.finding().rule()) ? f.finding().rule() : ""))
                .both("severity", 8, f -> f.finding().severity().code(), this::severity)
                .file("outcome", f -> f.finding().outcome().code())
                .file("message", this::sentence)
                .sheet("finding", 42, f -> ListCell.of(sentence(f)))
                .both("explanation", 20, StoredFinding::explanation)
                .both("relation", 30, f -> terms.wording().relation(f.finding(), f.period()))
                .ordered(
                        "unit",
                        "severity",
                        "return",
                        "finding",
                        "relation",
                        "explanation",
                        "file",
                        "sheet",
                        "cell",
                        "rule",
                        "period");
    }

    private String sentence(StoredFinding stored) {
        return terms.wording().sentence(stored.finding(), stored.period());
    }

    private ListCell severity(StoredFinding stored) {
        if (stored.finding().sendsBack()) {
            return ListCell.of(terms.text("report.severity.error"), Tone.POOR);
        }
        return ListCell.of(
                terms.text("report.severity." + stored.finding().severity().code()));
    }
}
