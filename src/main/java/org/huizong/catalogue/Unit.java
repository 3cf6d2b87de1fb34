package org.huizong.catalogue;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.huizong.model.Validity;

/**
 * A reporting unit 填报单位: a row of units.csv.
 *
 * @param code stable code, such as {@code v01}
 * @param label Chinese name, as in 石桥村
 * @param labelEn English name; the Chinese one where there is none
 * @param kind department, village and so on
 * @param parent code of the unit above; empty at the top
 * @param returns codes of the returns it owes
 * @param aliases other names people write
 * @param area code of the part of the township 片区 that it lies in, from the list of areas in choices.csv; empty if none
 * @param mergedInto code of its successor, if it was merged
 * @param validity the months in which it exists
 */
public record Unit(
        String code,
        String label,
        String labelEn,
        UnitKind kind,
        Optional<String> parent,
        List<String> returns,
        List<String> aliases,
        Optional<String> area,
        Optional<String> mergedInto,
        Validity validity) {
    /** Name of the list of areas in choices.csv. */
    public static final String AREAS = "areas";

    public Unit {
        returns = List.copyOf(returns);
        aliases = List.copyOf(aliases);
    }

    /** Whether it owes that return in a month. */
    public boolean owes(String form, YearMonth month) {
        return returns.contains(form) && validity.covers(month);
    }

    /** Whether what it reports is the sum of what others reported to it: a township of a county. */
    public boolean reportsForMany() {
        return kind.gathers() && parent.isPresent();
    }
}
