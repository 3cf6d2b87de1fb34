package org.huizong.job;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.huizong.disk.LockFile;

/** The output folder cannot be replaced; what stood there stays. */
public class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String kind;
    private final transient Map<String, String> arguments;

    public OutputException(String kind, Map<String, String> arguments, Throwable cause) {
        super(kind + " " + arguments, cause);
        this.kind = kind;
        this.arguments = Map.copyOf(arguments);
    }

    public OutputException(String kind, Map<String, String> arguments) {
        super(kind + " " + arguments);
        this.kind = kind;
        this.arguments = Map.copyOf(arguments);
    }

    /** Somebody else writes to that place. */
    public static OutputException locked(Path place, LockFile.Holder holder) {
        Map<String, String> arguments = new HashMap<>(holder.arguments());
        arguments.put("path", place.toString());
        return new OutputException("locked", arguments);
    }

    /** Key of its sentence in the wording room, without the leading {@code output.}: foreign, locked, unwritable, busy or closed. */
    public String kind() {
        return kind;
    }

    /** Values for the sentence by name. */
    public Map<String, String> arguments() {
        return arguments;
    }
}
