package org.huizong.job;

import java.io.IOException;
import javax.sql.DataSource;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.huizong.review.Filing;
import org.huizong.review.Verdict;
import org.huizong.store.Store;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.SkipListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStream;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The monthly job: read the returns, check them, check across them, consolidate, publish.
 *
 * <p>Steps hand on through the store. What they work with is in {@link StepParts}; store, catalogue, wording, what was delivered, output folder and progress are beans that {@link MonthlyJob} brings.
 */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository
@Import(StepParts.class)
class JobConfiguration {
    static final String NAME = "consolidate";
    static final String READ_RETURNS = "readReturns";
    static final String READ_ALONE = "readAlone";
    static final String CHECK_REGISTERS = "checkRegisters";
    static final String CHECK_SUBMISSIONS = "checkSubmissions";
    static final String CHECK_ACROSS = "checkAcross";
    static final String CONSOLIDATE = "consolidate";
    static final String PUBLISH = "publish";

    /** Files whose findings and figures are committed together. */
    private static final int FILES = 50;
    /** Filings whose verdicts are committed together: a commit writes every page that they touch. */
    private static final int FILINGS = 40;
    /** Files that the disk may fail to give; one that fails to give more is no disk to work with. */
    private static final int MAX_SKIPPED = 100;

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
            Step checkRegisters,
            Step checkSubmissions,
            Step checkAcross,
            Step consolidate,
            Step publish) {
        return new JobBuilder(NAME, repository)
                .start(readReturns)
                .next(readAlone)
                .next(checkRegisters)
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
            ItemStreamReader<SourceFile> unreadReturns,
            ItemStream folderNotes,
            ItemProcessor<SourceFile, Reading> readingBesideOthers,
            ItemWriter<Reading> readingWriter,
            SkipListener<SourceFile, Reading> skippedReturns,
            ThreadPoolTaskExecutor readers,
            Progress progress) {
        return new StepBuilder(READ_RETURNS, repository)
                        .<SourceFile, Reading>chunk(FILES)
                        .transactionManager(transactions)
                        .reader(unreadReturns)
                        .processor(readingBesideOthers)
                        .writer(readingWriter)
                        .taskExecutor(readers)
                        .faultTolerant()
                        .skip(IOException.class)
                        .skipLimit(MAX_SKIPPED)
                        .skipListener(skippedReturns)
                        .stream(folderNotes)
                        .listener(new FileProgress(progress))
                        .build();
    }

    @Bean
    ThreadPoolTaskExecutor readers() {
        var readers = new ThreadPoolTaskExecutor();
        readers.setCorePoolSize(Runtime.getRuntime().availableProcessors());
        readers.setThreadNamePrefix("reader-");
        readers.setDaemon(true);
        return readers;
    }

    /** One file a transaction: each of them is too much to be held beside another. */
    @Bean
    Step readAlone(
            JobRepository repository,
            PlatformTransactionManager transactions,
            ItemStreamReader<SourceFile> putOffReturns,
            ItemProcessor<SourceFile, Reading> returnReader,
            ItemWriter<Reading> readingWriter,
            SkipListener<SourceFile, Reading> skippedReturns,
            Progress progress) {
        return new StepBuilder(READ_ALONE, repository)
                .<SourceFile, Reading>chunk(1)
                .transactionManager(transactions)
                .reader(putOffReturns)
                .processor(returnReader)
                .writer(readingWriter)
                .faultTolerant()
                .skip(IOException.class)
                .skipLimit(MAX_SKIPPED)
                .skipListener(skippedReturns)
                .listener(new FileProgress(progress))
                .build();
    }

    /** Before all else that was sent: others point to what these registers hold. */
    @Bean
    Step checkRegisters(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Tasklet registerChecks,
            StepProgress stepProgress) {
        return new StepBuilder(CHECK_REGISTERS, repository)
                .tasklet(registerChecks, transactions)
                .listener(stepProgress)
                .build();
    }

    @Bean
    Step checkSubmissions(
            JobRepository repository,
            PlatformTransactionManager transactions,
            ItemStreamReader<Filing> filings,
            ItemProcessor<Filing, Verdict> filingChecker,
            ItemWriter<Verdict> verdictWriter,
            ThreadPoolTaskExecutor readers,
            StepProgress stepProgress) {
        return new StepBuilder(CHECK_SUBMISSIONS, repository)
                .<Filing, Verdict>chunk(FILINGS)
                .transactionManager(transactions)
                .reader(filings)
                .processor(filingChecker)
                .writer(verdictWriter)
                .taskExecutor(readers)
                .listener(stepProgress)
                .build();
    }

    @Bean
    Step checkAcross(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Tasklet acrossChecks,
            StepProgress stepProgress) {
        return new StepBuilder(CHECK_ACROSS, repository)
                .tasklet(acrossChecks, transactions)
                .listener(stepProgress)
                .build();
    }

    @Bean
    Step consolidate(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Tasklet consolidating,
            StepProgress stepProgress) {
        return new StepBuilder(CONSOLIDATE, repository)
                .tasklet(consolidating, transactions)
                .listener(stepProgress)
                .build();
    }

    /** Without a transaction around it: the edition must be on record before the output is moved into place. */
    @Bean
    Step publish(JobRepository repository, Tasklet publishing, StepProgress stepProgress) {
        return new StepBuilder(PUBLISH, repository)
                .tasklet(publishing, new ResourcelessTransactionManager())
                .listener(stepProgress)
                .build();
    }

    @Bean
    StepProgress stepProgress(Progress progress) {
        return new StepProgress(progress);
    }
}
