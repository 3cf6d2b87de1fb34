package org.huizong.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Rule;
import org.huizong.catalogue.Unit;
import org.huizong.layout.FormLayout;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.CellAddress;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.spreadsheet.write.Styles;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;

/** One return of an issued template into which figures are typed again and again, to see what its live checks say. */
final class LiveTemplate {
    private final XSSFSheet sheet;
    private final XSSFFormulaEvaluator evaluator;
    private final Optional<RegisterLayout> register;
    private final Map<String, CellAddress> verdicts;

    private LiveTemplate(XSSFSheet sheet, Optional<RegisterLayout> register, Map<String, CellAddress> verdicts) {
        this.sheet = sheet;
        this.evaluator = sheet.getWorkbook().getCreationHelper().createFormulaEvaluator();
        this.register = register;
        this.verdicts = verdicts;
    }

    /** The return as it is issued to the first unit that owes it, for the period that a month lies in. */
    static LiveTemplate of(Catalogue catalogue, String form, YearMonth month) {
        Unit unit = catalogue.units().stream()
                .filter(u -> u.returns().contains(form))
                .findFirst()
                .orElseThrow();
        Return own = catalogue.form(form, month).orElseThrow();
        Period period = Period.holding(month, own.frequency());
        var template = new ByteArrayOutputStream();
        try {
            new TemplateWriter(catalogue, wording(catalogue))
                    .filled(unit, period, Prefill.NONE, Map.of(form, Map.of()), Instant.EPOCH, template);
            XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template.toByteArray()));
            return new LiveTemplate(
                    book.getSheet(own.label()),
                    Optional.of(own)
                            .filter(f -> catalogue.isRegister(form))
                            .map(f -> RegisterLayout.of(catalogue, f, period.last())),
                    verdicts(catalogue, own, period.last()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rules that a return's template holds while it is typed. */
    static Set<String> rules(Catalogue catalogue, Return form, YearMonth month) {
        return new TreeSet<>(verdicts(catalogue, form, month).keySet());
    }

    private static Map<String, CellAddress> verdicts(Catalogue catalogue, Return form, YearMonth month) {
        if (!catalogue.isRegister(form.code())) {
            return VerdictCells.of(catalogue, FormLayout.of(catalogue, form, month), month).rules().entrySet().stream()
                    .collect(Collectors.toMap(e -> e.getKey().id(), Map.Entry::getValue));
        }
        RegisterLayout layout = RegisterLayout.of(catalogue, form, month);
        return RowVerdicts.columns(catalogue, wording(catalogue), layout, month).entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().id(), e -> new CellAddress(layout.firstRecordRow(), e.getValue())));
    }

    private static Wording wording(Catalogue catalogue) {
        return new Wording(new MessageBundle(Lang.ZH), catalogue);
    }

    /** What the check of a rule says when nothing but these figures is typed, whoever else would work them out. */
    String verdict(Rule rule, Map<String, Value> values) {
        return text(verdicts.get(rule.id()), values);
    }

    /** What a cell shows when nothing but these figures is typed. */
    String text(CellAddress at, Map<String, Value> values) {
        List<Runnable> undo = new ArrayList<>();
        values.forEach((name, value) -> undo.add(type(cell(name), value)));
        try {
            evaluator.clearAllCachedResultValues();
            CellValue said = evaluator.evaluate(Styles.cell(sheet, at.row(), at.column()));
            return said == null ? "" : said.getCellType() == CellType.STRING ? said.getStringValue() : said.toString();
        } finally {
            undo.forEach(Runnable::run);
        }
    }

    /** In a register that of the first record, in a form that of the name. */
    private XSSFCell cell(String name) {
        Optional<Integer> column = register.flatMap(r -> r.column(name));
        if (column.isPresent()) {
            return Styles.cell(sheet, register.orElseThrow().firstRecordRow(), column.get());
        }
        int own = sheet.getWorkbook().getSheetIndex(sheet);
        return sheet.getWorkbook().getNames(name).stream()
                .filter(n -> n.getSheetIndex() == own)
                .map(n -> new CellReference(n.getRefersToFormula()))
                .map(at -> Styles.cell(sheet, at.getRow(), at.getCol()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the template has no name " + name));
    }

    private static Runnable type(XSSFCell cell, Value value) {
        Optional<String> formula = Optional.of(cell)
                .filter(c -> c.getCellType() == CellType.FORMULA)
                .map(XSSFCell::getCellFormula);
        cell.setBlank();
        if (value instanceof Value.Quantity number) {
            cell.setCellValue(number.number().doubleValue());
        } else if (value instanceof Value.Date date) {
            cell.setCellValue(date.date());
        } else if (value instanceof Value.Text text) {
            cell.setCellValue(text.text());
        } else {
            throw new IllegalArgumentException("nobody types " + value);
        }
        return () -> {
            cell.setBlank();
            formula.ifPresent(cell::setCellFormula);
        };
    }
}
