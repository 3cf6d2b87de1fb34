package org.huizong.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.FormFigures;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.edition.EditionNow;
import org.huizong.model.Frequency;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.Remarks;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.narrative.Tone;
import org.huizong.store.StoredSubmission;

/** Says what a period came to with the words and the rounding of its workbook, and follows a figure to where it was reported. */
final class FiguresReader {
    private final PageFrame frame;
    private final Catalogue catalogue;
    private final EditionNow shown;
    private final Terms terms;
    private final Remarks remarks;

    /** Speaks of the figures of an edition. */
    FiguresReader(PageFrame frame, Catalogue catalogue, EditionNow shown) {
        this.frame = frame;
        this.catalogue = catalogue;
        this.shown = shown;
        this.terms = new Terms(Publication.ofFigures(shown.figures(), shown.edition()), catalogue, frame.wording());
        this.remarks = new Remarks(terms);
    }

    FiguresView all() {
        Map<String, List<FiguresView.Line>> sections = new LinkedHashMap<>();
        List<IndicatorFigures> indicators = terms.consolidation().indicators();
        indicators.forEach(f -> sections.computeIfAbsent(f.indicator().section(), s -> new ArrayList<>())
                .add(new FiguresView.Line(
                        f.indicator().code(),
                        terms.wording().label(f.indicator()),
                        terms.wording().measure(f.indicator().measure()),
                        columns().values().stream()
                                .map(column -> column.apply(f))
                                .toList(),
                        remarks.of(f),
                        YearChart.of(terms, f.indicator()))));
        return new FiguresView(
                frame.t(
                        "web.run.published",
                        shown.edition().number(),
                        shown.edition().asOf()),
                !shown.fits(),
                List.copyOf(columns().keySet()),
                sections.entrySet().stream()
                        .map(s -> new FiguresView.Section(terms.wording().choice("sections", s.getKey()), s.getValue()))
                        .toList(),
                new Marks(terms).note(indicators.stream().flatMap(FiguresReader::shown)));
    }

    private static Stream<Figure> shown(IndicatorFigures figures) {
        return Stream.concat(Stream.of(figures.now()), figures.compared());
    }

    /** The columns of the workbook's page, by head. */
    private Map<String, Function<IndicatorFigures, FiguresView.Cell>> columns() {
        boolean isYear = frame.period().frequency() == Frequency.YEAR;
        Map<String, Function<IndicatorFigures, FiguresView.Cell>> columns = new LinkedHashMap<>();
        columns.put(terms.textOfPeriod("report.head.now"), number(IndicatorFigures::now));
        if (!isYear) {
            columns.put(terms.base("prior"), number(IndicatorFigures::prior));
            columns.put(terms.text("report.head.againstprior"), text(remarks::againstPrior));
        }
        columns.put(terms.textOfPeriod("report.head.yearago"), number(IndicatorFigures::yearAgo));
        columns.put(terms.text("report.head.againstyearago"), text(remarks::againstYearAgo));
        if (!isYear) {
            columns.put(terms.text("report.head.yeartodate"), number(IndicatorFigures::yearToDate));
            columns.put(terms.text("report.head.yeartodateago"), number(IndicatorFigures::yearToDateAgo));
            columns.put(terms.text("report.head.yearagainst"), text(remarks::yearAgainstYearAgo));
        }
        if (terms.consolidation().indicators().stream().anyMatch(f -> f.target().isPresent())) {
            columns.put(terms.text("report.head.target"), this::target);
        }
        columns.put(
                terms.text("report.head.countedofowed"),
                text(f -> f.now().counted() + "/" + f.now().owed()));
        return columns;
    }

    private static Function<IndicatorFigures, FiguresView.Cell> number(Function<IndicatorFigures, Figure> figure) {
        return f ->
                new FiguresView.Cell(Marks.show(figure.apply(f), f.indicator().decimals()), "plain", true);
    }

    private static Function<IndicatorFigures, FiguresView.Cell> text(Function<IndicatorFigures, String> words) {
        return f -> new FiguresView.Cell(words.apply(f), "plain", false);
    }

    /** The year's target, how much of it is done, and how that stands. */
    private FiguresView.Cell target(IndicatorFigures f) {
        Optional<Remarks.Standing> standing = remarks.standing(f.towards());
        List<String> said = new ArrayList<>();
        f.target().map(BigDecimal::toPlainString).ifPresent(said::add);
        f.towards()
                .share()
                .ifPresent(
                        done -> said.add(frame.t("web.figures.done", done.toPlainString(), Marks.of(f.yearToDate()))));
        standing.map(Remarks.Standing::words).ifPresent(words -> said.add(frame.t("web.figures.pace", words)));
        String tone =
                standing.map(Remarks.Standing::tone).map(FiguresReader::tone).orElse("plain");
        return new FiguresView.Cell(String.join(" ", said), tone, false);
    }

