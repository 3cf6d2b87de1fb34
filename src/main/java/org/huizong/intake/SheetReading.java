package org.huizong.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Explanations;
import org.huizong.catalogue.Item;
import org.huizong.intake.locate.FieldFinder;
import org.huizong.intake.locate.FormBook;
import org.huizong.intake.locate.Locator;
import org.huizong.intake.parse.DateText;
import org.huizong.intake.parse.Normaliser;
import org.huizong.intake.parse.ParsedValue;
import org.huizong.layout.Field;
import org.huizong.layout.Line;
import org.huizong.model.Argument;
import org.huizong.model.CellAddress;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.huizong.text.Folding;

/** Reads the values of one sheet whose return, unit and period are known. */
final class SheetReading {
    private final FormBook book;
    private final Locator locator;
    private final Normaliser normaliser;
    private final CellRef place;
    private final boolean from1904;
    private final List<Observation> observations = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> detours = new ArrayList<>();
    private int named;

    SheetReading(FormBook book, Locator locator, Normaliser normaliser, CellRef place, boolean from1904) {
        this.book = book;
        this.locator = locator;
        this.normaliser = normaliser;
        this.place = place;
        this.from1904 = from1904;
    }

    /** Reads every item and every explanation; call once. */
    SheetReading read() {
        for (Line line : book.layout().lines()) {
            for (int column = 0; column < line.cells().size(); column++) {
                Optional<Item> item = line.cells().get(column);
                if (item.isPresent()) {
                    read(item.get(), line, column);
                }
            }
        }
        book.layout()
                .explanations()
                .forEach((of, inLayout) -> locator.explanation(Explanations.name(of), inLayout)
                        .ifPresent(at -> readExplanation(Explanations.name(of), at)));
        locator.ofWhole().ifPresent(at -> readExplanation(Explanations.OF_RETURN, at));
        // one notice where every name is gone, not one for each cell
        if (named == 0 && !detours.isEmpty()) {
            findings.add(
                    0,
                    Finding.failed("sheet.label", Severity.NOTICE, place.whole())
                            .ofForm(book.layout().form().code()));
        } else {
            findings.addAll(detours);
        }
        return this;
    }

    List<Observation> observations() {
        return observations;
    }

    List<Finding> findings() {
        return findings;
    }

    private void read(Item item, Line line, int column) {
        Optional<Locator.Located> found = locator.locate(item.code(), line, column);
        if (found.isEmpty()) {
            // a computed item is worked out again in any case, and an older template does not ask what was added since
            boolean older = named > 0 && !item.required();
            if (!item.isComputed() && !older) {
                findings.add(
                        Finding.failed("item.absent", item.required() ? Severity.ERROR : Severity.NOTICE, place.whole())
                                .ofItem(item.code()));
            }
            return;
        }
        Locator.Located located = found.get();
        var where = place.at(located.address());
        switch (located.way()) {
            case NAME -> named++;
            case LABEL ->
                detours.add(
                        Finding.failed("located.label", Severity.NOTICE, where).ofItem(item.code()));
            case ADDRESS ->
                detours.add(Finding.failed("located.address", Severity.NOTICE, where)
                        .ofItem(item.code()));
        }
        located.disagreement()
                .ifPresent(other -> findings.add(Finding.failed("located.disagree", Severity.ERROR, where)
                        .ofItem(item.code())
                        .with("other", Argument.text(other))));
        ParsedValue normal = normaliser.normalise(locator.cell(located.address()), item, from1904);
        observations.add(new Observation(item.code(), "", normal.value(), where));
        normal.finding(item, where).ifPresent(findings::add);
        locator.stale(item, located.address(), place).ifPresent(findings::add);
    }

    private void readExplanation(String name, CellAddress at) {
        locator.cell(at)
                .map(Value::show)
                .map(Folding::trim)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> observations.add(new Observation(name, "", Value.of(text), place.at(at))));
    }

    /** The foot of the form by field name; blanks are left out. */
    static Map<String, String> signature(FieldFinder fields, boolean from1904) {
        Map<String, String> signature = new HashMap<>();
        for (Field field : Field.values()) {
            if (field.inFoot()) {
                fields.find(field)
                        .flatMap(FieldFinder.Found::cell)
                        .map(cell -> text(field, cell, from1904))
                        .filter(text -> !text.isEmpty())
                        .ifPresent(text -> signature.put(field.definedName(), text));
            }
        }
        return signature;
    }

    /** The day that a cell holds, as a date or as people write one. */
    static Optional<LocalDate> day(Value cell, boolean from1904) {
        return cell instanceof Value.Quantity numeric
                ? DateText.serial(numeric.number(), from1904)
                : DateText.read(cell.show());
    }

    private static String text(Field field, Value cell, boolean from1904) {
        if (field == Field.DATE) {
            Optional<LocalDate> day = day(cell, from1904);
            if (day.isPresent()) {
                return day.get().toString();
            }
        }
        return Folding.trim(cell.show());
    }
}
