package org.huizong.publish.document;

import java.math.BigDecimal;
import java.util.List;

/**
 * A figure that is asked to be told.
 *
 * @param sum what it adds, down to the items that are filled in
 * @param value how many that are
 * @param breakdowns ways to break it down; each holds counts without one in the other
 * @param parts what may be told beside it, as its parts; empty if nothing is to be
 */
record Count(Sum<String> sum, BigDecimal value, List<List<Sum<String>>> breakdowns, List<Count> parts) {
    Count {
        breakdowns = breakdowns.stream().map(List::copyOf).toList();
        parts = List.copyOf(parts);
    }
}
