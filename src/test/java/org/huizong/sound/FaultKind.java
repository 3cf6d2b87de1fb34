package org.huizong.sound;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One way in which a return goes wrong.
 *
 * @param name what people call it
 * @param forms codes of the returns in which it happens
 * @param expected the ids of the checks that should find it, as a pattern
 * @param planting makes it happen to a sound return
 */
record FaultKind(String name, Set<String> forms, Pattern expected, Planting planting) {
    /** Makes a sound return wrong. */
    @FunctionalInterface
    interface Planting {
        /** The return with the fault; empty if this one gives no occasion for it. */
        Optional<Filled> plant(Filled sound, Past past, Chance chance);
    }

    /** What the unit sent before. */
    interface Past {
        /** The return of the month before. */
        Optional<Filled> before();

        /** What an item came to in this year before this month. */
        long year(String item);
    }

    /** Whether it is found by what all units sent together. */
    boolean isOfTownship() {
        return expected.pattern().contains("DPT") || expected.pattern().contains("peer");
    }

    static FaultKind of(String name, String forms, String expected, Planting planting) {
        return new FaultKind(name, Set.of(forms.split(" ")), Pattern.compile(expected), planting);
    }
}
