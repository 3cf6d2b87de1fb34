package org.huizong.publish.workbook;

import java.util.ArrayList;
import java.util.List;
import org.huizong.catalogue.Unit;

/**
 * A table with a row a unit whose columns stand in bands below each other, so that it prints on a page's width. A band of
 * more units than a page holds repeats its heads.
 *
 * @param <C> what a column shows
 */
final class Bands<C> {
    /** Points that heads and foot take at most. */
    private static final double HEADS = 150;

    private final List<List<C>> bands;
    private final List<Unit> units;
    private final Paper paper;
    private final Writer<C> writer;

    /** How the parts of a band are written. */
    interface Writer<C> {
        /** Writes the heads of a band; how many rows they are. */
        int heads(int row, List<C> columns, int band, int bands);

        /** Writes a unit's row of a band. */
        void unit(int row, Unit unit, List<C> columns);

        /** Points that a unit's row takes. */
        double height(Unit unit);

        /** Writes what stands right under a unit's row, such as the sum of those that end with it; how many rows it is. */
        default int after(int row, Unit unit, List<C> columns) {
            return 0;
        }

        /** Points that this takes. */
        default double heightAfter(Unit unit) {
            return 0;
        }

        /**
         * Writes what stands under the units; how many rows it is.
         *
         * @param first row of the band's first unit
         * @param last row of its last
         */
        int foot(int row, List<C> columns, int first, int last);
    }

    /** The rows in which the units of a band stand; heads that are repeated among them hold texts alone. */
    record Rows(int first, int last) {}

    Bands(List<List<C>> bands, List<Unit> units, Paper paper, Writer<C> writer) {
        this.bands = List.copyOf(bands);
        this.units = List.copyOf(units);
        this.paper = paper;
        this.writer = writer;
    }

    /** Lists in parts of at most so many. */
    static <C> List<List<C>> cut(List<C> columns, int most) {
        List<List<C>> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i += most) {
            parts.add(columns.subList(i, Math.min(columns.size(), i + most)));
        }
        return parts;
    }

    /** The fewest lists of at most so many, one as long as the other as far as can be. */
    static <C> List<List<C>> even(List<C> columns, int most) {
        int parts = (columns.size() + most - 1) / most;
        return cut(columns, (columns.size() + parts - 1) / parts);
    }

    /** Writes the bands from a row on, an empty row between them; where the units of each stand. */
    List<Rows> write(int top) {
        List<Rows> places = new ArrayList<>();
        int row = top;
        for (int band = 0; band < bands.size(); band++) {
            List<C> columns = bands.get(band);
            List<List<Unit>> parts = pages();
            int begun = row;
            int first = row;
            for (int part = 0; part < parts.size(); part++) {
                begun = row;
                row += writer.heads(row, columns, band, bands.size());
                first = part == 0 ? row : first;
                for (Unit unit : parts.get(part)) {
                    writer.unit(row++, unit, columns);
                    row += writer.after(row, unit, columns);
                }
                if (part < parts.size() - 1) {
                    paper.together(begun, row - 1);
                }
            }
            places.add(new Rows(first, row - 1));
            row += writer.foot(row, columns, first, row - 1);
            paper.together(begun, row);
            row++;
        }
        return places;
    }

    /** The units that go on a page each, beside heads and foot. */
    private List<List<Unit>> pages() {
        List<List<Unit>> pages = new ArrayList<>();
        int first = 0;
        double used = 0;
        for (int i = 0; i < units.size(); i++) {
            double height = writer.height(units.get(i)) + writer.heightAfter(units.get(i));
            if (i > first && used + height > paper.height() - HEADS) {
                pages.add(units.subList(first, i));
                first = i;
                used = 0;
            }
            used += height;
        }
        if (first < units.size()) {
            pages.add(units.subList(first, units.size()));
        }
        return pages;
    }
}
