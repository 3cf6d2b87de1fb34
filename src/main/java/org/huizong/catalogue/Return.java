package org.huizong.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huizong.model.Frequency;
import org.huizong.model.Period;
import org.huizong.model.Validity;

/**
 * A return 报表 in one version: a row of returns.csv.
 *
 * @param code 4 to 20 lower-case letters, such as {@code publicity}
 * @param version version of its form, such as {@code 1}
 * @param formNo 表号
 * @param label Chinese title without the township's name
 * @param labelEn English title; the Chinese one where there is none
 * @param kind form or register
 * @param frequency how often it is owed or, if it is not, issued
 * @param isOwed whether it is owed at all: the office's own registers are issued and read, and are in no coverage
 * @param dueDay day of the month after the period by which it must have arrived
 * @param issuer 制定机关
 * @param issuerEn the same in English; in Chinese where there is none
 * @param notes 填表说明, one each
 * @param notesEn the same in English; in Chinese where there is none
 * @param open of a register: a formula over the items of a record that is TRUE while the record is open; empty if it
 *     does not say
 * @param rows of a register: how many rows its template has ready, with checks behind them; empty if it does not say
 * @param tally of a register: codes of items by which its records are counted for the leaders, the one by whose values
 *     first, then those whose entries are counted; empty if they are not
 * @param validity the months in which this version is used
 * @param changes of a form: whether it shows by how much its figures differ from those of a year ago
 * @param aliases by which words a written report speaks of its field, such as 安全生产
 */
public record Return(
        String code,
        String version,
        String formNo,
        String label,
        String labelEn,
        Kind kind,
        Frequency frequency,
        boolean isOwed,
        int dueDay,
        String issuer,
        String issuerEn,
        List<String> notes,
        List<String> notesEn,
        Optional<String> open,
        Optional<Integer> rows,
        List<String> tally,
        Validity validity,
        boolean changes,
        List<String> aliases) {
    /** The fewest and the most rows that a register may have ready, and those of one that does not say. */
    public static final int MIN_ROWS = 100;

    public static final int MAX_ROWS = 2_000;
    private static final int USUAL_ROWS = 200;
    /** Code of the column that adds the others up. */
    public static final String TOTAL = "total";

    /** A form holds one value a cell, a register one record a row. */
    public enum Kind {
        FORM,
        REGISTER
    }

    public Return {
        notes = List.copyOf(notes);
        notesEn = List.copyOf(notesEn);
        tally = List.copyOf(tally);
        aliases = List.copyOf(aliases);
    }

    /** How many rows the template of a register has ready. */
    public int readyRows() {
        return rows.orElse(USUAL_ROWS);
    }

    /** The last day on which a return for the period is in time: dueDay of the month after, or that month's last day. */
    public LocalDate due(Period period) {
        var month = period.last().plusMonths(1);
        return month.atDay(Math.min(dueDay, month.lengthOfMonth()));
    }
}
