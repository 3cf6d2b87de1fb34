package org.huizong.catalogue;

import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Checks that the heads of a form can be drawn: those that stand over several columns or beside several lines, and lines
 * that are a part of the line above (其中).
 */
final class HeadLint {
    /** The most heads that may stand over each other, and the most lines of which one may be a part. */
    static final int MAX_LEVELS = 3;

    private final Tables tables;
    private final Faults faults;

    HeadLint(Tables tables, Faults faults) {
        this.tables = tables;
        this.faults = faults;
    }

    void run() {
        Map<String, List<Choice>> lists = tables.choices().stream()
                .filter(c -> HeadPaths.areHeads(c.list()))
                .collect(Collectors.groupingBy(Choice::list, LinkedHashMap::new, Collectors.toList()));
        lists.forEach((list, heads) -> {
            heads.forEach(this::levels);
            new Over(heads).check();
            if (list.endsWith(HeadPaths.COLUMNS)) {
                Runs runs = new Runs();
                heads.forEach(head -> runs.next(Optional.of(head)));
            }
        });
        Map<String, List<Item>> items = tables.items().stream().collect(Collectors.groupingBy(Item::form));
        for (Return form : tables.returns()) {
            List<Item> own = items.getOrDefault(form.code(), List.of());
            own.forEach(item -> item(form, item));
            if (form.kind() == Return.Kind.FORM) {
                lines(form, own, lists.getOrDefault(form.code() + HeadPaths.ROWS, List.of()));
            }
            if (form.changes() && !showsYear(form, own, lists)) {
                faults.add(Tables.RETURNS, tables.line(form), "changes", "return.changes", Map.of());
            }
        }
    }

    /** Tells whether a form has a column of figures of a year ago: of its only column, or of the total if that is first. */
    private static boolean showsYear(Return form, List<Item> own, Map<String, List<Choice>> lists) {
        return form.kind() == Return.Kind.FORM
                && lists.getOrDefault(form.code() + HeadPaths.COLUMNS, List.of()).stream()
                        .filter(c -> own.stream().anyMatch(i -> i.column().equals(c.code())))
                        .findFirst()
                        .map(c -> c.code().equals(Return.TOTAL))
                        .orElse(true);
    }

    private void levels(Choice head) {
        if (head.heads().size() != head.headsEn().size()) {
            fault(head, "label_en", "head.levels", Map.of());
        } else if (head.heads().contains("") || head.headsEn().contains("")) {
            fault(head, head.heads().contains("") ? "label" : "label_en", "head.blank", Map.of());
        } else if (head.heads().size() > MAX_LEVELS) {
            fault(head, "label", "head.deep", Map.of("most", String.valueOf(MAX_LEVELS)));
        }
    }

    private void item(Return form, Item item) {
        boolean isForm = form.kind() == Return.Kind.FORM;
        if (!item.under().isEmpty() && !isForm) {
            fault(item, "under", "under.register", Map.of());
        }
        item.lines().ifPresent(lines -> {
            if (item.type() != ItemType.TEXT) {
                fault(item, "lines", "lines.text", Map.of());
            } else if (lines < 1 || lines > Item.MAX_LINES) {
                Map<String, String> arguments =
                        Map.of("value", String.valueOf(lines), "most", String.valueOf(Item.MAX_LINES));
                fault(item, "lines", "lines.range", arguments);
            } else if (isForm && !item.column().isEmpty()) {
                fault(item, "column", "lines.column", Map.of());
            }
        });
    }

    /** Looks at the lines of a form in each month in which they change. */
    private void lines(Return form, List<Item> own, List<Choice> heads) {
        boolean plain = own.stream().allMatch(i -> i.under().isEmpty())
                && heads.stream().allMatch(h -> h.heads().size() == 1);
        if (plain) {
            return;
        }
        Map<String, Choice> headOf = new HashMap<>();
        heads.forEach(head -> headOf.put(head.code(), head));
        for (YearMonth month : ReturnLint.months(form, own)) {
            Map<String, List<Item>> rows = new TreeMap<>();
            headOf.keySet().forEach(row -> rows.put(row, new ArrayList<>()));
            own.stream()
                    .filter(i -> i.validity().covers(month))
                    .forEach(i -> rows.computeIfAbsent(i.row(), r -> new ArrayList<>())
                            .add(i));
            Runs runs = new Runs();
            rows.keySet().forEach(row -> runs.next(Optional.ofNullable(headOf.get(row))));
            new Parts(rows, headOf).check();
        }
    }

