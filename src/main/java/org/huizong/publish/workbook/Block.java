package org.huizong.publish.workbook;

import java.util.Optional;
import org.huizong.model.CellAddress;

/** The units' figures of a return below its totals, which add them up. */
sealed interface Block permits UnitBlock, ShapeBlock {
    /** The last column it takes. */
    int lastColumn();

    /** Writes it. */
    void write(Paper paper);

    /** Where a unit's figure of an item stands; only after it was written. */
    Optional<CellAddress> cell(String unit, String item);

    /** How the cells of an item make its total; only after it was written. */
    AcrossFormula across(String item);
}
