package org.huizong.template;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.BrokenCatalogueException;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Fault;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Unit;
import org.huizong.layout.Field;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.spreadsheet.write.EmptyRecords;
import org.huizong.spreadsheet.write.FileName;
import org.huizong.spreadsheet.write.FormFiller;
import org.huizong.spreadsheet.write.Recalculation;
import org.huizong.spreadsheet.write.Saving;
import org.huizong.spreadsheet.write.Styles;
import org.huizong.wording.Wording;

/**
 * Writes the workbooks that clerks fill: a page of instructions, and a sheet for each return.
 *
 * <p>The same catalogue gives the same bytes.
 */
public final class TemplateWriter {
    private static final Instant SAVED = Instant.parse("2026-01-01T00:00:00Z");

    private final Catalogue catalogue;
    private final Wording wording;

    /** A writer of that catalogue's templates, in the language of the wording. */
    public TemplateWriter(Catalogue catalogue, Wording wording) {
        this.catalogue = catalogue;
        this.wording = wording;
    }

    /** Writes a return's blank template, as it is asked in the catalogue's newest month; unit and period are inputs. */
    public void blank(Return form, OutputStream out) throws IOException {
        write(List.of(form), catalogue.newest(), Optional.empty(), Map.of(), SAVED, out);
    }

    /**
     * Writes everything that a unit owes for exactly this period, with unit, period and earlier figures filled in; and the
     * office's own registers that have records to begin with.
     *
     * @param prefill figures of earlier periods of that unit
     */
    public void issue(Unit unit, Period period, Prefill prefill, OutputStream out) throws IOException {
        filled(unit, period, prefill, Map.of(), SAVED, out);
    }

    /**
     * Writes what {@link #issue} does, filled in as by a clerk who saved it then.
     *
     * @param values by return code, then by name of the cell, as {@link FormFiller} takes them
     */
    public void filled(
            Unit unit,
            Period period,
            Prefill prefill,
            Map<String, ? extends Map<String, Value>> values,
            Instant saved,
            OutputStream out)
            throws IOException {
        List<Return> owed = catalogue.issued(period).stream()
                .filter(o -> o.unit().equals(unit.code()))
                .flatMap(o -> catalogue.form(o.form(), period.last()).stream())
                .filter(r -> r.isOwed()
                        || values.containsKey(r.code())
                        || !prefill.records(r).equals(Carried.NONE))
                .toList();
        Recipient recipient = new Recipient(unit, period, prefill);
        write(owed, period.last(), Optional.of(recipient), values, saved, out);
    }

    /** Name of the file of a blank template, such as {@code 青依法06表-普法宣传与学法情况月报表.xlsx}. */
    public String fileName(Return form) {
        return Titles.file(wording, form);
    }

    /** Name of the file that a unit is issued, such as {@code 石桥村-2025-03.xlsx}. */
    public String fileName(Unit unit, Period period) {
        return FileName.safe(wording.label(unit)) + "-" + period.code() + ".xlsx";
    }

    private void write(
            List<Return> returns,
            YearMonth month,
            Optional<Recipient> to,
            Map<String, ? extends Map<String, Value>> values,
            Instant saved,
            OutputStream out)
            throws IOException {
        try (var book = new XSSFWorkbook()) {
            List<RegisterSheet> registers = new ArrayList<>();
            List<Fault> unreachable = draw(book, returns, month, to, registers);
            if (!unreachable.isEmpty()) {
                throw new BrokenCatalogueException(unreachable);
            }
            List<RowFormulas> formulas =
                    registers.stream().map(RegisterSheet::formulas).toList();
            FormFiller.put(book, records(registers));
            FormFiller.put(book, values);
            book.forEach(sheet -> RowHeights.fit((XSSFSheet) sheet));
            // the checks of a row without a record have their results already
            Set<XSSFRow> empty = EmptyRecords.of(book);
            formulas.forEach(f -> f.spell(empty));
            Recalculation.of(book, empty);
            formulas.forEach(RowFormulas::share);
            Saving.write(book, out, saved);
        }
    }

    /** What the registers begin with, by return, as the filler takes it. */
    private static Map<String, Map<String, Value>> records(List<RegisterSheet> registers) {
        Map<String, Map<String, Value>> records = new HashMap<>();
        for (RegisterSheet register : registers) {
            Map<String, Value> own = register.records();
            if (!own.isEmpty()) {
                records.put(register.code(), own);
            }
        }
        return records;
    }

    /** What nobody could fill in the blank template of a return in that month, or why there can be none. */
    List<Fault> unreachable(Return form, YearMonth month) {
        try (var book = new XSSFWorkbook()) {
            return draw(book, List.of(form), month, Optional.empty(), new ArrayList<>());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot draw the template of " + form.code(), e);
        } catch (IllegalStateException | IllegalArgumentException e) {
            Map<String, String> arguments = Map.of("month", month.toString(), "value", String.valueOf(e.getMessage()));
            return List.of(Fault.of("returns.csv", catalogue.line(form), "code", "return.template", arguments));
        }
    }

    /**
     * Draws a guide and the returns; gives what nobody could fill in them.
     *
     * @param registers takes up the registers among them
     */
    private List<Fault> draw(
            XSSFWorkbook book,
            List<Return> returns,
            YearMonth month,
            Optional<Recipient> to,
            List<RegisterSheet> registers) {
        // each formula is parsed when it is worked out, and that is often enough
        book.setCellFormulaValidation(false);
        Styles styles = new Styles(book, wording.isChinese());
        new GuideSheet(catalogue, wording, styles, book, returns, month, to).draw();
        List<Fault> unreachable = new ArrayList<>();
        for (Return one : returns) {
            XSSFSheet sheet;
            Set<String> given = new HashSet<>();
            to.ifPresent(r -> given.addAll(List.of(Field.UNIT.definedName(), Field.PERIOD.definedName())));
            if (one.kind() == Return.Kind.REGISTER) {
                RegisterSheet register = new RegisterSheet(catalogue, wording, styles, book, one, month, to);
                sheet = register.draw();
                registers.add(register);
            } else {
                FormSheet filled = new FormSheet(catalogue, wording, styles, book, one, month, to);
                sheet = filled.draw();
                given.addAll(filled.given.keySet());
            }
            unreachable.addAll(new FillLint(catalogue, sheet, given).faults(one, month.toString()));
        }
        return unreachable;
    }
}
