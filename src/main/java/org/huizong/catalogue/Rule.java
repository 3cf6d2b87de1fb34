package org.huizong.catalogue;

import java.util.Optional;
import org.huizong.formula.MissingPolicy;
import org.huizong.model.Severity;
import org.huizong.model.Validity;

/**
 * A rule 审核关系: a row of rules.csv.
 *
 * @param id letters and digits, such as {@code PUB003}
 * @param scope what it is held against
 * @param severity what a failure asks for
 * @param formula Excel formula over item codes that is TRUE when all is well
 * @param days Excel formula for the days that a failure speaks of; empty if it speaks of none
 * @param missing what happens when an operand is missing
 * @param locate code of the item whose cell is to blame; empty for none
 * @param message Chinese sentence with {@code {item.code}} for a value and {@code {item.code:label}} for its label
 * @param messageEn the same in English; in Chinese where there is none
 * @param basis where the rule comes from, such as a law's article; may be empty
 * @param validity the periods it is held against
 */
public record Rule(
        String id,
        Scope scope,
        Severity severity,
        String formula,
        String days,
        MissingPolicy missing,
        Optional<String> locate,
        String message,
        String messageEn,
        String basis,
        Validity validity) {
    /** What a rule is held against. */
    public enum Scope {
        /** Each record of a register. */
        RECORD,
        /** Every two records of a register, whoever sent them. */
        PAIR,
        /** Each submission. */
        RETURN,
        /** All that a unit has sent for the period. */
        UNIT,
        /** The township's consolidated values. */
        TOWNSHIP;

        /** Whether it is held against records of registers. */
        public boolean ofRecords() {
            return this == RECORD || this == PAIR;
        }

        /** Whether its findings decide what becomes of a submission. */
        public boolean decides() {
            return this == RECORD || this == RETURN;
        }
    }

    /** The letters that its id begins with: those of its family of rules. */
    public String letters() {
        return letters(id);
    }

    /** The letters that an id begins with. */
    public static String letters(String id) {
        return id.replaceFirst("[0-9]+$", "");
    }

    /** Whether its failure must be explained, not corrected. */
    public boolean asks() {
        return severity == Severity.QUERY;
    }

    /** Whether its failure is only to be known. */
    public boolean informs() {
        return severity == Severity.NOTICE;
    }
}
