package org.huizong.publish.narrative;

import org.huizong.catalogue.Return;

/** The keys of the sheets of the workbook, by which sentences say where more is to be read. */
public final class SheetKey {
    public static final String FRONT = "front";
    public static final String INDICATORS = "indicators";
    public static final String DEPARTMENTS = "departments";
    public static final String VILLAGES = "villages";
    public static final String TRENDS = "trends";
    public static final String UNIT_YEAR = "unityear";
    public static final String TARGETS = "targets";
    public static final String PILLARS = "pillars";
    public static final String CHOICES = "choices";
    public static final String TEXTS = "texts";
    public static final String COVERAGE = "coverage";
    public static final String FINDINGS = "findings";
    public static final String CROSS = "cross";
    public static final String LEADS = "leads";
    public static final String ASSESSMENT = "assessment";
    public static final String DEDUCTIONS = "deductions";
    public static final String MEASURES = "measures";
    public static final String PASSPORT = "passport";
    public static final String SOURCES = "sources";
    public static final String CHANGES = "changes";
    public static final String NOTES = "notes";
    public static final String ROLL_UP = "rollup";

    private SheetKey() {}

    /** The key of the sheet that counts the records of a register. */
    public static String tally(Return register) {
        return "tally." + register.code();
    }

    /** The key of the sheet of a return. */
    public static String of(Return form) {
        return "form." + form.code();
    }
}
