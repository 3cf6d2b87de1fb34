package org.huizong.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.huizong.model.Revisions.Arrival;
import org.huizong.model.Revisions.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionsTest {
    private static final Instant MONDAY = Instant.parse("2025-04-07T01:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2025-04-08T01:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2025-04-11T01:00:00Z");

    @Test
    void ordersWhatCameTogetherByTheTimeOfSaving() {
        var places = Revisions.arrange(List.of(arrival(1, FRIDAY, 1), arrival(2, MONDAY, 1), arrival(3, TUESDAY, 1)));

        assertThat(places).containsExactly(settled(2, 1), settled(3, 2), settled(1, 3));
    }

    @Test
    void makesWhatComesLaterAndWasSavedLaterTheNextRevision() {
        var places = Revisions.arrange(List.of(arrival(1, MONDAY, 1), arrival(2, TUESDAY, 2)));

        assertThat(places).containsExactly(settled(1, 1), settled(2, 2));
    }

    @Test
    void callsItAConflictWhenWhatComesLaterWasSavedEarlier() {
        var places = Revisions.arrange(List.of(arrival(1, TUESDAY, 1), arrival(2, MONDAY, 2)));

        assertThat(places).containsExactly(settled(1, 1), conflict(2, 2, 1));
    }

    @Test
    void callsItAConflictWhenTwoWereSavedAtTheSameTime() {
        var places = Revisions.arrange(List.of(arrival(1, MONDAY, 1), arrival(2, MONDAY, 1)));

        assertThat(places).containsExactly(conflict(1, 1, 2), conflict(2, 2, 1));
    }

    @Test
    void seesNoConflictWithWhatIsSentBackForItsOwnMistakes() {
        var together = Revisions.arrange(List.of(sentBack(1, MONDAY, 1), arrival(2, MONDAY, 1)));
        var later = Revisions.arrange(List.of(sentBack(1, TUESDAY, 1), arrival(2, MONDAY, 2)));
        var worse = Revisions.arrange(List.of(arrival(1, MONDAY, 1), sentBack(2, MONDAY, 2)));

        assertThat(together).containsExactly(settled(1, 1), settled(2, 2));
        assertThat(later).containsExactly(settled(1, 1), settled(2, 2));
        assertThat(worse).containsExactly(settled(1, 1), settled(2, 2));
    }

    @Test
    void callsItAConflictWhenAFileDoesNotSayWhenItWasSaved() {
        var together = Revisions.arrange(List.of(untimed(1, 1), arrival(2, MONDAY, 1)));
        var later = Revisions.arrange(List.of(arrival(1, MONDAY, 1), untimed(2, 2)));

        assertThat(together).containsExactly(conflict(1, 1, 2), conflict(2, 2, 1));
        assertThat(later).containsExactly(settled(1, 1), conflict(2, 2, 1));
    }

    @Test
    void needsNoTimeWhenThereIsOnlyOne() {
        var places = Revisions.arrange(List.of(untimed(7, 1)));

        assertThat(places).containsExactly(settled(7, 1));
    }

    @Test
    void seesNoConflictBetweenTwoThatSayTheSame() {
        var sameTime = Revisions.arrange(List.of(same(1, MONDAY, 1), same(2, MONDAY, 1)));
        var savedEarlier = Revisions.arrange(List.of(same(1, TUESDAY, 1), same(2, MONDAY, 2)));

        assertThat(sameTime).containsExactly(settled(1, 1), repeats(2, 1, 1));
        assertThat(savedEarlier).containsExactly(settled(1, 1), repeats(2, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void doesNotDependOnTheOrderOfReading(long seed) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            arrivals.add(arrival(i, MONDAY.plusSeconds(i * 60L), 1));
        }
        var inOrder = Revisions.arrange(arrivals);
        Collections.shuffle(arrivals, new Random(seed));

        assertThat(Revisions.arrange(arrivals)).isEqualTo(inOrder);
    }

    @Test
    void countsNoRevisionForAnUnchangedCopy() {
        var places = Revisions.arrange(List.of(
                same(1, MONDAY, 1), same(2, TUESDAY, 2), arrival(3, FRIDAY, 3), same(4, FRIDAY.plusSeconds(60), 4)));

        assertThat(places).containsExactly(settled(1, 1), repeats(2, 1, 1), settled(3, 2), settled(4, 3));
    }

    @Test
    void settlesAConflictByOneOfTheTwoThatIsSavedAndSentAgain() {
        var places = Revisions.arrange(List.of(same(1, MONDAY, 1), arrival(2, MONDAY, 1), same(3, TUESDAY, 2)));

        assertThat(places).containsExactly(conflict(1, 1, 2), conflict(2, 2, 1), settled(3, 3));
    }

    @Test
    void believesNoTimeThatCannotBeTrueWhereTwoCompete() {
        var together = Revisions.arrange(List.of(unbelieved(1, 1), arrival(2, MONDAY, 1), arrival(3, TUESDAY, 1)));
        var acceptedBefore = Revisions.arrange(List.of(arrival(1, MONDAY, 1), unbelieved(2, 2)));
        var acceptedItself = Revisions.arrange(List.of(unbelieved(1, 1), arrival(2, TUESDAY, 2)));

        assertThat(together).containsExactly(conflict(2, 1, 1), conflict(3, 2, 1), conflict(1, 3, 2));
        assertThat(acceptedBefore).containsExactly(settled(1, 1), conflict(2, 2, 1));
        assertThat(acceptedItself).containsExactly(settled(1, 1), conflict(2, 2, 1));
    }

    @Test
    void needsNoTrueTimeWhereAFileIsAloneOrSaysTheSame() {
        var alone = Revisions.arrange(List.of(unbelieved(1, 1)));
        var same = Revisions.arrange(
                List.of(same(1, MONDAY, 1), new Arrival(2, Optional.of(FRIDAY), false, 2, content(100), true)));

        assertThat(alone).containsExactly(settled(1, 1));
        assertThat(same).containsExactly(settled(1, 1), repeats(2, 1, 1));
    }

    @Test
    void takesWhatWasSavedAndSentOnceMoreAgainstAnUnbelievedTime() {
        var places = Revisions.arrange(List.of(unbelieved(1, 1), same(2, MONDAY, 1), same(3, TUESDAY, 2)));

        assertThat(places).containsExactly(conflict(2, 1, 1), conflict(1, 2, 2), settled(3, 3));
    }

    private static Arrival unbelieved(long id, long run) {
        return new Arrival(id, Optional.of(Instant.parse("2099-01-01T00:00:00Z")), false, run, content(id), true);
    }

    private static Arrival arrival(long id, Instant saved, long run) {
        return new Arrival(id, Optional.of(saved), true, run, content(id), true);
    }

    private static Arrival sentBack(long id, Instant saved, long run) {
        return new Arrival(id, Optional.of(saved), true, run, content(id), false);
    }

    private static Arrival untimed(long id, long run) {
        return new Arrival(id, Optional.empty(), true, run, content(id), true);
    }

    private static Arrival same(long id, Instant saved, long run) {
        return new Arrival(id, Optional.of(saved), true, run, content(100), true);
    }

    private static Content content(long value) {
        return Content.of(
                List.of(new Observation("village.patrols", "", Value.of(value), new CellRef("a.xlsx", "村", "D9"))));
    }

    private static Place settled(long id, int revision) {
        return new Place(id, revision, Optional.empty(), Optional.empty());
    }

    private static Place repeats(long id, int revision, long first) {
        return new Place(id, revision, Optional.empty(), Optional.of(first));
    }

    private static Place conflict(long id, int revision, long with) {
        return new Place(id, revision, Optional.of(with), Optional.empty());
    }
}
