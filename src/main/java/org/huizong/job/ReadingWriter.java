package org.huizong.job;

import org.huizong.store.ReadingStore.Act;
import org.huizong.store.Store;
import org.huizong.submission.Reading;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Puts what was read on record, a chunk of files in few statements. */
final class ReadingWriter implements ItemWriter<Reading> {
    private final Store store;
    private final Act act;

    ReadingWriter(Store store, Act act) {
        this.store = store;
        this.act = act;
    }

    @Override
    public void write(Chunk<? extends Reading> chunk) {
        store.readings().record(act, chunk.getItems());
    }
}
