package org.huizong.catalogue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the targets: whose and of what they are, that each stands once, and that it may be set at all. */
final class TargetLint {
    private final Tables tables;
    private final Faults faults;

    TargetLint(Tables tables, Faults faults) {
        this.tables = tables;
        this.faults = faults;
    }

    void run() {
        Set<String> units = tables.units().stream().map(Unit::code).collect(Collectors.toSet());
        Set<String> indicators =
                tables.indicators().stream().map(Indicator::code).collect(Collectors.toSet());
        String top = tables.units().stream()
                .filter(u -> u.parent().isEmpty())
                .map(Unit::code)
                .findFirst()
                .orElse("");
        Map<String, Target> before = new HashMap<>();
        for (Target target : tables.targets()) {
            known(target, "indicator", target.indicator(), indicators);
            target.unit().ifPresent(u -> known(target, "unit", u, units));
            if (target.year() != 0
                    && (target.year() < TableLimits.FIRST_YEAR || target.year() > TableLimits.LAST_YEAR)) {
                fault(target, "year", "target.year", Map.of("value", String.valueOf(target.year())));
            }
            if (isDirectionless(target.indicator())) {
                fault(target, "indicator", "target.direction", Map.of("value", target.indicator()));
            }
            String key = String.join(" ", target.indicator(), target.unit().orElse(top), String.valueOf(target.year()))
                    .toLowerCase(Locale.ROOT);
            Optional.ofNullable(before.putIfAbsent(key, target))
                    .ifPresent(other -> fault(
                            target,
                            "indicator",
                            "target.twice",
                            Map.of("value", target.indicator(), "line", String.valueOf(tables.line(other)))));
        }
    }

    private boolean isDirectionless(String code) {
        return tables.indicators().stream()
                .anyMatch(i -> i.code().equals(code) && i.direction() == Indicator.Direction.NONE);
    }

    private void known(Target target, String column, String code, Set<String> codes) {
        if (!code.isEmpty() && !codes.contains(code)) {
            faults.unknown(Tables.TARGETS, tables.line(target), column, code, codes);
        }
    }

    private void fault(Target target, String column, String kind, Map<String, String> arguments) {
        faults.add(Tables.TARGETS, tables.line(target), column, kind, arguments);
    }
}
