package org.huizong;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Remembers which test methods have run in this JVM, and whether they held every time. */
public final class Succeeded implements TestWatcher {
    private static final Map<String, Boolean> HELD = new ConcurrentHashMap<>();

    /** Tells whether a method of a test class ran and held, with all its arguments so far. */
    static boolean holds(String className, String method) {
        return HELD.getOrDefault(name(className, method), false);
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        remember(context, true);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        remember(context, false);
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        remember(context, false);
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        remember(context, false);
    }

    private static void remember(ExtensionContext context, boolean held) {
        context.getTestMethod()
                .ifPresent(method -> HELD.merge(
                        name(context.getRequiredTestClass().getName(), method.getName()), held, Boolean::logicalAnd));
    }

    private static String name(String className, String method) {
        return className + '#' + method;
    }
}