    private static String tone(Tone tone) {
        return switch (tone) {
            case GOOD -> "good";
            case NEAR -> "warn";
            case POOR -> "bad";
            case PLAIN -> "plain";
        };
    }

    /** One indicator, the items that it is made of, and who reported them. */
    FiguresView.One one(String code) {
        IndicatorFigures figures = terms.consolidation().indicators().stream()
                .filter(f -> f.indicator().code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NoSuchPageException("indicator"));
        Set<String> behind = new LinkedHashSet<>();
        behind(figures.indicator().formula(), behind);
        List<Item> items = behind.stream()
                .flatMap(item -> terms.consolidation().asking(item).stream()
                        .flatMap(f -> f.items().stream())
                        .filter(i -> i.code().equals(item)))
                .toList();
        List<ReturnView.Fact> facts = new ArrayList<>();
        columns()
                .forEach((head, column) -> facts.add(
                        new ReturnView.Fact(head, column.apply(figures).text())));
        return new FiguresView.One(
                terms.wording().label(figures.indicator()),
                terms.wording().measure(figures.indicator().measure()),
                terms.wording().formula(figures.indicator().formula()),
                terms.wording().isChinese()
                        ? figures.indicator().note()
                        : figures.indicator().noteEn(),
                facts,
                remarks.of(figures),
                YearChart.of(terms, figures.indicator()),
                items.stream().map(this::made).toList(),
                units(items),
                new Marks(terms)
                        .note(Stream.concat(
                                shown(figures),
                                items.stream()
                                        .flatMap(i -> terms.consolidation().asking(i.code()).stream()
                                                .flatMap(f -> Stream.of(f.totals(), f.prior(), f.yearToDate())
                                                        .map(m -> m.getOrDefault(i.code(), Figure.NOT_OWED)))))));
    }

    /** The items of a formula, and before those that are worked out the ones they are worked out from. */
    private void behind(String formula, Set<String> codes) {
        for (String operand : catalogue.formula(formula).operands()) {
            catalogue.item(operand).ifPresent(item -> {
                if (codes.add(operand) && catalogue.isRecalculated(item)) {
                    behind(item.formula(), codes);
                }
            });
        }
    }

    private FiguresView.Made made(Item item) {
        FormFigures form = terms.consolidation().asking(item.code()).orElseThrow();
        int decimals = item.type().decimals();
        return new FiguresView.Made(
                terms.shortLabel(form.form()),
                terms.ofPeriod(terms.wording().label(item)),
                terms.wording().measure(item.measure()),
                Marks.show(form.total(item.code()), decimals),
                Marks.show(form.prior().getOrDefault(item.code(), Figure.NOT_OWED), decimals),
                Marks.show(form.yearToDate().getOrDefault(item.code(), Figure.NOT_OWED), decimals));
    }

    private List<FiguresView.UnitLine> units(List<Item> items) {
        Map<List<String>, List<StoredSubmission>> sent = terms.consolidation().coverage().standings().stream()
                .filter(s -> s.state() == FilingStatus.State.COUNTED)
                .collect(Collectors.groupingBy(
                        s -> List.of(s.owed().unit(), s.owed().form()),
                        Collectors.flatMapping(s -> s.submission().stream(), Collectors.toList())));
        List<FiguresView.UnitLine> lines = new ArrayList<>();
        for (Unit unit : catalogue.units()) {
            List<FiguresView.Said> said = items.stream()
                    .map(item -> said(unit, item, sent.getOrDefault(List.of(unit.code(), item.form()), List.of())))
                    .toList();
            if (said.stream().anyMatch(s -> !s.value().isEmpty())) {
                lines.add(new FiguresView.UnitLine(terms.wording().label(unit), said));
            }
        }
        return lines;
    }

    /** A value with the way to its cell; of several months there is no one cell. */
    private FiguresView.Said said(Unit unit, Item item, List<StoredSubmission> sent) {
        Figure figure = terms.consolidation()
                .asking(item.code())
                .map(f -> f.figure(unit.code(), item.code()))
                .orElse(Figure.NOT_OWED);
        if (!figure.isOwed()) {
            return new FiguresView.Said("", Optional.empty());
        }
        return new FiguresView.Said(
                Marks.show(figure, item.type().decimals()),
                sent.size() == 1
                        ? Optional.of("/return/" + sent.get(0).period() + "/"
                                + sent.get(0).id() + (catalogue.isRegister(item.form()) ? "" : "#i-" + item.code()))
                        : Optional.empty());
    }
}
