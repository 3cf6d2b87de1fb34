package org.huizong.job;

import java.util.Map;

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

    /** Key of its sentence in the wording room, without the leading {@code output.}: foreign, unwritable, busy or closed. */
    public String kind() {
        return kind;
    }

    /** Values for the sentence by name. */
    public Map<String, String> arguments() {
        return arguments;
    }
}
