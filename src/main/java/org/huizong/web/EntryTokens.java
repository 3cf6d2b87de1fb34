package org.huizong.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The one-time token of the opened address: whoever brings it comes in, and the next one needs the next. */
final class EntryTokens {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private String current = fresh();
    private String next = fresh();

    private String fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The token that would be taken now. */
    synchronized String current() {
        return current;
    }

    /** The token that will be taken once the current one is spent. */
    synchronized String next() {
        return next;
    }

    /** Tells whether a token would be taken now. */
    synchronized boolean isRight(String token) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), current.getBytes(StandardCharsets.UTF_8));
    }

    /** Spends the current token. */
    synchronized void spend() {
        current = next;
        next = fresh();
    }
}
