package org.huizong.spreadsheet.mark;

import java.util.Locale;

/** Why nothing was marked in a file, so that its list goes back alone. */
public enum Unmarked implements Opening {
    /** It is no workbook that marks can be put into: a text, a document. */
    KIND,
    /** It is damaged, and nothing opens it. */
    DAMAGED,
    /** It is an old workbook with macros, which would be lost when it is written again. */
    MACROS,
    /** It is too large to be held. */
    SIZE,
    /** It has as many formats as a workbook may have. */
    FORMATS,
    /** Something in it cannot be written again, or nobody could say where a mark goes. */
    CONTENT,
    /** The archive has lost it. */
    LOST;

    /** The word for it in keys of the wording room. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
