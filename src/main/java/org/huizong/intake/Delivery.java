package org.huizong.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Severity;
import org.huizong.model.Sha256;
import org.huizong.model.SourceFile;

/** What lies in the folder of returns when a run begins. */
public final class Delivery {
    private final ReturnsFolder folder;
    private final Map<String, SourceFile> contents = new LinkedHashMap<>();
    private final List<Finding> duplicates = new ArrayList<>();

    /** What is in that folder. */
    public Delivery(ReturnsFolder folder) {
        this.folder = folder;
        for (SourceFile file : folder.files()) {
            SourceFile first = contents.putIfAbsent(file.sha256(), file);
            if (first != null) {
                duplicates.add(notice("file.duplicate", file).with("other", Argument.name(first.name())));
            }
        }
    }

    /** Looks into a folder, if there is one, and hands its files to a receiver. */
    public static Delivery in(Optional<Path> returns, ReturnsFolder.Receiver receiver) {
        return new Delivery(
                returns.map(folder -> ReturnsFolder.list(folder, receiver)).orElse(ReturnsFolder.NONE));
    }

    /** Each content once, under the first of its names. */
    public Collection<SourceFile> contents() {
        return contents.values();
    }

    /** The file with that content. */
    public Optional<SourceFile> content(String sha256) {
        return Optional.ofNullable(contents.get(sha256));
    }

    /** How many files there are, those that cannot be opened included. */
    public int files() {
        return folder.files().size() + folder.unreadable();
    }

    /** How many of the files cannot be opened. */
    public int unreadable() {
        return folder.unreadable();
    }

    /**
     * Returns what is to be said of the folder before anything in it is read.
     *
     * @param withdrawn digests of contents that were taken back
     */
    public List<Finding> findings(Set<String> withdrawn) {
        List<Finding> findings = new ArrayList<>(folder.findings());
        findings.addAll(duplicates);
        contents.values().stream()
                .filter(f -> withdrawn.contains(f.sha256()))
                .forEach(f -> findings.add(notice("file.withdrawn", f)));
        return findings;
    }

    /** Returns what stands for all of it: every name with its content, and what could not be opened. */
    public String digest() {
        StringBuilder lines = new StringBuilder();
        folder.files()
                .forEach(f ->
                        lines.append(f.sha256()).append(' ').append(f.name()).append('\n'));
        folder.findings()
                .forEach(f -> lines.append(f.rule())
                        .append(' ')
                        .append(f.where().file())
                        .append('\n'));
        return Sha256.of(lines.toString());
    }

    private static Finding notice(String rule, SourceFile file) {
        return Finding.failed(rule, Severity.NOTICE, CellRef.file(file.name()));
    }
}
