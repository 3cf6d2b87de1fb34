package org.huizong.intake.locate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.huizong.catalogue.Item;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.CellAddress;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.CellRange;
import org.huizong.spreadsheet.read.SheetCells;
import org.huizong.text.Folding;

/** Where the columns of a register stand on a sheet: by defined name, else by the words at their head. */
public final class RegisterHeads {
    /** The head of a register stands above this row. */
    private static final int LAST_ROW = 40;

    private static final int FEWEST = 2;

    private final SheetCells sheet;
    private final RegisterBook book;
    private final Map<String, CellAddress> printed = new HashMap<>();
    private final Map<String, CellRange> named = new LinkedHashMap<>();
    private Optional<Integer> explanations = Optional.empty();
    private int headRow = -1;

    public RegisterHeads(SheetCells sheet, RegisterBook book) {
        this.sheet = sheet;
        this.book = book;
        findHeadRow();
        if (headRow >= 0) {
            sheet.visit(headRow, this::note);
        }
        for (Item item : book.layout().items()) {
            sheet.named(item.code()).ifPresent(range -> named.put(item.code(), range));
        }
        sheet.named(RegisterLayout.EXPLAIN)
                .ifPresent(range -> explanations = Optional.of(range.first().column()));
    }

    private void findHeadRow() {
        Map<Integer, Integer> heads = new HashMap<>();
        sheet.visit(LAST_ROW, (row, column, cell) -> {
            if (cell instanceof Value.Text text && book.head(text.text()).isPresent()) {
                heads.merge(row, 1, Integer::sum);
            }
        });
        heads.forEach((row, count) -> {
            int best = heads.getOrDefault(headRow, FEWEST - 1);
            if (count > best || (count == best && headRow >= 0 && row < headRow)) {
                headRow = row;
            }
        });
    }

    private void note(int row, int column, Value cell) {
        if (row == headRow && cell instanceof Value.Text text) {
            String folded = Folding.fold(text.text());
            book.head(text.text()).ifPresent(item -> printed.putIfAbsent(item.code(), new CellAddress(row, column)));
            if (FormBook.isExplanation(folded)) {
                explanations = Optional.of(column);
            }
        }
    }

    /** The row of the heads; -1 if there is none. */
    public int row() {
        return headRow;
    }

    /** How many columns have their head on the sheet. */
    public int count() {
        return printed.size();
    }

    /** Whether any column has its defined name. */
    public boolean isNamed() {
        return !named.isEmpty();
    }

    /** The column of an item, from 0. */
    public Optional<Integer> column(Item item) {
        return Optional.ofNullable(named.get(item.code()))
                .map(range -> range.first().column())
                .or(() -> Optional.ofNullable(printed.get(item.code())).map(CellAddress::column));
    }

    /** What the words at the head of an item's column say instead, where they say something else than its name. */
    public Optional<Item> disagreement(Item item) {
        return Optional.ofNullable(named.get(item.code()))
                .flatMap(range -> sheet.cell(headRow, range.first().column()))
                .flatMap(cell -> book.head(cell.show()))
                .filter(other -> !other.code().equals(item.code()));
    }

    /** The cell at the head of an item's column. */
    public Optional<CellAddress> head(Item item) {
        return column(item).map(column -> new CellAddress(Math.max(0, headRow), column));
    }

    /** The column in which queries about a record are explained. */
    public Optional<Integer> explanations() {
        return explanations;
    }

    /** The first row that may hold a record: below the heads, or where the names begin if there are none. */
    public int firstRow() {
        int below = headRow >= 0
                ? headRow + 1
                : named.values().stream()
                        .mapToInt(range -> range.first().row())
                        .min()
                        .orElse(0);
        return isNumbers(below) ? below + 1 : below;
    }

    /** Whether a row only numbers the columns, 甲 1 2 3, however many they were in the template that it is from. */
    private boolean isNumbers(int row) {
        List<Integer> columns = book.layout().items().stream()
                .flatMap(item -> column(item).stream())
                .sorted()
                .toList();
        long numbered = IntStream.range(0, columns.size())
                .filter(i ->
                        number(row, columns.get(i)) == (i == 0 ? 1 : next(row, columns.get(i - 1), columns.get(i))))
                .count();
        return numbered >= FEWEST && numbered * 2 > columns.size();
    }

    /** The number that a column has if the one before it, left of it, is numbered; -1 if that is not. */
    private int next(int row, int before, int column) {
        int number = number(row, before);
        return number == 0 ? -1 : number + column - before;
    }

    /** The number of at most three digits that a cell holds; 0 if it holds anything else. */
    private int number(int row, int column) {
        return sheet.cell(row, column)
                .map(Value::show)
                .filter(text -> text.matches("[1-9][0-9]{0,2}"))
                .map(Integer::valueOf)
                .orElse(0);
    }
}
