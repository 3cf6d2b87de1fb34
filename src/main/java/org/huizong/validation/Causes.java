package org.huizong.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CellsRead;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Rule;
import org.huizong.model.Derivation;
import org.huizong.model.Finding;
import org.huizong.model.Reason;

/**
 * Keeps of what is found in one return, or in one record, the causes: a wrong cell does not also report all that is made
 * of it.
 *
 * <p>A computed item over a cell that has an error is not told. A rule that fails over such a cell is undecided until the
 * cell is corrected. An error by a rule is one of a cell only if that is the only cell of the return that the rule reads.
 * What a unit's history says of a cell is told only if nothing else sends the cell back or asks about it.
 */
final class Causes {
    private final Catalogue catalogue;
    private final Calculator calculator;
    private final Map<String, Item> computed = new HashMap<>();
    private final Map<String, Rule> rules = new HashMap<>();

    /** For what these items and rules of one return find. */
    Causes(Catalogue catalogue, Calculator calculator, List<Item> asked, List<Rule> held) {
        this.catalogue = catalogue;
        this.calculator = calculator;
        asked.stream().filter(Item::isComputed).forEach(i -> computed.put(i.code(), i));
        held.forEach(r -> rules.put(r.id(), r));
    }

    /**
     * Returns the findings about items that tell a cause, then those by rules.
     *
     * @param reading what was found where the cells were read
     */
    List<Finding> of(List<Finding> reading, List<Finding> ofItems, List<Finding> ofRules) {
        Set<String> wrong = new HashSet<>();
        Stream.concat(reading.stream(), ofItems.stream())
                .filter(f -> f.sendsBack() && !f.item().isEmpty())
                .forEach(f -> wrong.add(f.item()));
        Set<String> all = new HashSet<>(wrong);
        ofRules.stream()
                .filter(Finding::sendsBack)
                .flatMap(f -> onlyCell(f).stream())
                .forEach(all::add);
        List<Finding> told = new ArrayList<>();
        ofItems.stream()
                .filter(f -> all.isEmpty() || behindComputed(f.item(), all).isEmpty())
                .forEach(told::add);
        ofRules.stream()
                .map(f -> all.isEmpty() || !f.hasFailed() ? f : settled(f, wrong, all))
                .forEach(told::add);
        return told;
    }

    /** Returns the findings by a unit's history about cells of which nothing that is told sends back or asks, and those about no cell. */
    static List<Finding> unasked(List<Finding> ofHistory, Stream<Finding> told) {
        Set<String> asked = told.filter(f -> f.sendsBack() || f.asks())
                .map(Finding::item)
                .filter(item -> !item.isEmpty())
                .collect(Collectors.toSet());
        return ofHistory.stream().filter(f -> !asked.contains(f.item())).toList();
    }

    private Finding settled(Finding finding, Set<String> wrong, Set<String> all) {
        Set<String> behind = onlyCell(finding)
                .filter(cell -> finding.sendsBack() && !wrong.contains(cell))
                .map(cell -> behindComputed(cell, all))
                .orElseGet(() -> behind(formula(finding), all));
        return behind.isEmpty()
                ? finding
                : finding.by(Derivation.undecided(new Reason.Uncorrected(List.copyOf(behind))));
    }

    private Optional<String> onlyCell(Finding finding) {
        return CellsRead.onlyOne(catalogue, formula(finding));
    }

    private String formula(Finding finding) {
        return Optional.ofNullable(rules.get(finding.rule())).orElseThrow().formula();
    }

    /** The wrong cells that a computed item is made of, however long the way. */
    private Set<String> behindComputed(String item, Set<String> wrong) {
        return Optional.ofNullable(computed.get(item))
                .map(i -> behind(i.formula(), wrong))
                .orElse(Set.of());
    }

    private Set<String> behind(String formula, Set<String> wrong) {
        Set<String> behind = new TreeSet<>();
        for (String operand : calculator.operands(formula)) {
            CellsRead.by(catalogue, operand).ifPresent(cell -> {
                Set<String> deeper = behindComputed(cell, wrong);
                behind.addAll(deeper);
                if (deeper.isEmpty() && wrong.contains(cell)) {
                    behind.add(cell);
                }
            });
        }
        return behind;
    }
}
