package org.huizong.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.huizong.intake.Intake;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Reads files on several threads, some ahead of what is asked for, and hands over what came of them in the order of the
 * files: while a chunk is put on record, the next is being read.
 *
 * <p>When the memory did not suffice, the file that it failed for is put off: it may have been another one that took it
 * all. What was begun by then is still read on several threads; after that, one file is read at a time.
 */
final class ReadingAhead implements ItemReader<Reading> {
    private final Iterator<SourceFile> files;
    private final Function<SourceFile, Reading> reader;
    private final AsyncTaskExecutor threads;
    private final HeldReadings held;
    private final StepClock clock;
    private final Deque<Future<Optional<Reading>>> begun = new ArrayDeque<>();
    private final int ahead;
    private volatile boolean memoryLacked;

    /** At most {@code ahead} readings are held. */
    ReadingAhead(
            List<SourceFile> files,
            Function<SourceFile, Reading> reader,
            AsyncTaskExecutor threads,
            int ahead,
            HeldReadings held,
            StepClock clock) {
        this.files = files.iterator();
        this.reader = reader;
        this.threads = threads;
        this.ahead = ahead;
        this.held = held;
        this.clock = clock;
    }

    @Override
    public @Nullable Reading read() throws InterruptedException {
        for (begin(); !begun.isEmpty(); begin()) {
            Optional<Reading> reading = finished(begun.remove());
            clock.advance();
            if (reading.isPresent()) {
                return reading.get();
            }
        }
        return null;
    }

    private void begin() {
        while (begun.size() < (memoryLacked ? 1 : ahead) && files.hasNext()) {
            SourceFile file = files.next();
            begun.add(threads.submit(() -> read(file)));
        }
    }

    /** What came of a file; empty if it is put off. */
    private Optional<Reading> read(SourceFile file) {
        Reading reading = reader.apply(file);
        boolean lacksMemory = reading.findings().stream().anyMatch(f -> f.rule().equals(Intake.NO_MEMORY));
        if (!lacksMemory && held.take(reading)) {
            return Optional.of(reading);
        }
        if (lacksMemory) {
            memoryLacked = true;
        }
        held.postpone(file);
        return Optional.empty();
    }

    private static Optional<Reading> finished(Future<Optional<Reading>> reading) throws InterruptedException {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            if (cause instanceof RuntimeException fault) {
                throw fault;
            }
            if (cause instanceof Error fault) {
                throw fault;
            }
            throw new IllegalStateException(cause);
        }
    }
}
