package org.huizong.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the pillars: what each tells and of whom, and that each column has a head. */
final class PillarLint {
    private static final Set<String> RESERVED = Set.of(Pillar.LEADS, Pillar.SCORES);
    private static final String YES_NO = "yes_no";

    private final Tables tables;
    private final Faults faults;
    private final Map<String, Item> items = new HashMap<>();
    private final Set<String> registers;

    PillarLint(Tables tables, Faults faults) {
        this.tables = tables;
        this.faults = faults;
        tables.items().forEach(i -> items.put(i.code(), i));
        this.registers = tables.returns().stream()
                .filter(r -> r.kind() == Return.Kind.REGISTER)
                .map(Return::code)
                .collect(Collectors.toSet());
    }

    void run() {
        Set<String> groups = tables.choices().stream()
                .filter(c -> c.list().equals(Pillar.GROUPS))
                .map(Choice::code)
                .collect(Collectors.toSet());
        Set<String> headed = new HashSet<>();
        for (Pillar pillar : tables.pillars()) {
            known(pillar, "group", pillar.group(), groups);
            if (headed.add(pillar.code()) && pillar.label().isEmpty()) {
                fault(pillar, "label", "cell.empty", Map.of());
            }
            if (!RESERVED.contains(pillar.item())) {
                known(pillar, "item", pillar.item(), items.keySet());
                Optional.ofNullable(items.get(pillar.item()))
                        .filter(item -> !isTold(item))
                        .ifPresent(i -> fault(pillar, "item", "pillar.item", Map.of("value", i.code())));
            }
            pillar.by()
                    .filter(by -> !names(pillar, by))
                    .ifPresent(by -> fault(pillar, "by", "pillar.by", Map.of("value", by)));
        }
    }

    /** Of a form a number or whether something is so, of a register its records or what is counted from them. */
    private boolean isTold(Item item) {
        return registers.contains(item.form())
                ? item.key() || item.isComputed()
                : item.type().isNumeric() || item.choices().equals(YES_NO);
    }

    private boolean names(Pillar pillar, String by) {
        Item item = items.get(by);
        Item told = items.get(pillar.item());
        return item != null
                && told != null
                && registers.contains(item.form())
                && item.form().equals(told.form())
                && (item.type() == ItemType.TEXT || item.choices().equals(Choice.UNITS));
    }

    private void known(Pillar pillar, String column, String code, Set<String> codes) {
        if (!code.isEmpty() && !codes.contains(code)) {
            faults.unknown(Tables.PILLARS, tables.line(pillar), column, code, codes);
        }
    }

    private void fault(Pillar pillar, String column, String kind, Map<String, String> arguments) {
        faults.add(Tables.PILLARS, tables.line(pillar), column, kind, arguments);
    }
}
