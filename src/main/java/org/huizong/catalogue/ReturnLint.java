package org.huizong.catalogue;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.model.Validity;

/**
 * Checks the returns: that people can tell them apart, and that in every month of its life each
 * asks something, in cells that a form has.
 */
final class ReturnLint {
    private final Tables tables;
    private final Faults faults;
    private final Map<String, List<Item>> items;

    ReturnLint(Tables tables, Faults faults) {
        this.tables = tables;
        this.faults = faults;
        this.items = tables.items().stream().collect(Collectors.groupingBy(Item::form));
    }

    void run() {
        names();
        tables.returns().forEach(this::asked);
        Set<String> forms = tables.returns().stream()
                .filter(r -> r.kind() == Return.Kind.FORM)
                .map(Return::code)
                .collect(Collectors.toSet());
        items.forEach((form, own) -> {
            if (forms.contains(form)) {
                cells(own);
            }
        });
    }

    private void names() {
        NameLint<Return> names = new NameLint<>(Return::code, Return::validity);
        for (Return form : tables.returns()) {
            Map<String, List<String>> own = new LinkedHashMap<>();
            own.put("label", List.of(form.label()));
            own.put("label_en", List.of(form.labelEn()));
            own.put("aliases", form.aliases());
            names.add(
                    form,
                    own,
                    (column, name, other) -> fault(
                            form,
                            column,
                            "return.alike",
                            Map.of("value", name, "other", other.code(), "line", String.valueOf(tables.line(other)))));
            NameLint.nameless(form.label())
                    .ifPresent(name -> fault(form, "label", "label.letters", Map.of("value", name)));
        }
    }

    /** Something is asked in each month of its life, and not more than there is room for. */
    private void asked(Return form) {
        boolean register = form.kind() == Return.Kind.REGISTER;
        List<Item> own = items.getOrDefault(form.code(), List.of());
        for (YearMonth month : months(form, own)) {
            List<Item> shown = own.stream()
                    .filter(i -> i.validity().covers(month) && !(register && i.isComputed()))
                    .toList();
            long columns = shown.stream()
                    .filter(i -> !i.isAcross())
                    .map(Item::column)
                    .distinct()
                    .count();
            int most = register ? TableLimits.MAX_REGISTER_COLUMNS : TableLimits.MAX_FORM_ITEMS;
            if (shown.stream().allMatch(Item::isComputed)) {
                boolean never = own.stream().allMatch(Item::isComputed);
                fault(
                        form,
                        "code",
                        never ? "return.empty.always" : "return.empty",
                        Map.of("value", form.code(), "month", month.toString()));
                return;
            }
            if (shown.size() > most || (!register && columns > TableLimits.MAX_FORM_COLUMNS)) {
                Map<String, String> arguments = Map.of(
                        "value", String.valueOf(shown.size()),
                        "most", String.valueOf(most),
                        "columns", String.valueOf(TableLimits.MAX_FORM_COLUMNS));
                fault(form, "code", register ? "return.wide" : "return.long", arguments);
                return;
            }
        }
    }

    /** The months of a return's life in which its items change, at least one. */
    static List<YearMonth> months(Return form, List<Item> own) {
        Set<YearMonth> changes = new TreeSet<>();
        Stream.concat(Stream.of(form.validity()), own.stream().map(Item::validity))
                .forEach(v -> changes.addAll(around(v)));
        List<YearMonth> months =
                changes.stream().filter(form.validity()::covers).toList();
        return months.isEmpty() ? List.of(YearMonth.of(TableLimits.FIRST_YEAR, 1)) : months;
    }

    /** The months beside a beginning and an end, in which alone anything changes. */
    private static List<YearMonth> around(Validity validity) {
        return Stream.of(
                        validity.from(),
                        validity.from().map(m -> m.minusMonths(1)),
                        validity.until(),
                        validity.until().map(m -> m.plusMonths(1)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** On a form each item has a line, no record to tell from others, and a column if any other of the same months has one. */
    private void cells(List<Item> form) {
        List<Item> columned = form.stream().filter(i -> !i.column().isEmpty()).toList();
        for (Item item : form) {
            if (item.row().isEmpty()) {
                fault(item, "row", "cell.empty", Map.of());
            }
            if (item.key()) {
                fault(item, "key", "item.key.form", Map.of());
            }
            Predicate<Item> meets = other -> other.validity().overlaps(item.validity());
            if (item.column().isEmpty() && !item.isAcross() && columned.stream().anyMatch(meets)) {
                fault(item, "column", "item.column.empty", Map.of("list", item.form() + ".columns"));
            }
        }
    }

    private void fault(Return form, String column, String kind, Map<String, String> arguments) {
        faults.add(Tables.RETURNS, tables.line(form), column, kind, arguments);
    }

    private void fault(Item item, String column, String kind, Map<String, String> arguments) {
        faults.add(Tables.ITEMS, tables.line(item), column, kind, arguments);
    }
}
