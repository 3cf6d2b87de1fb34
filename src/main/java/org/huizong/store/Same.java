package org.huizong.store;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Keeps one of all equal values: the database gives a new one with each row, and rows are kept by the hundred thousand.
 */
final class Same {
    private final Map<Object, Object> known = new HashMap<>();

    /** The first value that was equal to this one. */
    @SuppressWarnings("unchecked") // what is equal to a text, a number or a period is one
    <T> T of(T value) {
        return (T) known.computeIfAbsent(value, Function.identity());
    }
}
