package org.huizong.report;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FormFigures;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.layout.RollUpTable;
import org.huizong.model.Below;
import org.huizong.model.CellAddress;
import org.huizong.model.Observation;
import org.huizong.store.StoredObservation;
import org.huizong.store.StoredSubmission;

/**
 * The hidden sheet that hands the units' figures up: a unit, an item and its value a row, and a row without item for each
 * return that is lacking.
 *
 * <p>Of a unit that reports for many it hands on what that one handed up, so that every level reads the same leaves.
 */
final class RollUpSheet {
    /** No township has more; an office with thousands hands up its totals alone, and saves their room. */
    private static final int MAX_UNITS = 500;

    private final Book book;
    private final Page page;
    private final List<FormFigures> forms;
    private final Set<Filing> handedOn = new HashSet<>();
    private int row = 1;

    /** A return of a unit. */
    private record Filing(String unit, String form) {}

    RollUpSheet(Book book, Sheet sheet) {
        this.book = book;
        this.page = new Page(book, sheet);
        this.forms = forms(book);
    }

    /** The returns whose units' figures are handed up: those of the period's own length, for it takes no other. */
    static List<FormFigures> forms(Book book) {
        return book.consolidation().forms().stream()
                .filter(f -> f.form().frequency() == book.period().frequency())
                .filter(f -> f.units().size() <= MAX_UNITS)
                .toList();
    }

    void write() {
        page.widths(16, 24, 12, 36, 10, 14, 10);
        page.line(
                0,
                Look.HEAD,
                book.text("report.head.unitcode"),
                book.text("report.head.unit"),
                book.text("report.head.return"),
                book.text("report.head.itemcode"),
                book.text("report.head.period"),
                book.text("report.head.value"),
                book.text("report.head.state"));
        if (book.catalogue().isOfMany()) {
            book.publication().observations().first(Long.MAX_VALUE, this::handOn);
        }
        forms.forEach(this::form);
        CellAddress last = new CellAddress(Math.max(1, row - 1), RollUpTable.STATE.column());
        book.define(Book.ROLL_UP, RollUpTable.NAME, new CellAddress(1, 0), last);
        book.workbook().setSheetVisibility(book.index(Book.ROLL_UP), SheetVisibility.HIDDEN);
    }

    private void handOn(StoredObservation stored) {
        StoredSubmission from = stored.submission();
        Observation observation = stored.observation();
        Optional<String> item = Below.item(observation.item());
        boolean isLacking = observation.item().equals(Below.LACKING);
        boolean isAsked = forms.stream().anyMatch(f -> f.form().code().equals(from.form()));
        if (from.period().equals(book.period()) && isAsked && (isLacking || item.isPresent())) {
            handedOn.add(new Filing(from.unit(), from.form()));
            String unit = from.unit() + RollUpTable.PATH + observation.record();
            String label = isLacking ? observation.value().show() : observation.record();
            line(
                    unit,
                    label,
                    from.form(),
                    item.orElse(""),
                    book.text(isLacking ? "report.state.missing" : "report.state.counted"));
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

    private void form(FormFigures figures) {
        List<Item> items = figures.items().stream()
                .filter(i -> !book.catalogue().isRecalculated(i))
                .toList();
        for (Unit unit : figures.units()) {
            String form = figures.form().code();
            Standings standings = book.states().of(unit.code(), form);
            String label = book.wording().label(unit);
            if (handedOn.contains(new Filing(unit.code(), form))) {
                continue;
            }
            if (standings.counted() == 0) {
                line(unit.code(), label, form, "", book.states().text(standings));
                row++;
                continue;
            }
            for (Item item : items) {
                Figure figure = figures.figure(unit.code(), item.code());
                if (figure.isOwed()) {
                    line(unit.code(), label, form, item.code(), book.states().text(standings));
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
        page.texts(row, 0, Look.PLAIN, unit, label, form, item, book.period().code(), "", state);
    }
}
