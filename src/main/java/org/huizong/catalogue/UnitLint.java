package org.huizong.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks the units: that they make one tree, that a merged one has a successor, and that people can tell them apart. */
final class UnitLint {
    private static final int CHAIN_SHOWN = 6;

    private final Tables tables;
    private final Faults faults;
    private final Map<String, Unit> units;

    UnitLint(Tables tables, Faults faults) {
        this.tables = tables;
        this.faults = faults;
        this.units = tables.units().stream()
                .collect(Collectors.toMap(Unit::code, Function.identity(), (a, b) -> b, LinkedHashMap::new));
    }

    void run() {
        Set<String> returns = tables.returns().stream().map(Return::code).collect(Collectors.toSet());
        Set<String> areas = tables.choices().stream()
                .filter(c -> c.list().equals(Unit.AREAS))
                .map(Choice::code)
                .collect(Collectors.toSet());
        for (Unit unit : tables.units()) {
            unit.parent().ifPresent(p -> known(unit, "parent", p, units.keySet()));
            unit.mergedInto().ifPresent(m -> known(unit, "merged_into", m, units.keySet()));
            unit.returns().forEach(r -> known(unit, "returns", r, returns));
            unit.area()
                    .filter(area -> !areas.contains(area))
                    .ifPresent(area -> fault(unit, "area", "unit.area", Map.of("value", area)));
            if (unit.mergedInto().isPresent() && unit.validity().until().isEmpty()) {
                fault(
                        unit,
                        "until",
                        "unit.merged.until",
                        Map.of("value", unit.mergedInto().get()));
            }
        }
        circles(Unit::parent)
                .forEach((unit, chain) -> fault(unit, "parent", "unit.cycle", Map.of("value", unit.code())));
        circles(Unit::mergedInto)
                .forEach((unit, chain) -> fault(unit, "merged_into", "unit.merged.circle", Map.of("value", chain)));
        List<String> tops = tables.units().stream()
                .filter(u -> u.parent().isEmpty())
                .map(Unit::code)
                .toList();
        if (tops.size() != 1) {
            faults.add(Tables.UNITS, 0, "parent", "unit.tops", Map.of("value", String.join(", ", tops)));
        }
        names();
    }

    /** The units that lead back to themselves, each with the way. */
    private Map<Unit, String> circles(Function<Unit, Optional<String>> next) {
        Map<Unit, String> circles = new LinkedHashMap<>();
        Set<String> settled = new HashSet<>();
        for (Unit start : units.values()) {
            Set<String> way = new LinkedHashSet<>();
            Optional<Unit> at = Optional.of(start);
            while (at.isPresent()
                    && !settled.contains(at.get().code())
                    && way.add(at.get().code())) {
                at = next.apply(at.get()).flatMap(code -> Optional.ofNullable(units.get(code)));
            }
            if (at.isPresent() && way.contains(at.get().code())) {
                circle(way, at.get(), circles);
            }
            settled.addAll(way);
        }
        return circles;
    }

    /** The last part of a way, from where it comes back to. */
    private void circle(Set<String> way, Unit back, Map<Unit, String> circles) {
        List<String> round =
                way.stream().dropWhile(code -> !code.equals(back.code())).toList();
        String shown = round.stream().limit(CHAIN_SHOWN).collect(Collectors.joining(" → "))
                + (round.size() > CHAIN_SHOWN ? " → …" : " → " + back.code());
        round.forEach(code -> Optional.ofNullable(units.get(code)).ifPresent(u -> circles.put(u, shown)));
    }

    /** A return is taken for that of the unit whose code, name or other name is written on it. */
    private void names() {
        NameLint<Unit> names = new NameLint<>(Unit::code, Unit::validity);
        for (Unit unit : tables.units()) {
            Map<String, List<String>> own = new LinkedHashMap<>();
            own.put("label", List.of(unit.label()));
            own.put("label_en", List.of(unit.labelEn()));
            own.put("aliases", unit.aliases());
            own.put("code", List.of(unit.code()));
            names.add(unit, own, (column, name, other) -> {
                Map<String, String> arguments = new HashMap<>(Map.of("value", name, "other", other.code()));
                arguments.put("line", String.valueOf(tables.line(other)));
                fault(unit, column, "unit.alike", arguments);
            });
            NameLint.nameless(unit.label())
                    .ifPresent(name -> fault(unit, "label", "label.letters", Map.of("value", name)));
        }
    }

    private void known(Unit unit, String column, String code, Set<String> codes) {
        if (!codes.contains(code)) {
            faults.unknown(Tables.UNITS, tables.line(unit), column, code, codes);
        }
    }

    private void fault(Unit unit, String column, String kind, Map<String, String> arguments) {
        faults.add(Tables.UNITS, tables.line(unit), column, kind, arguments);
    }
}
