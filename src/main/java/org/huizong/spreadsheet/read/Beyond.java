package org.huizong.spreadsheet.read;

import java.util.Map;
import org.huizong.model.Argument;

/** Ends the reading of a file that holds more than is read of one; never leaves the room. */
final class Beyond extends RuntimeException {
    private static final long serialVersionUID = 2L;

    private final transient Unfit why;

    Beyond(Unfit why) {
        super(why.toString());
        this.why = why;
    }

    /** More than there may be of something. */
    static Beyond limit(String finding, long limit) {
        return new Beyond(new Unfit(finding, Map.of("limit", Argument.of(limit))));
    }

    /** The finding against the file. */
    Unfit why() {
        return why;
    }
}
