package org.huizong.store;

import java.util.Map;

/** The store cannot do its work. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String kind;
    private final transient Map<String, String> arguments;

    public StoreException(String kind, Map<String, String> arguments, Throwable cause) {
        super(kind + " " + arguments, cause);
        this.kind = kind;
        this.arguments = Map.copyOf(arguments);
    }

    public StoreException(String kind, Map<String, String> arguments) {
        super(kind + " " + arguments);
        this.kind = kind;
        this.arguments = Map.copyOf(arguments);
    }

    /** Key of its sentence in the wording room, without the leading {@code store.}: locked, path, unwritable, damaged, failed. */
    public String kind() {
        return kind;
    }

    /** Values for the sentence by name. */
    public Map<String, String> arguments() {
        return arguments;
    }
}
