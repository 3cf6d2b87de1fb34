package org.huizong.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.text.Folding;

/** Checks the indicators: their sections, targets, places and decimals, and that people can tell them apart. */
final class IndicatorLint {
    private final Tables tables;
    private final Faults faults;

    IndicatorLint(Tables tables, Faults faults) {
        this.tables = tables;
        this.faults = faults;
    }

    void run() {
        Set<String> sections = tables.choices().stream()
                .filter(c -> c.list().equals("sections"))
                .map(Choice::code)
                .collect(Collectors.toSet());
        tables.indicators().forEach(i -> indicator(i, sections));
        names();
    }

    private void indicator(Indicator indicator, Set<String> sections) {
        if (!sections.contains(indicator.section())) {
            fault(indicator, "section", "indicator.section", Map.of("value", indicator.section()));
        }
        if (indicator.target().isPresent() && indicator.direction() == Indicator.Direction.NONE) {
            fault(indicator, "target", "indicator.target", Map.of());
        }
        indicator.headline().filter(h -> h < 1 || h > Indicator.MAX_HEADLINES).ifPresent(h -> {
            Map<String, String> arguments =
                    Map.of("value", String.valueOf(h), "most", String.valueOf(Indicator.MAX_HEADLINES));
            fault(indicator, "headline", "indicator.headline", arguments);
        });
        if (indicator.decimals() < 0 || indicator.decimals() > TableLimits.MAX_DECIMALS) {
            Map<String, String> arguments = Map.of(
                    "value", String.valueOf(indicator.decimals()), "most", String.valueOf(TableLimits.MAX_DECIMALS));
            fault(indicator, "decimals", "indicator.decimals", arguments);
        }
    }

    /**
     * A figure of a written report is taken for that of the indicator whose name or other name stands beside it. Two may have
     * the same name, in different sections of the report; another name is only given to tell one from all others.
     */
    private void names() {
        NameLint<Indicator> names = new NameLint<>(Indicator::code, Indicator::validity);
        for (Indicator indicator : tables.indicators()) {
            Map<String, List<String>> own = new LinkedHashMap<>();
            own.put("label", List.of(indicator.label()));
            own.put("label_en", List.of(indicator.labelEn()));
            own.put("aliases", indicator.aliases());
            names.add(indicator, own, (column, name, other) -> {
                if (column.equals("aliases") || isAlias(other, name)) {
                    alike(indicator, column, name, other);
                }
            });
            indicator.aliases().stream()
                    .flatMap(alias -> NameLint.nameless(alias).stream())
                    .forEach(alias -> fault(indicator, "aliases", "label.letters", Map.of("value", alias)));
        }
    }

    private static boolean isAlias(Indicator indicator, String name) {
        return indicator.aliases().stream().map(Folding::fold).anyMatch(Folding.fold(name)::equals);
    }

    private void alike(Indicator indicator, String column, String name, Indicator other) {
        String line = String.valueOf(tables.line(other));
        fault(indicator, column, "indicator.alike", Map.of("value", name, "other", other.code(), "line", line));
    }

    private void fault(Indicator indicator, String column, String kind, Map<String, String> arguments) {
        faults.add(Tables.INDICATORS, tables.line(indicator), column, kind, arguments);
    }
}
