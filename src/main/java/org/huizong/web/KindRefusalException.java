package org.huizong.web;

import java.util.List;

/** Something cannot be done now, or not like that; the page says so in the sentence of that key. */
final class KindRefusalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String key;
    private final transient List<Object> values;

    KindRefusalException(int status, String key, Object... values) {
        super(key);
        this.status = status;
        this.key = key;
        this.values = List.of(values);
    }

    int status() {
        return status;
    }

    String key() {
        return key;
    }

    List<Object> values() {
        return values;
    }
}
