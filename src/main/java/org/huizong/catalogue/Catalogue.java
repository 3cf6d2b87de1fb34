package org.huizong.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.formula.Formula;
import org.huizong.formula.Kind;
import org.huizong.formula.ParsedFormula;
import org.huizong.formula.Workdays;
import org.huizong.model.Frequency;
import org.huizong.model.Period;
import org.huizong.model.Validity;

/** All tables of a catalogue that passed the check of their shape. Immutable, for use by several threads. */
public final class Catalogue {
    private final Tables tables;
    private final String digest;
    private final String digestOfAll;
    private final Map<String, byte[]> documents;
    private final Map<String, Unit> units;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, List<Item>> definitions;
    private final Map<String, List<Choice>> choices;
    private final Map<String, List<Item>> itemsByForm;
    private final WorkCalendar calendar;
    private final Set<String> registers;
    private final Map<TargetKey, BigDecimal> targets = new HashMap<>();
    private final Map<String, ParsedFormula> formulas = new ConcurrentHashMap<>();

    /** What a target is of, whose it is, and for which year. */
    private record TargetKey(String indicator, String unit, int year) {}

    Catalogue(Tables tables, String digest) {
        this(tables, digest, digest, Map.of());
    }

    Catalogue(Tables tables, String digest, String digestOfAll, Map<String, byte[]> documents) {
        this.tables = tables;
        this.digest = digest;
        this.digestOfAll = digestOfAll;
        this.documents = Map.copyOf(documents);
        this.units = tables.units().stream()
                .collect(Collectors.toMap(Unit::code, Function.identity(), (a, b) -> b, LinkedHashMap::new));
        this.choices = new HashMap<>(tables.choices().stream().collect(Collectors.groupingBy(Choice::list)));
        choices.computeIfAbsent(
                Choice.UNITS, list -> units.values().stream().map(Choice::of).toList());
        Map<String, Integer> columnOrder = new HashMap<>();
        choices.forEach((list, entries) -> {
            if (list.endsWith(HeadPaths.COLUMNS)) {
                String form = list.substring(0, list.length() - HeadPaths.COLUMNS.length());
                for (int i = 0; i < entries.size(); i++) {
                    columnOrder.putIfAbsent(form + '/' + entries.get(i).code(), i);
                }
            }
        });
        this.itemsByForm = tables.items().stream()
                .sorted(Comparator.comparing(Item::row)
                        .thenComparing(i -> columnOrder.getOrDefault(i.form() + '/' + i.column(), 0)))
                .collect(Collectors.groupingBy(Item::form));
        tables.items().forEach(i -> items.put(i.code(), i));
        this.definitions = tables.items().stream().collect(Collectors.groupingBy(Item::code));
        this.registers = tables.returns().stream()
                .filter(r -> r.kind() == Return.Kind.REGISTER)
                .map(Return::code)
                .collect(Collectors.toSet());
        String all = tables.units().stream()
                .filter(u -> u.parent().isEmpty())
                .findFirst()
                .map(Unit::code)
                .orElse("");
        tables.targets()
                .forEach(t -> targets.putIfAbsent(
                        new TargetKey(t.indicator(), t.unit().orElse(all), t.year()), t.value()));
        this.calendar =
                new WorkCalendar(days(tables.holidays(), Holiday.Day.OFF), days(tables.holidays(), Holiday.Day.WORK));
    }

    /** SHA-256 over all tables: what a reading depends on. */
    public String digest() {
        return digest;
    }

    /** SHA-256 over all tables and Word files: an edited text is another catalogue, but no return is read again for it. */
    public String digestOfAll() {
        return digestOfAll;
    }

    /** The Word file of that name: the catalogue's own, else the built-in one. */
    public Document document(String name) {
        byte[] own = documents.get(name);
        return own == null
                ? new Document(name, CatalogueLoader.builtIn(name).orElseThrow(), false)
                : new Document(name, own, true);
    }

    /** Every unit, in the order of the table. */
    public List<Unit> units() {
        return List.copyOf(units.values());
    }

