package org.huizong.template;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Rule;
import org.huizong.layout.RegisterLayout;
import org.huizong.wording.Wording;

/** The hidden columns of a register that say what the live checks of each row come to. */
public final class RowVerdicts {
    private RowVerdicts() {}

    /** The column of what is wrong with the cells of a row by themselves. */
    public static int flawColumn(Catalogue catalogue, Wording wording, RegisterLayout layout, YearMonth month) {
        return new RegisterChecks(catalogue, wording, layout, catalogue.rules(month)).flawColumn();
    }

    /** The column of each rule's verdict in a register as it is asked in that month. */
    public static Map<Rule, Integer> columns(
            Catalogue catalogue, Wording wording, RegisterLayout layout, YearMonth month) {
        RegisterChecks checks = new RegisterChecks(catalogue, wording, layout, catalogue.rules(month));
        Map<Rule, Integer> columns = new LinkedHashMap<>();
        checks.rules().forEach(r -> columns.put(r, checks.column(r)));
        return columns;
    }
}
