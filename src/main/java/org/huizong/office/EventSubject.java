package org.huizong.office;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.assessment.Mark;
import org.huizong.catalogue.Catalogue;
import org.huizong.store.EventStore.Event;
import org.huizong.wording.Wording;

/** What an event on record was about, in words. */
public final class EventSubject {
    private EventSubject() {}

    /** The file and sheet, or, of points that were given, to whom and for what; empty if it was the whole period. */
    public static String of(Event event, Catalogue catalogue, Wording wording) {
        return Mark.of(event).map(m -> of(m, catalogue, wording)).orElseGet(event::subject);
    }

    private static String of(Mark mark, Catalogue catalogue, Wording wording) {
        return Stream.of(
                        wording.label(mark.unit()),
                        catalogue
                                .criterion(mark.criterion(), mark.period().last())
                                .map(wording::label)
                                .orElse(mark.criterion()),
                        mark.points()
                                .map(p -> wording.text("event.points", p.toPlainString()))
                                .orElse(""))
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
