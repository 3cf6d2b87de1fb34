package org.huizong.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Unit;
import org.huizong.layout.Field;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.text.Folding;

/** Finds out whose return a sheet is and for which period, and whether it belongs here. */
final class Identity {
    private final UnitBook units;
    private final Period folder;
    private final Return form;
    private final SheetRef place;
    private final FieldFinder fields;
    private final boolean from1904;
    private final List<Finding> findings = new ArrayList<>();

    Identity(UnitBook units, Period folder, Return form, SheetRef place, FieldFinder fields, boolean from1904) {
        this.units = units;
        this.folder = folder;
        this.form = form;
        this.place = place;
        this.fields = fields;
        this.from1904 = from1904;
    }

    /** What is wrong with unit or period; empty if the return belongs here. */
    List<Finding> findings() {
        return findings;
    }

    /** The unit's code; findings say why if it is empty. */
    Optional<String> check() {
        checkPeriod();
        int ofPeriod = findings.size();
        Optional<String> unit = checkUnit();
        // the office is told whose return it was that does not belong here
        unit.ifPresent(code -> findings.subList(0, ofPeriod).replaceAll(f -> of(code, f)));
        return unit;
    }

    private Finding of(String unit, Finding finding) {
        Map<String, String> arguments = new HashMap<>(finding.arguments());
        arguments.put("unit", unit);
        arguments.put("form", form.code());
        return Finding.failed(finding.rule(), finding.severity(), finding.where(), arguments);
    }

    /** Whether the sheet says the period of the folder; findings say why if it does not. */
    boolean isOfThePeriod() {
        checkPeriod();
        return findings.isEmpty();
    }

    private void checkPeriod() {
        Optional<FieldFinder.Found> found = fields.find(Field.PERIOD);
        CellRef where = found.map(f -> place.at(f.address())).orElse(place.whole());
        Optional<Value> cell = found.flatMap(FieldFinder.Found::cell).filter(c -> !isBlank(c));
        if (cell.isEmpty()) {
            refuse("period.blank", where, Map.of("folder", folder.code()));
            return;
        }
        Optional<Period> period = PeriodText.read(cell.get(), form.frequency(), from1904);
        if (period.isEmpty()) {
            refuse("period.unreadable", where, Map.of("value", shown(cell.get()), "folder", folder.code()));
        } else if (period.get().frequency() != form.frequency()) {
            String example =
                    Period.holding(period.get().last(), form.frequency()).code();
            refuse(
                    fields.isConsolidated() ? "below.longer" : "period.length",
                    where,
                    Map.of("period", period.get().code(), "form", form.code(), "example", example));
        } else if (!period.get().equals(folder)) {
            refuse(
                    "period.other",
                    where,
                    Map.of("period", period.get().code(), "folder", folder.code(), "form", form.code()));
        }
    }

    private Optional<String> checkUnit() {
        Optional<FieldFinder.Found> found = fields.find(Field.UNIT);
        CellRef where = found.map(f -> place.at(f.address())).orElse(place.whole());
        String written = found.flatMap(FieldFinder.Found::cell)
                .map(cell -> FieldFinder.withoutWord(Field.UNIT, cell.show()))
                .map(Folding::trim)
                .orElse("");
        if (written.isEmpty()) {
            return refuse("unit.blank", where, Map.of("form", form.code()));
        }
        Optional<Unit> unit = units.find(written);
        if (unit.isEmpty()) {
            Map<String, String> arguments = new HashMap<>(Map.of("value", Folding.shorten(written)));
            String near = units.near(written);
            if (!near.isEmpty()) {
                arguments.put("near", near);
            }
            return refuse("unit.unknown", where, arguments);
        }
        Unit known = unit.get();
        if (!known.owes(form.code(), folder.last())) {
            return refuse("unit.owes", where, Map.of("unit", known.code(), "form", form.code()));
        }
        return Optional.of(known.code());
    }

    private Optional<String> refuse(String rule, CellRef where, Map<String, String> arguments) {
        findings.add(place.error(rule, where, arguments));
        return Optional.empty();
    }

    private static boolean isBlank(Value cell) {
        return Folding.trim(cell.show()).isEmpty();
    }

    private static String shown(Value cell) {
        return Folding.shorten(cell.show());
    }
}
