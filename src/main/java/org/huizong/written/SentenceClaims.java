package org.huizong.written;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what each number of one sentence speaks of. */
final class SentenceClaims {
    private static final Pattern GOVERNS = Pattern.compile("^[^,;:。]{0,6}?(?:方面|领域|条线|战线|工作中|上,|中,|:)|^:");
    private static final Pattern ZERO_OF = Pattern.compile("[,;:。]");

    private final Vocabulary vocabulary;
    private final Periods periods;
    private final Span usual;
    private final Sentence sentence;
    private final Set<String> topic;
    private final boolean isOfPlans;
    private final List<Claim> claims;

    private final Meaning meaning;
    private final List<Quantity> quantities;
    private final List<Hit> hits;
    private final List<Hit> fields;
    private final List<Hit> units;
    private final List<Periods.Said> months;
    private final Deque<Hit> listed = new ArrayDeque<>();
    private Optional<Claim> last;
    /** Its place among all claims. */
    private int lastAt;

    private Optional<Hit> lastHit;
    private Optional<Span> change = Optional.empty();
    private int whole = -1;
    private boolean isParting;
    private int listedUntil;
    private int used;

    /**
     * Prepares a sentence.
     *
     * @param spotted the known words of its paragraph
     * @param topic the fields that its heading speaks of
     * @param isOfPlans whether it stands among plans
     * @param claims all found so far, to which those of the sentence are added
     * @param before what was spoken of before it in the paragraph, of which it may go on to speak
     */
    SentenceClaims(
            Vocabulary vocabulary,
            Periods periods,
            Span usual,
            Sentence sentence,
            Spotted spotted,
            Set<String> topic,
            boolean isOfPlans,
            List<Claim> claims,
            Optional<Spoken> before) {
        this.vocabulary = vocabulary;
        this.periods = periods;
        this.usual = usual;
        this.sentence = sentence;
        this.topic = topic;
        this.isOfPlans = isOfPlans;
        this.claims = claims;
        this.last = before.map(Spoken::claim);
        this.lastAt = before.map(Spoken::at).orElse(-1);
        this.lastHit = before.map(Spoken::hit);
        this.meaning = new Meaning(vocabulary);
        Spotted own = spotted.within(sentence.from(), sentence.to());
        this.quantities = own.quantities();
        this.hits = own.terms();
        this.fields = own.fields();
        this.units = own.units();
        this.months = own.months();
        this.used = sentence.from();
    }

    /**
     * What a sentence may go on to speak of.
     *
     * @param at its place among all claims
     * @param hit the words for it
     */
    record Spoken(Claim claim, int at, Hit hit) {}

