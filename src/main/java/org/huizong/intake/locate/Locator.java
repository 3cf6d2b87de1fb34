package org.huizong.intake.locate;

import java.util.Optional;
import org.huizong.catalogue.Explanations;
import org.huizong.catalogue.Item;
import org.huizong.layout.Line;
import org.huizong.model.Argument;
import org.huizong.model.CellAddress;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.CellRange;
import org.huizong.spreadsheet.read.SheetCells;

/** Finds the cell of each item: by its defined name, else by label and head, else where the layout has it. */
public final class Locator {
    /** How a cell was found. */
    public enum Way {
        NAME,
        LABEL,
        ADDRESS
    }

    /**
     * A cell that was found.
     *
     * @param address where
     * @param way how
     * @param disagreement what the printed words say instead, if they say something else than the name
     */
    public record Located(CellAddress address, Way way, Optional<String> disagreement) {}

    private final SheetCells sheet;
    private final FormBook book;
    private final Labels labels;

    public Locator(SheetCells sheet, FormBook book, Labels labels) {
        this.sheet = sheet;
        this.book = book;
        this.labels = labels;
    }

    /** The first cell a defined name of the sheet stands for. */
    public static Optional<CellAddress> named(SheetCells sheet, String name) {
        return sheet.named(name).map(CellRange::first);
    }

    /** The cell of an item of a line, which stands in the given value column. */
    public Optional<Located> locate(String item, Line line, int column) {
        Optional<CellAddress> named = named(sheet, item);
        if (named.isPresent()) {
            return Optional.of(new Located(named.get(), Way.NAME, disagreement(named.get(), line, column)));
        }
        Optional<CellAddress> labelled = labels.cell(line, column);
        if (labelled.isPresent()) {
            return Optional.of(new Located(labelled.get(), Way.LABEL, Optional.empty()));
        }
        return book.layout()
                .cell(item)
                // whatever stands where a text would is a text
                .filter(address -> line.text().isEmpty()
                        && labels.isUnmoved()
                        && labels.lineAt(address.row()).isEmpty())
                .map(address -> new Located(address, Way.ADDRESS, Optional.empty()));
    }

    private Optional<String> disagreement(CellAddress address, Line line, int column) {
        Optional<Line> there = labels.lineAt(address.row());
        if (there.isPresent() && !there.get().code().equals(line.code())) {
            return there.map(Line::label);
        }
        return labels.columnAt(address.column())
                .filter(index -> index != column)
                .map(index -> book.layout().columns().get(index).label());
    }

    /** The cell that explains what concerns the whole return: by its name alone. */
    public Optional<CellAddress> ofWhole() {
        return named(sheet, Explanations.OF_RETURN);
    }

    /** The cell that explains what is asked about a line: by its name, else beside its line. */
    public Optional<CellAddress> explanation(String name, CellAddress inLayout) {
        return named(sheet, name)
                .or(() -> book.layout().lines().stream()
                        .filter(line -> line.row() == inLayout.row())
                        .findFirst()
                        .flatMap(labels::explanation));
    }

    /** What is to be said of a cell whose number is not what its formula comes to. */
    public static Optional<Finding> stale(SheetCells sheet, Item item, CellAddress address, CellRef place) {
        // what the catalogue computes is worked out again and compared
        return item.isComputed()
                ? Optional.empty()
                : sheet.recalculated(address.row(), address.column())
                        .map(is -> Finding.failed("cell.stale", Severity.NOTICE, place.at(address))
                                .ofItem(item.code())
                                .with(
                                        "value",
                                        Argument.text(sheet.cell(address.row(), address.column())
                                                .map(Value::show)
                                                .orElse("")))
                                .with("expected", Argument.of(is)));
    }

    /** The same of a cell of this sheet. */
    public Optional<Finding> stale(Item item, CellAddress address, CellRef place) {
        return stale(sheet, item, address, place);
    }

    /** What stands in a cell. */
    public Optional<Value> cell(CellAddress address) {
        return sheet.cell(address.row(), address.column());
    }
}
