package org.huizong.catalogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizong.model.Frequency;
import org.huizong.model.Severity;
import org.huizong.model.Validity;

/** Checks what can be said without reading a formula: codes, references between tables, dates that overlap. */
final class ShapeLint {
    private static final Pattern RETURN_CODE = Pattern.compile("[a-z]{4,20}");
    private static final Pattern ITEM_CODE = Pattern.compile("([a-z]{4,20})\\.([a-z][a-z_]{2,}[a-z0-9_]*)");
    private static final Pattern RULE_ID = Pattern.compile("[A-Za-z]+[0-9]+");
    private static final Pattern NUMBERED = Pattern.compile("\\d+");
    private static final Set<String> RESERVED = Set.of(
            "prior",
            "ytd",
            "ytd_before",
            "year_ago",
            "explain",
            "other",
            "period",
            "unit",
            "return",
            "version",
            "nil",
            "true",
            "false");

    /** Names of facts about filing and queries begin with these. */
    private static final Set<String> RESERVED_RETURNS = Set.of("filing", "queries");

    private final Tables tables;
    private final Faults faults;

    ShapeLint(Tables tables, Faults faults) {
        this.tables = tables;
        this.faults = faults;
    }

    void run() {
        unique(Tables.UNITS, "code", tables.units(), Unit::code, u -> Validity.ALWAYS);
        unique(Tables.RETURNS, "code", tables.returns(), Return::code, Return::validity);
        unique(Tables.ITEMS, "code", tables.items(), Item::code, Item::validity);
        unique(Tables.ITEMS, "row", tables.items(), i -> i.form() + ' ' + i.row() + ' ' + i.column(), Item::validity);
        unique(Tables.RULES, "id", tables.rules(), Rule::id, Rule::validity);
        unique(Tables.INDICATORS, "code", tables.indicators(), Indicator::code, Indicator::validity);
        unique(
                Tables.INDICATORS,
                "headline",
                tables.indicators().stream()
                        .filter(i -> i.headline().isPresent())
                        .toList(),
                i -> i.headline().map(String::valueOf).orElse(""),
                Indicator::validity);
        unique(Tables.CHOICES, "code", tables.choices(), c -> c.list() + ' ' + c.code(), c -> Validity.ALWAYS);
        Set<String> returns = codes(tables.returns(), Return::code);
        Set<String> items = codes(tables.items(), Item::code);
        Set<String> lists = new HashSet<>(codes(tables.choices(), Choice::list));
        lists.add(Choice.UNITS);
        Set<String> keys =
                tables.items().stream().filter(Item::key).map(Item::code).collect(Collectors.toSet());
        Set<String> entries = codes(tables.choices(), c -> c.list() + ' ' + c.code());
        new UnitLint(tables, faults).run();
        Set<LocalDate> off = tables.holidays().stream()
                .filter(h -> h.day() == Holiday.Day.OFF)
                .flatMap(h -> h.date().stream())
                .collect(Collectors.toSet());
        tables.holidays().stream().filter(h -> h.day() == Holiday.Day.WORK).forEach(h -> worked(h, off));
        tables.returns().forEach(this::form);
        new ReturnLint(tables, faults).run();
        new HeadLint(tables, faults).run();
        tables.items().forEach(i -> item(i, returns, lists, keys, entries));
        tables.items().stream()
                .collect(Collectors.groupingBy(Item::form, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(this::lines);
        tables.rules().forEach(r -> rule(r, items));
        new IndicatorLint(tables, faults).run();
        unique(Tables.ASSESSMENT, "criterion", tables.criteria(), Criterion::code, Criterion::validity);
        new CriterionLint(tables, faults).run();
        new TargetLint(tables, faults).run();
        new PillarLint(tables, faults).run();
    }

    /** A day worked in exchange is a weekend day; one that is none, or off as well, is a slip. */
    private void worked(Holiday holiday, Set<LocalDate> off) {
        holiday.date().ifPresent(date -> {
            if (off.contains(date)) {
                fault(holiday, Tables.HOLIDAYS, "day", "holiday.both", Map.of("value", date.toString()));
            } else if (date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                fault(holiday, Tables.HOLIDAYS, "day", "holiday.weekday", Map.of("value", date.toString()));
            }
        });
    }

    /** Whether records can be counted by an item: a text or a choice of the register that names nobody in private. */
    private boolean isCounted(Return form, String code) {
        boolean isFirst = form.tally().get(0).equals(code);
        return tables.items().stream()
                .filter(i -> i.form().equals(form.code()) && i.code().equals(code) && !i.personal())
                .anyMatch(i -> i.type() == ItemType.CHOICE || (isFirst && i.type() == ItemType.TEXT));
    }

    private void form(Return form) {
        if (!RETURN_CODE.matcher(form.code()).matches()
                || RESERVED.contains(form.code())
                || RESERVED_RETURNS.contains(form.code())) {
            fault(form, Tables.RETURNS, "code", "return.code", Map.of("value", form.code()));
        }
        if (form.dueDay() < 1 || form.dueDay() > 31) {
            fault(form, Tables.RETURNS, "due_day", "return.due", Map.of("value", String.valueOf(form.dueDay())));
        }
        if (form.open().isPresent() && form.kind() != Return.Kind.REGISTER) {
            fault(form, Tables.RETURNS, "open", "return.open", Map.of());
        }
        form.rows().ifPresent(rows -> {
            if (form.kind() != Return.Kind.REGISTER) {
                fault(form, Tables.RETURNS, "rows", "return.rows.form", Map.of());
            } else if (rows < Return.MIN_ROWS || rows > Return.MAX_ROWS) {
                Map<String, String> arguments = Map.of(
                        "value", String.valueOf(rows),
                        "least", String.valueOf(Return.MIN_ROWS),
                        "most", String.valueOf(Return.MAX_ROWS));
                fault(form, Tables.RETURNS, "rows", "return.rows", arguments);
            }
        });
        if (!form.tally().isEmpty() && form.kind() != Return.Kind.REGISTER) {
            fault(form, Tables.RETURNS, "tally", "return.tally.form", Map.of());
        } else {
            form.tally().stream()
                    .filter(code -> !isCounted(form, code))
                    .forEach(code -> fault(form, Tables.RETURNS, "tally", "return.tally.item", Map.of("value", code)));
        }
        boolean startsAPeriod = form.validity()
                .from()
                .map(m -> (m.getMonthValue() - 1) % form.frequency().months() == 0)
                .orElse(true);
        if (form.frequency() != Frequency.MONTH && !startsAPeriod) {
            fault(form, Tables.RETURNS, "from", "return.from", Map.of());
        }
    }

    private void item(Item item, Set<String> returns, Set<String> lists, Set<String> keys, Set<String> entries) {
        var code = ITEM_CODE.matcher(item.code());
        if (!code.matches() || RESERVED.contains(code.group(2))) {
            fault(item, Tables.ITEMS, "code", "item.code", Map.of("value", item.code()));
        } else if (!code.group(1).equals(item.form())) {
            fault(item, Tables.ITEMS, "return", "item.prefix", Map.of("value", item.code(), "form", item.form()));
        }
        known(item, Tables.ITEMS, "return", item.form(), returns);
        if (item.type() == ItemType.CHOICE) {
            known(item, Tables.ITEMS, "choices", item.choices(), lists);
        }
        if (item.type() == ItemType.TEXT && !item.choices().isEmpty()) {
            known(item, Tables.ITEMS, "choices", item.choices(), keys);
        }
        if (item.key() && item.personal()) {
            fault(item, Tables.ITEMS, "personal", "item.personal", Map.of());
        }
        if (item.min().isPresent()
                && item.max().isPresent()
                && item.min().get().compareTo(item.max().get()) > 0) {
            fault(item, Tables.ITEMS, "max", "item.range", Map.of());
        }
        if (!item.column().isEmpty() && !entries.contains(item.form() + ".columns " + item.column())) {
            fault(
                    item,
                    Tables.ITEMS,
                    "column",
                    "item.column",
                    Map.of("value", item.column(), "list", item.form() + ".columns"));
        }
        boolean unadded = item.time() == Item.Time.NONE && item.across() == Item.Across.NONE;
        if (!item.type().isNumeric() && !unadded) {
            fault(item, Tables.ITEMS, "time", "item.unadded", Map.of());
        }
    }

    /** Lines stand in the order of their 代码 as text: 100 would stand before 11. */
    private void lines(List<Item> form) {
        List<Item> numbered =
                form.stream().filter(i -> NUMBERED.matcher(i.row()).matches()).toList();
        numbered.stream()
                .filter(i -> i.row().length() != numbered.get(0).row().length())
                .findFirst()
                .ifPresent(i -> fault(
                        i,
                        Tables.ITEMS,
                        "row",
                        "item.row",
                        Map.of("value", i.row(), "other", numbered.get(0).row())));
    }

    private void rule(Rule rule, Set<String> items) {
        if (!RULE_ID.matcher(rule.id()).matches()) {
            fault(rule, Tables.RULES, "id", "rule.id", Map.of("value", rule.id()));
        }
        rule.locate().ifPresent(l -> known(rule, Tables.RULES, "locate", l, items));
        if (rule.severity() == Severity.ERROR && !rule.scope().decides()) {
            fault(rule, Tables.RULES, "severity", "rule.severity", Map.of());
        }
    }

    private <T> void unique(
            String table, String column, List<T> rows, Function<T, String> key, Function<T, Validity> validity) {
        Map<String, List<T>> before = new HashMap<>();
        for (T row : rows) {
            String code = key.apply(row).toLowerCase(Locale.ROOT);
            List<T> same = before.computeIfAbsent(code, k -> new ArrayList<>());
            same.stream()
                    .filter(other -> validity.apply(other).overlaps(validity.apply(row)))
                    .findFirst()
                    .ifPresent(other -> fault(
                            row,
                            table,
                            column,
                            "code.twice",
                            Map.of("value", key.apply(row), "line", String.valueOf(line(other)))));
            same.add(row);
        }
    }

    private void known(Object row, String table, String column, String code, Set<String> codes) {
        if (!codes.contains(code)) {
            faults.unknown(table, line(row), column, code, codes);
        }
    }

    private static <T> Set<String> codes(List<T> rows, Function<T, String> code) {
        return rows.stream().map(code).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private void fault(Object row, String table, String column, String kind, Map<String, String> arguments) {
        faults.add(table, line(row), column, kind, arguments);
    }

    private long line(Object row) {
        return tables.line(row);
    }
}
