package org.huizong.proof;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that means harm, or that something has gone badly wrong with.
 *
 * @param technique what is tried; no more than five files try the same
 * @param name of the file, which tells the variant
 * @param maker writes it
 */
record Hostile(String technique, String name, Maker maker) {
    /** Writes a file. */
    interface Maker {
        void make(Path file) throws IOException;
    }
}
