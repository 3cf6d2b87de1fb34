package org.huizong.written;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what each number of one sentence speaks of. */
final class SentenceClaims {
    private static final Pattern ZERO_OF = Pattern.compile("[,;:。]");
    /** How far from a number the words may stand that are quoted with it. */
    private static final int QUOTED = 40;

    private final Vocabulary vocabulary;
    private final Span usual;
    private final SentenceWords words;
    private final Sentence sentence;
    private final boolean isOfPlans;
    private final List<Claim> claims;

    private final Respectively listed;
    private Optional<Spoken> last;
    private Optional<Span> change = Optional.empty();
    private int whole = -1;
    private boolean isParting;
    /** Where the last number ends, with the words that it is called by. */
    private int used;

    /**
     * Prepares a sentence.
     *
     * @param usual of which months numbers speak where nothing else is said
     * @param isOfPlans whether it stands among plans
     * @param claims all found so far, to which those of the sentence are added
     * @param before what was spoken of before it in the paragraph, of which it may go on to speak
     */
    SentenceClaims(
            Vocabulary vocabulary,
            Span usual,
            SentenceWords words,
            boolean isOfPlans,
            List<Claim> claims,
            Optional<Spoken> before) {
        this.vocabulary = vocabulary;
        this.usual = usual;
        this.words = words;
        this.sentence = words.sentence();
        this.isOfPlans = isOfPlans;
        this.claims = claims;
        this.listed = new Respectively(words);
        this.last = before;
        this.used = sentence.from();
    }

    /**
     * What a number may go on to speak of.
     *
     * @param at its place among all claims
     * @param hit the words for it
     */
    record Spoken(Claim claim, int at, Hit hit) {}

    /** Adds the claims of the sentence; the last of what a next sentence may go on to speak of. */
    Optional<Spoken> find() {
        List<Quantity> quantities = words.quantities();
        for (int i = 0; i < quantities.size(); i++) {
            Quantity quantity = quantities.get(i);
            if (quantity.start() < used || words.isOfName(quantity)) {
                continue;
            }
            int next = i + 1 < quantities.size() ? quantities.get(i + 1).start() : sentence.to();
            if (quantity.bound() == Quantity.Bound.NONE) {
                none(quantity, next);
            } else if (!Measures.isNoneOfOurs(quantity.measure())) {
                number(quantity, next);
            }
            used = Math.max(used, quantity.end());
        }
        return last;
    }

    /** 零事故, 未发生事故: a claim for each thing of which there was none. */
    private void none(Quantity quantity, int next) {
        String behind = sentence.between(quantity.end(), sentence.to());
        var end = ZERO_OF.matcher(behind);
        int to = quantity.end() + (end.find() ? end.start() : behind.length());
        boolean isSpelt = sentence.between(quantity.start(), quantity.end()).equals("零");
        Meaning meaning = new Meaning(vocabulary);
        List<Hit> things = words.terms(quantity.end(), Math.max(to, next)).stream()
                .filter(h -> !isSpelt || h.start() <= quantity.end() + 2)
                .filter(h -> h.start() < to)
                .toList();
        if (isSpelt && things.isEmpty() && Context.isNone(behind)) {
            things = words.terms(used, quantity.start());
        }
        for (Hit thing : things) {
            Set<String> spoken = words.fields(quantity, thing, used, thing.end());
            Set<String> each = spoken.isEmpty() ? Set.of("") : spoken;
            for (String domain : each) {
                Set<String> one = domain.isEmpty() ? Set.of() : Set.of(domain);
                String near = words.near(quantity, used, thing.end());
                List<Subject> counted = meaning.of(thing.terms(), one, "", words.before(thing), near).stream()
                        .filter(s -> !s.measure().equals("%"))
                        .toList();
                if (domain.isEmpty() && counted.isEmpty()) {
                    counted = Meaning.anywhere(thing.terms());
                }
                for (Subject subject : counted.size() > 1 && !domain.isEmpty() ? counted.subList(0, 1) : counted) {
                    add(quantity, Claim.Kind.VALUE, List.of(subject), true, Optional.of(thing), -1);
                }
            }
            used = Math.max(used, thing.end());
        }
    }

    private void number(Quantity quantity, int next) {
        int from = used;
        String left = sentence.between(from, quantity.start());
        int clause = from + Context.lastClause(left);
        String before = sentence.between(clause, quantity.start());
        if (Context.isEach(before)) {
            return;
        }
        boolean isRate = quantity.isShare() || quantity.measure().equals("倍");
        Optional<Claim.Kind> changed = Context.change(before);
        if (changed.isPresent() && (isRate || words.base(quantity).isPresent())) {
            change(quantity, changed.get(), isRate);
            return;
        }
        if (isRate) {
            share(quantity);
            return;
        }
        listed.begin(quantity, from, false);
        isParting = isParting && !left.contains("共");
        if (Context.isPart(left)) {
            isParting = true;
            whole = last.map(Spoken::at).orElse(claims.size() - 1);
        }
        Naming naming = naming(quantity);
        Optional<Naming.Found> found = listed.name(quantity, from)
                .map(hit -> naming.by(hit, true, false, quantity.end()))
                .or(() -> naming.found(clause, next));
        if (found.isEmpty() && Context.isSum(before) && Context.isFiller(left)) {
            add(quantity, Claim.Kind.SUM, List.of(), true, Optional.empty(), -1);
            return;
        }
        boolean isPlanned = isOfPlans || Context.isPlanned(sentence.masked().substring(from, quantity.start()));
        Claim.Kind kind = Context.isLeast(before) || isPlanned ? Claim.Kind.TARGET : Claim.Kind.VALUE;
        if (found.isPresent()) {
            called(quantity, kind, found.get(), Context.isPart(before));
        } else if (!quantity.isSpelt() && !quantity.measure().isEmpty()) {
            add(quantity, kind, List.of(), false, Optional.empty(), isParting ? whole : -1);
        }
    }

