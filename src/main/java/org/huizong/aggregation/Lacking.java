package org.huizong.aggregation;

import java.util.List;
import org.huizong.model.Below;

/**
 * What is not in a consolidated return that counts: whom the unit that reports for many is waiting for itself.
 *
 * @param owed how many returns are owed to it
 * @param counted how many of them are in its figures
 * @param missing who is not, by name, as the form says it
 */
public record Lacking(int owed, int counted, String missing) {
    /** The names of those who are not in its figures. */
    public List<String> names() {
        return Below.names(missing);
    }
}
