package org.huizong.publish.table;

import org.huizong.catalogue.Unit;
import org.huizong.publish.narrative.Pillars;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.narrative.Tone;

/** 五落实三到位 and pillars.csv: a unit a row, a pillar a column, and what lacks. */
public final class PillarList {
    /** How many columns stand before the first pillar. */
    public static final int FIRST_PILLAR = 1;

    private static final int NARROWEST = 11;
    private static final int WIDEST = 30;
    private static final int WIDE_FROM = 0x2E80;

    private PillarList() {}

    /** Its columns. */
    public static Listing<Pillars.Row> of(Terms terms, Pillars pillars) {
        Listing<Pillars.Row> list = new Listing<Pillars.Row>()
                .file("period", row -> terms.period().code())
                .both("unit", 14, row -> row.unit().map(Unit::code).orElse(""), row -> ListCell.of(name(terms, row)))
                .file("unit_label", row -> name(terms, row));
        pillars.columns()
                .forEach(c -> list.labelled(
                        c.code(),
                        c.label(),
                        width(pillars, c),
                        row -> row.cell(c).text(),
                        row -> row.cell(c).lacks()
                                ? ListCell.of(row.cell(c).text(), Tone.POOR)
                                : ListCell.of(row.cell(c).text())));
        return list.both("lacking", 14, Pillars.Row::lacking);
    }

    /** As wide as what the units have there, or half of it, in two lines. */
    private static double width(Pillars pillars, Pillars.Column column) {
        int longest = pillars.rows().stream()
                .filter(r -> r.unit().isPresent())
                .mapToInt(r -> places(r.cell(column).text()))
                .max()
                .orElse(0);
        return Math.max(NARROWEST, Math.min(WIDEST, longest <= WIDEST ? longest + 1 : longest / 2 + 2));
    }

    /** A Chinese character takes two places. */
    private static int places(String text) {
        return text.codePoints().map(c -> c < WIDE_FROM ? 1 : 2).sum();
    }

    private static String name(Terms terms, Pillars.Row row) {
        return row.unit().map(terms.wording()::label).orElse(terms.whole());
    }
}
