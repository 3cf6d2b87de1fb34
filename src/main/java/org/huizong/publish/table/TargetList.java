package org.huizong.publish.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.aggregation.TargetProgress;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Unit;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.Pace;
import org.huizong.publish.narrative.Remarks;
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

    /**
     * A target.
     *
     * @param unit whose it is; empty if it is the township's
     * @param next that of the year after
     */
    public record Row(Optional<Unit> unit, TargetProgress progress, Optional<BigDecimal> next) {
        private Indicator indicator() {
            return progress.indicator();
        }
    }

    /** The targets of a publication by indicator, the township's before those of its units. */
    public static List<Row> rows(Terms terms) {
        Catalogue catalogue = terms.catalogue();
        int year = year(terms);
        List<Row> rows = new ArrayList<>();
        for (IndicatorFigures figures : terms.consolidation().indicators()) {
            Indicator indicator = figures.indicator();
            rows.add(new Row(Optional.empty(), figures.towards(), next(terms, indicator)));
            figures.unitTargets()
                    .forEach((unit, progress) -> rows.add(
                            new Row(catalogue.unit(unit), progress, catalogue.target(indicator, unit, year + 1))));
        }
        rows.removeIf(r -> r.progress().target().isEmpty() && r.next().isEmpty());
        return rows;
    }

    private static int year(Terms terms) {
        return terms.period().last().getYear();
    }

    /** The township's target of the year after, if the table of targets has it: one for every year is no news. */
    public static Optional<BigDecimal> next(Terms terms, Indicator indicator) {
        return terms.catalogue()
                .target(indicator, year(terms) + 1)
                .filter(next -> !Optional.of(next).equals(indicator.target()));
    }

    /** Tells whether the list says more than 主要指标: whether a unit has a target, or the year after has one. */
    public static boolean isWorthAPage(Terms terms) {
        return rows(terms).stream()
                .anyMatch(r -> r.unit().isPresent() || r.next().isPresent());
    }

    /** Its columns. */
    public static Listing<Row> of(Terms terms) {
        return new TargetList(terms).listing();
    }

    private Listing<Row> listing() {
        return new Listing<Row>()
                .file("year", r -> String.valueOf(year(terms)))
                .both(
                        "indicator",
                        26,
                        r -> r.indicator().code(),
                        r -> ListCell.of(terms.wording().label(r.indicator())))
                .file("indicator_label", r -> terms.wording().label(r.indicator()))
                .both("measure", 10, r -> terms.wording().measure(r.indicator().measure()))
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

    private String name(Row row) {
        return row.unit().map(terms.wording()::label).orElse(terms.whole());
    }

    private ListCell toDate(Row row) {
        Figure figure = row.progress().yearToDate();
        return figure.value().map(v -> ListCell.marked(v, Marks.of(figure))).orElse(ListCell.of(Terms.NONE));
    }

    private ListCell done(Row row) {
        return row.progress()
                .share()
                .map(s -> ListCell.marked(s, Marks.of(row.progress().yearToDate())))
                .orElse(ListCell.of(""));
    }

    private ListCell pace(Row row) {
        return remarks.standing(row.progress())
                .map(s -> ListCell.of(s.words(), s.tone()))
                .orElse(ListCell.of(""));
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }
}
