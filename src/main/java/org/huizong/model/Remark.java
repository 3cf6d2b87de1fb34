package org.huizong.model;

/** What is said behind the sentence of a finding. */
public sealed interface Remark {
    /** Its sheet is hidden; deep if no menu of the spreadsheet program shows it. */
    record HiddenSheet(boolean deep) implements Remark {}

    /** Somebody explained it with words that say nothing. */
    record EmptyExplanation(String text) implements Remark {}
}
