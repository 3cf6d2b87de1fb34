package org.huizong.wording;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.formula.Workdays;

/** Holds what holidays.csv knows and does not, for a catalogue whose formulas count working days. */
public final class CalendarWords {
    private final Wording wording;
    private final Catalogue catalogue;

    CalendarWords(Wording wording, Catalogue catalogue) {
        this.wording = wording;
        this.catalogue = catalogue;
    }

    /** How working days are counted, and of which years they are known; empty if nothing counts them. */
    public Optional<String> known() {
        return isUsed()
                ? Optional.of(wording.text(
                        "calendar.known", joined(catalogue.calendar().years())))
                : Optional.empty();
    }

    /**
     * The years from one to another of which the table says nothing; empty if there is none, or nothing asks for it.
     */
    public Optional<String> unlisted(int from, int until) {
        return Optional.of(catalogue.calendar().unlisted(from, until))
                .filter(years -> !years.isEmpty() && isUsed())
                .map(years -> wording.text("calendar.unlisted", joined(years)));
    }

    private String joined(Collection<Integer> years) {
        return years.isEmpty()
                ? wording.text("value.none")
                : wording.list(years.stream().map(String::valueOf).toList());
    }

    private boolean isUsed() {
        return Stream.of(
                        catalogue.rules().stream().flatMap(r -> Stream.of(r.formula(), r.days())),
                        catalogue.items().stream().filter(Item::isComputed).map(Item::formula),
                        catalogue.indicators().stream().map(Indicator::formula))
                .flatMap(f -> f)
                .filter(f -> f.toUpperCase(Locale.ROOT).contains(Workdays.FUNCTION))
                .anyMatch(f -> catalogue.formula(f).calls(Workdays.FUNCTION));
    }
}
