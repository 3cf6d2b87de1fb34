package org.huizong.job;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Tells the progress which step begins; of a step that reads files, what hands them over says it. */
final class StepProgress implements StepExecutionListener {
    private final Progress progress;
    private String shown = "";

    StepProgress(Progress progress) {
        this.progress = progress;
    }

    /** The name under which people see a step: that some registers are checked first is of no interest to them. */
    static String shown(String step) {
        return step.equals(JobConfiguration.CHECK_REGISTERS) ? JobConfiguration.CHECK_SUBMISSIONS : step;
    }

    @Override
    public void beforeStep(StepExecution step) {
        String name = shown(step.getStepName());
        if (!name.equals(shown)) {
            shown = name;
            progress.begin(name, 0);
        }
    }
}
