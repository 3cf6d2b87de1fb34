package org.huizong.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.intake.Delivery;
import org.huizong.intake.ReturnsFolder;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.model.Sha256;
import org.huizong.model.SourceFile;
import org.huizong.store.Archive;
import org.huizong.store.Archive.Kept;
import org.huizong.store.FileStore.OnRecord;
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.FindingStore.Phase;
import org.huizong.store.Store;

/**
 * The archived files that a run relies on: what is lost or damaged there is copied anew from the folder of returns, and
 * that is put on record at once. May be asked by several threads.
 */
final class Evidence {
    private static final String MENDED = "archive.mended";
    private static final String LOST = "archive.lost";

    private final Store store;
    private final Period period;
    private final Delivery delivery;

    /** The archive beside what was delivered for a period. */
    Evidence(Store store, Period period, Delivery delivery) {
        this.store = store;
        this.period = period;
        this.delivery = delivery;
    }

    /**
     * Returns what takes the digests of what is delivered and keeps what is new in the archive while its bytes pass. A file
     * of the size of one that is on record may be that one, and is kept when it turns out to be another.
     */
    static ReturnsFolder.Receiver receiver(Store store, Period period) {
        Set<Long> sizes =
                store.files().onRecord(period).stream().map(OnRecord::size).collect(Collectors.toSet());
        Archive archive = store.archive();
        return (file, name) -> sizes.contains(Files.size(file)) ? Sha256.of(file) : archive.receive(file, name);
    }

    /** Looks whether everything that is on record for the period is there in its size. */
    void look() {
        for (OnRecord file : store.files().onRecord(period)) {
            if (!store.archive().hasWhole(file.sha256(), file.size())) {
                mend(file.sha256());
            }
        }
    }

    /** Keeps a file that is about to be read; not if it was changed or taken away since it was found. */
    boolean keep(SourceFile file) {
        Kept kept = store.archive().keep(file);
        if (kept == Kept.MENDED) {
            note(file.sha256(), MENDED);
        }
        return kept != Kept.CHANGED;
    }

    /** Returns the archived file of that digest if it is what the digest says, or could be made so. */
    Optional<Path> intact(String sha256) {
        return store.archive().hasIntact(sha256) || mend(sha256)
                ? Optional.of(store.archive().place(sha256))
                : Optional.empty();
    }

    private boolean mend(String sha256) {
        boolean mended = delivery.content(sha256)
                .map(file -> store.archive().keep(file) != Kept.CHANGED)
                .orElse(false);
        note(sha256, mended ? MENDED : LOST);
        return mended;
    }

    /** Puts on record what was found, once about each file. */
    private synchronized void note(String sha256, String rule) {
        CellRef file = CellRef.file(name(sha256));
        if (found().stream().noneMatch(f -> f.where().equals(file))) {
            Finding finding = Finding.failed(rule, Severity.NOTICE, file);
            store.findings().add(period, Phase.FOLDER, List.of(Entry.ofFolder(finding)));
        }
    }

    private String name(String sha256) {
        return delivery.content(sha256)
                .map(SourceFile::name)
                .or(() -> store.files().onRecord(period).stream()
                        .filter(f -> f.sha256().equals(sha256))
                        .map(OnRecord::name)
                        .findFirst())
                .orElse(sha256);
    }

    /** Returns all that was found by this run so far. */
    List<Finding> found() {
        return store.findings().ofFolder(period).stream()
                .filter(f -> f.rule().equals(MENDED) || f.rule().equals(LOST))
                .toList();
    }
}
