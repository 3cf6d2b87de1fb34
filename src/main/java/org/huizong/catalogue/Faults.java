package org.huizong.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizong.text.Nearest;

/**
 * Collects faults so that one pass names them all, each once.
 *
 * <p>It leaves out what only follows from another fault: further faults of a cell that cannot be read, and codes that
 * are not known because the table that has them could not be read. Of each table it lists the first
 * {@value #MAX_PER_TABLE}.
 */
public final class Faults {
    static final int MAX_PER_TABLE = 200;

    /** How many letters are compared, in all, to find the codes that were meant. */
    private static final long MAX_COMPARED = 400_000_000;

    private record Cell(String table, long line, String column) {}

    private final Map<String, Set<Fault>> byTable = new LinkedHashMap<>();
    private final Set<String> longer = new LinkedHashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<Cell> spoilt = new HashSet<>();
    private long compared;

    /** Notes one: see {@link Fault}. */
    public void add(String table, long line, String column, String kind, Map<String, String> arguments) {
        boolean known = spoilt.contains(new Cell(table, line, column)) || spoilt.contains(new Cell(table, 0, column));
        if (known || refused.contains(source(column, kind))) {
            return;
        }
        put(Fault.of(table, line, column, kind, arguments));
    }

    /** Notes that a code is not among those that there are. */
    void unknown(String table, long line, String column, String code, Set<String> codes) {
        String near = near(code, codes);
        add(table, line, column, near.isEmpty() ? "code.none" : "code.unknown", Map.of("value", code, "near", near));
    }

    private void put(Fault fault) {
        Set<Fault> listed = byTable.computeIfAbsent(fault.table(), t -> new LinkedHashSet<>());
        if (listed.size() < MAX_PER_TABLE) {
            listed.add(fault);
        } else if (!listed.contains(fault)) {
            longer.add(fault.table());
        }
    }

    /** Notes that a cell cannot be read as it stands; nothing more is said of it. */
    void spoil(String table, long line, String column, String kind, Map<String, String> arguments) {
        add(table, line, column, kind, arguments);
        if (!column.isEmpty() && !isFull(table)) {
            spoilt.add(new Cell(table, line, column));
        }
    }

    /** Notes that a table, or all of a column, is not there or cannot be read; what it should have is missed nowhere. */
    void refuse(String table, long line, String column, String kind, Map<String, String> arguments) {
        put(Fault.of(table, line, column, kind, arguments));
        refused.add(table);
        if (!column.isEmpty()) {
            spoilt.add(new Cell(table, 0, column));
        }
    }

    /** Tells whether a table has as many faults as are listed: then it need not be checked further. */
    public boolean isFull(String table) {
        boolean full = byTable.getOrDefault(table, Set.of()).size() >= MAX_PER_TABLE;
        if (full) {
            longer.add(table);
        }
        return full;
    }

    /** The known words nearest to one that is not known; empty if there is none, or once too many were looked for. */
    public String near(String word, Collection<String> known) {
        if (compared > MAX_COMPARED) {
            return "";
        }
        compared +=
                known.stream().mapToLong(k -> (long) k.length() * word.length()).sum();
        return Nearest.of(word, known);
    }

    /** All of them, as they were found; last, of each table that has more, that it has more. */
    public List<Fault> all() {
        List<Fault> all = new ArrayList<>();
        byTable.values().forEach(all::addAll);
        longer.forEach(
                table -> all.add(Fault.of(table, 0, "", Fault.MORE, Map.of("value", String.valueOf(MAX_PER_TABLE)))));
        return List.copyOf(all);
    }

    /** The table that has what a fault misses; empty if it misses nothing. */
    private static String source(String column, String kind) {
        return switch (kind) {
            case "code.none", "code.unknown" ->
                switch (column) {
                    case "returns", "return" -> Tables.RETURNS;
                    case "parent", "merged_into" -> Tables.UNITS;
                    case "choices" -> Tables.CHOICES;
                    default -> Tables.ITEMS;
                };
            case "item.column", "indicator.section", "formula.choice" -> Tables.CHOICES;
            case "unit.tops", "return.unowed" -> Tables.UNITS;
            case "return.empty", "return.empty.always" -> Tables.ITEMS;
            case "formula.scope", "formula.context" -> Tables.RETURNS;
            default -> "";
        };
    }
}
