package org.huizong.formula;

import java.util.List;
import java.util.Optional;

/** What to write for the parts of a formula that is put into words; its signs are the same in any language. */
public interface FormulaPhrases {
    /** A name, such as the label of an item. */
    String name(String name);

    /**
     * A text within the formula.
     *
     * @param comparedWith the name that it is compared with, if it is
     */
    String text(String text, Optional<String> comparedWith);

    /**
     * What a function does with these arguments, already in words. Besides the functions that a formula may call there are
     * the constants TRUE and FALSE, and some calls that are said more simply: DIFFERENCE is ABS(a-b), FILLED is
     * NOT(ISBLANK(a)), UNLESS is IF(a,TRUE,b), IFTHEN is IF(a,b,TRUE), WHOLE is ROUND(a,0); MONTHSBEFORE is EDATE(a,-n), MEANBESIDE
     * is (ytd.a-a)/n; an IF without an alternative
     * is AND(a,b), and NETWORKDAYS is said as WORKDAYS.
     */
    String call(String function, List<String> arguments);

    /** Tells whether a sum is said without that name, as one that has no value. */
    default boolean isLeftOut(String name) {
        return false;
    }

    /** Words in brackets. */
    default String bracketed(String words) {
        return "(" + words + ")";
    }

    /** The kind of value that a name stands for, if days are to be said as days: then DAYSAFTER is a + n, DAYSBETWEEN b - a. */
    default Kind kind(String name) {
        return Kind.ANY;
    }
}
