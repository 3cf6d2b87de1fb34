package org.huizong.job;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Notes how long each step takes and tells the progress. */
final class StepClock implements StepExecutionListener {
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
        if (isOf(step)) {
            progress.begin(step.getStepName(), total(step.getStepName()));
        }
    }

    /** Whether the step has anything to do in this run: hardly ever is a file put off. */
    private boolean isOf(StepExecution step) {
        return !step.getStepName().equals("readAlone") || run.held().everPostponed();
    }

    private int total(String step) {
        return switch (step) {
            case "readReturns" -> run.unread().size();
            case "readAlone" -> run.held().postponed();
            default -> 0;
        };
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        if (isOf(step)) {
            run.seconds().put(step.getStepName(), since(begun));
        }
        return step.getExitStatus();
    }

    /** Seconds since a moment of the machine's nanosecond counter. */
    static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
