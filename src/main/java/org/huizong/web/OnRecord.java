package org.huizong.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huizong.model.Period;
import org.huizong.store.FileStore;
import org.huizong.store.Store;

/** Which files of a period's folder were read already. */
final class OnRecord {
    private final Map<String, Long> sizes = new HashMap<>();

    OnRecord(Store store, Period period) {
        for (FileStore.OnRecord file : store.files().onRecord(period)) {
            sizes.put(file.name(), file.size());
        }
    }

    /** Tells whether a file was read, or the files in it if it is a zip. */
    boolean has(FolderFile file) {
        Long size = sizes.get(file.name());
        return size == null
                ? sizes.keySet().stream().anyMatch(name -> name.startsWith(file.name() + "/"))
                : size == file.size();
    }

    /** Those that were not. */
    List<FolderFile> unread(List<FolderFile> files) {
        return files.stream().filter(file -> !has(file)).toList();
    }
}
