package org.huizong.publish.document;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huizong.aggregation.Comparison;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.docx.Meaning;
import org.huizong.docx.Vocabulary;
import org.huizong.model.Frequency;
import org.huizong.model.Period;
import org.huizong.publish.document.Report.Told;
import org.huizong.publish.narrative.Remarks;
import org.huizong.publish.narrative.Targets;

/** What a text may say of an indicator: its figure under its code, all else behind a colon, {@code inspections:change}. */
final class IndicatorNames {
    private static final Map<String, Function<Told, Meaning>> ASPECTS = aspects();

    private IndicatorNames() {}

    private static Map<String, Function<Told, Meaning>> aspects() {
        Map<String, Function<Told, Meaning>> all = new LinkedHashMap<>();
        all.put("", IndicatorNames::now);
        all.put(":number", t -> number(t, IndicatorFigures::now));
        all.put(":label", t -> Meaning.of(t.report().terms().wording().label(indicator(t))));
        all.put(
                ":measure",
                t -> Meaning.of(
                        t.report().terms().wording().measure(indicator(t).measure())));
        all.put(":note", t -> Meaning.of(note(t)));
        all.put(":change", t -> Meaning.of(t.report().prose().againstYearAgo(t.figures())));
        all.put(":change_prior", t -> Meaning.of(t.report().prose().againstPrior(t.figures())));
        all.put(":difference", t -> Meaning.of(new Remarks(t.report().terms()).againstYearAgo(t.figures())));
        all.put(":difference_prior", t -> Meaning.of(new Remarks(t.report().terms()).againstPrior(t.figures())));
        all.put(":year_ago", t -> figure(t, IndicatorFigures::yearAgo, period(t).yearAgo()));
        all.put(":year_ago_number", t -> number(t, IndicatorFigures::yearAgo));
        all.put(":prior", t -> figure(t, IndicatorFigures::prior, period(t).prior()));
        all.put(":prior_number", t -> number(t, IndicatorFigures::prior));
        all.put(":ytd", t -> figure(t, IndicatorFigures::yearToDate, period(t)));
        all.put(":ytd_number", t -> number(t, IndicatorFigures::yearToDate));
        all.put(":ytd_change", t -> Meaning.of(t.report().prose().yearAgainstYearAgo(t.figures())));
        all.put(
                ":coverage",
                t -> Meaning.of(t.report().prose().coverage(t.figures().now())));
        all.put(
                ":counted",
                t -> Meaning.of(
                        t.figures().now().counted() + "/" + t.figures().now().owed()));
        all.put(":target", t -> Meaning.of(target(t, t.figures().target())));
        all.put(
                ":target_next",
                t -> Meaning.of(target(t, Targets.next(t.report().terms(), indicator(t)))));
        all.put(
                ":progress",
                t -> Meaning.of(t.report().prose().share(t.figures().towards())));
        all.put(
                ":standing",
                t -> Meaning.of(t.report().prose().standing(t.figures().towards())));
        all.put(":known", t -> Meaning.when(t.figures().now().value().isPresent()));
        all.put(":partial", t -> Meaning.when(t.figures().now().isPartial()));
        all.put(
                ":comparable",
                t -> Meaning.when(t.figures().againstYearAgo().difference().isPresent()));
        all.put(":up", t -> Meaning.when(t.figures().againstYearAgo().kind() == Comparison.Kind.UP));
        all.put(":down", t -> Meaning.when(t.figures().againstYearAgo().kind() == Comparison.Kind.DOWN));
        all.put(
                ":zero",
                t -> Meaning.when(
                        t.figures().now().value().filter(v -> v.signum() == 0).isPresent()));
        return all;
    }

    private static Meaning now(Told told) {
        return figure(told, IndicatorFigures::now, period(told));
    }

    private static Indicator indicator(Told told) {
        return told.figures().indicator();
    }

    private static Period period(Told told) {
        return told.report().terms().period();
    }

    private static String note(Told told) {
        return told.report().terms().wording().isChinese()
                ? indicator(told).note()
                : indicator(told).noteEn();
    }

    private static String target(Told told, Optional<BigDecimal> target) {
        return target.map(t -> told.report().prose().amount(t, indicator(told))).orElse("");
    }

    /** A figure with its measure, which holds where it is known and not 0. */
    private static Meaning figure(Told told, Function<IndicatorFigures, Figure> which, Period of) {
        Figure figure = which.apply(told.figures());
        return new Meaning.Text(told.report().prose().amount(figure, indicator(told), of), holds(figure));
    }

    private static Meaning number(Told told, Function<IndicatorFigures, Figure> which) {
        Figure figure = which.apply(told.figures());
        return new Meaning.Text(told.report().prose().number(figure, indicator(told)), holds(figure));
    }

    private static boolean holds(Figure figure) {
        return figure.value().map(BigDecimal::signum).filter(s -> s != 0).isPresent();
    }

    /** The names for the indicator at hand, where indicators are told one by one. */
    static Vocabulary<Told> atHand() {
        Vocabulary<Told> names = new Vocabulary<>();
        ASPECTS.forEach((aspect, says) -> names.field("indicator" + aspect, says));
        names.field("chart", CourseDrawing::of);
        names.eachParagraph(t -> t.report().prose().begin());
        return names;
    }

    /** Adds the names of every indicator of a catalogue, by its code and by its labels, for a text about periods of a length. */
    static void all(Catalogue catalogue, Frequency length, Vocabulary<Report> names) {
        for (Indicator indicator : catalogue.indicators()) {
            String code = indicator.code();
            Stream.of(code, indicator.label(), indicator.labelEn()).distinct().forEach(name -> {
                ASPECTS.forEach((aspect, says) -> names.field(name + aspect, r -> told(r, code, says)));
                names.field(name + ':' + length.code(), r -> told(r, code, IndicatorNames::now));
                Stream.of(Frequency.values())
                        .forEach(other -> names.refuse(
                                name + ':' + other.code(),
                                new Vocabulary.Refusal(
                                        "document.period", Map.of("value", name + ':' + other.code(), "near", name))));
                names.field(
                        "chart:" + name,
                        r -> r.told(f -> f.indicator().code().equals(code)).stream()
                                .findFirst()
                                .map(CourseDrawing::of)
                                .orElse(Meaning.of("")));
            });
        }
    }

    /** What is said of an indicator; of one that is not reported in the period, that it is not. */
    private static Meaning told(Report report, String code, Function<Told, Meaning> says) {
        Optional<Told> told =
                report.told(f -> f.indicator().code().equals(code)).stream().findFirst();
        return told.map(says)
                .orElseGet(() -> new Meaning.Text(report.terms().text("narrative.unknown.notasked"), false));
    }

    /** The aspects that pages of docs list. */
    static List<String> names() {
        return List.copyOf(ASPECTS.keySet());
    }
}
