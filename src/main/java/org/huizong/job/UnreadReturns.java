package org.huizong.job;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.huizong.intake.Delivery;
import org.huizong.model.Period;
import org.huizong.model.SourceFile;
import org.huizong.store.FileStore;
import org.huizong.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Hands over the delivered files whose content is not on record yet. What is, the store knows. */
final class UnreadReturns implements ItemStreamReader<SourceFile> {
    private final FileStore files;
    private final Assignment assignment;
    private final Delivery delivery;
    private final Progress progress;
    private final boolean putOff;
    private Iterator<SourceFile> unread = List.<SourceFile>of().iterator();

    private UnreadReturns(Store store, Assignment assignment, Delivery delivery, Progress progress, boolean putOff) {
        this.files = store.files();
        this.assignment = assignment;
        this.delivery = delivery;
        this.progress = progress;
        this.putOff = putOff;
    }

    /** All of them. */
    static UnreadReturns all(Store store, Assignment assignment, Delivery delivery, Progress progress) {
        return new UnreadReturns(store, assignment, delivery, progress, false);
    }

    /** Those that the run has put off, and so has not tried yet. */
    static UnreadReturns putOff(Store store, Assignment assignment, Delivery delivery, Progress progress) {
        return new UnreadReturns(store, assignment, delivery, progress, true);
    }

    @Override
    public void open(ExecutionContext context) {
        Set<String> read = read(assignment.period());
        List<SourceFile> left = delivery.contents().stream()
                .filter(f -> !read.contains(f.sha256()))
                .toList();
        if (!putOff) {
            progress.begin(JobConfiguration.READ_RETURNS, left.size());
        } else if (!left.isEmpty()) {
            progress.begin(JobConfiguration.READ_ALONE, left.size());
        }
        unread = left.iterator();
    }

    /** What a closed period holds stays as it was read; only what is new there is looked at, and refused. */
    private Set<String> read(Period period) {
        Set<String> read =
                new HashSet<>(assignment.isClosed() ? files.known(period) : files.known(period, assignment.readBy()));
        if (putOff) {
            read.addAll(files.tried(period, assignment.run()));
        }
        return read;
    }

    @Override
    public @Nullable SourceFile read() {
        return unread.hasNext() ? unread.next() : null;
    }
}
