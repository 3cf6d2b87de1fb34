package org.huizong.publish.narrative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.MonthlyTrend;
import org.huizong.catalogue.Pillar;
import org.huizong.catalogue.Unit;

/**
 * Whether the work stands, unit by unit: 五落实, plan, content, time, staff and effect, and 三到位, responsibility,
 * supervision and assessment, as the catalogue's pillars tell it; what is in place, what lacks, for whom.
 */
public final class Pillars {
    private final Terms terms;
    private final List<Column> columns;
    private final List<Row> rows;

    /**
     * A column.
     *
     * @param group what it belongs to in words, such as 五落实
     */
    public record Column(String code, String label, String group) {}

    /**
     * What is told in one place.
     *
     * @param text in words; empty where a unit has nothing to do with it
     * @param lacks whether something lacks
     */
    public record Cell(String text, boolean lacks) {
        static final Cell NOTHING = new Cell("", false);

        boolean isTold() {
            return !text.isEmpty();
        }
    }

    /**
     * A unit.
     *
     * @param unit empty for the whole township
     * @param cells by code of the column
     * @param lacking in which columns something lacks of it; of the township, for how many units, in words
     */
    public record Row(Optional<Unit> unit, Map<String, Cell> cells, String lacking) {
        public Row {
            cells = Map.copyOf(cells);
        }

        /** What stands in a column. */
        public Cell cell(Column column) {
            return cells.getOrDefault(column.code(), Cell.NOTHING);
        }
    }

    /** Those of a publication. */
    public Pillars(Terms terms) {
        this(terms, isToldOf(terms) ? Optional.of(new Ledger(terms)) : Optional.empty());
    }

    private Pillars(Terms terms, Optional<Ledger> ledger) {
        this.terms = terms;
        List<Row> told = new ArrayList<>();
        List<Column> all = heads();
        ledger.map(l -> new PillarCells(terms, l)).ifPresent(cells -> told.addAll(rows(all, cells)));
        this.rows = List.copyOf(told);
        this.columns = all.stream()
                .filter(c -> rows.stream().anyMatch(r -> r.cell(c).isTold()))
                .toList();
    }

    /** Tells whether the catalogue says by what one sees it, and there are not more units than anybody reads of. */
    public static boolean isToldOf(Terms terms) {
        return !terms.catalogue().pillars().isEmpty()
                && terms.catalogue().units().size() <= MonthlyTrend.MOST_UNITS;
    }

    private List<Column> heads() {
        Map<String, Column> heads = new LinkedHashMap<>();
        boolean chinese = terms.wording().isChinese();
        for (Pillar pillar : terms.catalogue().pillars()) {
            heads.putIfAbsent(
                    pillar.code(),
                    new Column(
                            pillar.code(),
                            chinese ? pillar.label() : pillar.labelEn(),
                            terms.wording().choice(Pillar.GROUPS, pillar.group())));
        }
        return List.copyOf(heads.values());
    }

    private List<Row> rows(List<Column> heads, PillarCells cells) {
        List<Row> units = terms.catalogue().units().stream()
                .filter(u -> u.parent().isPresent())
                .map(u -> row(heads, u, cells))
                .filter(r -> r.cells().values().stream().anyMatch(Cell::isTold))
                .toList();
        long lacking = units.stream().filter(r -> !r.lacking().isEmpty()).count();
        Row whole = new Row(
                Optional.empty(), cells(cells::whole), lacking == 0 ? "" : terms.text("report.pillars.units", lacking));
        return Stream.concat(Stream.of(whole), units.stream()).toList();
    }

    private Row row(List<Column> heads, Unit unit, PillarCells cells) {
        Map<String, Cell> told = cells(pillar -> cells.of(unit, pillar));
        String lacking = terms.list(heads.stream()
                .filter(c -> told.getOrDefault(c.code(), Cell.NOTHING).lacks())
                .map(Column::label)
                .toList());
        return new Row(Optional.of(unit), told, lacking);
    }

    private Map<String, Cell> cells(Function<Pillar, Cell> tell) {
        Map<String, List<Cell>> byColumn = new LinkedHashMap<>();
        terms.catalogue()
                .pillars()
                .forEach(p -> byColumn.computeIfAbsent(p.code(), c -> new ArrayList<>())
                        .add(tell.apply(p)));
        return byColumn.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> together(e.getValue())));
    }

    private Cell together(List<Cell> cells) {
        String text = cells.stream()
                .map(Cell::text)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(terms.text("report.semicolon")));
        return new Cell(text, cells.stream().anyMatch(Cell::lacks));
    }

    /** The columns of which anything is told. */
    public List<Column> columns() {
        return columns;
    }

    /** The township, then each unit of which anything is told. */
    public List<Row> rows() {
        return rows;
    }
}