    /** Adds the claims of the sentence; the last of what a next sentence may go on to speak of. */
    Optional<Spoken> find() {
        for (int i = 0; i < quantities.size(); i++) {
            Quantity quantity = quantities.get(i);
            if (quantity.start() < used || isOfName(quantity)) {
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
        return last.flatMap(claim -> lastHit.map(hit -> new Spoken(claim, lastAt, hit)));
    }

    /** Whether a word for a field is a part of a name: 计划生育一孩证. */
    private boolean isOfName(Hit field) {
        return hits.stream().anyMatch(h -> h.start() <= field.start() && h.end() >= field.end());
    }

    /** Whether a number is a part of a name: 残疾人两项补贴. */
    private boolean isOfName(Quantity quantity) {
        return hits.stream().anyMatch(h -> h.start() < quantity.start() && h.end() > quantity.start());
    }

    /** 零事故, 未发生事故: a claim for each thing of which there was none. */
    private void none(Quantity quantity, int next) {
        String behind = sentence.between(quantity.end(), sentence.to());
        var end = ZERO_OF.matcher(behind);
        int to = quantity.end() + (end.find() ? end.start() : behind.length());
        boolean isSpelt = sentence.between(quantity.start(), quantity.end()).equals("零");
        List<Hit> things = hits.stream()
                .filter(h -> h.start() >= quantity.end() && h.end() <= Math.max(to, next))
                .filter(h -> !isSpelt || h.start() <= quantity.end() + 2)
                .filter(h -> h.start() < to)
                .toList();
        for (Hit thing : things) {
            Set<String> spoken = domains(quantity, thing, thing.end());
            Set<String> each = spoken.isEmpty() ? Set.of("") : spoken;
            for (String domain : each) {
                Set<String> one = domain.isEmpty() ? Set.of() : Set.of(domain);
                List<Subject> found = meaning.of(thing.terms(), one, "", before(thing), near(quantity, thing.end()));
                List<Subject> counted =
                        found.stream().filter(s -> !s.measure().equals("%")).toList();
                if (domain.isEmpty() && counted.isEmpty()) {
                    counted = Meaning.anywhere(thing.terms());
                }
                for (Subject subject : counted.size() > 1 && !domain.isEmpty() ? counted.subList(0, 1) : counted) {
                    add(quantity, Claim.Kind.VALUE, List.of(subject), true, span(quantity), Optional.of(thing), -1);
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
        if (Context.isEach(sentence.between(Math.max(clause, from), quantity.start()))) {
            return;
        }
        Optional<Claim.Kind> changed = Context.change(before);
        if (changed.isPresent()
                && (quantity.isShare()
                        || base(quantity).isPresent()
                        || quantity.measure().equals("倍"))) {
            change(quantity, changed.get());
            return;
        }
        if (quantity.isShare() || quantity.measure().equals("倍")) {
            share(quantity, from);
            return;
        }
        boolean isTarget = Context.isLeast(before);
        boolean isPlanned = isOfPlans || Context.isPlanned(sentence.masked().substring(from, quantity.start()));
        if (Context.respectively(left) >= 0) {
            list(from + Context.respectively(left));
        }
        isParting = isParting
                && !sentence.folded().substring(from, quantity.start()).contains("共");
        if (Context.isPart(left)) {
            isParting = true;
            whole = last.isPresent() ? lastAt : claims.size() - 1;
        }
        Optional<Found> found = found(quantity, from, clause, next);
        if (found.isEmpty() && Context.isSum(before) && Context.isFiller(left)) {
            add(quantity, Claim.Kind.SUM, List.of(), true, span(quantity), Optional.empty(), -1);
            return;
        }
        Claim.Kind kind = isTarget || isPlanned ? Claim.Kind.TARGET : Claim.Kind.VALUE;
        if (found.isPresent()) {
            Found meant = found.get();
            boolean isPart = isParting && (meant.isInherited() || Context.isPart(before));
            boolean same = isPart && whole >= 0 && meant.isSame(claims.get(whole));
            add(
                    quantity,
                    kind,
                    same ? List.of() : meant.subjects(),
                    meant.isSure(),
                    span(quantity),
                    Optional.of(meant.hit()),
                    isPart ? whole : -1);
            return;
        }
        if (!quantity.isSpelt() && !quantity.measure().isEmpty()) {
            add(quantity, kind, List.of(), false, span(quantity), Optional.empty(), isParting ? whole : -1);
        }
    }

    /** What a number speaks of, and by which words. */
    private record Found(Hit hit, List<Subject> subjects, boolean isSure, boolean isInherited) {
        boolean isSame(Claim other) {
            return other.subjects().equals(subjects);
        }
    }

    private Optional<Found> found(Quantity quantity, int from, int clause, int next) {
        if (!listed.isEmpty() && Context.isFiller(sentence.between(Math.max(from, listedUntil), quantity.start()))) {
            Hit hit = listed.poll();
            return Optional.of(found(quantity, hit, true, false, quantity.end()));
        }
        Optional<Found> left = left(quantity, from, clause);
        if (left.isPresent() && left.get().isSure()) {
            return left;
        }
        Optional<Found> right = right(quantity, next);
        if (right.isPresent()) {
            used = Math.max(used, right.get().hit().end());
            return right;
        }
        if (left.isPresent()) {
            return left;
        }
        return composed(quantity, Math.max(from, clause)).or(() -> inherited(quantity, from));
    }

    private Optional<Found> left(Quantity quantity, int from, int clause) {
        List<Hit> before = new ArrayList<>();
        hits.stream()
                .filter(h -> h.start() >= from && h.end() <= quantity.start())
                .forEach(before::add);
        for (int i = before.size() - 1; i >= 0; i--) {
            Hit hit = before.get(i);
            String between = sentence.between(hit.end(), quantity.start());
            boolean isNear = Context.isFiller(withoutUnitsAndFields(between, hit.end()));
            if (hit.start() < clause && !isNear && !isRow(between)) {
                break;
            }
            Found found = found(quantity, hit, isNear && !narrows(hit), false, quantity.end());
            if (!found.subjects().isEmpty()) {
                return Optional.of(found);
            }
        }
        return lead(quantity);
    }

    private Optional<Found> lead(Quantity quantity) {
        if (sentence.lead().isEmpty()) {
            return Optional.empty();
        }
        List<Hit> before = sentence.ofLead().terms();
        for (int i = before.size() - 1; i >= 0; i--) {
            Hit hit = before.get(i);
            Set<String> spoken = new LinkedHashSet<>();
            sentence.ofLead().fields().forEach(f -> spoken.add(f.meant()));
            List<Subject> subjects = meaning.of(
                    hit.terms(),
                    spoken.isEmpty() ? topic : spoken,
                    quantity.measure(),
                    sentence.lead().substring(0, hit.start()),
                    sentence.lead());
            if (!subjects.isEmpty()) {
                boolean isWhole = Context.isFiller(withoutMonths(sentence.lead().substring(hit.end())))
                        && Context.isFiller(withoutMonths(sentence.lead().substring(0, hit.start())));
                Hit outside = new Hit(quantity.start(), quantity.start(), hit.terms(), "");
                return Optional.of(new Found(outside, subjects, isWhole && subjects.size() == 1, false));
            }
        }
        return Optional.empty();
    }

    /** What a table says beside the names of months. */
    private String withoutMonths(String text) {
        StringBuilder rest = new StringBuilder(text);
        periods.in(text).forEach(m -> blank(rest, m.start(), m.end()));
        return rest.toString();
    }

    private Optional<Found> right(Quantity quantity, int next) {
        int end = quantity.end() + Context.firstClause(sentence.between(quantity.end(), next));
        for (Hit hit : hits) {
            if (hit.start() >= quantity.end() && hit.end() <= end) {
                boolean isNear = Context.isFiller(
                        withoutUnitsAndFields(sentence.between(quantity.end(), hit.start()), quantity.end()));
                Found found = found(quantity, hit, isNear, false, end);
                if (!found.subjects().isEmpty() && isNear) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    /** A number without words of its own speaks of what the one before it does: 其中交通7次, 去年同期245次. */
    private Optional<Found> inherited(Quantity quantity, int from) {
        if (last.isEmpty() || lastHit.isEmpty()) {
            return Optional.empty();
        }
        String left = withoutUnitsAndFields(sentence.between(from, quantity.start()), from);
        boolean says = !left.equals(sentence.between(from, quantity.start())) || Context.isPart(left);
        boolean fits = last.get().subjects().stream().allMatch(s -> Measures.fit(quantity.measure(), s.measure()));
        if (!says || !fits || !Context.isFiller(left)) {
            return Optional.empty();
        }
        Found found = found(quantity, lastHit.get(), true, true, quantity.end());
        return Optional.of(found.subjects().isEmpty() ? new Found(found.hit(), List.of(), false, true) : found);
    }

    /** A number beside half a name, of which the other half was said before: 发现隐患219项，整改217项. */
    private Optional<Found> composed(Quantity quantity, int clause) {
        String said = withoutUnitsAndFields(sentence.between(clause, quantity.start()), clause)
                .strip();
        String rest = Context.rest(said);
        String half = rest.length() < 2 ? said : rest;
        if (half.length() < 2 || half.length() > 4) {
            return Optional.empty();
        }
        Set<String> told = lastHit.map(Hit::terms).orElse(List.of()).stream()
                .map(Term::text)
                .collect(Collectors.toSet());
        List<Term> here = vocabulary.composed(half, sentence.between(sentence.from(), clause), told);
        List<Term> terms = here.isEmpty() ? vocabulary.composed(half, String.join(" ", told), told) : here;
        Hit hit = new Hit(clause, quantity.start(), terms, "");
        Set<String> spoken = domains(quantity, hit, quantity.end());
        Set<String> field = last.filter(l -> spoken.isEmpty() && l.subjects().size() == 1)
                .map(l -> l.subjects().get(0).domains())
                .orElse(spoken);
        List<Subject> subjects =
                meaning.of(terms, field, quantity.measure(), before(hit), near(quantity, quantity.end()));
        return subjects.size() == 1 ? Optional.of(new Found(hit, subjects, true, false)) : Optional.empty();
    }

    private Found found(Quantity quantity, Hit hit, boolean isSure, boolean isInherited, int end) {
        return found(quantity, hit, quantity.measure(), isSure, isInherited, end);
    }

    private Found found(Quantity quantity, Hit hit, String measure, boolean isSure, boolean isInherited, int end) {
        Set<String> spoken = isInherited ? ownFields(quantity) : domains(quantity, hit, end);
        List<Subject> subjects = meaning.of(hit.terms(), spoken, measure, before(hit), near(quantity, end));
        boolean isElsewhere = subjects.size() == 1
                && !spoken.isEmpty()
                && subjects.get(0).domains().stream().noneMatch(spoken::contains);
        return new Found(hit, subjects, isSure && subjects.size() == 1 && !isElsewhere, isInherited);
    }

    /** Whether things stand in a row without another clause beginning: 检查食堂、餐馆、作坊. */
    private static boolean isRow(String text) {
        return Context.firstClause(text.replace('、', ' ')) == text.length();
    }

    private boolean narrows(Hit hit) {
        String before = sentence.between(Math.max(used, sentence.from()), hit.start());
        return Context.narrows(before.substring(Context.lastClause(before)));
    }

    /** Of a text what is neither the name of a unit, nor a word for a field, nor one for months. */
    private String withoutUnitsAndFields(String text, int at) {
        StringBuilder rest = new StringBuilder(text);
        for (List<Hit> known : List.of(units, fields)) {
            known.forEach(hit -> blank(rest, hit.start() - at, hit.end() - at));
        }
        months.forEach(m -> blank(rest, m.start() - at, m.end() - at));
        return rest.toString().replace(Uncounted.BLANK, ' ');
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(text.length(), to); i++) {
            text.setCharAt(i, ' ');
        }
    }

    private String before(Hit hit) {
        return sentence.between(sentence.from(), Math.max(sentence.from(), hit.start()));
    }

    private String near(Quantity quantity, int end) {
        int from = Math.max(sentence.from(), Math.min(used, quantity.start()));
        return sentence.between(from, Math.max(end, quantity.end()));
    }

    private Set<String> ownFields(Quantity quantity) {
        Set<String> bracket = bracket(quantity);
        if (!bracket.isEmpty()) {
            return bracket;
        }
        int from = used;
        return Context.lastGroup(
                fields.stream()
                        .filter(f -> f.start() >= from && f.end() <= quantity.start())
                        .toList(),
                sentence.folded());
    }

    private Set<String> bracket(Quantity quantity) {
        String behind = sentence.between(quantity.end(), sentence.to());
        Set<String> said = new LinkedHashSet<>();
        if (behind.startsWith("(") && behind.indexOf(')') > 0) {
            int end = quantity.end() + behind.indexOf(')');
            fields.stream()
                    .filter(f -> f.start() > quantity.end() && f.end() <= end)
                    .forEach(f -> said.add(f.meant()));
        }
        return said;
    }

    /** The fields that a number speaks of: by a remark in brackets, in its clause, by what governs it, by the heading. */
    private Set<String> domains(Quantity quantity, Hit hit, int end) {
        Set<String> bracket = bracket(quantity);
        if (!bracket.isEmpty()) {
            return bracket;
        }
        if (fields.stream().anyMatch(f -> f.start() >= hit.start() && f.end() <= hit.end())) {
            // its name says so itself
            return Set.of();
        }
        int start = Math.min(Math.max(hit.start(), sentence.from()), quantity.start());
        String left = sentence.between(sentence.from(), start);
        int clause = sentence.from() + Context.lastClause(left);
        int until = Math.max(hit.end(), Math.min(end, quantity.start()));
        List<Hit> own = fields.stream()
                .filter(f -> f.end() <= until && f.start() >= Math.min(used, start))
                .toList();
        if (!own.isEmpty() && own.get(own.size() - 1).end() > clause) {
            return Context.lastGroup(own, sentence.folded());
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

    private Span span(Quantity quantity) {
        int clause = sentence.from() + Context.lastClause(sentence.between(sentence.from(), quantity.start()));
        Optional<Periods.Said> own = months.stream()
                .filter(m -> m.start() >= Math.min(clause, used) && m.end() <= quantity.start())
                .reduce((a, b) -> b);
        Optional<Periods.Said> first = months.stream()
                .filter(m -> m.end() <= quantity.start())
                .filter(m -> Context.isFiller(sentence.between(sentence.from(), m.start())))
                .findFirst();
        return own.or(() -> first)
                .map(Periods.Said::span)
                .or(() -> sentence.ofLead().months().stream()
                        .map(Periods.Said::span)
                        .findFirst())
                .orElse(usual);
    }

    private Optional<Span.Kind> base(Quantity quantity) {
        return Context.base(sentence.between(sentence.from(), quantity.start()));
    }

    /** 同比增长5.3%, 比去年同期增加13次. */
    private void change(Quantity quantity, Claim.Kind kind) {
        Optional<Span.Kind> against = base(quantity).or(() -> change.map(Span::kind));
        Optional<Hit> own = hits.stream()
                .filter(h -> h.start() >= used && h.end() <= quantity.start())
                .reduce((a, b) -> b);
        Optional<Found> found = own.map(hit -> found(
                quantity,
                hit,
                quantity.isShare() || quantity.measure().equals("倍") ? "" : quantity.measure(),
                true,
                false,
                quantity.end()));
        List<Subject> subjects = found.filter(f -> f.subjects().size() == 1)
                .map(Found::subjects)
                .or(() -> last.filter(l -> own.isEmpty()).map(Claim::subjects))
                .orElse(List.of());
        boolean isSure = subjects.size() == 1
                && (own.isPresent() || last.map(Claim::isSure).orElse(false))
                && against.isPresent();
        change = against.map(Span::of);
        Span span = against.map(Span::of).orElse(Span.of(Span.Kind.OTHER));
        boolean toDate = last.filter(l -> own.isEmpty())
                .map(l -> l.span().kind() == Span.Kind.TO_DATE)
                .orElse(usual.kind() == Span.Kind.TO_DATE);
        if (toDate && span.kind() == Span.Kind.YEAR_AGO) {
            span = Span.of(Span.Kind.TO_DATE_AGO);
        }
        add(quantity, kind, subjects, isSure, span, own, -1);
    }

    /** A percentage is a figure only where an indicator is one. */
    private void share(Quantity quantity, int from) {
        Optional<Found> found = left(quantity, from, from);
        List<Subject> subjects = found.map(Found::subjects).orElse(List.of()).stream()
                .filter(s -> s.measure().equals("%"))
                .toList();
        add(
                quantity,
                Claim.Kind.VALUE,
                subjects,
                subjects.size() == 1 && found.map(Found::isSure).orElse(false),
                span(quantity),
                found.map(Found::hit),
                -1);
    }

    /** What numbers behind 分别 speak of stands before it, in their order. */
    private void list(int respectively) {
        listed.clear();
        listedUntil = respectively;
        hits.stream().filter(h -> h.start() >= used && h.end() <= respectively).forEach(listed::add);
        if (listed.size() < 2) {
            listed.clear();
        }
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
                .filter(s -> s >= sentence.from() && quantity.start() - s <= 40)
                .orElse(clause);
        int to = hit.map(h -> Math.max(h.end(), quantity.end()))
                .filter(e -> e - quantity.start() <= 40)
                .orElse(quantity.end());
        String quote = sentence.text()
                .written()
                .substring(
                        sentence.text().start(Math.min(from, quantity.start())),
                        sentence.text().end(to));
        String lead = sentence.lead().isEmpty()
                        || hit.filter(h -> h.end() > h.start()).isPresent()
                ? ""
                : sentence.lead().replace('\t', ' ');
        Optional<String> unit = units.stream()
                .filter(u ->
                        u.start() >= Math.min(clause, from) - 12 && u.start() >= used && u.end() <= quantity.start())
                .reduce((a, b) -> b)
                .map(Hit::meant);
        Claim claim = new Claim(
                sentence.paragraph(),
                sentence.text().start(quantity.start()),
                sentence.text().end(quantity.end()),
                lead + quote.strip(),
                quantity,
                kind,
                subjects,
                isSure,
                span,
                unit,
                part);
        claims.add(claim);
        if (part < 0 && kind == Claim.Kind.VALUE && !subjects.isEmpty()) {
            last = Optional.of(claim);
            lastAt = claims.size() - 1;
            lastHit = hit.or(() -> lastHit);
        }
    }
}
