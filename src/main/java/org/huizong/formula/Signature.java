package org.huizong.formula;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A function that a formula may call.
 *
 * @param least fewest arguments
 * @param most most arguments; 30, because that is what an xls workbook takes
 * @param takes kind of each argument; the last goes for all that follow
 * @param gives kind of its result; {@link Kind#ANY} if it is that of its arguments from {@code branch} on
 * @param branch first argument that may become the result
 */
record Signature(int least, int most, List<Kind> takes, Kind gives, int branch) {
    private static final int MANY = 30;
    private static final Map<String, Signature> ALL = new LinkedHashMap<>();

    static {
        ALL.put("IF", new Signature(2, 3, List.of(Kind.VERDICT, Kind.ANY), Kind.ANY, 1));
        ALL.put("AND", of(1, MANY, Kind.VERDICT, Kind.VERDICT));
        ALL.put("OR", of(1, MANY, Kind.VERDICT, Kind.VERDICT));
        ALL.put("NOT", of(1, 1, Kind.VERDICT, Kind.VERDICT));
        ALL.put("SUM", of(1, MANY, Kind.NUMBER, Kind.NUMBER));
        ALL.put("MIN", of(1, MANY, Kind.NUMBER, Kind.ANY));
        ALL.put("MAX", of(1, MANY, Kind.NUMBER, Kind.ANY));
        ALL.put("ABS", of(1, 1, Kind.NUMBER, Kind.NUMBER));
        ALL.put("ROUND", of(2, 2, Kind.NUMBER, Kind.NUMBER));
        ALL.put("COUNT", of(1, MANY, Kind.ANY, Kind.NUMBER));
        ALL.put("IFERROR", of(2, 2, Kind.ANY, Kind.ANY));
        ALL.put("ISBLANK", of(1, 1, Kind.ANY, Kind.VERDICT));
        ALL.put("ISNUMBER", of(1, 1, Kind.ANY, Kind.VERDICT));
        ALL.put("LEN", of(1, 1, Kind.ANY, Kind.NUMBER));
        ALL.put("DATE", of(3, 3, Kind.NUMBER, Kind.DATE));
        ALL.put("EDATE", new Signature(2, 2, List.of(Kind.DATE, Kind.NUMBER), Kind.DATE, 0));
        ALL.put("YEAR", of(1, 1, Kind.DATE, Kind.NUMBER));
        ALL.put("MONTH", of(1, 1, Kind.DATE, Kind.NUMBER));
        ALL.put(Workdays.FUNCTION, new Signature(2, 2, List.of(Kind.DATE, Kind.DATE), Kind.NUMBER, 0));
        ALL.put("NETWORKDAYS", new Signature(2, 3, List.of(Kind.DATE, Kind.DATE, Kind.HOLIDAYS), Kind.NUMBER, 0));
    }

    private static Signature of(int least, int most, Kind takes, Kind gives) {
        return new Signature(least, most, List.of(takes), gives, 0);
    }

    /** The function of that name in any case; empty if it is not allowed. */
    static Optional<Signature> of(String name) {
        return Optional.ofNullable(ALL.get(name.toUpperCase(Locale.ROOT)));
    }

    /** Every function that is allowed. */
    static Set<String> names() {
        return ALL.keySet();
    }

    /** Whether it takes that many arguments. */
    boolean takes(int arguments) {
        return arguments >= least && arguments <= most;
    }

    /** The kind of the argument at that index. */
    Kind takesAt(int index) {
        return takes.get(Math.min(index, takes.size() - 1));
    }

    /** The kind of its result for arguments of these kinds. */
    Kind gives(List<Kind> arguments) {
        return gives != Kind.ANY
                ? gives
                : arguments.stream().skip(branch).reduce(Kind::or).orElse(Kind.ANY);
    }
}
