package org.huizong.workbook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What reading a file gave, whatever its format: its sheets, or why there are none to be had. */
public sealed interface Contents permits Contents.Sheets, Unfit {
    /**
     * A workbook that was read.
     *
     * @param sheets in the order of their tabs, hidden ones too; at least one
     * @param from1904 whether its serial dates count from 1904
     * @param saved when it was last saved, as it says itself; empty if it does not say
     */
    record Sheets(List<SheetCells> sheets, boolean from1904, Optional<Instant> saved) implements Contents {
        public Sheets {
            sheets = List.copyOf(sheets);
        }
    }
}
