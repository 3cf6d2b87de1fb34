package org.huizong.template;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Rule;
import org.huizong.layout.FormLayout;
import org.huizong.model.CellAddress;

/**
 * The hidden cells of a template that say what its live checks come to.
 *
 * @param rules the cell of each rule's verdict
 * @param items the cell that says what is wrong with an item by itself
 * @param day the cell of the verdict on the day in the foot
 */
public record VerdictCells(Map<Rule, CellAddress> rules, Map<Item, CellAddress> items, CellAddress day) {
    /** The words of a live check, by their first sign. */
    public enum Verdict {
        /** Nothing is said: it holds, or an operand is missing. */
        QUIET(""),
        ERROR(VerdictMark.ERROR),
        BLANK(VerdictMark.BLANK),
        QUERY(VerdictMark.QUERY),
        EXPLAINED(VerdictMark.FINE),
        NOTICE(VerdictMark.NOTICE),
        UNDECIDED(VerdictMark.UNDECIDED);

        private final String sign;

        Verdict(String sign) {
            this.sign = sign;
        }

        /** What a cell says; empty if no live check says such a thing. */
        public static Optional<Verdict> of(String text) {
            for (Verdict verdict : values()) {
                if (verdict == QUIET ? text.isEmpty() : text.startsWith(verdict.sign)) {
                    return Optional.of(verdict);
                }
            }
            return Optional.empty();
        }
    }

    /** The cells of a form as it is asked in that month. */
    public static VerdictCells of(Catalogue catalogue, FormLayout layout, YearMonth month) {
        HelperCells backstage = new HelperCells(catalogue, layout, month);
        Map<Rule, CellAddress> rules = new LinkedHashMap<>();
        backstage.rules().forEach(r -> rules.put(r, backstage.verdict(r).orElseThrow()));
        Map<Item, CellAddress> items = new LinkedHashMap<>();
        layout.items().stream().filter(i -> !i.isComputed()).forEach(i -> items.put(i, backstage.flaw(i)));
        return new VerdictCells(rules, items, backstage.dayVerdict());
    }
}
