package org.huizong.demo;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;

/**
 * The chance in the sample year: the same at every call and on every machine.
 *
 * <p>Each item of each unit has dice of its own, so that a new row in a table leaves the figures of the others alone.
 */
final class Dice {
    private static final String SEED = "20250101";

    private final Random random;

    /** The dice of one item of one unit. */
    Dice(String item, String unit) {
        String name = String.join("/", SEED, item, unit);
        this.random = new Random(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getLeastSignificantBits());
    }

    /** A whole number, both ends included. */
    int whole(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** A number from low to just below high. */
    double number(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** One of the two whole numbers beside a number, the nearer more often. */
    int round(double number) {
        return (int) Math.floor(number + random.nextDouble());
    }
}
