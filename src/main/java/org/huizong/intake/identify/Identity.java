package org.huizong.intake.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Unit;
import org.huizong.catalogue.UnitBook;
import org.huizong.intake.locate.FieldFinder;
import org.huizong.intake.parse.PeriodText;
import org.huizong.layout.Field;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.huizong.text.Folding;

/** Finds out whose return a sheet is and for which period, and whether it belongs here. */
public final class Identity {
    private final UnitBook units;
    private final Period folder;
    private final Return form;
    private final CellRef place;
    private final FieldFinder fields;
    private final boolean from1904;
    private final List<Finding> findings = new ArrayList<>();

    public Identity(UnitBook units, Period folder, Return form, CellRef place, FieldFinder fields, boolean from1904) {
        this.units = units;
        this.folder = folder;
        this.form = form;
        this.place = place;
        this.fields = fields;
        this.from1904 = from1904;
    }

    /** What is wrong with unit or period; empty if the return belongs here. */
    public List<Finding> findings() {
        return findings;
    }

    /** The unit's code; findings say why if it is empty. */
    public Optional<String> check() {
        checkPeriod();
        int ofPeriod = findings.size();
        Optional<String> unit = checkUnit();
        // the office is told whose return it was that does not belong here
        unit.ifPresent(code -> findings.subList(0, ofPeriod).replaceAll(f -> of(code, f)));
        return unit;
    }

    private Finding of(String unit, Finding finding) {
        return finding.ofUnit(unit).ofForm(form.code());
    }

    /** Whether the sheet says the period of the folder; findings say why if it does not. */
    public boolean isOfThePeriod() {
        checkPeriod();
        return findings.isEmpty();
    }

    private void checkPeriod() {
        Optional<FieldFinder.Found> found = fields.find(Field.PERIOD);
        CellRef where = found.map(f -> place.at(f.address())).orElse(place.whole());
        Optional<Value> cell = found.flatMap(FieldFinder.Found::cell).filter(c -> !isBlank(c));
        if (cell.isEmpty()) {
            refuse(Finding.failed("period.blank", Severity.ERROR, where).with("folder", Argument.of(folder)));
            return;
        }
        Optional<Period> period = cell.get() instanceof Value.Text text
                ? PeriodText.read(FieldFinder.withoutWord(Field.PERIOD, text.text()), form.frequency())
                : PeriodText.read(cell.get(), form.frequency(), from1904);
        if (period.isEmpty()) {
            refuse(Finding.failed("period.unreadable", Severity.ERROR, where)
                    .with("value", Argument.text(shown(cell.get())))
                    .with("folder", Argument.of(folder)));
        } else if (period.get().frequency() != form.frequency()) {
            refuse(Finding.failed(fields.isConsolidated() ? "below.longer" : "period.length", Severity.ERROR, where)
                    .ofForm(form.code())
                    .with("period", Argument.of(period.get()))
                    .with("example", Argument.of(Period.holding(period.get().last(), form.frequency()))));
        } else if (!period.get().equals(folder)) {
            refuse(Finding.failed("period.other", Severity.ERROR, where)
                    .ofForm(form.code())
                    .with("period", Argument.of(period.get()))
                    .with("folder", Argument.of(folder)));
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
            return refuse(Finding.failed("unit.blank", Severity.ERROR, where).ofForm(form.code()));
        }
        Optional<Unit> unit = units.find(written);
        if (unit.isEmpty()) {
            Finding unknown = Finding.failed("unit.unknown", Severity.ERROR, where)
                    .with("value", Argument.text(Folding.shorten(written)));
            String near = units.near(written);
            return refuse(near.isEmpty() ? unknown : unknown.with("near", Argument.name(near)));
        }
        Unit known = unit.get();
        if (!known.owes(form.code(), folder.last())) {
            return refuse(Finding.failed("unit.owes", Severity.ERROR, where)
                    .ofUnit(known.code())
                    .ofForm(form.code()));
        }
        return Optional.of(known.code());
    }

    private Optional<String> refuse(Finding why) {
        findings.add(why);
        return Optional.empty();
    }

    private static boolean isBlank(Value cell) {
        return Folding.trim(cell.show()).isEmpty();
    }

    private static String shown(Value cell) {
        return Folding.shorten(cell.show());
    }
}
