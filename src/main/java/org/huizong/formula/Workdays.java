package org.huizong.formula;

import org.apache.poi.ss.formula.ptg.SubtractPtg;

/**
 * WORKDAYS(a,b), the working days from a to b with both ends, the one function that no spreadsheet knows, in functions
 * that all of them know.
 *
 * <p>It needs three names: the list of weekdays off, the list of weekend days worked, and the list of years of which
 * these two are known. It comes to #N/A if any year from a to b is not among them. With b before a it is
 * -WORKDAYS(b,a).
 */
public final class Workdays {
    /** How it is called. */
    public static final String FUNCTION = "WORKDAYS";

    /** The name that lists the weekdays off. */
    public static final String HOLIDAYS = "holidays";

    /** The name that lists the weekend days worked. */
    public static final String WORKED = "workdays";

    /** The name that lists the years of which the two others are known. */
    public static final String YEARS = "holiday_years";

    /** Says what it comes to if the days of a year are not known. */
    public static final String UNKNOWN = "#N/A";

    /**
     * The days stand for {@code {a}} and {@code {b}}. They are put in order before they are counted: POI comes to
     * #NAME? where Excel's NETWORKDAYS turns its sign.
     */
    private static final String WRITTEN = "IF(AND(COUNTIF(holiday_years,YEAR(MIN({a},{b})))>0,"
            + "COUNTIF(holiday_years,\"<=\"&YEAR({b}))-COUNTIF(holiday_years,\"<=\"&YEAR({a}))=YEAR({b})-YEAR({a})),"
            + "IF({b}<{a},-1,1)*(NETWORKDAYS(MIN({a},{b}),MAX({a},{b}),holidays)"
            + "+COUNTIF(workdays,\"<=\"&MAX({a},{b}))-COUNTIF(workdays,\"<\"&MIN({a},{b}))),NA())";

    private Workdays() {}

    /** Tells whether a formula counts up to the day before another, which is then not counted itself. */
    public static boolean endsBefore(Formula count) {
        return count.isCallOf(FUNCTION) && count.arguments(count.whole()).get(1).token() instanceof SubtractPtg;
    }

    /** It written out for two days, each as a formula; left unfinished once it is longer than any formula may be. */
    static String writtenOut(String from, String until) {
        return from.length() + until.length() > FormulaText.LONGEST
                ? from + until
                : WRITTEN.replace("{a}", from).replace("{b}", until);
    }
}
