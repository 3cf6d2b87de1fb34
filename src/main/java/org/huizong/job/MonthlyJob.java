package org.huizong.job;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.intake.ReturnsFolder;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.Severity;
import org.huizong.model.SourceFile;
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.FindingStore.Phase;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import org.huizong.wording.Wording;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Runs the monthly job. */
public final class MonthlyJob {
    private final Catalogue catalogue;
    private final Wording wording;
    private final Store store;

    /** A job over that store, in the terms of that catalogue, in the words of that language. */
    public MonthlyJob(Catalogue catalogue, Wording wording, Store store) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.store = store;
    }

    /**
     * Reads, checks, consolidates and publishes one period.
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
        try (OutputFolder output = OutputFolder.take(request.output())) {
            return run(request, output, progress);
        }
    }

    private Outcome run(Request request, OutputFolder output, Progress progress) {
        Run run = begin(request);
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Catalogue.class, () -> catalogue);
            context.registerBean(Wording.class, () -> wording);
            context.registerBean(Store.class, () -> store, definition -> definition.setDestroyMethodName(""));
            context.registerBean(Request.class, () -> request);
            context.registerBean(OutputFolder.class, () -> output, definition -> definition.setDestroyMethodName(""));
            context.registerBean(Run.class, () -> run);
            context.registerBean(StepClock.class, () -> new StepClock(run, progress));
            context.register(JobConfiguration.class);
            context.refresh();
            JobRepository repository = context.getBean(JobRepository.class);
            abandonUnfinished(repository);
            JobExecution execution =
                    launch(context.getBean(JobOperator.class), context.getBean(Job.class), request, run);
            progress.end();
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw cause(execution);
            }
            return run.outcome();
        }
    }

    private Run begin(Request request) {
        ReturnsFolder folder = request.returns().map(ReturnsFolder::list).orElse(ReturnsFolder.NONE);
        Map<String, SourceFile> contents = new LinkedHashMap<>();
        List<Entry> notes = new ArrayList<>();
        folder.findings().forEach(f -> notes.add(entry(f)));
        for (SourceFile file : folder.files()) {
            SourceFile first = contents.putIfAbsent(file.sha256(), file);
            if (first != null) {
                notes.add(note("file.duplicate", file, Map.of("other", Argument.name(first.name()))));
            }
        }
        Set<String> withdrawn = store.submissions().within(request.period()).stream()
                .filter(s -> s.period().equals(request.period()) && s.disposition() == Disposition.WITHDRAWN)
                .map(StoredSubmission::sha256)
                .collect(Collectors.toSet());
        contents.values().stream()
                .filter(f -> withdrawn.contains(f.sha256()))
                .forEach(f -> notes.add(note("file.withdrawn", f, Map.of())));
        Evidence evidence = new Evidence(store.archive(), contents.values());
        evidence.look(store.files().onRecord(request.period()));
        evidence.news().forEach(f -> notes.add(entry(f)));
        long number = store.runs().begin(request.period(), request.asOf());
        store.findings().clear(request.period(), Phase.FOLDER);
        store.findings().add(request.period(), Phase.FOLDER, notes);
        // what a closed period holds stays as it was read; only what is new there is looked at, and refused
        Set<String> known = store.events().isClosed(request.period())
                ? store.files().known(request.period())
                : store.files().known(request.period(), ReturnReader.readBy(catalogue, store, request));
        List<SourceFile> unread = contents.values().stream()
                .filter(f -> !known.contains(f.sha256()))
                .toList();
        return new Run(number, folder, List.copyOf(contents.values()), unread, evidence);
    }

    private static Entry note(String rule, SourceFile file, Map<String, Argument> arguments) {
        return entry(
                Finding.failed(rule, Severity.NOTICE, CellRef.file(file.name())).with(arguments));
    }

    static Entry entry(Finding finding) {
        return new Entry(Optional.empty(), Optional.empty(), "", "", finding, "");
    }

    /** We hold the store alone, so an execution that seems to be running was killed. */
    private static void abandonUnfinished(JobRepository repository) {
        for (JobExecution execution : repository.findRunningJobExecutions(JobConfiguration.NAME)) {
            execution.setStatus(BatchStatus.ABANDONED);
            execution.setEndTime(LocalDateTime.now(ZoneOffset.UTC));
            repository.update(execution);
        }
    }

    private static JobExecution launch(JobOperator operator, Job job, Request request, Run run) {
        try {
            return operator.start(
                    job,
                    new JobParametersBuilder()
                            .addString("period", request.period().code())
                            .addLong("run", run.number())
                            .toJobParameters());
        } catch (JobExecutionException e) {
            throw new IllegalStateException("every run is a new instance, so none can be refused", e);
        }
    }

    private static RuntimeException cause(JobExecution execution) {
        Throwable cause = execution.getAllFailureExceptions().stream()
                .findFirst()
                .orElseGet(() -> new IllegalStateException("the job ended as " + execution.getExitStatus()));
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }
}
