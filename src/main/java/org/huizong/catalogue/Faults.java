package org.huizong.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects faults so that one pass names them all. */
public final class Faults {
    private final List<Fault> faults = new ArrayList<>();

    /** Notes one: see {@link Fault}. */
    public void add(String table, long line, String column, String kind, Map<String, String> arguments) {
        faults.add(Fault.of(table, line, column, kind, arguments));
    }

    /** All of them, as they were found. */
    public List<Fault> all() {
        return List.copyOf(faults);
    }
}
