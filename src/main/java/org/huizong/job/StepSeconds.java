package org.huizong.job;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** How long each step took, as the repository has it: over all executions of a run that was started again. */
final class StepSeconds {
    private StepSeconds() {}

    /** Returns the seconds of the steps that have ended, by name, in their order. */
    static Map<String, Double> of(JobRepository repository, JobExecution execution) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        Stream<StepExecution> before = repository.getJobExecutions(execution.getJobInstance()).stream()
                .filter(e -> e.getId() != execution.getId())
                .flatMap(e -> e.getStepExecutions().stream());
        Stream.concat(before, execution.getStepExecutions().stream())
                .sorted(Comparator.comparing(StepExecution::getId))
                .filter(s -> !s.getStepName().equals(JobConfiguration.READ_ALONE) || s.getReadCount() > 0)
                .forEach(s ->
                        length(s).ifPresent(l -> seconds.merge(StepProgress.shown(s.getStepName()), l, Double::sum)));
        return seconds;
    }

    private static Optional<Double> length(StepExecution step) {
        LocalDateTime start = step.getStartTime();
        LocalDateTime end = step.getEndTime();
        return start == null || end == null
                ? Optional.empty()
                : Optional.of(Duration.between(start, end).toNanos() / 1e9);
    }
}
