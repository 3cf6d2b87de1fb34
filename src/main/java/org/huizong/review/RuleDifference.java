package org.huizong.review;

import java.util.List;
import org.huizong.catalogue.Rule;
import org.huizong.store.StoredFinding;

/**
 * What is different about one rule, and what it would make different.
 *
 * @param id its id
 * @param before the rows of that id in the rules in force; none if it is new
 * @param after the rows of that id in the rules that are tried; none if it is dropped
 * @param found failures that the rules in force do not find
 * @param gone failures that only the rules in force find
 * @param same failures that both find, as the tried rules say them
 * @param undecided what the tried rules leave undecided
 */
public record RuleDifference(
        String id,
        List<Rule> before,
        List<Rule> after,
        List<StoredFinding> found,
        List<StoredFinding> gone,
        List<StoredFinding> same,
        List<StoredFinding> undecided) {
    /** What became of a rule. */
    public enum Kind {
        ADDED,
        CHANGED,
        DROPPED,
        UNCHANGED
    }

    public RuleDifference {
        before = List.copyOf(before);
        after = List.copyOf(after);
        found = List.copyOf(found);
        gone = List.copyOf(gone);
        same = List.copyOf(same);
        undecided = List.copyOf(undecided);
    }

    /** What became of it. */
    public Kind kind() {
        if (before.isEmpty()) {
            return Kind.ADDED;
        }
        if (after.isEmpty()) {
            return Kind.DROPPED;
        }
        return before.equals(after) ? Kind.UNCHANGED : Kind.CHANGED;
    }

    /** Whether there is anything to say about it: a rule that stays may fail anew where another sends a return back. */
    public boolean isOne() {
        return kind() != Kind.UNCHANGED || !found.isEmpty() || !gone.isEmpty();
    }
}
