package org.huizong.intake.identify;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Unit;
import org.huizong.catalogue.UnitBook;
import org.huizong.intake.locate.FormBook;
import org.huizong.intake.locate.Labels;
import org.huizong.layout.Line;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.SheetCells;
import org.huizong.text.Folding;

/** Notices a sheet in which several units stand below or beside each other, with the items of one form. */
public final class MultiUnitSheetDetector {
    private static final int FEWEST = 3;
    private static final int SHOWN = 3;
    private static final int LONGEST = 40;

    private final Catalogue catalogue;
    private final Recogniser recogniser;
    private final UnitBook units;

    public MultiUnitSheetDetector(Catalogue catalogue, Recogniser recogniser, UnitBook units) {
        this.catalogue = catalogue;
        this.recogniser = recogniser;
        this.units = units;
    }

    /** What is to be said of such a sheet; empty if it is none. */
    public Optional<Finding> find(SheetCells sheet, YearMonth month, CellRef place) {
        Map<Integer, Set<Unit>> columns = new TreeMap<>();
        Map<Integer, Set<Unit>> rows = new TreeMap<>();
        Set<String> texts = new HashSet<>();
        sheet.visit(Labels.LAST_ROW, (row, column, cell) -> {
            if (cell instanceof Value.Text text && text.text().length() <= LONGEST) {
                texts.add(Folding.fold(text.text()));
                units.find(text.text()).ifPresent(unit -> {
                    columns.computeIfAbsent(column, c -> new HashSet<>()).add(unit);
                    rows.computeIfAbsent(row, r -> new HashSet<>()).add(unit);
                });
            }
        });
        List<Set<Unit>> lines = new ArrayList<>(columns.values());
        lines.addAll(rows.values());
        Set<Unit> most = lines.stream()
                .filter(line -> line.size() >= FEWEST)
                .max((a, b) -> Integer.compare(a.size(), b.size()))
                .orElse(Set.of());
        return most.isEmpty() ? Optional.empty() : form(texts, month).map(form -> finding(form, most, place));
    }

    /** The form most of whose labels stand on the sheet. */
    private Optional<Return> form(Set<String> texts, YearMonth month) {
        Map<Return, Integer> found = new LinkedHashMap<>();
        for (Return form : catalogue.forms(month)) {
            if (form.kind() == Return.Kind.FORM) {
                FormBook book = recogniser.book(form, month);
                Map<String, Line> lines = new HashMap<>();
                texts.forEach(text -> book.line(text).ifPresent(line -> lines.put(line.code(), line)));
                if (lines.size() >= FEWEST) {
                    found.put(form, lines.size());
                }
            }
        }
        return found.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private Finding finding(Return form, Set<Unit> found, CellRef place) {
        String some = String.join(
                "、",
                catalogue.units().stream()
                        .filter(found::contains)
                        .limit(SHOWN)
                        .map(Unit::label)
                        .toList());
        return Finding.failed("sheet.units", Severity.ERROR, place.whole())
                .ofForm(form.code())
                .with("count", Argument.of(found.size()))
                .with("units", Argument.name(some));
    }
}
