package org.huizong.carry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.huizong.aggregation.EarlierFigures;
import org.huizong.catalogue.Portion;
import org.huizong.catalogue.Return;
import org.huizong.layout.PrefillField;
import org.huizong.template.Carried;
import org.huizong.template.Prefill;

/**
 * Carries what is on record of a unit before a period into the template that it is issued for the period.
 *
 * @param figures what is on record in figures
 * @param unit code of the unit
 * @param open the records that a register begins with
 */
public record EarlierPrefill(EarlierFigures figures, String unit, Function<Return, Carried> open) implements Prefill {
    /** The figures alone: every register begins empty. */
    public EarlierPrefill(EarlierFigures figures, String unit) {
        this(figures, unit, register -> Carried.NONE);
    }

    @Override
    public Optional<BigDecimal> figure(String item, PrefillField shadow) {
        return switch (shadow) {
            case PRIOR -> figures.prior(unit, item);
            case YTD_BEFORE -> figures.yearToDateBefore(unit, item);
            case YEAR_AGO -> figures.yearAgo(unit, item);
            case YTD -> Optional.empty();
        };
    }

    @Override
    public Optional<BigDecimal> closing(String item) {
        return figures.closing(unit, item);
    }

    @Override
    public Optional<List<Portion>> monthsBefore(String item) {
        return figures.monthsBefore(unit, item);
    }

    @Override
    public Carried records(Return register) {
        return open.apply(register);
    }
}
