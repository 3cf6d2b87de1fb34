package org.huizong.publish.workbook;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FormFigures;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.layout.RollUpTable;
import org.huizong.model.Below;
import org.huizong.model.CellAddress;
import org.huizong.model.Observation;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Standings;
import org.huizong.publish.narrative.Terms;
import org.huizong.store.StoredObservation;
import org.huizong.store.StoredSubmission;

/**
 * The hidden sheet that hands the units' figures up: a unit, an item and its value a row, and a row without item for each
 * return that is lacking.
 *
 * <p>Of a unit that reports for many it hands on what that one handed up, so that every level reads the same leaves.
 */
final class RollUpSheet {
    /**
     * The level above refuses a workbook of half a million cells. With more rows than this only those items are handed
     * up of which it needs the units' figures, for what is added up over months and units its total is enough.
     */
    private static final int MAX_ROWS = 30_000;

    private final Book book;
    private final Terms terms;
    private final Page page;
    private final List<FormFigures> forms;
    private final Set<HandedOn> handedOn = new HashSet<>();
    private final boolean isLong;
    private int row = 1;

    /** An item of a unit that reports for many, of which it handed the figures of its own units up. */
    private record HandedOn(String unit, String item) {}

    RollUpSheet(Book book) {
        this.book = book;
        this.terms = book.terms();
        this.page = Page.list(book, SheetKey.ROLL_UP);
        this.forms = forms(terms);
        this.isLong = forms.stream()
                                .mapToLong(
                                        f -> (long) f.units().size() * f.items().size())
                                .sum()
                        + (terms.catalogue().isOfMany()
                                ? terms.publication().observations().count()
                                : 0)
                > MAX_ROWS;
    }

    /** The returns whose units' figures are handed up: those of the period's own length, for it takes no other. */
    static List<FormFigures> forms(Terms terms) {
        return terms.consolidation().forms().stream()
                .filter(f -> f.form().frequency() == terms.period().frequency())
                .toList();
    }

    void write() {
        page.widths(16, 24, 12, 36, 10, 14, 10);
        page.line(
                0,
                Look.HEAD,
                terms.text("report.head.unitcode"),
                terms.text("report.head.unit"),
                terms.text("report.head.return"),
                terms.text("report.head.itemcode"),
                terms.text("report.head.period"),
                terms.text("report.head.value"),
                terms.text("report.head.state"));
        if (terms.catalogue().isOfMany()) {
            terms.publication().observations().each(this::handOn);
        }
        forms.forEach(this::form);
        CellAddress last = new CellAddress(Math.max(1, row - 1), RollUpTable.STATE.column());
        book.define(SheetKey.ROLL_UP, RollUpTable.NAME, new CellAddress(1, 0), last);
        book.workbook().setSheetVisibility(book.index(SheetKey.ROLL_UP), SheetVisibility.HIDDEN);
        page.done();
    }

    private void handOn(StoredObservation stored) {
        StoredSubmission from = stored.submission();
        Observation observation = stored.observation();
        Optional<String> item = Below.item(observation.item());
        boolean isLacking = observation.item().equals(Below.LACKING);
        boolean isShown =
                item.flatMap(terms.catalogue()::item).filter(this::isHandedUp).isPresent();
        if (from.period().equals(terms.period()) && isOwed(from) && (isLacking || isShown)) {
            item.ifPresent(code -> handedOn.add(new HandedOn(from.unit(), code)));
            String unit = from.unit() + RollUpTable.PATH + observation.record();
            String label = isLacking ? observation.value().show() : observation.record();
            line(
                    unit,
                    label,
                    from.form(),
                    item.orElse(""),
                    terms.text(isLacking ? "report.state.missing" : "report.state.counted"));
            observation
                    .value()
                    .asNumber()
                    .ifPresent(n -> page.number(
                            row,
                            RollUpTable.VALUE.column(),
                            n,
                            Math.max(0, n.stripTrailingZeros().scale()),
                            Look.NUMBER));
            row++;
        }
    }

    private boolean isOwed(StoredSubmission from) {
        return forms.stream()
                .filter(f -> f.form().code().equals(from.form()))
                .anyMatch(f -> f.units().stream().anyMatch(u -> u.code().equals(from.unit())));
    }

    private boolean isHandedUp(Item item) {
        return terms.catalogue().needsUnits(item)
                || (!isLong && !terms.catalogue().isRecalculated(item));
    }

    private void form(FormFigures figures) {
        List<Item> items = figures.items().stream().filter(this::isHandedUp).toList();
        for (Unit unit : figures.units()) {
            String form = figures.form().code();
            Standings standings = terms.states().of(unit.code(), form);
            String label = terms.wording().label(unit);
            if (standings.counted() == 0) {
                line(unit.code(), label, form, "", terms.states().text(standings));
                row++;
                continue;
            }
            for (Item item : items) {
                Figure figure = figures.figure(unit.code(), item.code());
                if (figure.isOwed() && !handedOn.contains(new HandedOn(unit.code(), item.code()))) {
                    line(unit.code(), label, form, item.code(), terms.states().text(standings));
                    figure.value()
                            .ifPresent(v -> page.number(
                                    row,
                                    RollUpTable.VALUE.column(),
                                    v,
                                    item.type().decimals(),
                                    Look.NUMBER));
                    row++;
                }
            }
        }
    }

    private void line(String unit, String label, String form, String item, String state) {
        page.texts(row, 0, Look.PLAIN, unit, label, form, item, terms.period().code(), "", state);
    }
}
