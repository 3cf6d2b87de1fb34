package org.huizong.catalogue;

import java.util.Optional;

/**
 * Something by which one sees whether the work stands, such as 五落实 and 三到位: a row of pillars.csv.
 *
 * @param group code of the list {@link #GROUPS} in choices.csv, such as 五落实
 * @param code of the column in which it is told; several rows may share one
 * @param label Chinese head of the column; the first row of a column has it
 * @param labelEn English head
 * @param item what is told: an item, {@link #LEADS} or {@link #SCORES}
 * @param by the item of the same register that names the unit; empty if it is the sender
 * @param lacks when a number says that something lacks
 */
public record Pillar(
        String group, String code, String label, String labelEn, String item, Optional<String> by, Lacks lacks) {
    /** Name of the list of groups in choices.csv. */
    public static final String GROUPS = "pillars";
    /** The leads of the year about a unit. */
    public static final String LEADS = "leads";
    /** The points of a unit in the assessment. */
    public static final String SCORES = "scores";

    /** Which numbers say that something lacks. */
    public enum Lacks {
        NONE,
        ZERO,
        SOME
    }
}
