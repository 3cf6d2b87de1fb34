package org.huizong.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.huizong.catalogue.Catalogue;
import org.huizong.intake.Delivery;
import org.huizong.publish.OutputFolder;
import org.huizong.store.Store;
import org.huizong.wording.Wording;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.retry.RetryException;

/** Runs the monthly job. */
public final class MonthlyJob {
    /** Spring Batch tells the steps of a process apart by numbers that every store counts from 1. */
    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    private final Catalogue catalogue;
    private final Wording wording;
    private final Store store;
    private final Consumer<GenericApplicationContext> others;

    /** A job over that store, in the terms of that catalogue, in the words of that language. */
    public MonthlyJob(Catalogue catalogue, Wording wording, Store store) {
        this(catalogue, wording, store, context -> {});
    }

    /** The same with some of its beans replaced by others. */
    MonthlyJob(Catalogue catalogue, Wording wording, Store store, Consumer<GenericApplicationContext> others) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.store = store;
        this.others = others;
    }

    /**
     * Reads, checks, consolidates and publishes one period; a run of the same that ended early goes on where it stood.
     *
     * <p>What it finds wrong with returns is in the outcome. What it throws keeps it from its work: then nothing is
     * published and what stood in the output folder stays.
     */
    public Outcome run(Request request, Progress progress) {
        try {
            return tryToRun(request, progress);
        } catch (RuntimeException e) {
            throw store.explained(e);
        }
    }

    private Outcome tryToRun(Request request, Progress progress) {
        ONE_AT_A_TIME.lock();
        try (OutputFolder output = OutputFolder.take(request.output())) {
            return run(request, output, progress);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private Outcome run(Request request, OutputFolder output, Progress progress) {
        Delivery delivery = Delivery.in(request.returns(), Evidence.receiver(store, request.period()));
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Catalogue.class, () -> catalogue);
            context.registerBean(Wording.class, () -> wording);
            context.registerBean(Store.class, () -> store, definition -> definition.setDestroyMethodName(""));
            context.registerBean(Delivery.class, () -> delivery);
            context.registerBean(OutputFolder.class, () -> output, definition -> definition.setDestroyMethodName(""));
            context.registerBean(Progress.class, () -> progress);
            context.registerBean("outcome", CompletableFuture.class, () -> outcome);
            others.accept(context);
            context.register(JobConfiguration.class);
            context.refresh();
            var executions =
                    new Executions(context.getBean(JobOperator.class), context.getBean(JobRepository.class), store);
            try {
                JobExecution execution =
                        executions.run(context.getBean(Job.class), request, catalogue.digest(), delivery.digest());
                if (execution.getStatus() != BatchStatus.COMPLETED) {
                    throw fault(execution);
                }
            } catch (RuntimeException e) {
                // when the publication is in place, the next run makes good what is lacking on record of its end
                if (!outcome.isDone()) {
                    throw e;
                }
            }
            progress.end();
            return outcome.join();
        }
    }

    /** Returns what made an execution fail, out of all that steps and threads have wrapped it in. */
    private static RuntimeException fault(JobExecution execution) {
        Throwable fault = execution.getAllFailureExceptions().stream()
                .findFirst()
                .orElseGet(() -> new IllegalStateException("the job ended as " + execution.getExitStatus()));
        while (isWrapping(fault) && fault.getCause() != null) {
            fault = fault.getCause();
        }
        if (fault instanceof IOException e) {
            return new UncheckedIOException(e);
        }
        return fault instanceof RuntimeException e ? e : new IllegalStateException(fault);
    }

    private static boolean isWrapping(Throwable fault) {
        return fault instanceof ExecutionException
                || fault instanceof RetryException
                || fault.getClass().getPackageName().startsWith("org.springframework.batch");
    }
}
