package org.huizong.catalogue;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing wrong in the catalogue.
 *
 * @param table file name, such as {@code items.csv}
 * @param line line in the file, the heading being 1; 0 if it is about the whole table
 * @param column name of the column; empty if it is about the whole line
 * @param kind key of its sentence in the wording room, without the leading {@code fault.}
 * @param arguments values for the sentence by name
 */
public record Fault(String table, long line, String column, String kind, SortedMap<String, String> arguments) {
    /** A fault with its arguments in any order. */
    public static Fault of(String table, long line, String column, String kind, Map<String, String> arguments) {
        return new Fault(table, line, column, kind, new TreeMap<>(arguments));
    }
}
