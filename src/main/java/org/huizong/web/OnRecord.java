package org.huizong.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.model.Period;
import org.huizong.store.Store;

/** Which files of a period's folder were read already: by what is in them, whatever they are called. */
final class OnRecord {
    private final Set<String> read;
    private final Set<String> named;
    private final FileDigests digests;

    OnRecord(Store store, Period period, FileDigests digests) {
        this.read = store.files().read(period);
        this.named = store.findings().ofFolder(period).stream()
                .map(finding -> finding.where().file())
                .collect(Collectors.toSet());
        this.digests = digests;
    }

    /** Tells whether a file was read, or the files in it if it is a zip; if nothing can be read, whether a run said so. */
    boolean has(FolderFile file) {
        Set<String> inside = digests.of(file);
        return inside.isEmpty() ? named.contains(file.name()) : read.containsAll(inside);
    }

    /** Those that were not. */
    List<FolderFile> unread(List<FolderFile> files) {
        return files.stream().filter(file -> !has(file)).toList();
    }
}
