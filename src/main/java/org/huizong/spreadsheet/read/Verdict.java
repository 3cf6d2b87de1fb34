package org.huizong.spreadsheet.read;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the guard says of a file before any parser sees it. */
public sealed interface Verdict permits Verdict.Sound, Verdict.Old, Verdict.Plain, Unfit {
    /** The workbook has macros: they are never run. */
    String MACROS = "file.macros";
    /** The workbook has links to others: what they gave when it was saved is read. */
    String LINKS = "file.links";

    /**
     * An .xlsx that a parser may open.
     *
     * @param inflated bytes of all its parts
     * @param built the most elements and attributes that they hold
     * @param workbook what its own part says
     * @param saved when it was last saved, as it says itself
     * @param parts what it consists of
     * @param remarks ids of what is to be known of it
     */
    record Sound(
            long inflated, long built, WorkbookPart workbook, Optional<Instant> saved, Parts parts, Set<String> remarks)
            implements Verdict {
        /** Bytes of the parts of a workbook that is held whole: each becomes some ten. */
        private static final long MAX_INFLATED = 20L << 20;
        /** Elements and attributes of one: each becomes some hundred bytes and more. */
        private static final long MAX_BUILT = 600_000;
        /** Its tabs: what is done to one is done by looking at all others. */
        private static final int MAX_TABS = 200;

        /** Whether it can be held whole, as POI does, without taking the room of everything else. */
        public boolean isLight() {
            return inflated <= MAX_INFLATED
                    && built <= MAX_BUILT
                    && workbook.sheets().size() <= MAX_TABS
                    && !workbook.sharesParts();
        }
    }

    /**
     * An .xls or a WPS .et: records one after the other, which nothing can blow up.
     *
     * @param macros whether it has any
     * @param saved when it was last saved, as it says itself
     * @param built how many records and cells it has
     */
    record Old(boolean macros, Optional<Instant> saved, long built) implements Verdict {
        /** The most of those of a workbook that is held whole: each becomes some hundred bytes. */
        private static final long MAX_BUILT = 400_000;

        /** Whether it can be held whole, as POI does, without taking the room of everything else. */
        public boolean isLight() {
            return built <= MAX_BUILT;
        }
    }

    /** A text that may be a table, decoded and without a byte order mark. */
    record Plain(String text) implements Verdict {}
}
