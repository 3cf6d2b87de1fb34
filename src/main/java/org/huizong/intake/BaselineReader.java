package org.huizong.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Fault;
import org.huizong.catalogue.Faults;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Row;
import org.huizong.catalogue.Table;
import org.huizong.catalogue.Unit;
import org.huizong.catalogue.UnitBook;
import org.huizong.intake.parse.NumberText;
import org.huizong.intake.parse.PeriodText;
import org.huizong.model.BaselineFigure;
import org.huizong.model.Period;
import org.huizong.text.Folding;
import org.huizong.text.Nearest;

/**
 * Reads a file of figures of earlier periods: a CSV table with the columns period, unit, code, value and source.
 *
 * <p>Checks what the catalogue alone can tell; whether a period was collected with the program is the store's to know.
 */
public final class BaselineReader {
    /** The columns of the table. */
    public static final Set<String> COLUMNS =
            Collections.unmodifiableSet(new LinkedHashSet<>(List.of("period", "unit", "code", "value", "source")));

    private final Catalogue catalogue;
    private final UnitBook units;
    private final LocalDate today;

    /** A reader of figures in the terms of that catalogue; a period that ends after today is to come. */
    public BaselineReader(Catalogue catalogue, LocalDate today) {
        this.catalogue = catalogue;
        this.units = new UnitBook(catalogue);
        this.today = today;
    }

    /** Reads the bytes of the file of that name. Bad content never throws. */
    public BaselineReading read(String name, byte[] bytes) {
        Faults faults = new Faults();
        List<BaselineFigure> figures = new ArrayList<>();
        Table table = Table.read(name, bytes, COLUMNS, faults);
        if (table.rows().isEmpty() && faults.all().isEmpty()) {
            faults.add(name, 0, "", "baseline.empty", Map.of());
        }
        boolean headed = faults.all().stream().noneMatch(f -> f.kind().equals("column.missing"));
        if (headed) {
            figures.addAll(read(table));
        }
        List<Fault> all = new ArrayList<>(faults.all());
        all.sort(Comparator.comparingLong(Fault::line));
        return new BaselineReading(figures, all);
    }

    private List<BaselineFigure> read(Table table) {
        List<BaselineFigure> figures = new ArrayList<>();
        Map<BaselineFigure.Key, BaselineFigure> seen = new HashMap<>();
        for (Row row : table.rows()) {
            read(row).ifPresent(figure -> {
                BaselineFigure first = seen.putIfAbsent(figure.key(), figure);
                if (first == null) {
                    figures.add(figure);
                } else {
                    String kind = first.value().compareTo(figure.value()) == 0 ? "baseline.twice" : "baseline.conflict";
                    row.fault(
                            "value",
                            kind,
                            Map.of(
                                    "line",
                                    String.valueOf(first.line()),
                                    "first",
                                    text(first.value()),
                                    "value",
                                    text(figure.value())));
                }
            });
        }
        return figures;
    }

