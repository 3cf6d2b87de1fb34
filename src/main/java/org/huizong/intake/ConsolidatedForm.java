package org.huizong.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.intake.locate.Locator;
import org.huizong.intake.parse.Filler;
import org.huizong.intake.parse.Normaliser;
import org.huizong.intake.parse.NumberText;
import org.huizong.intake.parse.ParsedValue;
import org.huizong.layout.Field;
import org.huizong.layout.RollUpTable;
import org.huizong.layout.UnitNames;
import org.huizong.model.Argument;
import org.huizong.model.Below;
import org.huizong.model.CellAddress;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.CellRange;
import org.huizong.spreadsheet.read.SheetCells;
import org.huizong.text.Folding;

/**
 * What a consolidated form says beside its totals: how many of those who owed it are in it, who is not, and each unit's
 * figures of the items of which a total says too little.
 */
final class ConsolidatedForm {
    private static final int MAX_UNITS = 500;
    private static final int DIGITS = 6;

    private final Catalogue catalogue;
    private final Normaliser normaliser;
    private final SheetCells sheet;
    private final Return form;
    private final CellRef place;
    private final List<RollUpReading.Row> rows;
    private final List<Observation> observations = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * One that is still to be read.
     *
     * @param rows the units' figures of it that the workbook hands up; empty in workbooks that carry them on the form
     */
    ConsolidatedForm(
            Catalogue catalogue,
            Normaliser normaliser,
            SheetCells sheet,
            Return form,
            CellRef place,
            List<RollUpReading.Row> rows) {
        this.catalogue = catalogue;
        this.normaliser = normaliser;
        this.sheet = sheet;
        this.form = form;
        this.place = place;
        this.rows = rows;
    }

    /** Whether nobody reported: then it is as if it had not been sent. */
    boolean isOfNobody() {
        return number(Field.BELOW_COUNTED).filter(n -> n == 0).isPresent();
    }

    /** Says that nobody below reported. */
    Finding nobody(String unit) {
        return Finding.failed("below.nobody", Severity.NOTICE, place.whole())
                .ofUnit(unit)
                .ofForm(form.code())
                .with("owed", Argument.of(number(Field.BELOW_OWED).orElse(0)));
    }

    /**
     * Reads it; call once.
     *
     * @param totals what was read of the form itself
     */
    ConsolidatedForm read(List<Observation> totals, YearMonth month, boolean from1904) {
        missing();
        Optional<CellRange> units = sheet.named(UnitNames.UNITS);
        if (!rows.isEmpty()) {
            handedUp(totals, month, from1904);
        } else if (units.isPresent()) {
            catalogue.items(form.code(), month).stream()
                    .filter(catalogue::needsUnits)
                    .forEach(item -> sheet.named(UnitNames.figures(item.code()))
                            .ifPresent(figures -> item(item, units.get(), figures, totals, from1904)));
        } else if (catalogue.items(form.code(), month).stream().anyMatch(catalogue::needsUnits)) {
            findings.add(Finding.failed("below.units", Severity.NOTICE, place.whole())
                    .ofForm(form.code()));
        }
        return this;
    }

    List<Observation> observations() {
        return observations;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Says who is lacking, as the form says it; if it does not, as the rows that are handed up do. */
    private void missing() {
        Map<String, RollUpReading.Row> lacking = lacking();
        int counted = number(Field.BELOW_COUNTED).orElse(0);
        int owed = Math.max(number(Field.BELOW_OWED).orElse(0), lacking.isEmpty() ? 0 : counted + lacking.size());
        String said = text(Field.BELOW_MISSING);
        List<String> names = said.isEmpty()
                ? lacking.values().stream().map(RollUpReading.Row::label).toList()
                : Below.names(said);
        List<String> shown = names.stream().map(Folding::shorten).toList();
        String missing = Below.text(shown, said);
        if (owed <= counted && missing.isEmpty()) {
            return;
        }
        observe(Below.OWED, Value.of(owed), Field.BELOW_OWED);
        observe(Below.COUNTED, Value.of(counted), Field.BELOW_COUNTED);
        observe(Below.MISSING, Value.of(missing), Field.BELOW_MISSING);
        findings.add(Finding.failed("below.missing", Severity.NOTICE, place.whole())
                .with("owed", Argument.of(owed))
                .with("counted", Argument.of(counted))
                .with(
                        "who",
                        new Argument.Several(shown.stream().map(Argument::text).toList())));
    }

    /** The rows that say of a unit that it has sent nothing, by its code. */
    private Map<String, RollUpReading.Row> lacking() {
        Set<String> reporting = rows.stream()
                .filter(row -> !row.item().isEmpty())
                .map(RollUpReading.Row::unit)
                .collect(Collectors.toSet());
        Map<String, RollUpReading.Row> lacking = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.item().isEmpty() && !reporting.contains(row.unit()))
                .forEach(row -> lacking.putIfAbsent(row.unit(), row));
        return lacking;
    }

    private void observe(String code, Value value, Field field) {
        Locator.named(sheet, field.definedName())
                .ifPresent(address -> observations.add(new Observation(code, "", value, place.at(address))));
    }

    private String text(Field field) {
        return Locator.named(sheet, field.definedName())
                .flatMap(a -> sheet.cell(a.row(), a.column()))
                .map(cell -> Folding.trim(cell.show()))
                .orElse("");
    }

