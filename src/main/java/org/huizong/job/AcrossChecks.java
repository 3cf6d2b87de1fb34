package org.huizong.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Rule;
import org.huizong.consolidation.History;
import org.huizong.consolidation.TownshipValues;
import org.huizong.finding.CellRef;
import org.huizong.finding.Finding;
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.FindingStore.Phase;
import org.huizong.store.Store;
import org.huizong.store.StoredObservation;
import org.huizong.submission.Value;
import org.huizong.validation.Checker;

/** The step that holds rules against all that a unit has sent, and against the township as a whole. */
final class AcrossChecks {
    private final Catalogue catalogue;
    private final Store store;
    private final Request request;

    AcrossChecks(Catalogue catalogue, Store store, Request request) {
        this.catalogue = catalogue;
        this.store = store;
        this.request = request;
    }

    void run() {
        store.findings().clear(request.period(), Phase.ACROSS);
        List<Entry> entries = new ArrayList<>();
        if (has(Rule.Scope.UNIT)) {
            checkUnits(entries);
        }
        if (has(Rule.Scope.TOWNSHIP)) {
            var township = new TownshipValues(catalogue, store.facts(), request.period());
            add(
                    entries,
                    "",
                    new Checker(catalogue)
                            .checkAcross(Rule.Scope.TOWNSHIP, request.period(), township, item -> CellRef.NOWHERE));
        }
        store.findings().add(request.period(), Phase.ACROSS, entries);
    }

    private boolean has(Rule.Scope scope) {
        return catalogue.rules(request.period().last()).stream().anyMatch(r -> r.scope() == scope);
    }

    private void checkUnits(List<Entry> entries) {
        Map<String, Map<String, StoredObservation>> units = new HashMap<>();
        store.submissions()
                .observations(
                        request.period(),
                        o -> units.computeIfAbsent(o.submission().unit(), u -> new HashMap<>())
                                .put(o.observation().item(), o));
        Checker checker = new Checker(catalogue);
        History history = new History(catalogue, store.facts(), request.period());
        catalogue.units().forEach(unit -> {
            Map<String, StoredObservation> values = units.getOrDefault(unit.code(), Map.of());
            add(
                    entries,
                    unit.code(),
                    checker.checkAcross(
                            Rule.Scope.UNIT,
                            request.period(),
                            history.values(
                                    unit.code(),
                                    item -> Optional.ofNullable(values.get(item))
                                            .map(o -> o.observation().value())
                                            .orElse(Value.Gap.BLANK)),
                            item -> Optional.ofNullable(values.get(item))
                                    .map(o -> o.observation().where())
                                    .orElse(CellRef.NOWHERE)));
        });
    }

    private static void add(List<Entry> entries, String unit, List<Finding> findings) {
        findings.forEach(f -> entries.add(new Entry(Optional.empty(), Optional.empty(), unit, "", f, "")));
    }
}
