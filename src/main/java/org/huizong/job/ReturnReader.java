package org.huizong.job;

import java.nio.file.Path;
import java.util.Map;
import org.huizong.catalogue.Catalogue;
import org.huizong.intake.Intake;
import org.huizong.model.Argument;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.huizong.store.Store;
import org.huizong.validation.Computed;

/** Reads one file and keeps it in the archive. Bad content is a result; only a broken disk is thrown. */
final class ReturnReader {
    private static final String CHANGED = "file.changed";

    private final Intake intake;
    private final Computed computed;
    private final Store store;
    private final Request request;
    private final Evidence evidence;
    private final boolean closed;

    ReturnReader(Catalogue catalogue, Store store, Request request, Evidence evidence) {
        this.intake = new Intake(catalogue);
        this.computed = new Computed(catalogue);
        this.store = store;
        this.request = request;
        this.evidence = evidence;
        this.closed = store.events().isClosed(request.period());
    }

    /**
     * What reading the file comes to; may be called by several threads at once. A file that takes more memory than there
     * is is refused for that.
     */
    Reading read(SourceFile file) {
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
    private Reading kept(SourceFile file) {
        if (!evidence.keep(file)) {
            return refuse(file, CHANGED);
        }
        if (closed) {
            return refuse(file, "period.closed");
        }
        Path kept = store.archive().place(file.sha256());
        return intake.read(file.at(kept), request.period());
    }

    private Reading refuse(SourceFile file, String why) {
        return Intake.refused(file, why, Map.of("period", Argument.of(request.period())));
    }

    /** Whether the same content may come to something else another time: the memory lacked, or the file was in use. */
    static boolean isPassing(Reading reading) {
        return reading.findings().stream()
                .anyMatch(f -> f.rule().equals(CHANGED) || f.rule().equals(Intake.NO_MEMORY));
    }

    /**
     * What a reading depends on: the reader, the catalogue, and whether the period is closed. A content read under the
     * same words is not read again.
     */
    static String readBy(Catalogue catalogue, Store store, Request request) {
        boolean closed = store.events().isClosed(request.period());
        return Intake.VERSION + (closed ? "/closed/" : "/") + catalogue.digest().substring(0, 32);
    }
}
