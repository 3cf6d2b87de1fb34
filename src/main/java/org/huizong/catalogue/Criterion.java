package org.huizong.catalogue;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huizong.model.Frequency;
import org.huizong.model.Period;
import org.huizong.model.Validity;

/**
 * A criterion of the assessment 考核: a row of assessment.csv.
 *
 * @param code such as {@code timely}
 * @param label Chinese name
 * @param labelEn English name; the Chinese one where there is none
 * @param kinds the kinds of units that are assessed by it
 * @param frequency for how long a period it is scored
 * @param full the full score of such a period
 * @param formula Excel formula for the points that are taken off; empty if the office marks by hand
 * @param cap the most that may be taken off; empty for the full score
 * @param time how its periods make a longer one: their mean, their sum, or the last
 * @param basis where it comes from, such as a law's article; may be empty
 * @param note what is looked at, and how
 * @param noteEn the same in English; in Chinese where there is none
 * @param validity the periods in which it is used
 */
public record Criterion(
        String code,
        String label,
        String labelEn,
        List<UnitKind> kinds,
        Frequency frequency,
        BigDecimal full,
        String formula,
        Optional<BigDecimal> cap,
        Item.Time time,
        String basis,
        String note,
        String noteEn,
        Validity validity) {
    /** The reserved return code of how a unit has filed. */
    public static final String FILING = "filing.";

    /** The reserved return code of the queries that stand with a unit. */
    public static final String QUERIES = "queries.";

    /** The names below {@link #FILING}. */
    public static final List<String> FILING_FACTS =
            List.of("owed", "counted", "late", "days_late", "missing", "sent_back", "corrected");

    /** The names below {@link #QUERIES}, besides the ids of rules and the letters that ids begin with. */
    public static final List<String> QUERY_FACTS = List.of("open", "explained", "errors");

    /** The lengths of period for which a criterion may be scored. */
    static final Set<Frequency> FREQUENCIES = EnumSet.of(Frequency.MONTH, Frequency.HALF, Frequency.YEAR);

    /** The ways in which periods may make a longer one. */
    static final Set<Item.Time> TIMES = EnumSet.of(Item.Time.MEAN, Item.Time.SUM, Item.Time.LAST);

    public Criterion {
        kinds = List.copyOf(kinds);
    }

    /** Whether it has no formula: the office gives the points. */
    public boolean isManual() {
        return formula.isEmpty();
    }

    /** The most points that may be taken off in a period of its own length. */
    public BigDecimal most() {
        return cap.orElse(full);
    }

    /** Whether units of that kind are assessed by it in a period of its own length. */
    public boolean isUsed(Unit unit, Period period) {
        return kinds.contains(unit.kind())
                && unit.parent().isPresent()
                && frequency == period.frequency()
                && validity.covers(period.last())
                && unit.validity().covers(period.last());
    }
}
