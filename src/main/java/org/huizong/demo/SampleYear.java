package org.huizong.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Obligation;
import org.huizong.catalogue.Unit;
import org.huizong.demo.SampleTables.Cell;
import org.huizong.demo.SampleTables.Stage;
import org.huizong.layout.Field;
import org.huizong.model.Frequency;
import org.huizong.model.Period;
import org.huizong.model.Value;

/**
 * What the units of 青溪镇 send in 2025: by the due day, and later what was late or is corrected.
 *
 * <p>The same at every call. Mistakes are planted, so that every page of the workbook has something to show; each is
 * corrected within its month.
 */
public final class SampleYear {
    /** The year it is about. */
    public static final int YEAR = SampleFigures.YEAR;

    private static final int FIRST_DAY = 3;
    private static final int LATER_DAY = 8;
    private static final List<String> CLERKS = List.of("王秀英", "李建国", "张丽", "刘洋", "陈静", "杨帆", "赵敏", "黄磊", "周杰", "吴芳");

    private final Catalogue catalogue;
    private final SampleFigures figures;
    private final SampleRecords records;

    /** The sample year in the terms of the built-in catalogue. */
    public SampleYear(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.figures = new SampleFigures(catalogue);
        this.records = new SampleRecords(catalogue);
    }

    /** What has come by the due day of a month. */
    public List<Sending> inTime(YearMonth month) {
        return inTime(Period.month(month));
    }

    /** What comes after it: late workbooks and corrections. */
    public List<Sending> later(YearMonth month) {
        return later(Period.month(month));
    }

    /** What has come by the due day of a period: for a longer one what is owed once in it, such as the duties of a year. */
    public List<Sending> inTime(Period period) {
        return sendings(period, false);
    }

    /** What comes after it: late workbooks and corrections. */
    public List<Sending> later(Period period) {
        return sendings(period, true);
    }

    /** The longer periods of the year for which anything is owed, in the order in which they end. */
    public List<Period> longer() {
        return catalogue.owedWithin(Period.year(YEAR)).stream()
                .map(Obligation::period)
                .filter(p -> p.frequency() != Frequency.MONTH)
                .distinct()
                .sorted(Comparator.comparing(Period::last).thenComparing(Period::first, Comparator.reverseOrder()))
                .toList();
    }

    /** Every name, number and telephone of a person in the registers, each once. */
    public List<String> personal() {
        return records.personal();
    }

    private List<Sending> sendings(Period period, boolean later) {
        List<Sending> sendings = new ArrayList<>();
        List<String> owing =
                catalogue.owed(period).stream().map(Obligation::unit).distinct().toList();
        for (Unit unit : catalogue.units()) {
            List<Cell> cells = SampleTables.cells().stream()
                    .filter(c ->
                            Period.month(c.month()).equals(period) && c.unit().equals(unit.code()))
                    .toList();
            boolean late = cells.stream().anyMatch(c -> c.stage() == Stage.LATE);
            boolean corrected = cells.stream().anyMatch(c -> c.stage() == Stage.FIRST);
            if (owing.contains(unit.code()) && (later ? late || corrected : !late)) {
                sendings.add(sending(unit, period, later, corrected, cells));
            }
        }
        return sendings;
    }

    private Sending sending(Unit unit, Period period, boolean later, boolean corrected, List<Cell> cells) {
        YearMonth month = period.last();
        int place = catalogue.units().indexOf(unit);
        LocalDate day = month.plusMonths(1).atDay(later ? LATER_DAY : FIRST_DAY);
        List<Cell> said = cells.stream()
                .filter(c -> c.stage() == Stage.BOTH || (c.stage() == Stage.FIRST && !later))
                .toList();
        Map<String, Map<String, Value>> values = new LinkedHashMap<>();
        List<Obligation> all = catalogue.owed(period);
        for (Obligation owed : catalogue.issued(period)) {
            if (owed.unit().equals(unit.code())
                    && (all.contains(owed) || records.any(unit.code(), owed.form(), period))) {
                boolean register = catalogue.isRegister(owed.form());
                Map<String, Value> form = register
                        ? records.values(unit.code(), owed.form(), period, said)
                        : form(unit, owed.form(), month);
                foot(form, place, day, register);
                said.stream()
                        .filter(c -> !register && belongs(c.item(), owed.form()))
                        .forEach(c -> form.put(c.item(), value(c.value())));
                values.put(owed.form(), form);
            }
        }
        Instant saved = day.atTime(9, place).toInstant(ZoneOffset.ofHours(8));
        return new Sending(unit, period, later && corrected, values, saved);
    }

    private boolean belongs(String item, String form) {
        if (!item.startsWith("explain.")) {
            return item.startsWith(form + ".");
        }
        return catalogue.rules().stream()
                .filter(r -> item.equals("explain." + r.id()))
                .anyMatch(r -> r.locate().orElse("").startsWith(form + "."));
    }

    private Map<String, Value> form(Unit unit, String form, YearMonth month) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Item item : catalogue.items(form, month)) {
            if (item.type() == ItemType.CHOICE) {
                values.put(
                        item.code(),
                        Value.of(catalogue.choices(item.choices()).get(0).label()));
            } else if (item.type().isNumeric() && !item.isComputed()) {
                values.put(item.code(), Value.of(figures.figure(unit.code(), month.getMonthValue(), item.code())));
            }
        }
        return values;
    }

    private static void foot(Map<String, Value> form, int place, LocalDate day, boolean register) {
        form.put(Field.HEAD.definedName(), Value.of(CLERKS.get((place + 3) % CLERKS.size())));
        if (!register) {
            form.put(Field.STATISTICIAN.definedName(), Value.of(CLERKS.get((place + 6) % CLERKS.size())));
        }
        form.put(Field.FILLER.definedName(), Value.of(CLERKS.get(place % CLERKS.size())));
        form.put(Field.PHONE.definedName(), Value.of("1390000" + String.valueOf(1000 + place * 37)));
        form.put(Field.DATE.definedName(), Value.of(day));
    }

    private static Value value(String text) {
        return text.matches("-?\\d+(\\.\\d+)?") ? Value.of(new BigDecimal(text)) : Value.of(text);
    }
}
