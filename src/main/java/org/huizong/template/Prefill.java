package org.huizong.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.huizong.catalogue.Portion;
import org.huizong.catalogue.Return;
import org.huizong.layout.PrefillField;

/** What is known of one unit from earlier periods, carried by the template that it is issued. */
public interface Prefill {
    /** Nothing is known. */
    Prefill NONE = (item, shadow) -> Optional.empty();

    /**
     * A figure of an earlier period; empty if there is none, which is not the same as 0.
     *
     * @param item code of the item
     * @param shadow PRIOR, YTD_BEFORE or YEAR_AGO
     */
    Optional<BigDecimal> figure(String item, PrefillField shadow);

    /** A closing stock of the period before as the unit itself reported it; empty if that does not count. */
    default Optional<BigDecimal> closing(String item) {
        return Optional.empty();
    }

    /** What January to the period before is made of: none if nothing was owed yet; empty if it is not known. */
    default Optional<List<Portion>> monthsBefore(String item) {
        return Optional.empty();
    }

    /** The records that a register begins with. */
    default Carried records(Return register) {
        return Carried.NONE;
    }
}
