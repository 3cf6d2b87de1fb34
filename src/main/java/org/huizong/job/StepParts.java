package org.huizong.job;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.huizong.catalogue.Catalogue;
import org.huizong.intake.Delivery;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.huizong.publish.Order;
import org.huizong.publish.OutputFolder;
import org.huizong.publish.Published;
import org.huizong.publish.Publisher;
import org.huizong.review.AcrossChecks;
import org.huizong.review.Filing;
import org.huizong.review.SubmissionChecks;
import org.huizong.review.Verdict;
import org.huizong.store.ReadingStore.Act;
import org.huizong.store.Store;
import org.huizong.wording.Wording;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.listener.SkipListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStream;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** What the steps of the monthly job work with, made for each step anew from the parameters of the job. */
@Configuration(proxyBeanMethods = false)
class StepParts {
    /** The scope of a step, for what only other parts of a step are handed: no proxy stands for it. */
    private static final String STEP = "step";

    @Bean
    @Scope(STEP)
    Assignment assignment(@Value("#{stepExecution.jobParameters}") JobParameters parameters) {
        return Assignment.of(parameters);
    }

    @Bean
    @Scope(STEP)
    Evidence evidence(Store store, Assignment assignment, Delivery delivery) {
        return new Evidence(store, assignment.period(), delivery);
    }

    @Bean
    @Scope(STEP)
    Act act(Assignment assignment) {
        return new Act(
                assignment.period(),
                assignment.readBy(),
                assignment.run(),
                assignment.asOf(),
                assignment.request().now());
    }

    @Bean
    @Scope(STEP)
    SubmissionChecks submissionChecks(Catalogue catalogue, Store store, Assignment assignment) {
        return new SubmissionChecks(catalogue, store, assignment.period(), assignment.asOf());
    }

    @Bean
    @StepScope
    ItemStreamReader<SourceFile> unreadReturns(
            Store store, Assignment assignment, Delivery delivery, Progress progress) {
        return UnreadReturns.all(store, assignment, delivery, progress);
    }

    @Bean
    @StepScope
    ItemStreamReader<SourceFile> putOffReturns(
            Store store, Assignment assignment, Delivery delivery, Progress progress) {
        return UnreadReturns.putOff(store, assignment, delivery, progress);
    }

    @Bean
    @StepScope
    ItemStream folderNotes(Store store, Assignment assignment, Delivery delivery, Evidence evidence) {
        return new FolderNotes(store, assignment.period(), delivery, evidence);
    }

    @Bean
    HeldReadings heldReadings() {
        return new HeldReadings();
    }

    @Bean
    @StepScope
    ItemProcessor<SourceFile, Reading> readingBesideOthers(
            ItemProcessor<SourceFile, Reading> returnReader, HeldReadings held) {
        return new SharedMemory(returnReader, held);
    }

    @Bean
    @StepScope
    ItemProcessor<SourceFile, Reading> returnReader(
            Catalogue catalogue, Store store, Assignment assignment, Evidence evidence) {
        return new ReturnReader(catalogue, store, assignment, evidence);
    }

    @Bean
    @StepScope
    ItemWriter<Reading> readingWriter(Catalogue catalogue, Store store, Act act, HeldReadings held) {
        return new ReadingWriter(store.readings(catalogue), act, held);
    }

    @Bean
    @StepScope
    SkipListener<SourceFile, Reading> skippedReturns(Catalogue catalogue, Store store, Act act) {
        return new SkippedReturns(store, store.readings(catalogue), act);
    }

    @Bean
    @StepScope
    Tasklet registerChecks(Store store, Assignment assignment, Delivery delivery, SubmissionChecks checks) {
        return once(() -> {
            store.files().present(assignment.period(), delivery.contents());
            // a closed period keeps the verdicts it was closed with
            if (!assignment.isClosed()) {
                checks.checkRegisters();
            }
        });
    }

    @Bean
    @StepScope
    ItemStreamReader<Filing> filings(Assignment assignment, SubmissionChecks checks) {
        return new Filings(assignment.isClosed() ? List::of : checks::filings);
    }

    @Bean
    @StepScope
    ItemProcessor<Filing, Verdict> filingChecker(SubmissionChecks checks) {
        return checks.checker()::apply;
    }

    @Bean
    @StepScope
    ItemWriter<Verdict> verdictWriter(SubmissionChecks checks) {
        return chunk -> checks.record(chunk.getItems());
    }

    @Bean
    @StepScope
    Tasklet acrossChecks(Catalogue catalogue, Store store, Assignment assignment, SubmissionChecks checks) {
        return once(() -> {
            if (!assignment.isClosed()) {
                checks.count();
                new AcrossChecks(catalogue, store, assignment.period(), assignment.asOf()).run();
            }
        });
    }

    @Bean
    ConsolidationOnce consolidationOnce(Catalogue catalogue, Store store) {
        return new ConsolidationOnce(catalogue, store);
    }

    @Bean
    @StepScope
    Tasklet consolidating(ConsolidationOnce consolidation, Assignment assignment) {
        return once(() -> consolidation.of(assignment));
    }

    @Bean
    @StepScope
    Tasklet publishing(
            JobRepository repository,
            Catalogue catalogue,
            Wording wording,
            Store store,
            Assignment assignment,
            Delivery delivery,
            Evidence evidence,
            OutputFolder output,
            ConsolidationOnce consolidation,
            CompletableFuture<Outcome> outcome) {
        var publisher = new Publisher(catalogue, wording, store, output);
        Order order = new Order(
                assignment.period(),
                assignment.asOf(),
                assignment.request().output(),
                assignment.request().parts(),
                assignment.run(),
                assignment.isClosed(),
                delivery.files(),
                delivery.unreadable(),
                evidence::intact);
        return (contribution, context) -> {
            var seconds =
                    StepSeconds.of(repository, contribution.getStepExecution().getJobExecution());
            Published published = publisher.publish(order, consolidation.of(assignment), seconds);
            outcome.complete(new Outcome(published, evidence.found()));
            store.runs().published(order.run());
            return RepeatStatus.FINISHED;
        };
    }

    private static Tasklet once(Runnable work) {
        return (contribution, context) -> {
            work.run();
            return RepeatStatus.FINISHED;
        };
    }
}
