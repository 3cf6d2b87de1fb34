package org.huizong.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Severity;
import org.huizong.model.SourceFile;
import org.huizong.store.Archive;
import org.huizong.store.Archive.Kept;
import org.huizong.store.FileStore.OnRecord;

/**
 * The archived files that a run relies on: what is lost or damaged there is copied anew from the returns folder, and what
 * was found is noted. May be asked by several threads at once.
 */
final class Evidence {
    private final Archive archive;
    private final Map<String, SourceFile> folder = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Finding> found = new HashMap<>();
    private final List<Finding> untold = new ArrayList<>();

    /** The archive beside what lies in the returns folder now. */
    Evidence(Archive archive, Collection<SourceFile> files) {
        this.archive = archive;
        files.forEach(f -> {
            folder.put(f.sha256(), f);
            names.put(f.sha256(), f.name());
        });
    }

    /** Looks whether everything that is on record is there in its size. */
    void look(List<OnRecord> files) {
        for (OnRecord file : files) {
            names.putIfAbsent(file.sha256(), file.name());
            if (!archive.hasWhole(file.sha256(), file.size())) {
                mend(file.sha256());
            }
        }
    }

    /** Keeps a file that is about to be read; not if it was changed or taken away since it was found. */
    boolean keep(SourceFile file) {
        Kept kept = archive.keep(file);
        if (kept == Kept.MENDED) {
            note(file.sha256(), "archive.mended");
        }
        return kept != Kept.CHANGED;
    }

    /** The archived file of that digest if it is what the digest says, or could be made so. */
    Optional<Path> intact(String sha256) {
        return archive.hasIntact(sha256) || mend(sha256) ? Optional.of(archive.place(sha256)) : Optional.empty();
    }

    private boolean mend(String sha256) {
        Optional<SourceFile> source = Optional.ofNullable(folder.get(sha256));
        boolean mended = source.map(s -> archive.keep(s) != Kept.CHANGED).orElse(false);
        note(sha256, mended ? "archive.mended" : "archive.lost");
        return mended;
    }

    private synchronized void note(String sha256, String rule) {
        CellRef file = CellRef.file(names.getOrDefault(sha256, sha256));
        Finding finding = Finding.failed(rule, Severity.NOTICE, file);
        if (found.putIfAbsent(sha256, finding) == null) {
            untold.add(finding);
        }
    }

    /** All that was found so far. */
    synchronized List<Finding> found() {
        return List.copyOf(found.values());
    }

    /** What was found since this was asked the last time. */
    synchronized List<Finding> news() {
        List<Finding> news = List.copyOf(untold);
        untold.clear();
        return news;
    }
}
