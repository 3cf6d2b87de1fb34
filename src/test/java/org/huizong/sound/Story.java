package org.huizong.sound;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Value;

/** A case, a petition or a document from beginning to end: what happens to it, and on which day that is known. */
final class Story {
    private final String form;
    private final LocalDate begun;
    private final List<Fact> facts = new ArrayList<>();
    private LocalDate ended = LocalDate.MAX;

    private record Fact(String item, Value value, LocalDate known) {}

    /** One that begins on that day, in that register. */
    Story(String form, LocalDate begun) {
        this.form = form;
        this.begun = begun;
    }

    /** Something happened on a day. */
    Story on(String item, LocalDate day) {
        return knows(item, Value.of(day), day);
    }

    /** Something is known from a day on. */
    Story says(String item, String words, LocalDate known) {
        return knows(item, Value.of(words), known);
    }

    /** A number is known from a day on. */
    Story counts(String item, long number, LocalDate known) {
        return knows(item, Value.of(number), known);
    }

    /** A value is known from a day on. */
    Story knows(String item, Value value, LocalDate known) {
        facts.add(new Fact(form + '.' + item, value, known));
        return this;
    }

    /** It is over on that day. */
    Story ends(LocalDate day) {
        ended = day;
        return this;
    }

    /** Whether it was open or moved within these days. */
    boolean isListed(LocalDate start, LocalDate end) {
        return !begun.isAfter(end) && !ended.isBefore(start);
    }

    /** The day on which it begins. */
    LocalDate begun() {
        return begun;
    }

    /** What the clerk can write at the end of a day, as far as the register asks for it. */
    Map<String, Value> at(LocalDate day, Catalogue catalogue) {
        Map<String, Value> record = new LinkedHashMap<>();
        facts.stream()
                .filter(f -> !f.known().isAfter(day) && catalogue.item(f.item()).isPresent())
                .forEach(f -> record.put(f.item(), f.value()));
        return record;
    }
}