    /** Adds a number that is called by known words. */
    private void called(Quantity quantity, Claim.Kind kind, Naming.Found found, boolean beginsParts) {
        if (found.hit().start() >= quantity.end()) {
            used = Math.max(used, found.hit().end());
        }
        boolean isPart = isParting && (found.isInherited() || beginsParts);
        boolean isWhole = isPart && whole >= 0 && found.isSame(claims.get(whole));
        add(
                quantity,
                kind,
                isWhole ? List.of() : found.subjects(),
                found.isSure(),
                Optional.of(found.hit()),
                isPart ? whole : -1);
    }

    private Naming naming(Quantity quantity) {
        return new Naming(vocabulary, words, quantity, used, last);
    }

    /** 同比增长5.3%, 比去年同期增加13次. */
    private void change(Quantity quantity, Claim.Kind kind, boolean isRate) {
        Optional<Span.Kind> against = words.base(quantity).or(() -> change.map(Span::kind));
        listed.begin(quantity, used, true);
        Optional<Hit> own = listed.nameOfChange()
                .or(() -> words.terms(used, quantity.start()).stream().reduce((a, b) -> b));
        Optional<Claim> before = own.isPresent()
                ? Optional.empty()
                : listed.changed(quantity, last).map(Spoken::claim);
        List<Subject> subjects = own.map(hit -> naming(quantity)
                        .by(hit, isRate ? "" : quantity.measure(), true, false, quantity.end())
                        .subjects())
                .filter(s -> s.size() == 1)
                .or(() -> before.map(Claim::subjects))
                .orElse(List.of());
        boolean isSure = subjects.size() == 1
                && (own.isPresent() || before.map(Claim::isSure).orElse(false))
                && against.isPresent();
        change = against.map(Span::of);
        boolean isToDate = before.map(Claim::span).orElse(usual).kind() == Span.Kind.TO_DATE;
        Span.Kind then = against.map(a -> isToDate && a == Span.Kind.YEAR_AGO ? Span.Kind.TO_DATE_AGO : a)
                .orElse(Span.Kind.OTHER);
        add(quantity, kind, subjects, isSure, Span.of(then), own, -1);
    }

    /** A percentage is a figure only where an indicator is one. */
    private void share(Quantity quantity) {
        Optional<Naming.Found> found = naming(quantity).left(used);
        List<Subject> subjects = found.map(Naming.Found::subjects).orElse(List.of()).stream()
                .filter(s -> s.measure().equals("%"))
                .toList();
        boolean isSure = subjects.size() == 1 && found.map(Naming.Found::isSure).orElse(false);
        add(quantity, Claim.Kind.VALUE, subjects, isSure, found.map(Naming.Found::hit), -1);
    }

    private void add(
            Quantity quantity, Claim.Kind kind, List<Subject> subjects, boolean isSure, Optional<Hit> hit, int part) {
        add(quantity, kind, subjects, isSure, span(quantity), hit, part);
    }

    private Span span(Quantity quantity) {
        String before = sentence.between(used, quantity.start());
        if (Context.isEnd(before)) {
            return words.spanOfEnd(quantity, used);
        }
        Span said = words.span(quantity, used);
        boolean isOrigin = Context.isOrigin(before, sentence.between(quantity.end(), sentence.to()));
        // that from which a change led is none of these months
        return isOrigin && said.equals(usual) ? Span.of(Span.Kind.OTHER) : said;
    }

    private void add(
            Quantity quantity,
            Claim.Kind kind,
            List<Subject> subjects,
            boolean isSure,
            Span span,
            Optional<Hit> hit,
            int part) {
        int clause = used + Context.lastClause(sentence.between(used, quantity.start()));
        int from = hit.map(h -> Math.min(h.start(), quantity.start()))
                .filter(s -> s >= sentence.from() && quantity.start() - s <= QUOTED)
                .orElse(clause);
        int to = hit.map(h -> Math.max(h.end(), quantity.end()))
                .filter(e -> e - quantity.start() <= QUOTED)
                .orElse(quantity.end());
        boolean isOfLead = hit.filter(h -> h.end() > h.start()).isEmpty();
        String lead = isOfLead ? sentence.lead().replace('\t', ' ') : "";
        Claim claim = new Claim(
                sentence.paragraph(),
                sentence.from(),
                sentence.text().start(quantity.start()),
                sentence.text().end(quantity.end()),
                lead + sentence.written(Math.min(from, quantity.start()), to).strip(),
                quantity,
                kind,
                subjects,
                isSure,
                span,
                words.unit(quantity, used, Math.min(clause, from)),
                part);
        claims.add(claim);
        if (part < 0 && kind == Claim.Kind.VALUE && !subjects.isEmpty()) {
            last = hit.map(h -> new Spoken(claim, claims.size() - 1, h)).or(() -> last);
            last.ifPresent(listed::add);
        }
    }
}
