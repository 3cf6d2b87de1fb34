package org.huizong.spreadsheet.read;

import java.util.Arrays;

/** Counts the different names of elements and attributes in one file, of which it keeps hashes. */
final class NameHashes {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long[] hashes = new long[512];
    private int known;

    /** The hash of a name to which one more byte belongs; the hash of no bytes is 0. */
    static long hash(long before, byte next) {
        return (before + next) * STEP;
    }

    /** Adds a name by its hash, and returns how many there are. */
    int add(long name) {
        long key = name == 0 ? 1 : name;
        int mask = hashes.length - 1;
        int at = (int) (key >>> 40) & mask;
        while (hashes[at] != 0) {
            if (hashes[at] == key) {
                return known;
            }
            at = (at + 1) & mask;
        }
        hashes[at] = key;
        known++;
        if (known * 2 > hashes.length) {
            long[] before = hashes;
            hashes = new long[before.length * 4];
            known = 0;
            Arrays.stream(before).filter(k -> k != 0).forEach(this::add);
        }
        return known;
    }
}
