package org.huizong.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Rule;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Value;

/** Holds the items and rules of a register against each of its records. */
final class RecordCheck {
    private final Catalogue catalogue;
    private final ItemCheck items;
    private final RuleCheck rules;
    private final Causes causes;
    private final Directory directory;

    RecordCheck(Catalogue catalogue, ItemCheck items, RuleCheck rules, Causes causes, Directory directory) {
        this.catalogue = catalogue;
        this.items = items;
        this.rules = rules;
        this.causes = causes;
        this.directory = directory;
    }

    /**
     * What is wrong with the records.
     *
     * @param asked the items of the register
     * @param held the rules over a record of the register
     * @param reading what was found where the cells were read
     * @param others what names stand for that are not of the record: the days of the period
     */
    List<Finding> check(
            List<Item> asked,
            List<Rule> held,
            List<Observation> observations,
            CellRef sheet,
            List<Finding> reading,
            Values others) {
        List<Finding> findings = new ArrayList<>();
        List<Item> filled = asked.stream().filter(i -> !i.isComputed()).toList();
        Map<String, List<Finding>> asRead = reading.stream().collect(Collectors.groupingBy(Finding::record));
        List<Item> keys = filled.stream().filter(Item::key).toList();
        new Records(observations).byKey().forEach((key, record) -> {
            List<Finding> ofItems = new ArrayList<>();
            List<Finding> ofRules = new ArrayList<>();
            Values values = values(record, others);
            for (Item item : filled) {
                Optional.ofNullable(record.get(item.code()))
                        .ifPresent(o -> ofItems.addAll(items.check(item, o, values)));
            }
            CellRef row =
                    record.values().stream().map(Observation::where).findFirst().orElse(sheet);
            for (Rule rule : held) {
                rules.check(rule, values, directory, where(rule, record, row)).ifPresent(ofRules::add);
            }
            causes.of(asRead.getOrDefault(key, List.of()), ofItems, ofRules).stream()
                    .map(f -> about(key, keys, record, f))
                    .forEach(findings::add);
        });
        return findings;
    }

    /** The cell to blame: that of the item that the rule names, blank or not, else the row. */
    private CellRef where(Rule rule, Map<String, Observation> record, CellRef row) {
        return rule.locate()
                .flatMap(l -> Optional.ofNullable(record.get(l)))
                .map(Observation::where)
                .orElse(row);
    }

    private Values values(Map<String, Observation> record, Values others) {
        Values own = name -> catalogue
                .item(name)
                .map(item -> Optional.ofNullable(record.get(name))
                        .map(o -> Choices.inFormula(catalogue, item, o.value()))
                        .orElse(Value.Gap.BLANK))
                .orElseGet(() -> others.value(name));
        return name -> catalogue
                .reference(name)
                .map(r -> {
                    Value key = own.value(r.from().code());
                    return key.isMissing()
                            ? key
                            : Choices.inFormula(catalogue, r.to(), directory.value(r.to().code(), key.show()));
                })
                .orElseGet(() -> own.value(name));
    }

    /** The finding with the key of its record, and what people call the record by. */
    static Finding about(String key, List<Item> keys, Map<String, Observation> record, Finding finding) {
        Map<String, Argument> called = new HashMap<>();
        for (Item item : keys) {
            Optional.ofNullable(record.get(item.code()))
                    .filter(o -> !o.value().isMissing())
                    .ifPresent(o -> called.put(item.code(), Argument.of(o.value())));
        }
        return finding.ofRecord(key).with(called);
    }
}
