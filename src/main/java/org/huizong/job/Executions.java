package org.huizong.job;

import java.util.List;
import java.util.Optional;
import org.huizong.model.Period;
import org.huizong.store.RunStore.Run;
import org.huizong.store.Store;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Starts the job: a run that ended early goes on where it stood if it had to do the very same; else a new run begins, as it
 * does if a file could not be read for what does not lie in it.
 *
 * <p>Whoever begins a run holds the period, so an execution of it that seems to be running was killed.
 */
final class Executions {
    private final JobOperator operator;
    private final JobRepository repository;
    private final Store store;

    Executions(JobOperator operator, JobRepository repository, Store store) {
        this.operator = operator;
        this.repository = repository;
        this.store = store;
    }

    /** Runs the job for what was asked, given the digests of the catalogue and of what was delivered. */
    JobExecution run(Job job, Request request, String catalogue, String delivery) {
        recover(request.period());
        boolean isClosed = store.events().isClosed(request.period());
        long event = store.events().last();
        Assignment assignment = store.runs()
                .last()
                .filter(last -> last.period().equals(request.period()) && !last.published())
                .map(Run::id)
                .filter(run -> !store.files().isToBeReadAgain(request.period(), run))
                .map(run -> new Assignment(request, run, isClosed, catalogue, delivery, event))
                .filter(this::canGoOn)
                .orElseGet(() -> new Assignment(
                        request,
                        store.runs().begin(request.period(), request.asOf()),
                        isClosed,
                        catalogue,
                        delivery,
                        event));
        try {
            return operator.start(job, assignment.parameters());
        } catch (JobExecutionException e) {
            throw new IllegalStateException("a run is new or can go on, so it cannot be refused", e);
        }
    }

    /** Puts on record that executions of the period which were killed have failed. */
    private void recover(Period period) {
        for (JobExecution execution : repository.findRunningJobExecutions(JobConfiguration.NAME)) {
            if (Assignment.period(execution.getJobParameters()).equals(Optional.of(period))) {
                operator.recover(execution);
            }
        }
    }

    /** Tells whether the last execution of a run failed in a way that is known. */
    private boolean canGoOn(Assignment assignment) {
        Optional<JobInstance> instance =
                Optional.ofNullable(repository.getJobInstance(JobConfiguration.NAME, assignment.parameters()));
        List<JobExecution> executions =
                instance.map(repository::getJobExecutions).orElse(List.of());
        return !executions.isEmpty()
                && executions.stream()
                        .allMatch(e -> e.getStatus() == BatchStatus.FAILED
                                && e.getStepExecutions().stream().noneMatch(s -> s.getStatus() == BatchStatus.UNKNOWN));
    }
}
