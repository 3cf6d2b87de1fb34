package org.huizong.web;

import java.util.List;
import java.util.Optional;

/**
 * What a period came to, as its workbook says it.
 *
 * @param edition the edition that holds these figures, in words
 * @param isStale whether something has come since
 * @param heads what stands in each column
 * @param sections the lines by section of the report
 * @param note what the marks of figures mean; empty if none is marked
 */
public record FiguresView(
        String edition, boolean isStale, List<String> heads, List<Section> sections, Optional<String> note) {
    public FiguresView {
        heads = List.copyOf(heads);
        sections = List.copyOf(sections);
    }

    /** Whether any of the lines has a chart. */
    public boolean hasCourse() {
        return sections.stream()
                .flatMap(s -> s.lines().stream())
                .anyMatch(l -> l.chart().isPresent());
    }

    /** Some lines under one name. */
    public record Section(String name, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /**
     * An indicator.
     *
     * @param code names it in addresses
     * @param cells a text for each column behind the first
     * @param remark what its reader has to know
     */
    public record Line(
            String code, String label, String measure, List<Cell> cells, String remark, Optional<YearChart> chart) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** A text in a column, and how it is meant; a number stands to the right. */
    public record Cell(String text, String tone, boolean isNumber) {}

    /**
     * One indicator and what it is made of.
     *
     * @param formula how it is made, in words
     * @param note what it counts
     * @param facts its figures, each with its name
     * @param items the items that it is made of
     * @param units who reported them
     */
    public record One(
            String label,
            String measure,
            String formula,
            String note,
            List<ReturnView.Fact> facts,
            String remark,
            Optional<YearChart> chart,
            List<Made> items,
            List<UnitLine> units,
            Optional<String> marks) {
        public One {
            facts = List.copyOf(facts);
            items = List.copyOf(items);
            units = List.copyOf(units);
        }
    }

    /** An item that a figure is made of: its return, its name, its totals. */
    public record Made(String form, String label, String measure, String now, String prior, String toDate) {}

    /** What one unit reported of each item. */
    public record UnitLine(String unit, List<Said> said) {
        public UnitLine {
            said = List.copyOf(said);
        }
    }

    /** A value, and where it was reported; nowhere if nobody owes it or it did not come. */
    public record Said(String value, Optional<String> where) {}
}
