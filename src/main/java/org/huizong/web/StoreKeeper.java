package org.huizong.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.huizong.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Opens the data folder when it is needed and closes it some time after its last use, so that commands work beside the
 * page. It is open once, however many look at it.
 */
final class StoreKeeper implements AutoCloseable {
    private final Path data;
    private final Duration idle;
    private final ScheduledExecutorService later;
    private @Nullable Store store;
    private @Nullable ScheduledFuture<?> closing;
    private int users;

    StoreKeeper(Path data, Duration idle, ScheduledExecutorService later) {
        this.data = data;
        this.idle = idle;
        this.later = later;
    }

    /** Whether anything was ever kept. */
    boolean exists() {
        return isOpen() || Store.exists(data);
    }

    /** Whether it is open now. */
    synchronized boolean isOpen() {
        return store != null;
    }

    /**
     * Looks at what is kept; empty if nothing ever was.
     *
     * @throws org.huizong.store.StoreException if another process has the folder open, or it is not whole
     */
    <T> Optional<T> look(Function<Store, T> work) {
        return exists() ? Optional.of(use(work)) : Optional.empty();
    }

    /** Works with the data folder, which is made if need be. */
    <T> T use(Function<Store, T> work) {
        Store open = take();
        try {
            return work.apply(open);
        } catch (RuntimeException e) {
            throw open.explained(e);
        } finally {
            giveBack();
        }
    }

    private synchronized Store take() {
        ScheduledFuture<?> planned = closing;
        if (planned != null) {
            planned.cancel(false);
            closing = null;
        }
        Store open = store;
        if (open == null) {
            open = Store.open(data);
            store = open;
        }
        users++;
        return open;
    }

    private synchronized void giveBack() {
        users--;
        if (users == 0 && !later.isShutdown()) {
            closing = later.schedule(this::closeUnused, idle.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void closeUnused() {
        if (users == 0) {
            close();
        }
    }

    @Override
    public synchronized void close() {
        Store open = store;
        store = null;
        if (open != null) {
            open.close();
        }
    }
}
