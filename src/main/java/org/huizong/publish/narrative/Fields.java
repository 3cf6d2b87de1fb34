package org.huizong.publish.narrative;

import java.util.List;
import java.util.Set;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.formula.Formula;

/** The indicators that bring several fields together: sums of items of different returns, such as all inspections. */
public final class Fields {
    private Fields() {}

    /** These indicators in the order of the report. */
    public static List<IndicatorFigures> across(Terms terms) {
        return terms.consolidation().indicators().stream()
                .filter(i -> isAcross(i, terms.catalogue()))
                .toList();
    }

    private static boolean isAcross(IndicatorFigures figures, Catalogue catalogue) {
        Formula formula = catalogue.formula(figures.indicator().formula());
        Set<String> operands = formula.operands();
        long returns = operands.stream()
                .flatMap(o -> catalogue.item(o).stream())
                .map(Item::form)
                .distinct()
                .count();
        return formula.addsUp() && operands.size() > 1 && returns == operands.size();
    }
}
