package org.huizong.report;

import java.util.Map;
import org.huizong.layout.Address;

/** The units' figures of a return below its totals, which add them up. */
sealed interface Block permits UnitBlock, ShapeBlock {
    /** The last column it takes. */
    int lastColumn();

    /** Writes it; the cells that hold a figure by unit and item. */
    Map<String, Map<String, Address>> write(Paper paper);

    /** The cells of an item over all units, as a function takes them; only after it was written. */
    String range(String item);
}
