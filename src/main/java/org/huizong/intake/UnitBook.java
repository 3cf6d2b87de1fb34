package org.huizong.intake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Unit;
import org.huizong.text.Folding;

/** Who a unit is by its label, alias or code, as people write them. Immutable. */
final class UnitBook {
    private static final int NEAR = 3;

    private final Catalogue catalogue;
    private final Map<String, Unit> units = new HashMap<>();
    private final String township;

    UnitBook(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.township = Folding.fold(catalogue.top().label());
        Set<String> twice = new HashSet<>();
        for (Unit unit : catalogue.units()) {
            for (String name : names(unit)) {
                Unit other = units.put(name, unit);
                if (other != null && !other.code().equals(unit.code())) {
                    twice.add(name);
                }
            }
        }
        units.keySet().removeAll(twice);
    }

    private static List<String> names(Unit unit) {
        return Stream.concat(Stream.of(unit.code(), unit.label(), unit.labelEn()), unit.aliases().stream())
                .map(Folding::fold)
                .toList();
    }

    /** The unit of that name, with or without the township's before it or (盖章) behind. */
    Optional<Unit> find(String written) {
        String name = name(written);
        Unit unit = units.get(name);
        if (unit == null && name.startsWith(township)) {
            unit = units.get(name.substring(township.length()));
        }
        return Optional.ofNullable(unit);
    }

    /** The units whose names are most like it, with their codes; empty if none is. */
    String near(String written) {
        String name = name(written);
        record Distance(Unit unit, int edits) {}
        List<String> near = catalogue.units().stream()
                .map(unit -> new Distance(
                        unit,
                        names(unit).stream().mapToInt(n -> edits(name, n)).min().orElse(Integer.MAX_VALUE)))
                .filter(d -> d.edits() * 2 <= Math.max(2, name.length()))
                .sorted(Comparator.comparingInt(Distance::edits))
                .limit(NEAR)
                .map(d -> d.unit().label() + " " + d.unit().code())
                .toList();
        return String.join(", ", near);
    }

    private static String name(String written) {
        return Folding.fold(written).replaceFirst("\\((盖章|公章|章)\\)$", "");
    }

    /** Letters to change, add or drop to make one the other. */
    static int edits(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 3 || a.length() > 60) {
            return Integer.MAX_VALUE / 4;
        }
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[b.length()];
    }
}
