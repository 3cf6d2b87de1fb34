package org.huizong.job;

import javax.sql.DataSource;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Reading;
import org.huizong.review.AcrossChecks;
import org.huizong.review.SubmissionChecks;
import org.huizong.store.ReadingStore.Act;
import org.huizong.store.Store;
import org.huizong.wording.Wording;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The monthly job: read the returns, check them, check across them, consolidate, publish.
 *
 * <p>Store, catalogue, wording, request, output folder, run and progress are beans that {@link MonthlyJob} brings.
 */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository
class JobConfiguration {
    static final String NAME = "consolidate";

    /** Files whose findings and figures are committed together. */
    private static final int CHUNK = 50;

    @Bean
    DataSource dataSource(Store store) {
        return store.dataSource();
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    Job monthlyJob(
            JobRepository repository,
            Step readReturns,
            Step readAlone,
            Step checkSubmissions,
            Step checkAcross,
            Step consolidate,
            Step publish) {
        return new JobBuilder(NAME, repository)
                .start(readReturns)
                .next(readAlone)
                .next(checkSubmissions)
                .next(checkAcross)
                .next(consolidate)
                .next(publish)
                .build();
    }

    @Bean
    Step readReturns(
            JobRepository repository,
            PlatformTransactionManager transactions,
            ReturnReader returnReader,
            ReadingWriter readingWriter,
            Run run,
            StepClock clock,
            ThreadPoolTaskExecutor readers) {
        return new StepBuilder("readReturns", repository)
                .<Reading, Reading>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(new ReadingAhead(run.unread(), returnReader::read, readers, 2 * CHUNK, run.held(), clock))
                .writer(readingWriter)
                .listener(clock)
                .build();
    }

    /** One file a transaction: each of them is too much to be held beside another. */
    @Bean
    Step readAlone(
            JobRepository repository,
            PlatformTransactionManager transactions,
            ReturnReader returnReader,
            ReadingWriter readingWriter,
            Run run,
            StepClock clock) {
        return new StepBuilder("readAlone", repository)
                .<Reading, Reading>chunk(1)
                .transactionManager(transactions)
                .reader(new ReadingAlone(returnReader::read, run.held(), clock))
                .writer(readingWriter)
                .listener(clock)
                .build();
    }

    @Bean
    ReturnReader returnReader(Catalogue catalogue, Store store, Request request, Run run) {
        return new ReturnReader(catalogue, store, request, run.evidence());
    }

    @Bean
    ReadingWriter readingWriter(Catalogue catalogue, Store store, Request request, Run run) {
        Act act = new Act(
                request.period(),
                ReturnReader.readBy(catalogue, store, request),
                run.number(),
                request.asOf(),
                request.now());
        return new ReadingWriter(store.readings(catalogue), act, run.held());
    }

    @Bean
    ThreadPoolTaskExecutor readers() {
        var readers = new ThreadPoolTaskExecutor();
        readers.setCorePoolSize(Runtime.getRuntime().availableProcessors());
        readers.setThreadNamePrefix("reader-");
        readers.setDaemon(true);
        return readers;
    }

    @Bean
    Step checkSubmissions(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Catalogue catalogue,
            Store store,
            Request request,
            Run run,
            StepClock clock) {
        return step("checkSubmissions", repository, transactions, clock, () -> {
            store.files().present(request.period(), run.folder());
            run.tell(store, request.period());
            // a closed period keeps the verdicts it was closed with
            if (!store.events().isClosed(request.period())) {
                new SubmissionChecks(catalogue, store, request.period(), request.asOf()).run();
            }
        });
    }

    @Bean
    Step checkAcross(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Catalogue catalogue,
            Store store,
            Request request,
            StepClock clock) {
        return step("checkAcross", repository, transactions, clock, () -> {
            if (!store.events().isClosed(request.period())) {
                new AcrossChecks(catalogue, store, request.period(), request.asOf()).run();
            }
        });
    }

    @Bean
    Step consolidate(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Catalogue catalogue,
            Store store,
            Request request,
            Run run,
            StepClock clock) {
        return step(
                "consolidate", repository, transactions, clock, new Consolidating(catalogue, store, request, run)::run);
    }

    /** Without a transaction around it: the edition must be on record before the output is moved into place. */
    @Bean
    Step publish(
            JobRepository repository,
            Catalogue catalogue,
            Wording wording,
            Store store,
            Request request,
            OutputFolder output,
            Run run,
            StepClock clock) {
        return step(
                "publish",
                repository,
                new ResourcelessTransactionManager(),
                clock,
                new Publishing(catalogue, wording, store, request, output, run)::run);
    }

    private static Step step(
            String name,
            JobRepository repository,
            PlatformTransactionManager transactions,
            StepClock clock,
            Runnable work) {
        Tasklet tasklet = (contribution, context) -> {
            work.run();
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder(name, repository)
                .tasklet(tasklet, transactions)
                .listener(clock)
                .build();
    }
}
