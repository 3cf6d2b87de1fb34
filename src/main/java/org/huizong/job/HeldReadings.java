package org.huizong.job;

import java.util.List;
import org.huizong.model.Argument;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Reading;
import org.huizong.model.Submission;
import org.huizong.model.Value;

/** Counts what was read and is not yet on record, so that it never takes more memory than there is for it. */
final class HeldReadings {
    /** Values and findings that are held, of some 300 bytes each; a long text counts as several. */
    private static final long MAX = 300_000;
    /** Those of a return that is read beside others in any case. */
    private static final long LIGHT = 1_000;
    /** What takes as much memory as a value besides: a Chinese character takes two bytes. */
    private static final int CHARACTERS = 150;

    private final long max;
    private long held;

    HeldReadings() {
        this(MAX);
    }

    HeldReadings(long max) {
        this.max = max;
    }

    /** Takes in what was read; not if there is no room for it. */
    synchronized boolean take(Reading reading) {
        long weight = weight(reading);
        if (weight > LIGHT && held > 0 && held + weight > max) {
            return false;
        }
        held += weight;
        return true;
    }

    /** Lets go of everything: it is on record. */
    synchronized void release() {
        held = 0;
    }

    private static long weight(Reading reading) {
        long weight = weight(reading.findings());
        if (reading instanceof Reading.Read read) {
            for (Submission submission : read.submissions()) {
                weight += weight(submission.findings());
                for (Observation observation : submission.observations()) {
                    weight += 1 + weight(observation.record()) + weight(text(observation.value()));
                }
            }
        }
        return weight;
    }

    private static long weight(List<Finding> findings) {
        return findings.stream()
                .mapToLong(f -> 1
                        + f.arguments().values().stream()
                                .mapToLong(a -> a instanceof Argument.Plain p ? weight(text(p.value())) : 0)
                                .sum())
                .sum();
    }

    private static long weight(String text) {
        return text.length() / CHARACTERS;
    }

    private static String text(Value value) {
        if (value instanceof Value.Text t) {
            return t.text();
        }
        return value instanceof Value.Masked m ? m.text() : "";
    }
}
