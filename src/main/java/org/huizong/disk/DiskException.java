package org.huizong.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A disk did not do what was asked of it at that place. */
public class DiskException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    private final transient Path place;

    public DiskException(Path place, IOException cause) {
        super(place.toString(), cause);
        this.place = place;
    }

    /** The file or folder in question. */
    public Path place() {
        return place;
    }
}
