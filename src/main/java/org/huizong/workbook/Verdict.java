package org.huizong.workbook;

import java.time.Instant;
import java.util.Optional;

/** What the guard says of a file before any parser sees it. */
sealed interface Verdict permits Verdict.Sound, Unfit {
    /**
     * An .xlsx that a parser may open.
     *
     * @param inflated bytes of all its parts
     * @param workbook what its part xl/workbook.xml says
     * @param saved when it was last saved, as it says itself
     * @param parts what it consists of
     */
    record Sound(long inflated, WorkbookPart workbook, Optional<Instant> saved, Parts parts) implements Verdict {}
}
