package org.huizong.tables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.FormFigures;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.aggregation.Lacking;
import org.huizong.aggregation.MissingFiling;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.store.MeasureStore;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredObservation;
import org.huizong.store.StoredSubmission;
import org.huizong.wording.Wording;

/**
 * Writes what a period comes to as tidy CSV tables: one row a thing, codes beside labels, ISO dates, the order of the
 * workbook. Where there is no figure the cell is empty. All methods throw {@link java.io.UncheckedIOException}.
 */
public final class TableWriter {
    private final Catalogue catalogue;
    private final Wording wording;

    /** A writer in the terms of that catalogue and the language of those words. */
    public TableWriter(Catalogue catalogue, Wording wording) {
        this.catalogue = catalogue;
        this.wording = wording;
    }

    /** totals.csv: every indicator, then the township's total of every numeric item and of what registers are counted for; rounded half up. */
    public void totals(Publication publication, Path file) {
        String period = publication.consolidation().period().code();
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
            for (IndicatorFigures figures : publication.consolidation().indicators()) {
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
            Consolidation consolidation = publication.consolidation();
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

    /** observations.csv: every value of the counted submissions with the cell it was read from. */
    public void observations(Publication publication, Path file) {
        try (Csv csv = new Csv(
                file, "period", "unit", "return", "revision", "item", "record", "value", "file", "sheet", "cell")) {
            publication.observations().each(o -> observation(csv, o));
        }
    }

    private static void observation(Csv csv, StoredObservation stored) {
        StoredSubmission submission = stored.submission();
        csv.row(
                submission.period().code(),
                submission.unit(),
                submission.form(),
                String.valueOf(submission.revision()),
                stored.observation().item(),
                stored.observation().record(),
                stored.observation().value().show(),
                submission.file(),
                stored.observation().where().sheet(),
                stored.observation().where().cell());
    }

    /** measures.csv: every record that a measure of a register counts, with the row that it was counted from. */
    public void measures(Publication publication, Path file) {
        try (Csv csv = new Csv(
                file, "period", "unit", "return", "item", "record", "value", "sent_for", "file", "sheet", "cell")) {
            publication.observations().counts(c -> {
                MeasureStore.Counted counted = c.counted();
                csv.row(
                        counted.period().code(),
                        counted.unit(),
                        c.submission().form(),
                        counted.item(),
                        counted.record(),
                        counted.amount().toPlainString(),
                        c.submission().period().code(),
                        c.submission().file(),
                        c.submission().sheet(),
                        counted.cell());
            });
        }
    }

    /** baseline.csv: every baseline figure that is used, with the line of its file. */
    public void baseline(Publication publication, Path file) {
        try (Csv csv =
                new Csv(file, "period", "unit", "code", "value", "source", "file", "line", "sha256", "recorded")) {
            publication
                    .consolidation()
                    .baseline()
                    .forEach(stored -> csv.row(
                            stored.figure().period().code(),
                            stored.figure().unit(),
                            stored.figure().code(),
                            stored.figure().value().toPlainString(),
                            stored.figure().source(),
                            stored.file(),
                            String.valueOf(stored.figure().line()),
                            stored.sha256(),
                            stored.recorded().toString()));
        }
    }

    /** coverage.csv: every return that is owed or will be and how it stands, then what is left out because nobody owes it. */
    public void coverage(Publication publication, Path file) {
        try (Csv csv = new Csv(
                file,
                "period",
                "unit",
                "unit_label",
                "return",
                "due",
                "state",
                "late",
                "received",
                "revision",
                "file",
                "never_run",
                "below_owed",
                "below_counted",
                "below_missing")) {
            for (FilingStatus standing : publication.consolidation().coverage().standings()) {
                Optional<StoredSubmission> sent = standing.submission();
                csv.row(
                        standing.owed().period().code(),
                        standing.owed().unit(),
                        catalogue
                                .unit(standing.owed().unit())
                                .map(wording::label)
                                .orElse(""),
                        standing.owed().form(),
                        standing.due().toString(),
                        standing.isWithdrawn()
                                ? standing.word()
                                : standing.state().code(),
                        standing.isLate() ? "1" : "0",
                        standing.received().map(LocalDate::toString).orElse(""),
                        sent.map(s -> String.valueOf(s.revision())).orElse(""),
                        sent.map(StoredSubmission::file).orElse(""),
                        standing.neverRun() ? "1" : "0",
                        standing.below().map(b -> String.valueOf(b.owed())).orElse(""),
                        standing.below().map(b -> String.valueOf(b.counted())).orElse(""),
                        standing.below().map(Lacking::missing).orElse(""));
            }
            publication.consolidation().coverage().leftOut().forEach(s -> leftOut(csv, s));
        }
    }

    private void leftOut(Csv csv, StoredSubmission sent) {
        csv.row(
                sent.period().code(),
                sent.unit(),
                catalogue.unit(sent.unit()).map(wording::label).orElse(""),
                sent.form(),
                "",
                "left_out",
                "0",
                sent.received().toString(),
                String.valueOf(sent.revision()),
                sent.file(),
                "0",
                "",
                "",
                "");
    }

    /** findings.csv: every finding with its place, sentence and explanation, and what should have held. */
    public void findings(Publication publication, Path file) {
        try (Csv csv = new Csv(
                file,
                "period",
                "unit",
                "return",
                "file",
                "sheet",
                "cell",
                "row",
                "rule",
                "severity",
                "outcome",
                "message",
                "explanation",
                "relation")) {
            for (StoredFinding stored : publication.findings()) {
                Finding finding = stored.finding();
                csv.row(
                        stored.period().code(),
                        stored.unit(),
                        stored.form(),
                        finding.where().file(),
                        finding.where().sheet(),
                        finding.where().cell(),
                        finding.where().row(),
                        finding.rule(),
                        finding.severity().code(),
                        finding.outcome().code(),
                        wording.sentence(finding, stored.period()),
                        stored.explanation(),
                        wording.relation(finding, stored.period()));
            }
        }
    }
}
