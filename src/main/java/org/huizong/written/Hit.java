package org.huizong.written;

import java.util.List;

/**
 * A place of a text where words stand that the catalogue knows.
 *
 * @param terms those that are written so; none of words that stand for a field or a unit
 * @param meant code of the return or of the unit that the words stand for; empty of terms
 */
record Hit(int start, int end, List<Term> terms, String meant) {
    Hit {
        terms = List.copyOf(terms);
    }
}
