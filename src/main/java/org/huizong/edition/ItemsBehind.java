package org.huizong.edition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Name;

/** The items that an edition's totals are worked out from, through however many formulas. */
final class ItemsBehind {
    private final Catalogue catalogue;
    private final Map<String, Set<String>> known = new HashMap<>();

    ItemsBehind(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Codes of all the items behind a total, itself included if it is one. */
    Set<String> of(LineKind kind, String code) {
        return known.computeIfAbsent(kind.isOfIndicator() + code, key -> {
            Set<String> codes = new HashSet<>();
            if (kind.isOfIndicator()) {
                catalogue.indicators().stream()
                        .filter(i -> i.code().equals(code))
                        .forEach(i -> addAll(i.formula(), codes));
            } else {
                add(code, codes);
            }
            return codes;
        });
    }

    private void add(String item, Set<String> codes) {
        if (codes.add(item)) {
            catalogue.items().stream()
                    .filter(i -> i.code().equals(item) && i.isComputed())
                    .map(Item::formula)
                    .forEach(f -> addAll(f, codes));
        }
    }

    private void addAll(String formula, Set<String> codes) {
        catalogue.formula(formula).operands().forEach(o -> add(Name.of(o).item(), codes));
    }
}
