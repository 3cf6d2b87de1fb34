package org.huizong.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Codes under which it is on record what a consolidated form says of the returns that are in it. */
public final class Below {
    /** How many returns are owed for it. */
    public static final String OWED = "below.returns.owed";
    /** How many of them are in it. */
    public static final String COUNTED = "below.returns.counted";
    /** The names of those who are not. */
    public static final String MISSING = "below.returns.missing";

    /** That a unit below has not sent it: the record is the unit's code, the text its name. */
    public static final String LACKING = "below.lacking";

    private static final String UNIT = "below.units.";

    /** What stands between the names of those who are missing, in either language. */
    private static final Pattern BETWEEN = Pattern.compile("、|, ");

    private Below() {}

    /** The names out of a text that says who is missing. */
    public static List<String> names(String missing) {
        return BETWEEN.splitAsStream(missing)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableList());
    }

    /** These names in one text, with what stands between them in another. */
    public static String text(List<String> names, String other) {
        return String.join(other.contains(", ") ? ", " : "、", names);
    }

    /** The code for the figures of an item by unit, whose codes are the records. */
    public static String ofUnits(String item) {
        return UNIT + item;
    }

    /** The item whose figures by unit have that code; empty for any other code. */
    public static Optional<String> item(String code) {
        return code.startsWith(UNIT) ? Optional.of(code.substring(UNIT.length())) : Optional.empty();
    }
}
