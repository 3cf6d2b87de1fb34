package org.huizong.web;

import java.util.List;

/**
 * What is on record of a period, and whether it is closed.
 *
 * @param state {@code none} if it was never published, {@code open} or {@code closed}
 * @param open what is not settled
 * @param together what is closed together with it, in words
 * @param sent the submissions
 * @param editions the editions, newest first
 * @param events who did what, newest first
 * @param backup how old the last backup is, in words
 * @param backups the backups that can be taken
 */
public record RecordView(
        String state,
        List<String> open,
        String together,
        List<Sent> sent,
        List<Edition> editions,
        List<Event> events,
        String backup,
        List<ConsolidateView.Download> backups) {
    public RecordView {
        open = List.copyOf(open);
        sent = List.copyOf(sent);
        editions = List.copyOf(editions);
        events = List.copyOf(events);
        backups = List.copyOf(backups);
    }

    /** A submission: who sent what, and what became of it. */
    public record Sent(long id, String unit, String form, String word, String state, String received, String file) {}

    /** An edition and how many changes it brought. */
    public record Edition(int number, String asOf, int changes) {}

    /** Something that somebody did. */
    public record Event(String when, String who, String what, String subject, String reason) {}
}
