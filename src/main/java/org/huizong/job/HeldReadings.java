package org.huizong.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.huizong.submission.Reading;
import org.huizong.submission.SourceFile;

/**
 * Counts what was read and is not yet on record, so that it never takes more memory than there is for it. A file for
 * which there is no room is put off, to be read alone after all others.
 */
final class HeldReadings {
    /** Values and findings that are held, of some 300 bytes each. */
    private static final long MAX = 300_000;
    /** Those of a return that is read beside others in any case. */
    private static final long LIGHT = 1_000;

    private final Deque<SourceFile> postponed = new ArrayDeque<>();
    private final long max;
    private long held;
    private boolean everPostponed;

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

    /** What was read is on record. */
    synchronized void release(Iterable<? extends Reading> readings) {
        readings.forEach(reading -> held -= weight(reading));
    }

    /** Puts off a file, to be read alone. */
    synchronized void postpone(SourceFile file) {
        postponed.add(file);
        everPostponed = true;
    }

    /** Whether any file was put off, read since or not. */
    synchronized boolean everPostponed() {
        return everPostponed;
    }

    /** How many files are put off. */
    synchronized int postponed() {
        return postponed.size();
    }

    /** The next of those that were put off. */
    synchronized Optional<SourceFile> next() {
        return Optional.ofNullable(postponed.poll());
    }

    private static long weight(Reading reading) {
        long weight = reading.findings().size();
        if (reading instanceof Reading.Read read) {
            weight += read.submissions().stream()
                    .mapToLong(s -> s.observations().size() + s.findings().size())
                    .sum();
        }
        return weight;
    }
}
