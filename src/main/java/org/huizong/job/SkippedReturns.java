package org.huizong.job;

import java.util.List;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.huizong.store.ReadingStore;
import org.huizong.store.ReadingStore.Act;
import org.huizong.store.Store;
import org.springframework.batch.core.listener.SkipListener;

/** Puts a finding about each file that is skipped on record at once; the next run reads the file again. */
final class SkippedReturns implements SkipListener<SourceFile, Reading> {
    private final Store store;
    private final ReadingStore readings;
    private final Act act;

    SkippedReturns(Store store, ReadingStore readings, Act act) {
        this.store = store;
        this.readings = readings;
        this.act = act.toBeReadAgain();
    }

    @Override
    public void onSkipInProcess(SourceFile file, Throwable fault) {
        store.together(() -> readings.record(act, List.of(ReturnReader.skipped(file))));
    }
}
