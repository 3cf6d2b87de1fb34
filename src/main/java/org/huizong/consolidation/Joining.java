package org.huizong.consolidation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;

/** How figures of shorter periods that follow each other make the figure of the longer one. */
public enum Joining {
    /** They are added up. */
    ADD,
    /** The last one is it: a stock. */
    LAST,
    /** The largest one is it. */
    MAX,
    /** They do not: a ratio, or the smallest of the units' totals. */
    NONE;

    private static final Pattern SUM = Pattern.compile("[a-z0-9_.]+([+-][a-z0-9_.]+)*");

    /** For an item as it is asked of one unit. */
    public static Joining ofUnit(Catalogue catalogue, Item item) {
        if (item.isRecalculated()) {
            return ofSum(catalogue, item.formula(), Joining::ofUnit);
        }
        return switch (item.time()) {
            case SUM -> ADD;
            case LAST -> LAST;
            case MAX -> MAX;
            case NONE -> NONE;
        };
    }

    /** For the township's figure of an item, which is made of the units' figures of the longer period. */
    public static Joining ofTownship(Catalogue catalogue, Item item) {
        if (item.isRecalculated()) {
            return ofSum(catalogue, item.formula(), Joining::ofTownship);
        }
        return switch (item.time()) {
            case SUM -> item.across() == Item.Across.SUM ? ADD : NONE;
            case LAST -> LAST;
            case MAX -> item.across() == Item.Across.MAX ? MAX : NONE;
            case NONE -> NONE;
        };
    }

    /** For an indicator. */
    public static Joining of(Catalogue catalogue, Indicator indicator) {
        return ofSum(catalogue, indicator.formula(), Joining::ofTownship);
    }

    /** Of the item or indicator of that code, of one unit or of the township; none if there is neither. */
    public static Joining of(Catalogue catalogue, String unit, String code) {
        boolean whole = catalogue.top().code().equals(unit);
        Optional<Item> item = catalogue.item(code);
        return item.map(i -> whole ? ofTownship(catalogue, i) : ofUnit(catalogue, i))
                .or(() -> catalogue.indicators().stream()
                        .filter(i -> i.code().equals(code))
                        .findFirst()
                        .map(i -> of(catalogue, i)))
                .orElse(NONE);
    }

    private interface OfItem {
        Joining of(Catalogue catalogue, Item item);
    }

    /** A sum or difference of items joins as they do, if all do alike; the largest of sums is not the sum of the largest. */
    private static Joining ofSum(Catalogue catalogue, String formula, OfItem ofItem) {
        String plain = formula.replace(" ", "");
        if (!SUM.matcher(plain).matches()) {
            return NONE;
        }
        List<Joining> parts = Arrays.stream(plain.split("[+-]"))
                .flatMap(code -> catalogue.item(code).stream())
                .map(item -> ofItem.of(catalogue, item))
                .distinct()
                .toList();
        boolean several = plain.matches(".*[+-].*");
        return parts.size() == 1 && (parts.get(0) != MAX || !several) ? parts.get(0) : NONE;
    }
}
