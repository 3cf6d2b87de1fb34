package org.huizong.catalogue;

import java.util.List;

/**
 * One entry of a list: a row of choices.csv.
 *
 * <p>Lists are the choices of items, and also headings: {@code <return>.rows}, {@code <return>.columns},
 * {@code sections} of the indicators, and {@code measures}, whose codes are the Chinese words. The list {@code units} is
 * the table of units, unless choices.csv has one of its own.
 *
 * @param list name of the list
 * @param code what is stored
 * @param label Chinese word; of a head with others over it what it is called where they do not show
 * @param labelEn English word; the Chinese one where there is none
 * @param heads the Chinese heads that stand over each other on a form, outermost first; of anything else its label
 * @param headsEn the same in English
 */
public record Choice(String list, String code, String label, String labelEn, List<String> heads, List<String> headsEn) {
    /** Name of the list of all units. */
    static final String UNITS = "units";

    public Choice {
        heads = List.copyOf(heads);
        headsEn = List.copyOf(headsEn);
    }

    /** A unit as an entry of the list of units. */
    static Choice of(Unit unit) {
        return new Choice(
                UNITS, unit.code(), unit.label(), unit.labelEn(), List.of(unit.label()), List.of(unit.labelEn()));
    }
}
