package org.huizong.model;

import java.util.ArrayList;
import java.util.List;

/** Keeps of what is wrong with one submission as much as anybody works through before sending it again. */
public final class FindingLimit {
    /** Findings of one submission. */
    public static final int MAX = 1_000;

    private FindingLimit() {}

    /**
     * The findings themselves, or of too many those that are told first, and one more that says how many are left out.
     *
     * @param whole where they are all about
     */
    public static List<Finding> apply(List<Finding> findings, CellRef whole) {
        if (findings.size() <= MAX) {
            return findings;
        }
        List<Finding> sorted = findings.stream().sorted(TellingOrder.ofOne()).toList();
        List<Finding> kept = new ArrayList<>(sorted.subList(0, MAX));
        Finding next = sorted.get(MAX);
        // what could not be decided sends nothing back
        Severity severity = next.hasFailed() ? next.severity() : Severity.NOTICE;
        kept.add(Finding.failed("findings.more", severity, whole).with("count", Argument.of(findings.size() - MAX)));
        return List.copyOf(kept);
    }
}
