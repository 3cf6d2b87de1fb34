package org.huizong.publish;

import java.nio.file.Path;
import java.util.Map;
import org.huizong.disk.LockFile;
import org.huizong.disk.PlaceException;

/**
 * The output folder cannot be replaced; what stood there stays. Its sentences begin with {@code output.}: foreign, locked,
 * unwritable, busy or closed.
 */
public class OutputException extends PlaceException {
    private static final long serialVersionUID = 1;

    public OutputException(String kind, Map<String, String> arguments, Throwable cause) {
        super(kind, arguments, cause);
    }

    public OutputException(String kind, Map<String, String> arguments) {
        super(kind, arguments);
    }

    /** Somebody else writes to that place. */
    public static OutputException locked(Path place, LockFile.Holder holder) {
        return new OutputException("locked", holder.argumentsAt(place));
    }
}
