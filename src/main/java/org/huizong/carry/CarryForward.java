package org.huizong.carry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huizong.aggregation.EarlierFigures;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Return;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.register.LeadRegister;
import org.huizong.register.OpenRecords;
import org.huizong.store.Store;
import org.huizong.template.Carried;
import org.huizong.template.Prefill;
import org.huizong.wording.Wording;

/**
 * Fills the templates of a period as far as the program knows: with the figures of earlier periods, and with the records of
 * registers that go on.
 */
public final class CarryForward {
    private final Catalogue catalogue;
    private final Wording wording;
    private final Store store;
    private final Period period;
    private final EarlierFigures figures;
    private final ArchivedRecords archived;
    private final Map<String, OpenRecords> open = new HashMap<>();
    private final List<Lost> lost = new ArrayList<>();

    /** A unit's register whose records could not be carried forward: an archived copy is lacking or damaged. */
    public record Lost(String unit, Return register) {}

    /** What is on record before that period. */
    public CarryForward(Catalogue catalogue, Wording wording, Store store, Period period) {
        this.catalogue = catalogue;
        this.store = store;
        this.period = period;
        this.figures = new EarlierFigures(catalogue, store, period);
        this.wording = wording;
        this.archived = new ArchivedRecords(catalogue, store.archive());
    }

    /** What the template of a unit begins with. */
    public Prefill to(String unit) {
        return new EarlierPrefill(figures, unit, register -> records(unit, register));
    }

    /** The registers that have begun empty so far although there are records to go on with. */
    public List<Lost> lost() {
        return List.copyOf(lost);
    }

    private Carried records(String unit, Return register) {
        Carried carried = archived.whole(
                open.computeIfAbsent(register.code(), code -> OpenRecords.of(catalogue, store, period, register))
                        .held(unit));
        if (carried.isLost()) {
            lost.add(new Lost(unit, register));
        }
        return register.code().equals(LeadRegister.CODE) && !carried.isLost() ? withLeads(carried) : carried;
    }

    /** With the leads that the office has not taken up yet. */
    private Carried withLeads(Carried carried) {
        Stream<Map<String, Value>> fresh = new LeadRegister(catalogue, store)
                .fresh(period).stream()
                        .flatMap(lead -> lead.finding().stream()
                                .map(query -> LeadRegister.row(
                                        lead,
                                        wording.label(query.unit()),
                                        wording.record(query.finding(), query.form(), query.period()),
                                        wording.sentence(query.finding(), query.period()))));
        return new Carried(Stream.concat(carried.records().stream(), fresh).toList(), false);
    }
}
