package org.huizong.spreadsheet.read;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What reading a file gave, whatever its format: its sheets, or why there are none to be had. */
public sealed interface Contents permits Contents.Sheets, Unfit {
    /**
     * A workbook that was read, or a table of text that is taken for one sheet.
     *
     * @param sheets in the order of their tabs, hidden ones too; at least one
     * @param from1904 whether its serial dates count from 1904
     * @param saved when it was last saved, as it says itself; empty if it does not say
     * @param isText whether it is a table of text: without names, without sheets
     * @param remarks ids of what is to be known of the file, such as {@code file.macros}
     */
    record Sheets(
            List<SheetCells> sheets, boolean from1904, Optional<Instant> saved, boolean isText, Set<String> remarks)
            implements Contents {
        /** The only sheet of a table of text: the same wherever the file lies. */
        public static final String TEXT = "CSV";

        public Sheets {
            sheets = List.copyOf(sheets);
            remarks = Set.copyOf(remarks);
        }
    }
}
