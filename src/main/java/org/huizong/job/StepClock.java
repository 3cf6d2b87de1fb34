package org.huizong.job;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Notes how long each step takes and tells the progress. */
final class StepClock implements StepExecutionListener {
    private static final double NANOS = 1e9;

    private final Run run;
    private final Progress progress;
    private long begun;

    StepClock(Run run, Progress progress) {
        this.run = run;
        this.progress = progress;
    }

    /** One file is read. */
    void advance() {
        progress.advance();
    }

    @Override
    public void beforeStep(StepExecution step) {
        begun = System.nanoTime();
        progress.begin(
                step.getStepName(),
                step.getStepName().equals("readReturns") ? run.unread().size() : 0);
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        run.seconds().put(step.getStepName(), (System.nanoTime() - begun) / NANOS);
        return step.getExitStatus();
    }
}
