package org.huizong.web;

import java.util.Optional;
import org.huizong.model.Period;

/** Periods as they stand in addresses. */
final class Periods {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2999;

    private Periods() {}

    /** The period of that code; there is no page of any other. */
    static Period of(String code) {
        return in(code).orElseThrow(() -> new NoSuchPageException("period"));
    }

    /** The period of which a part of an address is the code. */
    static Optional<Period> in(String part) {
        return Period.tryParse(part)
                .filter(p -> p.first().getYear() >= FIRST_YEAR && p.first().getYear() <= LAST_YEAR);
    }
}
