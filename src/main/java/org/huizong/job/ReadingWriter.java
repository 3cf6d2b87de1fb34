package org.huizong.job;

import java.util.List;
import java.util.stream.Stream;
import org.huizong.model.Reading;
import org.huizong.store.ReadingStore;
import org.huizong.store.ReadingStore.Act;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Puts what was read on record, a chunk of files in few statements. */
final class ReadingWriter implements ItemWriter<Reading> {
    private final ReadingStore readings;
    private final Act act;
    private final HeldReadings held;

    ReadingWriter(ReadingStore readings, Act act, HeldReadings held) {
        this.readings = readings;
        this.act = act;
        this.held = held;
    }

    @Override
    public void write(Chunk<? extends Reading> chunk) {
        record(act, chunk.getItems().stream().filter(r -> !ReturnReader.isPassing(r)));
        record(act.toBeReadAgain(), chunk.getItems().stream().filter(ReturnReader::isPassing));
        held.release();
    }

    private void record(Act by, Stream<? extends Reading> read) {
        List<? extends Reading> all = read.toList();
        if (!all.isEmpty()) {
            readings.record(by, all);
        }
    }
}
