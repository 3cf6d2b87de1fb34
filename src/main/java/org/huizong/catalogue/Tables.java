package org.huizong.catalogue;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.huizong.formula.MissingPolicy;
import org.huizong.model.Frequency;
import org.huizong.model.Severity;

/** The rows of every table as typed values, and the line each came from. */
record Tables(
        List<Unit> units,
        List<Return> returns,
        List<Item> items,
        List<Choice> choices,
        List<Holiday> holidays,
        List<Rule> rules,
        List<Indicator> indicators,
        List<Criterion> criteria,
        List<Target> targets,
        List<Pillar> pillars,
        IdentityHashMap<Object, Long> lines) {
    static final String UNITS = "units.csv";
    static final String RETURNS = "returns.csv";
    static final String ITEMS = "items.csv";
    static final String CHOICES = "choices.csv";
    static final String HOLIDAYS = "holidays.csv";
    static final String RULES = "rules.csv";
    static final String INDICATORS = "indicators.csv";
    static final String ASSESSMENT = "assessment.csv";
    static final String TARGETS = "targets.csv";
    static final String PILLARS = "pillars.csv";

    /** Tables that a catalogue may do without. */
    static final Set<String> OPTIONAL = Set.of(ASSESSMENT, TARGETS, PILLARS);

    /** Every table and its columns, in the order in which they are read and in which exported tables have them. */
    static final Map<String, Set<String>> COLUMNS = Columns.ALL;

    /** Turns raw tables into values; {@code raw} gives the table of a name. */
    static Tables of(Function<String, Table> raw) {
        IdentityHashMap<Object, Long> lines = new IdentityHashMap<>();
        HeadPaths heads = HeadPaths.of(raw.apply(CHOICES));
        return new Tables(
                read(raw.apply(UNITS), Tables::unit, lines),
                read(raw.apply(RETURNS), Tables::form, lines),
                read(raw.apply(ITEMS), Tables::item, lines),
                read(raw.apply(CHOICES), row -> choice(row, heads), lines),
                read(raw.apply(HOLIDAYS), Tables::holiday, lines),
                read(raw.apply(RULES), Tables::rule, lines),
                read(raw.apply(INDICATORS), Tables::indicator, lines).stream()
                        .sorted(Comparator.comparingInt(Indicator::order))
                        .toList(),
                read(raw.apply(ASSESSMENT), Tables::criterion, lines),
                read(raw.apply(TARGETS), Tables::target, lines),
                read(raw.apply(PILLARS), Tables::pillar, lines),
                lines);
    }

    /** The line of its table on which a row stands. */
    long line(Object row) {
        return lines.getOrDefault(row, 0L);
    }

    private static <T> List<T> read(Table table, Function<Row, T> convert, IdentityHashMap<Object, Long> lines) {
        return table.rows().stream()
                .map(row -> {
                    T value = convert.apply(row);
                    lines.put(value, row.line());
                    return value;
                })
                .toList();
    }

    private static Unit unit(Row row) {
        return new Unit(
                row.needed("code"),
                row.needed("label"),
                row.text("label_en", "label"),
                row.word("kind", UnitKind.class, UnitKind.DEPARTMENT),
                row.optional("parent"),
                row.list("returns"),
                row.list("aliases"),
                row.optional("area"),
                row.optional("merged_into"),
                row.validity());
    }

    /** The words for how often a return is owed; what is not owed is issued by the month. */
    private enum Often {
        MONTH(Frequency.MONTH),
        QUARTER(Frequency.QUARTER),
        HALF(Frequency.HALF),
        YEAR(Frequency.YEAR),
        NONE(Frequency.MONTH);

        private final Frequency length;

        Often(Frequency length) {
            this.length = length;
        }
    }

    private static Return form(Row row) {
        Often often = row.word("frequency", Often.class, Often.MONTH);
        return new Return(
                row.needed("code"),
                row.needed("version"),
                row.needed("form_no"),
                row.needed("label"),
                row.text("label_en", "label"),
                row.word("kind", Return.Kind.class, Return.Kind.FORM),
                often.length,
                often != Often.NONE,
                row.integer("due_day", 5),
                row.text("issuer"),
                row.text("issuer_en", "issuer"),
                row.lines("notes"),
                row.lines("notes_en", "notes"),
                row.optional("open"),
                row.integer("rows"),
                row.list("tally"),
                row.validity(),
                row.flag("changes"),
                row.list("aliases"));
    }

    private static Item item(Row row) {
        return new Item(
                row.needed("return"),
                row.needed("code"),
                row.needed("label"),
                row.text("label_en", "label"),
                ExcelText.line(row.text("row")),
                row.text("column"),
                row.word("type", ItemType.class, ItemType.INTEGER),
                row.text("measure"),
                row.flag("required"),
                row.flag("key"),
                row.number("min"),
                row.number("max"),
                row.text("choices"),
                row.word("time", Item.Time.class, Item.Time.SUM),
                row.word("across", Item.Across.class, Item.Across.SUM),
                row.text("formula"),
                row.flag("personal"),
                row.list("aliases"),
                row.validity(),
                ExcelText.line(row.text("under")),
                row.integer("lines"),
                row.flag("sanction"));
    }

    private static Choice choice(Row row, HeadPaths heads) {
        String list = row.needed("list");
        String code = row.needed("code");
        String label = row.needed("label");
        String labelEn = row.text("label_en", "label");
        return new Choice(
                list,
                list.endsWith(HeadPaths.ROWS) ? ExcelText.line(code) : code,
                heads.name(list, label),
                heads.name(list, labelEn),
                HeadPaths.of(list, label),
                HeadPaths.of(list, labelEn));
    }

    private static Holiday holiday(Row row) {
        return new Holiday(row.date("date"), row.word("day", Holiday.Day.class, Holiday.Day.OFF));
    }

    private static Rule rule(Row row) {
        return new Rule(
                row.needed("id"),
                row.word("scope", Rule.Scope.class, Rule.Scope.RETURN),
                row.word("severity", Severity.class, Severity.QUERY),
                row.needed("formula"),
                row.text("days"),
                row.word("missing", MissingPolicy.OF_RULES, MissingPolicy.SKIP),
                row.optional("locate"),
                row.needed("message"),
                row.text("message_en", "message"),
                row.text("basis"),
                row.validity());
    }

    private static Indicator indicator(Row row) {
        return new Indicator(
                row.needed("code"),
                row.needed("section"),
                row.integer("order", 0),
                row.needed("label"),
                row.text("label_en", "label"),
                row.text("measure"),
                row.needed("formula"),
                row.integer("decimals", 0),
                row.word("direction", Indicator.Direction.class, Indicator.Direction.NONE),
                row.number("target"),
                row.integer("headline"),
                row.text("note"),
                row.text("note_en", "note"),
                row.list("aliases"),
                row.flag("public"),
                row.validity());
    }

    private static Criterion criterion(Row row) {
        String full = row.needed("full");
        return new Criterion(
                row.needed("criterion"),
                row.needed("label"),
                row.text("label_en", "label"),
                row.words("kinds", UnitKind.class),
                row.word("frequency", Criterion.FREQUENCIES, Frequency.MONTH),
                full.isEmpty() ? BigDecimal.ONE : row.number("full").orElse(BigDecimal.ONE),
                row.text("formula"),
                row.number("cap"),
                row.word("time", Criterion.TIMES, Item.Time.MEAN),
                row.text("basis"),
                row.text("note"),
                row.text("note_en", "note"),
                row.validity());
    }

    private static Pillar pillar(Row row) {
        return new Pillar(
                row.needed("group"),
                row.needed("code"),
                row.text("label"),
                row.text("label_en", "label"),
                row.needed("item"),
                row.optional("by"),
                row.word("lacks", Pillar.Lacks.class, Pillar.Lacks.NONE));
    }

    private static Target target(Row row) {
        String value = row.needed("value");
        return new Target(
                row.needed("indicator"),
                row.optional("unit"),
                row.needed("year").isEmpty() ? 0 : row.integer("year", 0),
                value.isEmpty() ? BigDecimal.ZERO : row.number("value").orElse(BigDecimal.ZERO));
    }
}
