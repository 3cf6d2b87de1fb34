package org.huizong.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huizong.job.Outcome;
import org.huizong.job.Progress;
import org.huizong.model.Period;
import org.huizong.office.TimeLeft;
import org.jspecify.annotations.Nullable;

/** How far one run is; whoever looks sees it as it is at that moment. */
public final class RunState implements Progress {
    private final Period period;
    private final Clock clock;
    private final List<String> finished = new ArrayList<>();
    private String step = "";
    private int total;
    private int done;
    private long begun;
    private @Nullable Outcome outcome;
    private @Nullable Throwable fault;
    private boolean over;
    private long version;

    RunState(Period period, Clock clock) {
        this.period = period;
        this.clock = clock;
    }

    /**
     * One look at a run.
     *
     * @param version larger than that of every earlier look at something else
     * @param finished names of the steps that are done
     * @param step name of the one that goes on; empty before the first
     * @param done how many things of it are done
     * @param total how many it has; 0 if that is not known
     * @param left how long the rest of the step will take; empty if nobody can tell
     */
    public record Look(long version, List<String> finished, String step, int done, int total, Optional<Duration> left) {
        public Look {
            finished = List.copyOf(finished);
        }
    }

    /** What is consolidated. */
    public Period period() {
        return period;
    }

    @Override
    public synchronized void begin(String name, int things) {
        if (!step.isEmpty() && !step.equals(name)) {
            finished.add(step);
        }
        step = name;
        total = things;
        done = 0;
        begun = clock.millis();
        changed();
    }

    @Override
    public synchronized void advance() {
        done++;
        changed();
    }

    synchronized void complete(Outcome came) {
        if (!step.isEmpty()) {
            finished.add(step);
        }
        step = "";
        outcome = came;
        over = true;
        changed();
    }

    synchronized void fail(Throwable why) {
        fault = why;
        over = true;
        changed();
    }

    private void changed() {
        version++;
    }

    /** Where it stands. */
    public synchronized Look look() {
        return new Look(
                version,
                finished,
                step,
                done,
                total,
                TimeLeft.of(Duration.ofMillis(clock.millis() - begun), done, total));
    }

    /** Whether it has ended, in whatever way. */
    public synchronized boolean isOver() {
        return over;
    }

    /** What it came to; empty until it has ended well. */
    public synchronized Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** Why it failed; empty if it did not. */
    public synchronized Optional<Throwable> fault() {
        return Optional.ofNullable(fault);
    }
}
