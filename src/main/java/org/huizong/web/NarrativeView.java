package org.huizong.web;

import java.util.List;
import java.util.Optional;

/**
 * The report on a period in words, and its public page.
 *
 * @param edition the published edition in words
 * @param isStale whether the figures have changed since, so that there can be no public page
 * @param partial how far the period has reported, if not all of it has
 * @param files what was written before
 * @param folder where that lies
 */
public record NarrativeView(
        String edition, boolean isStale, Optional<String> partial, List<File> files, String folder) {
    public NarrativeView {
        files = List.copyOf(files);
    }

    /** A file that was written, and how it stands to the figures of now. */
    public record File(String id, String name, String size, String saved, String tone, String word) {}
}
