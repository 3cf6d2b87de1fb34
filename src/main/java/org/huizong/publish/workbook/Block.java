package org.huizong.publish.workbook;

import java.util.Map;
import org.huizong.model.CellAddress;

/** The units' figures of a return below its totals, which add them up. */
sealed interface Block permits UnitBlock, ShapeBlock {
    /** The last column it takes. */
    int lastColumn();

    /** Writes it; the cells that hold a figure by unit and item. */
    Map<String, Map<String, CellAddress>> write(Paper paper);

    /** How the cells of an item make its total; only after it was written. */
    AcrossFormula across(String item);
}
