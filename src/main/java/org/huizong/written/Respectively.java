package org.huizong.written;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What stands before 分别 in a sentence, for the numbers behind it in their order: 检查、处罚分别为258次、7次. */
final class Respectively {
    private final SentenceWords words;
    private final Sentence sentence;
    private final Deque<Hit> names = new ArrayDeque<>();
    private final List<SentenceClaims.Spoken> values = new ArrayList<>();
    private int until;
    private boolean isOfChanges;

    Respectively(SentenceWords words) {
        this.words = words;
        this.sentence = words.sentence();
    }

    /**
     * Begins a list if the word stands before a number.
     *
     * @param from where the number before it ends
     * @param ofChanges whether it is a change
     */
    void begin(Quantity quantity, int from, boolean ofChanges) {
        int at = Context.respectively(sentence.between(from, quantity.start()));
        if (at < 0) {
            return;
        }
        until = from + at;
        isOfChanges = ofChanges;
        List<Hit> before = words.terms(from, until);
        names.clear();
        if (before.size() > 1) {
            names.addAll(before);
        }
    }

    /** The name for a number, the next of the list; empty if it is none of those behind the word. */
    Optional<Hit> name(Quantity quantity, int from) {
        boolean isNext = !isOfChanges && Context.isFiller(sentence.between(Math.max(from, until), quantity.start()));
        return isNext ? Optional.ofNullable(names.poll()) : Optional.empty();
    }

    /** The name for a change, the next of a list of changes. */
    Optional<Hit> nameOfChange() {
        return isOfChanges ? Optional.ofNullable(names.poll()) : Optional.empty();
    }

    /** Notes a number of which changes may be told. */
    void add(SentenceClaims.Spoken value) {
        values.add(value);
    }

    /**
     * The number that a change is of: the last or, where several changes stand behind the word, the one in its place.
     *
     * @param last what was spoken of last
     */
    Optional<SentenceClaims.Spoken> changed(Quantity change, Optional<SentenceClaims.Spoken> last) {
        int at = sentence.from() + Context.respectively(sentence.between(sentence.from(), change.start()));
        List<SentenceClaims.Spoken> before =
                values.stream().filter(s -> s.claim().quantity().start() < at).toList();
        if (before.size() < 2) {
            return last;
        }
        List<Quantity> changes =
                words.quantities().stream().filter(q -> q.start() > at).toList();
        int place = before.size() - changes.size() + changes.indexOf(change);
        return changes.size() > before.size() ? Optional.empty() : Optional.of(before.get(place));
    }
}
