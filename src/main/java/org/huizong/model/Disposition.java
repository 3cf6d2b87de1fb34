package org.huizong.model;

import java.util.Locale;

/** What became of a submission. */
public enum Disposition {
    /** 未审核: it was read, and the run was broken off before it was checked. */
    PENDING,
    /** 已采用: nothing stands against it. */
    ACCEPTED,
    /** 待核实: counted, with a query that nobody has explained. */
    QUERIED,
    /** 退回: an error stands against it. */
    REJECTED,
    /** 冲突: two files say different things and neither is known to be the later. */
    CONFLICT,
    /** 已被更正: a later revision counts. */
    SUPERSEDED,
    /** 内容相同: it says what the one before it says, which counts or not in its stead. */
    REPEATED,
    /** 已撤回: taken back with a reason on record. */
    WITHDRAWN;

    /** The word in the store and in the tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its figures are in the totals. */
    public boolean counts() {
        return this == ACCEPTED || this == QUERIED;
    }
}
