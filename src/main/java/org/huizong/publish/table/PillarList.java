package org.huizong.publish.table;

import org.huizong.catalogue.Unit;
import org.huizong.publish.narrative.Pillars;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.narrative.Tone;

/** 五落实三到位 and pillars.csv: a unit a row, a pillar a column, and what lacks. */
public final class PillarList {
    /** How many columns stand before the first pillar. */
    public static final int FIRST_PILLAR = 1;

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
                        20,
                        row -> row.cell(c).text(),
                        row -> row.cell(c).lacks()
                                ? ListCell.of(row.cell(c).text(), Tone.POOR)
                                : ListCell.of(row.cell(c).text())));
        return list.both("lacking", 14, Pillars.Row::lacking);
    }

    private static String name(Terms terms, Pillars.Row row) {
        return row.unit().map(terms.wording()::label).orElse(terms.whole());
    }
}
