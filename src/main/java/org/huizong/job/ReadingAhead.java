package org.huizong.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.huizong.submission.Reading;
import org.huizong.submission.SourceFile;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Reads files on several threads, some ahead of what is asked for, and hands over what came of them in the order of the
 * files: while a chunk is put on record, the next is being read.
 */
final class ReadingAhead implements ItemReader<Reading> {
    private final Iterator<SourceFile> files;
    private final ReturnReader reader;
    private final AsyncTaskExecutor threads;
    private final int ahead;
    private final StepClock clock;
    private final Deque<Future<Reading>> begun = new ArrayDeque<>();

    /** At most {@code ahead} readings are held. */
    ReadingAhead(List<SourceFile> files, ReturnReader reader, AsyncTaskExecutor threads, int ahead, StepClock clock) {
        this.files = files.iterator();
        this.reader = reader;
        this.threads = threads;
        this.ahead = ahead;
        this.clock = clock;
    }

    @Override
    public @Nullable Reading read() throws InterruptedException {
        while (begun.size() < ahead && files.hasNext()) {
            SourceFile file = files.next();
            begun.add(threads.submit(() -> reader.read(file)));
        }
        if (begun.isEmpty()) {
            return null;
        }
        Reading reading = finished(begun.remove());
        clock.advance();
        return reading;
    }

    private static Reading finished(Future<Reading> future) throws InterruptedException {
        try {
            return future.get();
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
