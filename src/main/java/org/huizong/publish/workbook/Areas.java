package org.huizong.publish.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.catalogue.Unit;

/**
 * Units in the order in which a page lists them: those of an area (片区) beside each other in the order in which the areas
 * first come, those of none last, and predecessors right under their successor.
 */
final class Areas {
    private static final String NONE = "";

    private final List<Unit> units;
    private final List<String> areas;

    Areas(List<Unit> all) {
        List<Unit> ordered = underSuccessors(all);
        List<String> first = new ArrayList<>(
                ordered.stream().flatMap(u -> u.area().stream()).distinct().toList());
        first.add(NONE);
        this.units = ordered.stream()
                .sorted(Comparator.comparing(u -> first.indexOf(of(u))))
                .toList();
        this.areas = units.stream().map(Areas::of).distinct().toList();
    }

    private static List<Unit> underSuccessors(List<Unit> units) {
        Set<String> codes = units.stream().map(Unit::code).collect(Collectors.toSet());
        Map<String, List<Unit>> predecessors = units.stream()
                .filter(u -> u.mergedInto().isPresent())
                .collect(Collectors.groupingBy(u -> u.mergedInto().orElseThrow()));
        Set<Unit> ordered = new LinkedHashSet<>();
        for (Unit unit : units) {
            if (unit.mergedInto().filter(codes::contains).isEmpty()) {
                ordered.add(unit);
                ordered.addAll(predecessors.getOrDefault(unit.code(), List.of()));
            }
        }
        ordered.addAll(units);
        return List.copyOf(ordered);
    }

    private static String of(Unit unit) {
        return unit.area().orElse(NONE);
    }

    /** All units in order. */
    List<Unit> units() {
        return units;
    }

    /** Whether there are areas to tell apart. */
    boolean areSeveral() {
        return areas.size() > 1;
    }

    /** The units of the area of which this is the last, in order; empty if it is not the last or there are no areas. */
    List<Unit> endingWith(Unit unit) {
        List<Unit> area = units.stream().filter(u -> of(u).equals(of(unit))).toList();
        return areSeveral() && area.get(area.size() - 1).equals(unit) ? area : List.of();
    }

    /** Code of the area of these units; empty if they are of none. */
    static Optional<String> code(List<Unit> area) {
        return area.get(0).area();
    }
}
