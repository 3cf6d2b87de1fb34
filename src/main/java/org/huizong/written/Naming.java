package org.huizong.written;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds by which words of its sentence a number is called, and what they mean. */
final class Naming {
    private final Vocabulary vocabulary;
    private final Meaning meaning;
    private final SentenceWords words;
    private final Sentence sentence;
    private final Quantity quantity;
    private final int from;
    private final Optional<SentenceClaims.Spoken> last;

    /**
     * Prepares a number.
     *
     * @param from where the one before it ends
     * @param last what was spoken of before it
     */
    Naming(
            Vocabulary vocabulary,
            SentenceWords words,
            Quantity quantity,
            int from,
            Optional<SentenceClaims.Spoken> last) {
        this.vocabulary = vocabulary;
        this.meaning = new Meaning(vocabulary);
        this.words = words;
        this.sentence = words.sentence();
        this.quantity = quantity;
        this.from = from;
        this.last = last;
    }

    /**
     * What a number speaks of.
     *
     * @param hit by which words
     * @param isSure whether they leave no doubt
     * @param isInherited whether they are those of the number before it
     */
    record Found(Hit hit, List<Subject> subjects, boolean isSure, boolean isInherited) {
        boolean isSame(Claim other) {
            return other.subjects().equals(subjects);
        }
    }

    /**
     * What it speaks of; empty if nothing is known to be called so.
     *
     * @param clause where its clause begins
     * @param next where the next number begins, or the sentence ends
     */
    Optional<Found> found(int clause, int next) {
        Optional<Found> left = left(clause);
        if (left.isPresent() && left.get().isSure()) {
            return left;
        }
        return right(next)
                .or(() -> left)
                .or(() -> composed(Math.max(from, clause)))
                .or(this::inherited);
    }

    /** The same of words that stand before it, or in a table above it. */
    Optional<Found> left(int clause) {
        List<Hit> before = words.terms(from, quantity.start());
        for (int i = before.size() - 1; i >= 0; i--) {
            Hit hit = before.get(i);
            boolean isNear = Context.isFiller(words.withoutKnown(hit.end(), quantity.start()));
            if (hit.start() < clause && !isNear && !isRow(sentence.between(hit.end(), quantity.start()))) {
                break;
            }
            Found found = by(hit, isNear && !words.narrows(hit, from) && !isOfOthers(hit), false, quantity.end());
            if (!found.subjects().isEmpty()) {
                return Optional.of(found);
            }
        }
        return lead();
    }

    /** Whether a county, a city or the whole country is said to have done it. */
    private boolean isOfOthers(Hit hit) {
        String before = sentence.between(Math.max(from, sentence.from()), hit.start());
        return vocabulary.isOfOthers(before.substring(Context.lastClause(before)));
    }

    private Optional<Found> lead() {
        String lead = sentence.lead();
        List<Hit> before = sentence.ofLead().terms();
        for (int i = before.size() - 1; i >= 0; i--) {
            Hit hit = before.get(i);
            String above = lead.substring(0, hit.start());
            List<Subject> subjects = meaning.of(hit.terms(), words.fieldsOfLead(), quantity.measure(), above, lead);
            if (!subjects.isEmpty()) {
                boolean isWhole = Context.isFiller(words.withoutMonths(lead.substring(hit.end())))
                        && Context.isFiller(words.withoutMonths(above));
                Hit outside = new Hit(quantity.start(), quantity.start(), hit.terms(), "");
                return Optional.of(new Found(outside, subjects, isWhole && subjects.size() == 1, false));
            }
        }
        return Optional.empty();
    }

    private Optional<Found> right(int next) {
        int end = quantity.end() + Context.firstClause(sentence.between(quantity.end(), next));
        return words.terms(quantity.end(), end).stream()
                .filter(hit -> Context.isFiller(words.withoutKnown(quantity.end(), hit.start())))
                .map(hit -> by(hit, true, false, end))
                .filter(found -> !found.subjects().isEmpty())
                .findFirst();
    }

    /** A number without words of its own speaks of what the one before it does: 其中交通7次, 去年同期245次. */
    private Optional<Found> inherited() {
        if (last.isEmpty()) {
            return Optional.empty();
        }
        String left = Context.withoutChange(words.withoutKnown(from, quantity.start()));
        boolean says = !left.equals(sentence.between(from, quantity.start())) || Context.isPart(left);
        boolean fits =
                last.get().claim().subjects().stream().allMatch(s -> Measures.fit(quantity.measure(), s.measure()));
        if (!says || !fits || !Context.isFiller(left)) {
            return Optional.empty();
        }
        Found found = by(last.get().hit(), true, true, quantity.end());
        return Optional.of(found.subjects().isEmpty() ? new Found(found.hit(), List.of(), false, true) : found);
    }

    /** A number beside half a name, of which the other half was said before: 发现隐患219项，整改217项. */
    private Optional<Found> composed(int clause) {
        String said = words.withoutKnown(clause, quantity.start()).strip();
        String rest = Context.rest(said);
        String half = rest.length() < 2 ? said : rest;
        if (half.length() < 2 || half.length() > 4) {
            return Optional.empty();
        }
        Set<String> told = last.map(l -> l.hit().terms()).orElse(List.of()).stream()
                .map(Term::text)
                .collect(Collectors.toSet());
        List<Term> here = vocabulary.composed(half, sentence.between(sentence.from(), clause), told);
        List<Term> terms = here.isEmpty() ? vocabulary.composed(half, String.join(" ", told), told) : here;
        Hit hit = new Hit(clause, quantity.start(), terms, "");
        Set<String> spoken = words.fields(quantity, hit, from, quantity.end());
        Set<String> field = last.map(l -> l.claim().subjects())
                .filter(s -> spoken.isEmpty() && s.size() == 1)
                .map(s -> s.get(0).domains())
                .orElse(spoken);
        List<Subject> subjects = meaning.of(
                terms, field, quantity.measure(), words.before(hit), words.near(quantity, from, quantity.end()));
        return subjects.size() == 1 ? Optional.of(new Found(hit, subjects, true, false)) : Optional.empty();
    }

    /**
     * What it speaks of if it is called by these words.
     *
     * @param isSure whether nothing else stands between them
     * @param end up to where words behind it belong to it
     */
    Found by(Hit hit, boolean isSure, boolean isInherited, int end) {
        return by(hit, quantity.measure(), isSure, isInherited, end);
    }

    /** The same of a number that is to be taken as one of another measure. */
    Found by(Hit hit, String measure, boolean isSure, boolean isInherited, int end) {
        Set<String> spoken = isInherited ? words.ownFields(quantity, from) : words.fields(quantity, hit, from, end);
        List<Subject> subjects =
                meaning.of(hit.terms(), spoken, measure, words.before(hit), words.near(quantity, from, end));
        boolean isElsewhere = subjects.size() == 1
                && !spoken.isEmpty()
                && subjects.get(0).domains().stream().noneMatch(spoken::contains);
        return new Found(hit, subjects, isSure && subjects.size() == 1 && !isElsewhere, isInherited);
    }

    /** Whether things stand in a row without another clause beginning: 检查食堂、餐馆、作坊. */
    private static boolean isRow(String text) {
        return Context.firstClause(text.replace('、', ' ')) == text.length();
    }
}