    private void fault(Object row, String column, String kind, Map<String, String> arguments) {
        faults.add(row instanceof Choice ? Tables.CHOICES : Tables.ITEMS, tables.line(row), column, kind, arguments);
    }

    private static List<String> groups(Optional<Choice> head) {
        return head.map(h -> h.heads().subList(0, h.heads().size() - 1)).orElse(List.of());
    }

    /** Finds heads that are to stand over others and to be a column or line themselves. */
    private final class Over {
        private final List<Choice> heads;

        Over(List<Choice> heads) {
            this.heads = heads;
        }

        void check() {
            Set<List<String>> over = new HashSet<>();
            for (Choice head : heads) {
                for (int level = 1; level < head.heads().size(); level++) {
                    over.add(head.heads().subList(0, level));
                }
            }
            heads.stream()
                    .filter(head -> over.contains(head.heads()))
                    .forEach(head ->
                            fault(head, "label", "head.both", Map.of("value", String.join("|", head.heads()))));
        }
    }

    /** Finds heads that begin again after another stood between. */
    private final class Runs {
        private final Set<List<String>> ended = new HashSet<>();
        private List<String> open = List.of();

        void next(Optional<Choice> head) {
            List<String> groups = groups(head);
            for (int level = 1; level <= open.size(); level++) {
                boolean goesOn =
                        level <= groups.size() && groups.subList(0, level).equals(open.subList(0, level));
                if (!goesOn) {
                    ended.add(open.subList(0, level));
                }
            }
            for (int level = 1; level <= groups.size(); level++) {
                if (ended.contains(groups.subList(0, level))) {
                    fault(
                            head.orElseThrow(),
                            "label",
                            "head.split",
                            Map.of("value", String.join("|", groups.subList(0, level))));
                    break;
                }
            }
            open = groups;
        }
    }

    /** Finds lines that are a part of one that does not stand over them. */
    private final class Parts {
        private final Map<String, List<Item>> rows;
        private final Map<String, Choice> heads;
        private final Deque<String> open = new ArrayDeque<>();

        Parts(Map<String, List<Item>> rows, Map<String, Choice> heads) {
            this.rows = rows;
            this.heads = heads;
        }

        void check() {
            rows.forEach((row, items) -> {
                String under = items.isEmpty() ? "" : items.get(0).under();
                items.stream()
                        .filter(i -> !i.under().equals(under))
                        .findFirst()
                        .ifPresent(i -> fault(
                                i, "under", "under.differs", Map.of("value", i.under(), "other", under, "row", row)));
                while (!open.isEmpty() && !open.peek().equals(under)) {
                    open.pop();
                }
                if (!under.isEmpty()) {
                    part(row, items.get(0), under);
                }
                if (!items.isEmpty()) {
                    open.push(row);
                }
            });
        }

        private void part(String row, Item item, String under) {
            Map<String, String> arguments = Map.of("value", under, "most", String.valueOf(MAX_LEVELS));
            if (under.equals(row)) {
                fault(item, "under", "under.itself", arguments);
            } else if (rows.getOrDefault(under, List.of()).isEmpty()) {
                fault(item, "under", "under.none", arguments);
            } else if (open.isEmpty()) {
                fault(item, "under", "under.apart", arguments);
            } else if (open.size() > MAX_LEVELS) {
                fault(item, "under", "under.deep", arguments);
            } else if (!groups(Optional.ofNullable(heads.get(row)))
                    .equals(groups(Optional.ofNullable(heads.get(under))))) {
                fault(item, "under", "under.group", arguments);
            }
        }
    }
}
