package org.huizong.disk;

import java.util.Map;

/** A folder of the program cannot be used as it must be; a sentence says why and what to do. */
public abstract class PlaceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String kind;
    private final transient Map<String, String> arguments;

    protected PlaceException(String kind, Map<String, String> arguments, Throwable cause) {
        super(kind + " " + arguments, cause);
        this.kind = kind;
        this.arguments = Map.copyOf(arguments);
    }

    protected PlaceException(String kind, Map<String, String> arguments) {
        super(kind + " " + arguments);
        this.kind = kind;
        this.arguments = Map.copyOf(arguments);
    }

    /** Last part of the key of its sentence in the wording room. */
    public String kind() {
        return kind;
    }

    /** Values for the sentence by name. */
    public Map<String, String> arguments() {
        return arguments;
    }
}
