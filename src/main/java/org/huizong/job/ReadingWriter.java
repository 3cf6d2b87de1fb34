package org.huizong.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.period.Period;
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.FindingStore.Phase;
import org.huizong.store.Store;
import org.huizong.submission.Reading;
import org.huizong.submission.SourceFile;
import org.huizong.submission.Submission;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Puts what was read on record: file, submissions, observations, findings. */
final class ReadingWriter implements ItemWriter<Reading> {
    private final Store store;
    private final Request request;
    private final Run run;
    private final String readBy;

    ReadingWriter(Catalogue catalogue, Store store, Request request, Run run) {
        this.store = store;
        this.request = request;
        this.run = run;
        this.readBy = ReturnReader.readBy(catalogue, store, request);
    }

    @Override
    public void write(Chunk<? extends Reading> chunk) {
        for (Reading reading : chunk) {
            write(reading);
        }
    }

    private void write(Reading reading) {
        SourceFile file = reading.source();
        Period period = request.period();
        boolean refused = reading instanceof Reading.Refused;
        List<Submission> submissions = reading instanceof Reading.Read read ? read.submissions() : List.of();
        store.files().record(file, period, refused, readBy, run.number(), request.asOf());
        store.findings().clear(period, file.sha256());
        List<Long> ids = store.submissions().record(file, period, submissions);
        List<Entry> entries = new ArrayList<>();
        Optional<String> sha = Optional.of(file.sha256());
        reading.findings().forEach(f -> entries.add(new Entry(sha, Optional.empty(), "", "", f, "")));
        for (int i = 0; i < submissions.size(); i++) {
            Submission submission = submissions.get(i);
            Optional<Long> id = Optional.of(ids.get(i));
            submission
                    .findings()
                    .forEach(f -> entries.add(new Entry(sha, id, submission.unit(), submission.form(), f, "")));
        }
        store.findings().add(period, Phase.READ, entries);
    }
}
