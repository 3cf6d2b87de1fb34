package org.huizong.publish.table;

import java.math.BigDecimal;
import java.util.Optional;
import org.huizong.aggregation.Figure;
import org.huizong.catalogue.Unit;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.Pace;
import org.huizong.publish.narrative.Remarks;
import org.huizong.publish.narrative.Targets;
import org.huizong.publish.narrative.Terms;

/**
 * 目标进度 and targets.csv: each target of the year, of the township and then of its units, how far the year has come
 * towards it, and what is to be reached in the year after.
 */
public final class TargetList {
    private final Terms terms;
    private final Remarks remarks;

    private TargetList(Terms terms) {
        this.terms = terms;
        this.remarks = new Remarks(terms);
    }

    /** Its columns. */
    public static Listing<Targets.Row> of(Terms terms) {
        return new TargetList(terms).listing();
    }

    private Listing<Targets.Row> listing() {
        return new Listing<Targets.Row>()
                .file("year", r -> String.valueOf(terms.period().last().getYear()))
                .both(
                        "indicator",
                        26,
                        r -> r.progress().indicator().code(),
                        r -> ListCell.of(terms.wording().label(r.progress().indicator())))
                .file("indicator_label", r -> terms.wording().label(r.progress().indicator()))
                .both(
                        "measure",
                        10,
                        r -> terms.wording().measure(r.progress().indicator().measure()))
                .both("unit", 16, r -> r.unit().map(Unit::code).orElse(""), r -> ListCell.of(name(r)))
                .file("unit_label", this::name)
                .file("target", r -> text(r.progress().target()))
                .sheet("target", 11, r -> ListCell.of(r.progress().target()))
                .file("year_to_date", r -> text(r.progress().yearToDate().value()))
                .sheet("yeartodate", 11, this::toDate)
                .file("state", r -> r.progress().yearToDate().state().code())
                .file("owed", r -> String.valueOf(r.progress().yearToDate().owed()))
                .file("counted", r -> String.valueOf(r.progress().yearToDate().counted()))
                .file("share", r -> text(r.progress().share()))
                .sheet("done", 9, this::done)
                .file(
                        "pace",
                        r -> Pace.of(terms, r.progress())
                                .map(p -> p.kind().name().toLowerCase(java.util.Locale.ROOT))
                                .orElse(""))
                .sheet("pace", 14, this::pace)
                .sheet(
                        "countedofowed",
                        10,
                        r -> ListCell.of(r.progress().yearToDate().counted() + "/"
                                + r.progress().yearToDate().owed()))
                .file("next_target", r -> text(r.next()))
                .sheet("nexttarget", 11, r -> ListCell.of(r.next()));
    }

    private String name(Targets.Row row) {
        return row.unit().map(terms.wording()::label).orElse(terms.whole());
    }

    private ListCell toDate(Targets.Row row) {
        Figure figure = row.progress().yearToDate();
        return figure.value().map(v -> ListCell.marked(v, Marks.of(figure))).orElse(ListCell.of(Terms.NONE));
    }

    private ListCell done(Targets.Row row) {
        return row.progress()
                .share()
                .map(s -> ListCell.marked(s, Marks.of(row.progress().yearToDate())))
                .orElse(ListCell.of(""));
    }

    private ListCell pace(Targets.Row row) {
        return remarks.standing(row.progress())
                .map(s -> ListCell.of(s.words(), s.tone()))
                .orElse(ListCell.of(""));
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }
}
