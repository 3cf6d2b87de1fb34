package org.huizong.written;

import java.util.List;
import java.util.Optional;

/**
 * A number that a report states about something.
 *
 * @param paragraph which paragraph of the document, from 0
 * @param sentence where its sentence begins in the folded paragraph
 * @param start where its words begin in the paragraph as it was written
 * @param end where they end there
 * @param quote its words with what it speaks of, as written
 * @param quantity the number
 * @param kind what the number is of its subject
 * @param subjects what it may speak of, the likeliest first; empty if nobody can tell
 * @param isSure whether its words leave no doubt that it speaks of the first
 * @param span which months it speaks of
 * @param unit code of the unit whose number it is; empty of the whole township
 * @param whole of a part (其中) the place of the number it is a part of among all claims; -1 if it is none
 */
record Claim(
        int paragraph,
        int sentence,
        int start,
        int end,
        String quote,
        Quantity quantity,
        Kind kind,
        List<Subject> subjects,
        boolean isSure,
        Span span,
        Optional<String> unit,
        int whole) {
    /** What a number is of its subject. */
    enum Kind {
        /** How many there are. */
        VALUE,
        /** By how much there are more. */
        MORE,
        /** By how much there are fewer. */
        LESS,
        /** How many there are to be: 不少于. */
        TARGET,
        /** What numbers before it in the sentence come to: 共计. */
        SUM
    }

    Claim {
        subjects = List.copyOf(subjects);
    }

    boolean isOfOneSentence(Claim other) {
        return paragraph == other.paragraph && sentence == other.sentence;
    }

    /** What it speaks of; empty if nobody can tell for sure. */
    Optional<Subject> subject() {
        return isSure && subjects.size() == 1 ? Optional.of(subjects.get(0)) : Optional.empty();
    }
}
