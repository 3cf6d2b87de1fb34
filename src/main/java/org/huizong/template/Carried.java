package org.huizong.template;

import java.util.List;
import java.util.Map;
import org.huizong.model.Value;

/**
 * The records that the template of a register begins with.
 *
 * @param records the values of each by item, a choice by its code, in the order of their rows; with what was explained
 *     about it under the name of that column
 * @param isLost whether there are records that nobody can get any more, in which case there is none here
 */
public record Carried(List<Map<String, Value>> records, boolean isLost) {
    /** A register that begins empty. */
    public static final Carried NONE = new Carried(List.of(), false);

    /** A register whose records cannot be got. */
    public static final Carried LOST = new Carried(List.of(), true);

    public Carried {
        records = records.stream().map(Map::copyOf).toList();
    }
}
