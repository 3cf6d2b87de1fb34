package org.huizong.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.aggregation.Consolidation;
import org.huizong.intake.ReturnsFolder;
import org.huizong.model.Period;
import org.huizong.model.SourceFile;
import org.huizong.store.FindingStore.Phase;
import org.huizong.store.Store;

/** What the steps of one run hand on to each other in memory; all that must survive is in the store. */
final class Run {
    private final long number;
    private final int files;
    private final int unreadable;
    private final List<SourceFile> folder;
    private final List<SourceFile> unread;
    private final Evidence evidence;
    private final HeldReadings held = new HeldReadings();
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private Optional<Consolidation> consolidation = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();

    /**
     * A run.
     *
     * @param number larger than that of every run before
     * @param found what the returns folder holds
     * @param folder each content in it once
     * @param unread those of them whose content must be read
     * @param evidence the archived files
     */
    Run(long number, ReturnsFolder found, List<SourceFile> folder, List<SourceFile> unread, Evidence evidence) {
        this.number = number;
        this.files = found.files().size() + found.unreadable();
        this.unreadable = found.unreadable();
        this.folder = List.copyOf(folder);
        this.unread = List.copyOf(unread);
        this.evidence = evidence;
    }

    long number() {
        return number;
    }

    int files() {
        return files;
    }

    /** How many of the files can't be opened. */
    int unreadable() {
        return unreadable;
    }

    List<SourceFile> folder() {
        return folder;
    }

    List<SourceFile> unread() {
        return unread;
    }

    Evidence evidence() {
        return evidence;
    }

    /** Puts on record what was found in the archive since the last time. */
    void tell(Store store, Period period) {
        store.findings()
                .add(
                        period,
                        Phase.FOLDER,
                        evidence.news().stream().map(MonthlyJob::entry).toList());
    }

    /** What was read and is not on record yet. */
    HeldReadings held() {
        return held;
    }

    /** Seconds each finished step took, in order. */
    Map<String, Double> seconds() {
        return seconds;
    }

    Consolidation consolidation() {
        return consolidation.orElseThrow();
    }

    void consolidated(Consolidation result) {
        consolidation = Optional.of(result);
    }

    Outcome outcome() {
        return outcome.orElseThrow();
    }

    void done(Outcome result) {
        outcome = Optional.of(result);
    }
}
