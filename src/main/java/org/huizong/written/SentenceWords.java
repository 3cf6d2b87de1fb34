package org.huizong.written;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The known words of one sentence, and what they say of a number: of which fields, which months and which unit it is. */
final class SentenceWords {
    private static final Pattern GOVERNS = Pattern.compile("^[^,;:。]{0,6}?(?:方面|领域|条线|战线|工作中|上,|中,|:)|^:");
    /** How far before what a number speaks of its unit may stand. */
    private static final int REACH = 12;

    private final Sentence sentence;
    private final Spotted own;
    private final Set<String> topic;
    private final Span usual;
    private final Periods periods;

    /**
     * Those of a sentence.
     *
     * @param spotted the known words of its paragraph
     * @param topic the fields that its heading speaks of
     * @param usual of which months numbers speak where nothing else is said
     */
    SentenceWords(Sentence sentence, Spotted spotted, Set<String> topic, Span usual, Periods periods) {
        this.sentence = sentence;
        this.own = spotted.within(sentence.from(), sentence.to());
        this.topic = topic;
        this.usual = usual;
        this.periods = periods;
    }

    Sentence sentence() {
        return sentence;
    }

    List<Quantity> quantities() {
        return own.quantities();
    }

    List<Hit> terms() {
        return own.terms();
    }

    /** Names that stand in a part of it, in order. */
    List<Hit> terms(int from, int to) {
        return own.terms().stream()
                .filter(h -> h.start() >= from && h.end() <= to)
                .toList();
    }

    /** Whether a number is a part of a name: 残疾人两项补贴. */
    boolean isOfName(Quantity quantity) {
        return own.terms().stream().anyMatch(h -> h.start() < quantity.start() && h.end() > quantity.start());
    }

    /** Whether a word for a field is a part of a name: 计划生育一孩证. */
    private boolean isOfName(Hit field) {
        return own.terms().stream().anyMatch(h -> h.start() <= field.start() && h.end() >= field.end());
    }

    /** A part of the sentence without the names of units, words for fields, and those for months. */
    String withoutKnown(int from, int to) {
        StringBuilder rest = new StringBuilder(sentence.between(from, to));
        own.units().forEach(hit -> blank(rest, hit.start() - from, hit.end() - from));
        own.fields().forEach(hit -> blank(rest, hit.start() - from, hit.end() - from));
        own.months().forEach(m -> blank(rest, m.start() - from, m.end() - from));
        return rest.toString().replace(Uncounted.BLANK, ' ');
    }