    private Optional<Integer> number(Field field) {
        return Optional.of(text(field))
                .filter(t -> t.matches("\\d{1," + DIGITS + "}"))
                .map(Integer::parseInt);
    }

    /**
     * Tells whether rows of the table are lacking: every item has those of the same units, as many as the form says are in
     * it. Of a unit that reports for many, its own or those of the units below it.
     */
    private boolean isTornApart(Map<String, List<RollUpReading.Row>> byItem, YearMonth month) {
        Set<Set<String>> units = byItem.entrySet().stream()
                .filter(e -> !e.getKey().isEmpty())
                .map(e -> e.getValue().stream().map(ConsolidatedForm::top).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
        int counted = number(Field.BELOW_COUNTED).orElse(-1);
        boolean all = catalogue.items(form.code(), month).stream()
                .filter(catalogue::needsUnits)
                .allMatch(item -> byItem.containsKey(item.code()));
        return !all || units.stream().anyMatch(of -> units.size() > 1 || of.size() != counted);
    }

    private static String top(RollUpReading.Row row) {
        int path = row.unit().indexOf(RollUpTable.PATH);
        return path < 0 ? row.unit() : row.unit().substring(0, path);
    }

    /** Reads the rows of the table that is handed up. */
    private void handedUp(List<Observation> totals, YearMonth month, boolean from1904) {
        Map<String, List<RollUpReading.Row>> byItem = rows.stream()
                .collect(Collectors.groupingBy(RollUpReading.Row::item, LinkedHashMap::new, Collectors.toList()));
        if (isTornApart(byItem, month)) {
            findings.add(
                    Finding.failed("below.rows", Severity.ERROR, place.whole()).ofForm(form.code()));
        }
        lacking()
                .values()
                .forEach(row -> observations.add(
                        new Observation(Below.LACKING, row.unit(), Value.of(row.label()), row.where())));
        catalogue.items(form.code(), month).stream()
                .filter(item -> byItem.containsKey(item.code()))
                .forEach(item -> {
                    Set<String> seen = new HashSet<>();
                    List<BigDecimal> numbers = new ArrayList<>();
                    byItem.getOrDefault(item.code(), List.of()).stream()
                            .filter(row -> seen.add(row.unit()))
                            .forEach(row -> unit(item, row.unit(), row.value(), row.where(), from1904)
                                    .ifPresent(numbers::add));
                    hold(item, totals, numbers);
                });
    }

    /** Notes what a unit says of an item, and gives its number if there is one. */
    private Optional<BigDecimal> unit(Item item, String unit, Optional<Value> cell, CellRef where, boolean from1904) {
        // a dash is a figure that nobody knows, and no zero
        Optional<Value> known = cell.filter(c -> !Filler.isDash(c.show()));
        ParsedValue parsed = normaliser.normalise(known, item, from1904);
        parsed.finding(item, where).filter(Finding::sendsBack).ifPresent(findings::add);
        Value read = parsed.value();
        Value value = read.asNumber().isPresent()
                ? read
                : cell.filter(c -> NumberText.isCrossed(c.show())).isPresent() ? Value.Gap.NOT_OWED : Value.Gap.BLANK;
        observations.add(new Observation(Below.ofUnits(item.code()), unit, value, where));
        return read.asNumber();
    }

    private void item(Item item, CellRange units, CellRange figures, List<Observation> totals, boolean from1904) {
        Set<String> seen = new HashSet<>();
        List<BigDecimal> numbers = new ArrayList<>();
        int rows = Math.min(MAX_UNITS, units.last().row() - units.first().row() + 1);
        for (int i = 0; i < rows; i++) {
            CellAddress at =
                    new CellAddress(figures.first().row() + i, figures.first().column());
            String unit = sheet.cell(units.first().row() + i, units.first().column())
                    .map(cell -> Folding.trim(cell.show()))
                    .filter(code -> code.length() <= RollUpReading.MAX_CODE)
                    .orElse("");
            if (!unit.isEmpty() && seen.add(unit)) {
                unit(item, unit, sheet.cell(at.row(), at.column()), place.at(at), from1904)
                        .ifPresent(numbers::add);
            }
        }
        hold(item, totals, numbers);
    }

    private void hold(Item item, List<Observation> totals, List<BigDecimal> numbers) {
        totals.stream()
                .filter(o -> o.item().equals(item.code()))
                .findFirst()
                .ifPresent(total -> hold(item, total, numbers));
    }

    /** The total and the units' figures must say the same: if not, somebody has changed one of them by hand. */
    private void hold(Item item, Observation total, List<BigDecimal> numbers) {
        Optional<BigDecimal> is = total.value().asNumber().map(n -> rounded(item, n));
        Optional<BigDecimal> expected = item.across().of(numbers).map(n -> rounded(item, n));
        if (!is.equals(expected)) {
            findings.add(Finding.failed("below.disagree", Severity.ERROR, total.where())
                    .ofItem(item.code())
                    .with("value", shown(is))
                    .with("expected", shown(expected)));
        }
    }

    private static Argument shown(Optional<BigDecimal> number) {
        return number.map(Argument::of).orElse(Argument.name("—"));
    }

    private static BigDecimal rounded(Item item, BigDecimal number) {
        return number.setScale(item.type().decimals(), RoundingMode.HALF_UP);
    }
}
