package org.huizong.job;

import java.util.Optional;
import java.util.function.Function;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads the files that were put off one by one, when nothing else is being read; what still fails is refused. */
final class ReadingAlone implements ItemReader<Reading> {
    private final Function<SourceFile, Reading> reader;
    private final HeldReadings held;
    private final StepClock clock;

    ReadingAlone(Function<SourceFile, Reading> reader, HeldReadings held, StepClock clock) {
        this.reader = reader;
        this.held = held;
        this.clock = clock;
    }

    @Override
    public @Nullable Reading read() {
        Optional<SourceFile> file = held.next();
        file.ifPresent(f -> clock.advance());
        return file.map(reader).orElse(null);
    }
}