    /** What a table says beside the names of months. */
    String withoutMonths(String text) {
        StringBuilder rest = new StringBuilder(text);
        periods.in(text).forEach(m -> blank(rest, m.start(), m.end()));
        return rest.toString();
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(text.length(), to); i++) {
            text.setCharAt(i, ' ');
        }
    }

    /** The sentence up to some words. */
    String before(Hit hit) {
        return sentence.between(sentence.from(), Math.max(sentence.from(), hit.start()));
    }

    /** What stands around a number, from where the one before it ends. */
    String near(Quantity quantity, int from, int end) {
        int begin = Math.max(sentence.from(), Math.min(from, quantity.start()));
        return sentence.between(begin, Math.max(end, quantity.end()));
    }

    /** Whether words before a name, in its clause, make a part of the thing of it. */
    boolean narrows(Hit hit, int from) {
        String before = sentence.between(Math.max(from, sentence.from()), hit.start());
        String all = before(hit);
        return Context.narrows(before.substring(Context.lastClause(before)))
                || Context.isOfSome(all.substring(Context.lastClause(all)));
    }

    /** The fields that the heads of a table speak of, or else the heading above it. */
    Set<String> fieldsOfLead() {
        Set<String> spoken = new LinkedHashSet<>();
        sentence.ofLead().fields().forEach(f -> spoken.add(f.meant()));
        return spoken.isEmpty() ? topic : spoken;
    }

    /** The fields that a number itself names: in brackets behind it, or between the one before it and itself. */
    Set<String> ownFields(Quantity quantity, int from) {
        Set<String> bracket = bracket(quantity);
        if (!bracket.isEmpty()) {
            return bracket;
        }
        return Context.lastGroup(
                own.fields().stream()
                        .filter(f -> f.start() >= from && f.end() <= quantity.start())
                        .toList(),
                sentence.folded());
    }

    private Set<String> bracket(Quantity quantity) {
        int end = endOfBracket(quantity);
        Set<String> said = new LinkedHashSet<>();
        own.fields().stream()
                .filter(f -> f.start() > quantity.end() && f.end() <= end)
                .forEach(f -> said.add(f.meant()));
        return said;
    }

    /** Where the brackets end that stand behind a number; where it ends itself if none do. */
    private int endOfBracket(Quantity quantity) {
        String behind = sentence.between(quantity.end(), sentence.to());
        return behind.startsWith("(") && behind.indexOf(')') > 0
                ? quantity.end() + behind.indexOf(')')
                : quantity.end();
    }

    /**
     * The fields that a number speaks of: by a remark in brackets, in its clause, by what governs it, by the heading.
     *
     * @param hit the words for what is counted
     * @param from where the number before it ends
     * @param end up to where words behind it belong to it
     */
    Set<String> fields(Quantity quantity, Hit hit, int from, int end) {
        Set<String> bracket = bracket(quantity);
        if (!bracket.isEmpty()) {
            return bracket;
        }
        List<Hit> fields = own.fields();
        if (fields.stream().anyMatch(f -> f.start() >= hit.start() && f.end() <= hit.end())) {
            // its name says so itself
            return Set.of();
        }
        int start = Math.min(Math.max(hit.start(), sentence.from()), quantity.start());
        int clause = sentence.from() + Context.lastClause(sentence.between(sentence.from(), start));
        int until = Math.max(hit.end(), Math.min(end, quantity.start()));
        List<Hit> near = fields.stream()
                .filter(f -> f.end() <= until && f.start() >= Math.min(from, start))
                .toList();
        if (!near.isEmpty() && near.get(near.size() - 1).end() > clause) {
            return Context.lastGroup(near, sentence.folded());
        }
        for (int i = fields.size() - 1; i >= 0; i--) {
            Hit field = fields.get(i);
            String behind = sentence.between(field.end(), sentence.to());
            boolean opens = Context.isFiller(sentence.between(sentence.from(), field.start()));
            if (field.end() <= start
                    && !isOfName(field)
                    && (opens || GOVERNS.matcher(behind).find())) {
                return Context.lastGroup(fields.subList(0, i + 1), sentence.folded());
            }
        }
        return topic;
    }

    /** The months that a number speaks of: by brackets behind it, by its clause, by how the sentence opens, by the heads of a table. */
    Span span(Quantity quantity, int from) {
        int clause = sentence.from() + Context.lastClause(sentence.between(sentence.from(), quantity.start()));
        Optional<Periods.Said> near = own.months().stream()
                .filter(m -> m.start() >= Math.min(clause, from) && m.end() <= quantity.start())
                .reduce((a, b) -> b);
        Optional<Periods.Said> first = own.months().stream()
                .filter(m -> m.end() <= quantity.start())
                .filter(m -> Context.isFiller(sentence.between(sentence.from(), m.start())))
                .findFirst();
        int end = endOfBracket(quantity);
        Optional<Periods.Said> bracket = own.months().stream()
                .filter(m -> m.start() == quantity.end() + 1 && m.end() == end)
                .findFirst();
        return bracket.or(() -> near)
                .or(() -> first)
                .or(() -> sentence.ofLead().months().stream().findFirst())
                .map(Periods.Said::span)
                .orElse(usual);
    }

    /** The months of a number that a change led to: those that stand between it and the one from which it led. */
    Span spanOfEnd(Quantity quantity, int from) {
        return own.months().stream()
                .filter(m -> m.start() >= from && m.end() <= quantity.start())
                .reduce((a, b) -> b)
                .map(Periods.Said::span)
                .orElse(usual);
    }

    /** Which earlier months a change is against; empty if the sentence does not say. */
    Optional<Span.Kind> base(Quantity quantity) {
        return periods.base(sentence.between(sentence.from(), quantity.start()));
    }

    /**
     * Code of the unit whose number it is; empty if none is named.
     *
     * @param from where the number before it ends
     * @param begins where what it speaks of begins
     */
    Optional<String> unit(Quantity quantity, int from, int begins) {
        return own.units().stream()
                .filter(u -> u.start() >= begins - REACH && u.start() >= from && u.end() <= quantity.start())
                .reduce((a, b) -> b)
                .map(Hit::meant);
    }
}
