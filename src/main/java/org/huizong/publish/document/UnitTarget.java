package org.huizong.publish.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.huizong.aggregation.TargetProgress;
import org.huizong.catalogue.Unit;
import org.huizong.docx.Meaning;
import org.huizong.docx.Vocabulary;
import org.huizong.publish.narrative.Targets;
import org.huizong.publish.narrative.Terms;

/** What a text may say of one unit's target, where such targets are told one by one. */
record UnitTarget(Report report, Unit unit, Targets.Row row) {
    /** The targets of units, by indicator and in the order of 目标进度. */
    static List<UnitTarget> of(Report report) {
        return Targets.rows(report.terms()).stream()
                .flatMap(row -> row.unit().stream().map(unit -> new UnitTarget(report, unit, row)))
                .toList();
    }

    static Vocabulary<UnitTarget> names() {
        return new Vocabulary<UnitTarget>()
                .field("target", t -> Meaning.of(t.amount(t.progress().target())))
                .field("target:unit", t -> Meaning.of(t.terms().wording().label(t.unit())))
                .field(
                        "target:indicator",
                        t -> Meaning.of(t.terms().wording().label(t.progress().indicator())))
                .field("target:done", t -> Meaning.of(t.done()))
                .field("target:progress", t -> Meaning.of(t.report().prose().share(t.progress())))
                .field("target:standing", t -> Meaning.of(t.report().prose().standing(t.progress())))
                .field("target:next", t -> Meaning.of(t.amount(t.row().next())))
                .eachParagraph(t -> t.report().prose().begin());
    }

    private Terms terms() {
        return report.terms();
    }

    private TargetProgress progress() {
        return row.progress();
    }

    private String amount(Optional<BigDecimal> target) {
        return target.map(t -> report.prose().amount(t, progress().indicator())).orElse("");
    }

    private String done() {
        return report.prose().amount(progress().yearToDate(), progress().indicator(), terms().period());
    }
}
