package org.huizong.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Rule;
import org.huizong.finding.CellRef;
import org.huizong.finding.Finding;
import org.huizong.submission.Observation;
import org.huizong.submission.Value;

/** Holds the items and rules of a register against each of its records. */
final class RecordCheck {
    /** Argument of a finding that names the record it is about. */
    static final String RECORD = "record";

    private final Catalogue catalogue;
    private final ItemCheck items;
    private final RuleCheck rules;

    RecordCheck(Catalogue catalogue, ItemCheck items, RuleCheck rules) {
        this.catalogue = catalogue;
        this.items = items;
        this.rules = rules;
    }

    /**
     * What is wrong with the records.
     *
     * @param asked the items of the register
     * @param held the rules over a record of the register
     * @param others what names stand for that are not of the record: the days of the period
     */
    List<Finding> check(
            List<Item> asked, List<Rule> held, List<Observation> observations, CellRef sheet, Values others) {
        List<Finding> findings = new ArrayList<>();
        new Records(observations).byKey().forEach((key, record) -> {
            Values values = name -> catalogue
                    .item(name)
                    .map(item -> Optional.ofNullable(record.get(name))
                            .map(o -> Records.inFormula(catalogue, item, o.value()))
                            .orElse(Value.Gap.BLANK))
                    .orElseGet(() -> others.value(name));
            CellRef row =
                    record.values().stream().map(Observation::where).findFirst().orElse(sheet);
            asked.stream()
                    .filter(item -> !item.isComputed())
                    .flatMap(item -> Optional.ofNullable(record.get(item.code())).stream()
                            .flatMap(o -> items.check(item, o, values).stream()))
                    .forEach(f -> findings.add(about(key, f)));
            for (Rule rule : held) {
                CellRef where = rule.locate()
                        .flatMap(l -> Optional.ofNullable(record.get(l)))
                        .map(Observation::where)
                        .orElse(row);
                rules.check(rule, values, where).map(f -> about(key, f)).ifPresent(findings::add);
            }
        });
        return findings;
    }

    private static Finding about(String key, Finding finding) {
        SortedMap<String, String> arguments = new TreeMap<>(finding.arguments());
        arguments.put(RECORD, key);
        return new Finding(finding.rule(), finding.severity(), finding.outcome(), finding.where(), arguments);
    }
}
