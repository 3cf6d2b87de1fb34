package org.huizong.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.huizong.catalogue.Catalogue;
import org.huizong.disk.DiskFault;
import org.huizong.intake.Intake;
import org.huizong.model.Argument;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.huizong.store.Store;
import org.huizong.validation.Computed;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Keeps a file in the archive and reads it. Bad content is a result; only a disk that does not give the file is thrown.
 * May be asked by several threads.
 */
final class ReturnReader implements ItemProcessor<SourceFile, Reading> {
    private static final String CHANGED = "file.changed";
    private static final String DISK = "file.disk";

    private final Intake intake;
    private final Computed computed;
    private final Store store;
    private final Assignment assignment;
    private final Evidence evidence;

    ReturnReader(Catalogue catalogue, Store store, Assignment assignment, Evidence evidence) {
        this.intake = new Intake(catalogue);
        this.computed = new Computed(catalogue);
        this.store = store;
        this.assignment = assignment;
        this.evidence = evidence;
    }

    /**
     * Returns what reading the file comes to. A file that takes more memory than there is is refused for that.
     *
     * @throws IOException if the disk does not give the archived file, which costs this file alone
     * @throws UncheckedIOException if the disk takes nothing, which no other file would survive either
     */
    @Override
    public Reading process(SourceFile file) throws IOException {
        try {
            return filled(file, kept(file));
        } catch (OutOfMemoryError e) {
            return refuse(file, Intake.NO_MEMORY);
        }
    }

    private Reading filled(SourceFile file, Reading reading) {
        if (reading instanceof Reading.Read read) {
            return new Reading.Read(
                    file, read.submissions().stream().map(computed::fill).toList(), read.findings());
        }
        return reading;
    }

    /** What is read is the archived copy: the evidence and the figures cannot differ. */
    private Reading kept(SourceFile file) throws IOException {
        if (!evidence.keep(file)) {
            return refuse(file, CHANGED);
        }
        if (assignment.isClosed()) {
            return refuse(file, "period.closed");
        }
        Path kept = store.archive().place(file.sha256());
        try {
            return intake.read(file.at(kept), assignment.period());
        } catch (UncheckedIOException e) {
            if (isOfWriting(kept, e)) {
                throw e;
            }
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static boolean isOfWriting(Path kept, UncheckedIOException fault) {
        DiskFault.Kind kind = DiskFault.at(kept, fault).kind();
        return kind == DiskFault.Kind.FULL || kind == DiskFault.Kind.READ_ONLY;
    }

    private Reading refuse(SourceFile file, String why) {
        return Intake.refused(file, why, Map.of("period", Argument.of(assignment.period())));
    }

    /** Returns what is said of a file that the disk did not give. */
    static Reading skipped(SourceFile file) {
        return Intake.refused(file, DISK, Map.of());
    }

    /**
     * Tells whether the same content may come to something else another time: the memory lacked, the file was in use, or
     * the disk did not give it.
     */
    static boolean isPassing(Reading reading) {
        return reading.findings().stream()
                .anyMatch(f -> f.rule().equals(CHANGED)
                        || f.rule().equals(DISK)
                        || f.rule().equals(Intake.NO_MEMORY));
    }
}