    private Optional<BaselineFigure> read(Row row) {
        Optional<Period> period = period(row);
        Optional<Unit> unit = unit(row);
        Optional<Coded> coded = coded(row);
        String source = row.needed("source");
        Optional<BigDecimal> value = value(row, coded);
        if (period.isEmpty() || unit.isEmpty() || coded.isEmpty() || value.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        return fits(row, period.get(), unit.get(), coded.get())
                ? Optional.of(new BaselineFigure(
                        period.get(), unit.get().code(), coded.get().code(), value.get(), source, row.line()))
                : Optional.empty();
    }

    private Optional<Period> period(Row row) {
        String text = row.needed("period");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Period> period = PeriodText.named(text);
        if (period.isEmpty()) {
            row.fault("period", "baseline.period", Map.of("value", Folding.shorten(text)));
        } else if (!period.get().end().isBefore(today)) {
            row.fault("period", "baseline.future", Map.of("value", period.get().code(), "today", today.toString()));
            return Optional.empty();
        }
        return period;
    }

    private Optional<Unit> unit(Row row) {
        String text = row.needed("unit");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Unit> unit = units.find(text);
        if (unit.isEmpty()) {
            fault(row, "unit", text, units.near(text));
        }
        return unit;
    }

    /** What a code means: an item of a return, or an indicator of the township. */
    private record Coded(String code, Optional<Item> item, Optional<Indicator> indicator) {
        boolean isWhole() {
            return item.map(i -> i.type() == ItemType.INTEGER)
                    .or(() -> indicator.map(i -> i.decimals() == 0))
                    .orElse(false);
        }
    }

    private Optional<Coded> coded(Row row) {
        String text = row.needed("code");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String code = Folding.fold(text);
        Coded coded = new Coded(code, catalogue.item(code), catalogue.indicator(code));
        if (coded.item().isEmpty() && coded.indicator().isEmpty()) {
            fault(row, "code", text, near(code));
            return Optional.empty();
        }
        if (coded.item().filter(i -> !i.type().isNumeric()).isPresent()) {
            row.fault("code", "baseline.text", Map.of("value", code));
            return Optional.empty();
        }
        return Optional.of(coded);
    }

    private static void fault(Row row, String column, String written, String near) {
        String kind = "baseline." + column + (near.isEmpty() ? "" : ".near");
        row.fault(column, kind, Map.of("value", Folding.shorten(written), "near", near));
    }

    /** The codes most like it; empty if none is. */
    private String near(String code) {
        return Nearest.of(
                code,
                Stream.concat(
                                catalogue.items().stream().map(Item::code),
                                catalogue.indicators().stream().map(Indicator::code))
                        .distinct()
                        .toList());
    }

    private static Optional<BigDecimal> value(Row row, Optional<Coded> coded) {
        String text = row.needed("value");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number =
                text.chars().anyMatch(Character::isDigit) ? NumberText.read(text, "") : Optional.empty();
        if (number.isEmpty()) {
            row.fault("value", "baseline.number", Map.of("value", Folding.shorten(text)));
            return Optional.empty();
        }
        BigDecimal value = number.get().stripTrailingZeros();
        if (value.scale() > 0 && coded.map(Coded::isWhole).orElse(false)) {
            row.fault("value", "cell.integer", Map.of("value", text));
            return Optional.empty();
        }
        Optional<BigDecimal> least =
                coded.flatMap(Coded::item).flatMap(Item::min).filter(m -> m.signum() == 0);
        if (value.signum() < 0 && least.isPresent()) {
            row.fault("value", "baseline.negative", Map.of("value", text));
            return Optional.empty();
        }
        return Optional.of(value.scale() < 0 ? value.setScale(0) : value);
    }

    /** Whether the unit can have had such a figure in such a period. */
    private boolean fits(Row row, Period period, Unit unit, Coded coded) {
        boolean whole = unit.equals(catalogue.top());
        if (coded.item().isEmpty()) {
            if (!whole) {
                row.fault(
                        "unit",
                        "baseline.indicator",
                        Map.of("value", coded.code(), "top", catalogue.top().code()));
            }
            return whole;
        }
        Item item = coded.item().get();
        if (!whole && !unit.returns().contains(item.form())) {
            row.fault("code", "baseline.owes", Map.of("value", coded.code(), "unit", name(unit), "form", item.form()));
            return false;
        }
        if (!whole && !unit.validity().covers(period.last())) {
            row.fault("unit", "baseline.alive", Map.of("unit", name(unit), "period", period.code()));
            return false;
        }
        boolean shorter = catalogue.returns().stream()
                .filter(r -> r.code().equals(item.form()))
                .allMatch(r -> r.frequency().months() > period.frequency().months());
        if (shorter) {
            row.fault("period", "baseline.short", Map.of("period", period.code(), "form", item.form()));
        }
        return !shorter;
    }

    private static String name(Unit unit) {
        return unit.label() + " " + unit.code();
    }

    private static String text(BigDecimal number) {
        return number.toPlainString();
    }
}
