package org.huizong.office;

import java.time.Duration;
import java.util.Optional;
import org.huizong.wording.MessageBundle;

/** How long the rest of a step will take if it goes on as it did. */
public final class TimeLeft {
    /** Before that nobody can say. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private TimeLeft() {}

    /** The time for the rest after so much was spent on what is done; empty if nobody can tell. */
    public static Optional<Duration> of(Duration spent, int done, int total) {
        boolean tells = done > 0 && done < total && spent.compareTo(SETTLED) >= 0;
        return tells ? Optional.of(Duration.ofMillis(spent.toMillis() * (total - done) / done)) : Optional.empty();
    }

    /** In words, with a space before, as it stands behind what it is about. */
    public static String say(MessageBundle words, Duration left) {
        return left.toMinutes() < 1
                ? words.text("cli.left.seconds", left.toSeconds() + 1)
                : words.text("cli.left.minutes", left.toMinutes() + 1);
    }
}
