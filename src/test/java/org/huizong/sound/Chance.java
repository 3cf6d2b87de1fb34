package org.huizong.sound;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** The chance in a simulated township: the same for one seed and one name at every call and on every machine. */
final class Chance {
    /** From here on the normal distribution stands in for that of Poisson. */
    private static final double LARGE = 40;

    private final Random random;

    /** The chance of one thing in the township of that seed. */
    Chance(long seed, String name) {
        byte[] bytes = (seed + "/" + name).getBytes(StandardCharsets.UTF_8);
        this.random = new Random(UUID.nameUUIDFromBytes(bytes).getLeastSignificantBits());
    }

    /** Whether something of that probability happens. */
    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number, both ends included. */
    int whole(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** A number from low to just below high. */
    double number(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** How often something happens that happens so often on average. */
    int count(double mean) {
        if (mean > LARGE) {
            return Math.max(0, (int) Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** A day of the month. */
    LocalDate day(YearMonth month) {
        return month.atDay(whole(1, month.lengthOfMonth()));
    }

    /** One of them. */
    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** One of them, the first with the first of the weights, and so on. */
    <T> T pick(List<T> all, double... weights) {
        double left = random.nextDouble() * java.util.Arrays.stream(weights).sum();
        for (int i = 0; i < all.size() - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return all.get(i);
            }
        }
        return all.get(all.size() - 1);
    }
}
