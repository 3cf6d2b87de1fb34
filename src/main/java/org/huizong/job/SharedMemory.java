package org.huizong.job;

import org.huizong.intake.Intake;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Reads files beside each other as long as the memory suffices, and puts off those for which there is no room: they are
 * read alone, after all others.
 *
 * <p>When the memory did not suffice, the file that it failed for is put off: it may have been another one that took it
 * all. After that, one file is read at a time.
 */
final class SharedMemory implements ItemProcessor<SourceFile, Reading> {
    private final ItemProcessor<SourceFile, Reading> reader;
    private final HeldReadings held;
    private final Object alone = new Object();
    private volatile boolean memoryLacked;

    SharedMemory(ItemProcessor<SourceFile, Reading> reader, HeldReadings held) {
        this.reader = reader;
        this.held = held;
    }

    /** Returns what came of a file; nothing if it is put off. */
    @Override
    public @Nullable Reading process(SourceFile file) throws Exception {
        if (memoryLacked) {
            synchronized (alone) {
                return read(file);
            }
        }
        return read(file);
    }

    private @Nullable Reading read(SourceFile file) throws Exception {
        Reading reading = reader.process(file);
        if (reading == null) {
            return null;
        }
        boolean lacksMemory = reading.findings().stream().anyMatch(f -> f.rule().equals(Intake.NO_MEMORY));
        memoryLacked |= lacksMemory;
        return lacksMemory || !held.take(reading) ? null : reading;
    }
}
