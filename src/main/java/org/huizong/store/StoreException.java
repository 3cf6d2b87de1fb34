package org.huizong.store;

import java.util.Map;
import org.huizong.disk.PlaceException;

/** The store cannot do its work; its sentences begin with {@code store.}: locked, path, unwritable, damaged, failed. */
public class StoreException extends PlaceException {
    private static final long serialVersionUID = 1;

    public StoreException(String kind, Map<String, String> arguments, Throwable cause) {
        super(kind, arguments, cause);
    }

    public StoreException(String kind, Map<String, String> arguments) {
        super(kind, arguments);
    }
}
