package org.huizong.wording;

/** A language that people are addressed in. */
public enum Lang {
    ZH(""),
    EN("_en");

    private final String suffix;

    Lang(String suffix) {
        this.suffix = suffix;
    }

    /** What the file name of its bundle adds to {@code messages}. */
    String suffix() {
        return suffix;
    }
}
