package org.huizong.written;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.huizong.aggregation.Basis;
import org.huizong.aggregation.Comparison;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FormFigures;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.aggregation.MissingFiling;
import org.huizong.aggregation.MonthlyTrend;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Obligation;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Unit;
import org.huizong.model.Period;
import org.huizong.store.Edition;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.huizong.written.read.Paragraph;
import org.huizong.written.read.Place;
import org.huizong.written.read.WrittenDocument;

/** The sample's year 2025 as it is on record (year-2025.csv), for reports to be held against without a store. */
final class Year2025 {
    static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final Period YEAR = Period.year(2025);
    private static final Edition EDITION = new Edition(YEAR, 1, LocalDate.of(2026, 1, 10), List.of(), Optional.empty());
    private static final Map<String, CSVRecord> FIGURES = figures();

    private final Map<String, Figure> others = new HashMap<>();
    private final Map<String, Map<String, Figure>> ofUnits = new HashMap<>();

    private static Map<String, CSVRecord> figures() {
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Year2025.class.getResourceAsStream("year-2025.csv")), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(in).stream()
                    .collect(Collectors.toMap(r -> r.get("code"), r -> r));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same year in which that figure lacks the return of a village. */
    Year2025 lacking(String code, String village, String form) {
        var gap = new MissingFiling(new Obligation(village, form, YEAR), 12, 1, MissingFiling.Why.OPEN);
        others.put(code, new Figure(known(code).value(), new Basis(11, List.of(gap)), Optional.empty()));
        return this;
    }

    /** The same year in which a unit's figure is known. */
    Year2025 with(String code, String unit, int value) {
        ofUnits.computeIfAbsent(code, c -> new HashMap<>())
                .put(
                        unit,
                        new Figure(Optional.of(BigDecimal.valueOf(value)), new Basis(12, List.of()), Optional.empty()));
        return this;
    }

    private Figure known(String code) {
        return Optional.ofNullable(others.get(code)).orElseGet(() -> figure(code, "value"));
    }

    private static Figure figure(String code, String column) {
        return Optional.ofNullable(FIGURES.get(code))
                .filter(r -> !r.get(column).isEmpty())
                .map(r -> new Figure(
                        Optional.of(new BigDecimal(r.get(column))),
                        new Basis(Integer.parseInt(r.get("counted")), List.of()),
                        Optional.empty()))
                .orElse(Figure.NOT_OWED);
    }

    Consolidation consolidation() {
        List<IndicatorFigures> indicators = CATALOGUE.indicators(YEAR.months()).stream()
                .map(this::indicator)
                .toList();
        Map<Return.Kind, List<FormFigures>> returns = CATALOGUE.returns().stream()
                .collect(Collectors.groupingBy(Return::kind, Collectors.mapping(this::form, Collectors.toList())));
        return new Consolidation(
                YEAR,
                EDITION.asOf(),
                new Coverage(List.of(), List.of()),
                returns.getOrDefault(Return.Kind.FORM, List.of()),
                returns.getOrDefault(Return.Kind.REGISTER, List.of()),
                indicators,
                List.of(),
                new MonthlyTrend(Map.of(), new MonthlyTrend.Part(Map.of(), Map.of())));
    }

    private IndicatorFigures indicator(Indicator indicator) {
        Figure now = known(indicator.code());
        Figure ago = figure(indicator.code(), "year_ago");
        Comparison change = comparison(now, ago);
        return new IndicatorFigures(
                indicator,
                now,
                ago,
                ago,
                now,
                ago,
                change,
                change,
                change,
                ofUnits.getOrDefault(indicator.code(), Map.of()),
                indicator.target(),
                Map.of());
    }

    private static Comparison comparison(Figure now, Figure ago) {
        if (now.value().isEmpty() || ago.value().isEmpty()) {
            return new Comparison(Comparison.Kind.NO_BASE, Optional.empty(), Optional.empty(), Optional.empty());
        }
        BigDecimal difference = now.value().get().subtract(ago.value().get());
        BigDecimal base = ago.value().get();
        return new Comparison(
                difference.signum() < 0 ? Comparison.Kind.DOWN : Comparison.Kind.UP,
                Optional.of(difference),
                base.compareTo(BigDecimal.TEN) < 0
                        ? Optional.empty()
                        : Optional.of(difference.movePointRight(2).divide(base, 1, RoundingMode.HALF_UP)),
                Optional.empty());
    }

    private FormFigures form(Return form) {
        List<Item> items = CATALOGUE.items(form.code(), YEAR.months()).stream()
                .filter(i -> i.type().isNumeric() && (form.kind() == Return.Kind.FORM || i.isComputed()))
                .toList();
        Map<String, Figure> totals = new LinkedHashMap<>();
        Map<String, Figure> ago = new LinkedHashMap<>();
        items.forEach(i -> totals.put(i.code(), known(i.code())));
        items.forEach(i -> ago.put(i.code(), figure(i.code(), "year_ago")));
        List<Unit> units = CATALOGUE.units().stream()
                .filter(u -> u.returns().contains(form.code()))
                .toList();
        return new FormFigures(form, items, units, Map.of(), totals, ago, totals, ago);
    }

    static WrittenDocument.Text document(String... paragraphs) {
        List<Paragraph> all = new ArrayList<>();
        for (String paragraph : paragraphs) {
            all.add(new Paragraph(paragraph, "", new Place(Place.Part.BODY, 0, all.size() + 1, 0, 0)));
        }
        return new WrittenDocument.Text(Path.of("report.txt"), WrittenDocument.Format.PLAIN, all, 0, List.of());
    }

    VerifiedReport verify(WrittenDocument.Text document) {
        return verify(document, Lang.ZH);
    }

    VerifiedReport verify(WrittenDocument.Text document, Lang lang) {
        return new Verification(CATALOGUE, new Wording(new MessageBundle(lang), CATALOGUE))
                .verify(document, consolidation(), EDITION, false);
    }

    /** How each number of a text stands: {@code 一致 258次 → 258次}. */
    static List<String> said(String... paragraphs) {
        return new Year2025().say(paragraphs);
    }

    List<String> say(String... paragraphs) {
        return verify(document(paragraphs)).lines().stream().map(Year2025::say).toList();
    }

    private static String say(ReportLine line) {
        String outcome = switch (line.outcome()) {
            case DIFFERS -> "不一致";
            case SUM -> "合计不符";
            case OPEN -> "数不全";
            case ABSENT -> "没有";
            case AGREES -> "一致";
        };
        return outcome + ' ' + line.theirs() + (line.ours().isEmpty() ? "" : " → " + line.ours());
    }
}
