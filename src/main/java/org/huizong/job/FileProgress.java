package org.huizong.job;

import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.listener.ItemProcessListener;

/** Tells the progress each file that is read. */
final class FileProgress implements ItemProcessListener<SourceFile, Reading> {
    private final Progress progress;

    FileProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void afterProcess(SourceFile file, @Nullable Reading reading) {
        progress.advance();
    }

    @Override
    public void onProcessError(SourceFile file, Exception fault) {
        progress.advance();
    }
}
