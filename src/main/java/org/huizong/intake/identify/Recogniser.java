package org.huizong.intake.identify;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Return;
import org.huizong.intake.locate.FormBook;
import org.huizong.intake.locate.Labels;
import org.huizong.intake.locate.Locator;
import org.huizong.intake.locate.RegisterBook;
import org.huizong.intake.locate.RegisterHeads;
import org.huizong.layout.Field;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.SheetCells;
import org.huizong.text.Folding;

/** Tells which return a sheet is: by its hidden mark, else by 表号, title and labels; never by a file's name. */
public final class Recogniser {
    /**
     * A sheet that is a return.
     *
     * @param code code of the return
     * @param version version it was filled in; empty if it does not say
     * @param isMarked whether its hidden mark says so
     */
    public record Recognised(String code, String version, boolean isMarked) {}

    /** A return as it is asked in a month. */
    private record Asked(String code, YearMonth month) {}

    private static final int HEAD_ROWS = 9;

    private final Catalogue catalogue;
    private final Map<Asked, FormBook> books = new ConcurrentHashMap<>();
    private final Map<Asked, RegisterBook> registers = new ConcurrentHashMap<>();

    public Recogniser(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The return as it is asked in a month. */
    public FormBook book(Return form, YearMonth month) {
        return books.computeIfAbsent(new Asked(form.code(), month), key -> new FormBook(catalogue, form, month));
    }

    /** The register as it is asked in a month. */
    public RegisterBook register(Return register, YearMonth month) {
        return registers.computeIfAbsent(
                new Asked(register.code(), month), key -> new RegisterBook(catalogue, register, month));
    }

    /** The return that a sheet is, looked for among those of the month if it has no mark. */
    public Optional<Recognised> recognise(SheetCells sheet, YearMonth month) {
        Optional<Recognised> marked = mark(sheet, Field.RETURN)
                .filter(code ->
                        catalogue.returns().stream().anyMatch(f -> f.code().equals(code)))
                .map(code -> new Recognised(code, mark(sheet, Field.VERSION).orElse(""), true));
        return marked.isPresent() ? marked : printed(sheet, month);
    }

    private static Optional<String> mark(SheetCells sheet, Field field) {
        return Locator.named(sheet, field.definedName())
                .flatMap(address -> sheet.cell(address.row(), address.column()))
                .map(cell -> Folding.fold(cell.show()));
    }

    /** Form number or title, and half of the labels or heads; or, with neither, two thirds of them. */
    private Optional<Recognised> printed(SheetCells sheet, YearMonth month) {
        List<String> head = new ArrayList<>();
        sheet.visit(HEAD_ROWS, (row, column, cell) -> {
            if (cell instanceof Value.Text text) {
                head.add(Folding.fold(text.text()));
            }
        });
        return catalogue.forms(month).stream()
                .filter(form -> isPrinted(form, month, sheet, head))
                .findFirst()
                .map(form -> new Recognised(form.code(), "", false));
    }

    private boolean isPrinted(Return form, YearMonth month, SheetCells sheet, List<String> head) {
        if (form.kind() == Return.Kind.REGISTER) {
            RegisterBook book = register(form, month);
            int heads = new RegisterHeads(sheet, book).count();
            return isMost(heads, book.layout().items().size(), head.stream().anyMatch(book::isTitled));
        }
        FormBook book = book(form, month);
        return isMost(
                new Labels(sheet, book).count(), book.lineCount(), head.stream().anyMatch(book::isTitled));
    }

    private static boolean isMost(int found, int all, boolean titled) {
        return titled ? found * 2 >= all : found * 3 >= all * 2;
    }

    /** Whether a sheet tells how to fill in the others: so named, or in front and without a number. */
    public static boolean isInstructions(SheetCells sheet, int index) {
        boolean[] number = {false};
        sheet.visit(Integer.MAX_VALUE, (row, column, cell) -> number[0] |= cell instanceof Value.Quantity);
        return sheet.named("instructions").isPresent() || (index == 0 && !number[0]);
    }
}
