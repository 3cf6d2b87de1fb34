package org.huizong.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Knows when the page was last asked for anything, and when it is to end. */
final class Activity {
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final Clock clock;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Instant last;

    Activity(Clock clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    /** Notes that somebody asked for something, or that something is being done. */
    void note() {
        last = clock.instant();
    }

    /** Whether nobody has asked for anything for so long. */
    boolean isIdle(Duration most) {
        return last.plus(most).isBefore(clock.instant());
    }

    /** Lets the page end, once its last words are sent. */
    void endSoon() {
        Thread end = new Thread(this::end, "page-end");
        end.setDaemon(true);
        end.start();
    }

    private void end() {
        try {
            Thread.sleep(LAST_WORDS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ended.countDown();
    }

    /** Waits for that; tells whether it came within that time. */
    boolean hasEnded(Duration most) throws InterruptedException {
        return ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }
}
