package org.huizong.catalogue;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The opening stocks of forms, each with the closing stock of the period before that it goes on from. A rule says so:
 * {@code safety.opening=prior.safety.pending}.
 */
public final class OpeningStocks {
    private OpeningStocks() {}

    /** Code of the closing stock by code of the opening one, of those among these items that a clerk fills in. */
    public static Map<String, String> of(Catalogue catalogue, List<Item> items, YearMonth month) {
        Map<String, String> stocks = new HashMap<>();
        for (Rule rule : catalogue.rules(month)) {
            int sign = rule.formula().indexOf('=');
            String opening = sign < 0 ? "" : rule.formula().substring(0, sign).strip();
            if (items.stream().anyMatch(i -> isOpening(i) && i.code().equals(opening))) {
                Name other = Name.of(rule.formula().substring(sign + 1).strip());
                if (other.span() == Name.Span.PRIOR
                        && items.stream().anyMatch(i -> i.code().equals(other.item()))) {
                    stocks.put(opening, other.item());
                }
            }
        }
        return stocks;
    }

    private static boolean isOpening(Item item) {
        return item.time().stands() == Item.Time.Stands.FIRST && !item.isComputed();
    }
}
