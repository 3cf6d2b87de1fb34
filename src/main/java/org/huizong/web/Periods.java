package org.huizong.web;

import org.huizong.model.Period;

/** Periods as they stand in addresses. */
final class Periods {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2999;

    private Periods() {}

    /** The period of that code; there is no page of any other. */
    static Period of(String code) {
        return Period.tryParse(code)
                .filter(p -> p.first().getYear() >= FIRST_YEAR && p.first().getYear() <= LAST_YEAR)
                .orElseThrow(() -> new NoSuchPageException("period"));
    }
}
