package org.huizong.workbook;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the guard says of a file before any parser sees it. */
sealed interface Verdict permits Verdict.Sound, Verdict.Old, Verdict.Plain, Unfit {
    /** The workbook has macros: they are never run. */
    String MACROS = "file.macros";
    /** The workbook has links to others: what they gave when it was saved is read. */
    String LINKS = "file.links";

    /**
     * An .xlsx that a parser may open.
     *
     * @param inflated bytes of all its parts
     * @param workbook what its part xl/workbook.xml says
     * @param saved when it was last saved, as it says itself
     * @param parts what it consists of
     * @param remarks ids of what is to be known of it
     */
    record Sound(long inflated, WorkbookPart workbook, Optional<Instant> saved, Parts parts, Set<String> remarks)
            implements Verdict {}

    /**
     * An .xls or a WPS .et: records one after the other, which nothing can blow up.
     *
     * @param macros whether it has any
     * @param saved when it was last saved, as it says itself
     */
    record Old(boolean macros, Optional<Instant> saved) implements Verdict {}

    /** A text that may be a table, decoded and without a byte order mark. */
    record Plain(String text) implements Verdict {}
}
