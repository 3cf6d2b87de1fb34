package org.huizong.web;

import java.util.List;
import java.util.Optional;

/**
 * A written report that was held against the figures.
 *
 * @param file its name
 * @param head against what it was held
 * @param stale whether something that the edition tells has changed since
 * @param period code of the period that it was held against
 * @param notices what else is to be known of the report
 * @param counts how many numbers stand how
 * @param wrong the numbers that somebody has to correct, in the order of the report
 * @param numbers all of them, in that order
 * @param notes what the indicators count that it speaks of
 */
public record VerifyView(
        String file,
        String head,
        boolean stale,
        String period,
        List<String> notices,
        List<String> counts,
        List<Line> wrong,
        List<Line> numbers,
        List<String> notes) {
    public VerifyView {
        notices = List.copyOf(notices);
        counts = List.copyOf(counts);
        wrong = List.copyOf(wrong);
        numbers = List.copyOf(numbers);
        notes = List.copyOf(notes);
    }

    /** The tone of what came of it all. */
    public String tone() {
        return !wrong.isEmpty()
                ? "bad"
                : numbers.stream().allMatch(l -> l.tone().equals("good")) ? "good" : "warn";
    }

    /**
     * One number.
     *
     * @param tone {@code good}, {@code warn} or {@code bad}
     * @param word the same in words
     * @param place where it stands
     * @param quote the words of the report
     * @param theirs what the report says
     * @param ours what is on record
     * @param source where that comes from
     * @param link the page of that figure; empty if there is none
     * @param remark what else is to be known
     */
    public record Line(
            String tone,
            String word,
            String place,
            String quote,
            String theirs,
            String ours,
            String source,
            Optional<String> link,
            String remark) {}

    /** A period that a report can be held against, and whether it was chosen. */
    public record Choice(String code, String name, boolean isChosen) {}
}
