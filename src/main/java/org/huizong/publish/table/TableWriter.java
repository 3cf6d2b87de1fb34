package org.huizong.publish.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FormFigures;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.aggregation.MissingFiling;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.model.Period;
import org.huizong.publish.narrative.Leads;
import org.huizong.publish.narrative.Pillars;
import org.huizong.publish.narrative.Targets;
import org.huizong.publish.narrative.Terms;
import org.huizong.wording.Wording;

/**
 * Writes what a period comes to as tidy CSV tables: one row a thing, codes beside labels, ISO dates, the order of the
 * workbook. Where there is no figure the cell is empty. All methods throw {@link java.io.UncheckedIOException}.
 */
public final class TableWriter {
    private final Terms terms;
    private final Wording wording;

    /** The tables of a publication, in its terms. */
    public TableWriter(Terms terms) {
        this.terms = terms;
        this.wording = terms.wording();
    }

    /** totals.csv: every indicator, then the township's total of every numeric item and of what registers are counted for; rounded half up. */
    public void totals(Path file) {
        String period = terms.consolidation().period().code();
        try (Csv csv = new Csv(
                file,
                "kind",
                "code",
                "label",
                "measure",
                "period",
                "value",
                "prior",
                "year_ago",
                "year_to_date",
                "owed",
                "counted",
                "missing",
                "not_due",
                "never_run",
                "as_at",
                "prior_basis",
                "year_ago_basis",
                "year_to_date_basis",
                "state",
                "prior_state",
                "year_ago_state",
                "year_to_date_state")) {
            for (IndicatorFigures figures : terms.consolidation().indicators()) {
                Indicator indicator = figures.indicator();
                int decimals = indicator.decimals();
                List<String> cells = new ArrayList<>(List.of(
                        "indicator",
                        indicator.code(),
                        wording.label(indicator),
                        wording.measure(indicator.measure()),
                        period,
                        number(figures.now(), decimals),
                        number(figures.prior(), decimals),
                        number(figures.yearAgo(), decimals),
                        number(figures.yearToDate(), decimals)));
                cells.addAll(basis(figures.now()));
                Stream.of(figures.prior(), figures.yearAgo(), figures.yearToDate())
                        .map(TableWriter::kind)
                        .forEach(cells::add);
                Stream.of(figures.now(), figures.prior(), figures.yearAgo(), figures.yearToDate())
                        .map(f -> f.state().code())
                        .forEach(cells::add);
                csv.row(cells.toArray(String[]::new));
            }
            Consolidation consolidation = terms.consolidation();
            Stream.concat(consolidation.forms().stream(), consolidation.registers().stream())
                    .forEach(form -> form.items().forEach(item -> item(csv, period, form, item)));
        }
    }

    private void item(Csv csv, String period, FormFigures form, Item item) {
        Figure now = form.total(item.code());
        int decimals = item.type().decimals();
        List<String> cells = new ArrayList<>(List.of(
                "item",
                item.code(),
                wording.label(item).strip(),
                wording.measure(item.measure()),
                period,
                number(now, decimals),
                number(form.prior().getOrDefault(item.code(), Figure.NOT_OWED), decimals),
                number(form.yearAgo().getOrDefault(item.code(), Figure.NOT_OWED), decimals),
                number(form.yearToDate().getOrDefault(item.code(), Figure.NOT_OWED), decimals)));
        cells.addAll(basis(now));
        Stream.of(form.prior(), form.yearAgo(), form.yearToDate())
                .map(of -> kind(of.getOrDefault(item.code(), Figure.NOT_OWED)))
                .forEach(cells::add);
        Stream.of(form.totals(), form.prior(), form.yearAgo(), form.yearToDate())
                .map(of -> of.getOrDefault(item.code(), Figure.NOT_OWED).state().code())
                .forEach(cells::add);
        csv.row(cells.toArray(String[]::new));
    }

    /** Whether a figure was collected, is a baseline, or is made of both; empty where there is none. */
    private static String kind(Figure figure) {
        if (figure.value().isEmpty()) {
            return "";
        }
        if (!figure.isBaseline()) {
            return "collected";
        }
        return figure.counted() > 0 ? "collected+baseline" : "baseline";
    }

    /** What stands behind a figure: owed, counted, missing units, not due, periods never run, month of a stock. */
    private static List<String> basis(Figure figure) {
        String neverRun = figure.basis().all().stream()
                .filter(g -> g.why() == MissingFiling.Why.NEVER_RUN)
                .map(g -> g.owed().period())
                .distinct()
                .sorted()
                .map(Period::code)
                .collect(Collectors.joining(";"));
        return List.of(
                String.valueOf(figure.owed()),
                String.valueOf(figure.counted()),
                String.join(";", figure.missing()),
                String.valueOf(figure.basis().notDue()),
                neverRun,
                figure.asAt().map(YearMonth::toString).orElse(""));
    }

    private static String number(Figure figure, int decimals) {
        return figure.value()
                .map(v -> v.setScale(decimals, RoundingMode.HALF_UP))
                .map(BigDecimal::toPlainString)
                .orElse("");
    }

    /**
     * observations.csv: every value of the counted submissions with the cell it was read from; and texts.csv: those of
     * forms that are no numbers.
     */
    public void observations(Path file, Path texts) {
        TextList words = new TextList(terms);
        words.listing()
                .write(
                        texts,
                        text -> new ValueLists(terms)
                                .observations()
                                .write(
                                        file,
                                        value -> publication().observations().each(o -> {
                                            value.accept(o);
                                            if (words.isText(o) || words.isChoice(o)) {
                                                text.accept(o);
                                            }
                                        })));
    }

    /** measures.csv: every record that a measure of a register counts, with the row that it was counted from. */
    public void measures(Path file) {
        new ValueLists(terms).measures().write(file, publication().observations()::counts);
    }

    /** baseline.csv: every baseline figure that is used, with the line of its file. */
    public void baseline(Path file) {
        new ValueLists(terms).baseline().write(file, terms.consolidation().baseline()::forEach);
    }

    /** coverage.csv: every return that is owed or will be and how it stands, then what is left out because nobody owes it. */
    public void coverage(Path file) {
        CoverageList.of(terms)
                .write(file, CoverageList.rows(terms.consolidation().coverage()));
    }

    /** findings.csv: every finding with its place, sentence and explanation, and what should have held. */
    public void findings(Path file) {
        FindingList.of(terms).write(file, publication().findings()::forEach);
    }

    /** leads.csv: an article a line, how many leads the year's registers showed, when, and what became of them. */
    public void leads(Path file) {
        LeadList.of(terms).write(file, new Leads(terms).byBasis()::forEach);
    }

    /** assessment.csv: a row for each unit and criterion: full score, what is taken off and what that comes from. */
    public void assessment(Path file) {
        AssessmentList.of(terms).write(file, publication().assessment().scores()::forEach);
    }

    /** targets.csv: each target of the year, how far the year has come, and that of the year after. */
    public void targets(Path file) {
        TargetList.of(terms).write(file, Targets.rows(terms)::forEach);
    }

    /** pillars.csv: whether the work stands, a unit a line; empty but for its heads where the catalogue has no pillars. */
    public void pillars(Path file) {
        Pillars pillars = new Pillars(terms);
        PillarList.of(terms, pillars).write(file, pillars.rows()::forEach);
    }

    private Publication publication() {
        return terms.publication();
    }
}
