package org.huizong.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.text.Folding;
import org.huizong.text.Nearest;

/** Who a unit is by its label, alias or code, as people write them. Immutable. */
public final class UnitBook {
    private static final Pattern SEALED = Pattern.compile("\\((盖章|公章|章)\\)$");

    private final Catalogue catalogue;
    private final Map<String, Unit> units = new HashMap<>();
    private final String township;

    public UnitBook(Catalogue catalogue) {
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
    public Optional<Unit> find(String written) {
        String name = name(written);
        Unit unit = units.get(name);
        if (unit == null && name.startsWith(township)) {
            unit = units.get(name.substring(township.length()));
        }
        return Optional.ofNullable(unit);
    }

    /** The units whose names are most like it, with their codes; empty if none is. */
    public String near(String written) {
        return Nearest.among(name(written), catalogue.units(), UnitBook::names).stream()
                .map(unit -> unit.label() + " " + unit.code())
                .collect(Collectors.joining(", "));
    }

    private static String name(String written) {
        String folded = Folding.fold(written);
        return folded.endsWith(")") ? SEALED.matcher(folded).replaceFirst("") : folded;
    }
}
