package org.huizong.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.aggregation.OperandFigures;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Name;
import org.huizong.catalogue.Rule;
import org.huizong.catalogue.Unit;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.register.RecordsAcross;
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.FindingStore.Phase;
import org.huizong.store.Store;
import org.huizong.validation.Checker;

/** Holds rules against all that a unit has sent, and against the township as a whole. */
public final class AcrossChecks {
    private final Catalogue catalogue;
    private final Store store;
    private final Period period;
    private final LocalDate asOf;

    /** Checks that period on that day. */
    public AcrossChecks(Catalogue catalogue, Store store, Period period, LocalDate asOf) {
        this.catalogue = catalogue;
        this.store = store;
        this.period = period;
        this.asOf = asOf;
    }

    /** Replaces what was found across submissions by what the catalogue makes of them now. */
    public void run() {
        store.findings().clear(period, Phase.ACROSS);
        Checker checker = new Checker(catalogue, asOf);
        AcrossExplanations explanations = new AcrossExplanations(store, period, checker);
        List<Entry> ofRecords = new ArrayList<>();
        RecordsAcross.registers(catalogue, period)
                .forEach(r -> ofRecords.addAll(new RecordsAcross(catalogue, store, period, checker, r).run()));
        ofRecords.addAll(new PeerCheck(catalogue, store, period).run());
        store.findings().add(period, Phase.ACROSS, explanations.explained(ofRecords));
        // what was asked of each month is not asked again of the year
        List<Rule> rules = catalogue.rules(period.last()).stream()
                .filter(r -> r.scope() == Rule.Scope.UNIT || r.scope() == Rule.Scope.TOWNSHIP)
                .filter(r -> Name.forms(checker.names(r)).stream().anyMatch(this::isOfThePeriod))
                .toList();
        if (rules.isEmpty()) {
            return;
        }
        OperandFigures values = new OperandFigures(
                catalogue,
                store,
                period,
                rules.stream().flatMap(r -> checker.names(r).stream()).toList());
        Set<String> asked = rules.stream().map(Rule::id).collect(Collectors.toSet());
        List<Entry> entries = new ArrayList<>();
        Map<String, CellRef> cells = cells();
        for (Unit unit : catalogue.units()) {
            if (unit.reportsForMany()) {
                continue;
            }
            add(
                    entries,
                    unit.code(),
                    checker.checkAcross(
                            Rule.Scope.UNIT,
                            period,
                            values.unit(unit.code()),
                            unit.returns()::contains,
                            item -> cells.getOrDefault(unit.code() + ' ' + item, CellRef.NOWHERE)));
        }
        add(
                entries,
                "",
                checker.checkAcross(
                        Rule.Scope.TOWNSHIP, period, values.township(), form -> true, item -> CellRef.NOWHERE));
        entries.removeIf(e -> !asked.contains(e.finding().rule()));
        store.findings().add(period, Phase.ACROSS, explanations.explained(entries));
    }

    private boolean isOfThePeriod(String form) {
        return catalogue
                .form(form, period.last())
                .filter(f -> f.frequency() == period.frequency())
                .isPresent();
    }

    /** The cell of each item that a rule over units may blame, by unit and item. */
    private Map<String, CellRef> cells() {
        List<String> blamed = catalogue.rules(period.last()).stream()
                .filter(r -> r.scope() == Rule.Scope.UNIT)
                .flatMap(r -> r.locate().stream())
                .distinct()
                .toList();
        Map<String, CellRef> cells = new HashMap<>();
        if (!blamed.isEmpty()) {
            store.submissions()
                    .observations(
                            period,
                            blamed,
                            o -> cells.put(
                                    o.submission().unit()
                                            + ' '
                                            + o.observation().item(),
                                    o.observation().where()));
        }
        return cells;
    }

    private static void add(List<Entry> entries, String unit, List<Finding> findings) {
        findings.forEach(f -> entries.add(new Entry(Optional.empty(), Optional.empty(), unit, "", f, "")));
    }
}
