package org.huizong.demo;

import java.util.Comparator;

/** Names one figure of the sample year. */
record FigureKey(String unit, int month, String item) implements Comparable<FigureKey> {
    private static final Comparator<FigureKey> ORDER =
            Comparator.comparing(FigureKey::item).thenComparing(FigureKey::unit).thenComparing(FigureKey::month);

    @Override
    public int compareTo(FigureKey other) {
        return ORDER.compare(this, other);
    }
}