    /** The unit of that code. */
    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    /** The unit at the top: the township, or the county that consolidates its townships. */
    public Unit top() {
        return units.values().stream()
                .filter(u -> u.parent().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Every return in every version, in the order of the table. */
    public List<Return> returns() {
        return tables.returns();
    }

    /** The version of a return that is used in that month. */
    public Optional<Return> form(String code, YearMonth month) {
        return tables.returns().stream()
                .filter(r -> r.code().equals(code) && r.validity().covers(month))
                .findFirst();
    }

    /** Whether that return is a register in any of its versions. */
    public boolean isRegister(String code) {
        return registers.contains(code);
    }

    /**
     * Whether an item is counted from the records of a register; it then has a figure a submission, as a filled item
     * has.
     */
    public boolean isMeasure(Item item) {
        return item.isComputed() && isRegister(item.form());
    }

    /**
     * Whether an item's figure over several months or units is worked out anew from aggregated operands. A computed
     * stock, with {@code time} last or max, and a measure are aggregated from their reported values like any other.
     */
    public boolean isRecalculated(Item item) {
        boolean added = item.time() == Item.Time.SUM || item.time() == Item.Time.NONE;
        return item.isComputed() && added && !isMeasure(item);
    }

    /** Whether any unit reports for many: whether this is the catalogue of a county. */
    public boolean isOfMany() {
        return units.values().stream().anyMatch(Unit::reportsForMany);
    }

    /**
     * Whether the months of each unit must be taken together before the units are: the least of the units' years is not
     * the sum of each month's least. Of such an item a month's total is too little for a year, and the level above
     * needs the units' figures.
     */
    public boolean needsUnits(Item item) {
        boolean either = item.time() == Item.Time.SUM && item.across() == Item.Across.SUM;
        boolean none = item.time() == Item.Time.NONE || item.across() == Item.Across.NONE;
        return item.type().isNumeric() && !either && !none && !isRecalculated(item) && !isRegister(item.form());
    }

    /** The returns used in that month, in the order of the table. */
    public List<Return> forms(YearMonth month) {
        return tables.returns().stream().filter(r -> r.validity().covers(month)).toList();
    }

    /** The items of a return that are asked in that month, by line and column of the form. */
    public List<Item> items(String form, YearMonth month) {
        return itemsByForm.getOrDefault(form, List.of()).stream()
                .filter(i -> i.validity().covers(month))
                .toList();
    }

    /** Every item in the order of the table. */
    public List<Item> items() {
        return tables.items();
    }

    /** The item of that code; the last in the table if it was defined anew. */
    public Optional<Item> item(String code) {
        return Optional.ofNullable(items.get(code));
    }

    /**
     * What a name of three parts stands for: the item of its first two names the key item of a register as its list of
     * choices, and its third is an item of that register. Empty for any other name.
     */
    public Optional<Reference> reference(String name) {
        int dot = name.lastIndexOf('.');
        return item(name.substring(0, Math.max(0, dot)))
                .filter(Catalogue::pointsToARecord)
                .flatMap(from -> item(from.choices())
                        .filter(Item::key)
                        .flatMap(key -> item(key.form() + name.substring(dot)))
                        .map(to -> new Reference(from, to)));
    }

    /** The kind of value that a name in a formula stands for, with or without a prefix; any for one that is nothing. */
    public Kind kind(String named) {
        String operand = Name.ofEither(named);
        if (operand.equals(Workdays.HOLIDAYS)) {
            return Kind.HOLIDAYS;
        }
        return Name.CONTEXT.contains(operand)
                ? Kind.DATE
                : reference(operand)
                        .map(Reference::to)
                        .or(() -> item(Name.of(operand).item()))
                        .map(item -> item.type().kind())
                        .orElse(Kind.ANY);
    }

    private static boolean pointsToARecord(Item item) {
        return item.type() == ItemType.TEXT && !item.choices().isEmpty();
    }

    /**
     * The item of that code as it is asked in a month; outside its months, as it was asked last before, or first after.
     */
    public Optional<Item> item(String code, YearMonth month) {
        List<Item> all = definitions.getOrDefault(code, List.of());
        return all.stream()
                .filter(i -> i.validity().covers(month))
                .findFirst()
                .or(() -> all.stream()
                        .filter(i -> i.validity().until().map(month::isAfter).orElse(false))
                        .max(Comparator.comparing(i -> i.validity().until().orElse(month))))
                .or(() -> all.stream().findFirst());
    }

    /** Every definition of that code, in the order of the table: an item may be defined anew for later months. */
    public List<Item> definitions(String code) {
        return definitions.getOrDefault(code, List.of());
    }

    /** Tells whether an item is asked in a month. */
    public boolean isAsked(String code, YearMonth month) {
        return definitions.getOrDefault(code, List.of()).stream()
                .anyMatch(i -> i.validity().covers(month));
    }

    /**
     * The items of a return that are asked in any of these months, each as it is asked last among them, by line and
     * column.
     */
    public List<Item> items(String form, List<YearMonth> months) {
        Set<String> taken = new HashSet<>();
        List<Item> asked = new ArrayList<>();
        for (int i = months.size() - 1; i >= 0; i--) {
            items(form, months.get(i)).stream()
                    .filter(item -> taken.add(item.code()))
                    .forEach(asked::add);
        }
        List<Item> order = itemsByForm.getOrDefault(form, List.of());
        asked.sort(Comparator.comparing(order::indexOf));
        return asked;
    }

    /** The return as it is used last among these months; empty if it is used in none of them. */
    public Optional<Return> form(String code, List<YearMonth> months) {
        return latest(months, month -> form(code, month));
    }

    /** The entries of a list in order; empty if there is no such list. */
    public List<Choice> choices(String list) {
        return choices.getOrDefault(list, List.of());
    }

    /** The entry of that list and code. */
    public Optional<Choice> choice(String list, String code) {
        return choices(list).stream().filter(c -> c.code().equals(code)).findFirst();
    }

    private static <T> Optional<T> latest(List<YearMonth> months, Function<YearMonth, Optional<T>> find) {
        for (int i = months.size() - 1; i >= 0; i--) {
            Optional<T> found = find.apply(months.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static SortedSet<LocalDate> days(List<Holiday> holidays, Holiday.Day day) {
        return holidays.stream()
                .filter(h -> h.day() == day)
                .flatMap(h -> h.date().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The days off and the weekend days worked. */
    public WorkCalendar calendar() {
        return calendar;
    }

    /**
     * The formula of a text in the tables; it is parsed once, however many ask for it.
     *
     * @throws IllegalArgumentException if it is none, which the lint of formulas rules out
     */
    public Formula formula(String text) {
        return parsed(text).orThrow();
    }

    /** A text in the tables read as a formula, whether it is one or not. */
    public ParsedFormula parsed(String text) {
        return formulas.computeIfAbsent(text, Formula::read);
    }

    /** Every rule in the order of the table. */
    public List<Rule> rules() {
        return tables.rules();
    }

    /** The rules held against a period that ends in that month. */
    public List<Rule> rules(YearMonth month) {
        return tables.rules().stream().filter(r -> r.validity().covers(month)).toList();
    }

    /** The rule of that id that is held against a period that ends in that month. */
    public Optional<Rule> rule(String id, YearMonth month) {
        return tables.rules().stream()
                .filter(r -> r.id().equals(id) && r.validity().covers(month))
                .findFirst();
    }

    /** Every indicator in the order of the report. */
    public List<Indicator> indicators() {
        return tables.indicators();
    }

    /**
     * The indicators reported in any of these months, each as it is reported last among them, in the report's order.
     */
    public List<Indicator> indicators(List<YearMonth> months) {
        return tables.indicators().stream()
                .filter(i -> latest(months, month -> indicator(i.code(), month)).equals(Optional.of(i)))
                .toList();
    }

    /**
     * The indicators of a period: those reported in any of its months that are made of returns no rarer than it. What
     * is reported by the half-year has no figure of a month.
     */
    public List<Indicator> indicators(Period period) {
        return indicators(period.months()).stream()
                .filter(i -> isReported(i, period.frequency()))
                .toList();
    }

    /** Whether any return that an indicator is made of is owed for periods of that length or shorter ones. */
    public boolean isReported(Indicator indicator, Frequency frequency) {
        List<String> forms = formula(indicator.formula()).operands().stream()
                .flatMap(code -> item(code).stream())
                .map(Item::form)
                .toList();
        return forms.isEmpty()
                || tables.returns().stream()
                        .filter(r -> forms.contains(r.code()))
                        .anyMatch(r -> r.frequency().months() <= frequency.months());
    }

    /** The indicator of that code; the first in the table if it was defined anew. */
    public Optional<Indicator> indicator(String code) {
        return tables.indicators().stream().filter(i -> i.code().equals(code)).findFirst();
    }

    private Optional<Indicator> indicator(String code, YearMonth month) {
        return tables.indicators().stream()
                .filter(i -> i.code().equals(code) && i.validity().covers(month))
                .findFirst();
    }

    /** Every criterion of the assessment in the order of the table; none if nobody is assessed. */
    public List<Criterion> criteria() {
        return tables.criteria();
    }

    /** The criterion of that code that is used in that month. */
    public Optional<Criterion> criterion(String code, YearMonth month) {
        return tables.criteria().stream()
                .filter(c -> c.code().equals(code) && c.validity().covers(month))
                .findFirst();
    }

    /** What shows whether the work stands, in the order of the table. */
    public List<Pillar> pillars() {
        return tables.pillars();
    }

    /** Every target in the order of the table. */
    public List<Target> targets() {
        return tables.targets();
    }

    /** The target of a unit for a year. */
    public Optional<BigDecimal> target(Indicator indicator, String unit, int year) {
        return Optional.ofNullable(targets.get(new TargetKey(indicator.code(), unit, year)));
    }

    /** The target of the whole township for a year: that of the table of targets, else that of the indicator. */
    public Optional<BigDecimal> target(Indicator indicator, int year) {
        return target(indicator, top().code(), year).or(indicator::target);
    }

    /**
     * What is owed for exactly this period: by units that exist in its last month, of returns with its frequency.
     *
     * @return in the order of units and, within a unit, of returns.csv
     */
    public List<Obligation> owed(Period period) {
        return expected(period, Return::isOwed);
    }

    /** What units may send for exactly this period: what is owed, and the office's own registers, in the same order. */
    public List<Obligation> issued(Period period) {
        return expected(period, r -> true);
    }

    private List<Obligation> expected(Period period, Predicate<Return> which) {
        List<String> due = forms(period.last()).stream()
                .filter(r -> r.frequency() == period.frequency() && which.test(r))
                .map(Return::code)
                .toList();
        return units.values().stream()
                .flatMap(u -> due.stream()
                        .filter(form -> u.owes(form, period.last()))
                        .map(form -> new Obligation(u.code(), form, period)))
                .toList();
    }

    /** How many times a unit owes a return that asks an item from January to before a period. */
    public int askedBefore(String unit, Item item, Period period) {
        String form = item.form();
        return (int) Stream.iterate(period.prior(), Period::prior)
                .takeWhile(p -> p.first().getYear() == period.first().getYear())
                .filter(p -> unit(unit).filter(u -> u.owes(form, p.last())).isPresent())
                .filter(p -> forms(p.last()).stream().anyMatch(r -> r.code().equals(form)))
                .filter(p -> isAsked(item.code(), p.last()))
                .count();
    }

    /**
     * What is owed for this period and every shorter one inside it: twelve months, quarters and so on for a year.
     *
     * @return by period, then unit, then return
     */
    public List<Obligation> owedWithin(Period period) {
        return Stream.of(Frequency.values())
                .filter(f -> f.months() <= period.frequency().months())
                .flatMap(f -> period.months().stream().map(m -> Period.holding(m, f)))
                .distinct()
                .filter(p -> !p.first().isBefore(period.first()) && !p.last().isAfter(period.last()))
                .sorted()
                .flatMap(p -> owed(p).stream())
                .toList();
    }

    /** The month as of which blank templates are made: the last in which anything in the catalogue begins. */
    public YearMonth newest() {
        Stream<Validity> all = Stream.of(
                        units.values().stream().map(Unit::validity),
                        tables.returns().stream().map(Return::validity),
                        tables.items().stream().map(Item::validity),
                        tables.rules().stream().map(Rule::validity))
                .flatMap(Function.identity());
        return all.flatMap(v -> v.from().stream())
                .max(Comparator.naturalOrder())
                .orElse(YearMonth.of(2000, 1));
    }

    /**
     * The line of its table on which a unit, return, item, rule or indicator stands; 0 if it is not of this catalogue.
     */
    public long line(Object row) {
        return tables.line(row);
    }
}
