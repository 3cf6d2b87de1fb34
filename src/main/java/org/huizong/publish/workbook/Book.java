package org.huizong.publish.workbook;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.ItemType;
import org.huizong.model.CellAddress;
import org.huizong.publish.narrative.Pillars;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Tally;
import org.huizong.publish.narrative.Targets;
import org.huizong.publish.narrative.Terms;
import org.huizong.text.Visible;

/** The workbook while it is being written: its sheets, and which cell holds which figure. */
final class Book {
    private static final int LONGEST_NAME = 31;

    private final SXSSFWorkbook streamed;
    private final FormulaGrid grid;
    private final Terms terms;
    private final Styles styles;
    private final Sources sources;
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, FormCells> forms = new LinkedHashMap<>();
    private final Map<String, CellAddress> indicators = new HashMap<>();
    private final Map<String, Integer> pages = new HashMap<>();

    Book(SXSSFWorkbook streamed, Terms terms) {
        this.streamed = streamed;
        this.grid = new FormulaGrid(streamed.getXSSFWorkbook());
        this.terms = terms;
        this.styles = new Styles(workbook(), terms.wording().isChinese());
        this.sources = new Sources(terms.publication());
        addSheets();
    }

    private void addSheets() {
        add(SheetKey.FRONT, terms.text("report.sheet.front"));
        add(SheetKey.INDICATORS, terms.text("report.sheet.indicators"));
        if (TrendPage.hasAnything(terms)) {
            add(SheetKey.TRENDS, terms.text("report.sheet.trends"));
        }
        if (terms.catalogue().units().stream()
                .anyMatch(u -> u.parent().isPresent() && !u.kind().isVillage())) {
            add(SheetKey.DEPARTMENTS, terms.text("report.sheet.departments"));
        }
        if (terms.catalogue().units().stream().anyMatch(u -> u.kind().isVillage())) {
            add(SheetKey.VILLAGES, terms.text("report.sheet.villages"));
        }
        if (!terms.consolidation().course().months().isEmpty()) {
            add(SheetKey.UNIT_YEAR, terms.text("report.sheet.unityear"));
        }
        if (Targets.isWorthAPage(terms)) {
            add(SheetKey.TARGETS, terms.text("report.sheet.targets"));
        }
        terms.consolidation().forms().forEach(f -> add(SheetKey.of(f.form()), terms.shortLabel(f.form())));
        terms.registers().forEach(r -> {
            add(SheetKey.of(r), terms.shortLabel(r));
            if (Tally.of(terms, r).isPresent()) {
                add(SheetKey.tally(r), terms.text("report.sheet.tally", terms.shortLabel(r)));
            }
        });
        if (terms.consolidation().registers().stream().anyMatch(r -> !r.items().isEmpty())) {
            add(SheetKey.MEASURES, terms.text("report.sheet.measures"));
        }
        if (Pillars.isToldOf(terms)) {
            add(SheetKey.PILLARS, terms.text("report.sheet.pillars"));
        }
        if (ChoicePage.hasAny(terms, ItemType.CHOICE)) {
            add(SheetKey.CHOICES, terms.text("report.sheet.choices"));
        }
        if (ChoicePage.hasAny(terms, ItemType.TEXT)) {
            add(SheetKey.TEXTS, terms.text("report.sheet.texts"));
        }
        add(SheetKey.COVERAGE, terms.text("report.sheet.coverage"));
        add(SheetKey.FINDINGS, terms.text("report.sheet.findings"));
        if (!terms.consolidation().crossChecks().isEmpty()) {
            add(SheetKey.CROSS, terms.text("report.sheet.cross"));
        }
        if (!terms.registers().isEmpty()) {
            add(SheetKey.LEADS, terms.text("report.sheet.leads"));
        }
        if (!terms.publication().assessment().isEmpty()) {
            add(SheetKey.ASSESSMENT, terms.text("report.sheet.assessment"));
            add(SheetKey.DEDUCTIONS, terms.text("report.sheet.deductions"));
        }
        add(SheetKey.PASSPORT, terms.text("report.sheet.passport"));
        add(SheetKey.SOURCES, terms.text("report.sheet.sources"));
        add(SheetKey.CHANGES, terms.text("report.sheet.changes"));
        add(SheetKey.NOTES, terms.text("report.sheet.notes"));
        if (!RollUpSheet.forms(terms).isEmpty()) {
            add(SheetKey.ROLL_UP, terms.text("report.sheet.rollup"));
        }
    }

    private void add(String key, String wanted) {
        String safe =
                WorkbookUtil.createSafeSheetName(Visible.line(wanted), ' ').strip();
        String name = safe;
        for (int n = 2; streamed.getSheetIndex(name) >= 0; n++) {
            String suffix = " " + n;
            name = safe.substring(0, Math.min(safe.length(), LONGEST_NAME - suffix.length())) + suffix;
        }
        streamed.createSheet(name);
        sheets.put(key, name);
    }

    /** All of the workbook but the cells of its sheets, which are streamed. */
    XSSFWorkbook workbook() {
        return streamed.getXSSFWorkbook();
    }

    /** What formulas may read. */
    FormulaGrid grid() {
        return grid;
    }

    /** What the workbook is about. */
    Terms terms() {
        return terms;
    }

    Styles styles() {
        return styles;
    }

    /** What stands behind the figures of each unit. */
    Sources sources() {
        return sources;
    }

    /** Keys and names of the sheets in order. */
    Map<String, String> sheets() {
        return sheets;
    }

    /** Name of a sheet; empty if this workbook has no such sheet. */
    Optional<String> name(String key) {
        return Optional.ofNullable(sheets.get(key));
    }

    /** The sheet of that key, which must be there. */
    SXSSFSheet sheet(String key) {
        return streamed.getSheet(name(key).orElseThrow());
    }

    /** Adds a sheet that nobody sees. */
    SXSSFSheet hidden(String name) {
        SXSSFSheet sheet = streamed.createSheet(name);
        streamed.setSheetHidden(streamed.getSheetIndex(sheet), true);
        return sheet;
    }

    /** Number of a sheet, for names that belong to it. */
    int index(String key) {
        return streamed.getSheetIndex(name(key).orElseThrow());
    }

    /** Gives a cell of a sheet a name that belongs to that sheet. */
    void define(String sheet, String name, CellAddress cell) {
        define(sheet, name, reference(name(sheet).orElseThrow(), cell));
    }

    /** Gives cells below each other a name that belongs to their sheet. */
    void define(String sheet, String name, CellAddress first, CellAddress last) {
        define(sheet, name, reference(name(sheet).orElseThrow(), first) + ':' + last.pinned());
    }

    private void define(String sheet, String name, String cells) {
        XSSFName defined = workbook().createName();
        defined.setSheetIndex(index(sheet));
        defined.setNameName(name);
        defined.setRefersToFormula(cells);
    }

    void put(String form, FormCells cells) {
        forms.put(form, cells);
    }

    /** The cells of the return that an item belongs to; empty if the workbook does not show it. */
    Optional<FormCells> cells(String item) {
        return terms.catalogue().item(item).flatMap(i -> Optional.ofNullable(forms.get(i.form())));
    }

    void put(String indicator, CellAddress cell) {
        indicators.put(indicator, cell);
    }

    /** Where an indicator's figure of the period stands on 主要指标; empty if it has none. */
    Optional<CellAddress> place(String indicator) {
        return Optional.ofNullable(indicators.get(indicator));
    }

    /** How a formula calls an indicator's figure of the period; empty if it has none. */
    Optional<String> indicator(String code) {
        return Optional.ofNullable(indicators.get(code))
                .map(a -> reference(sheets.getOrDefault(SheetKey.INDICATORS, ""), a));
    }

    /** Notes how many pages of paper a sheet takes. */
    void pages(String key, int count) {
        pages.put(key, count);
    }

    /** How many pages of paper a sheet takes; empty if nobody has counted them. */
    Optional<Integer> pages(String key) {
        return Optional.ofNullable(pages.get(key));
    }

    /** Lets a cell that is written already lead to another place. */
    void lead(String key, CellAddress from, String target) {
        XSSFHyperlink link = workbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress(target);
        link.setCellReference(from.text());
        sheet(key).addHyperlink(link);
    }

    /** A cell of a sheet as formulas and links write it. */
    static String reference(String sheet, CellAddress cell) {
        return quoted(sheet) + '!' + cell.pinned();
    }

    /** Cells of a column, from one row to another, as formulas of their own sheet write them. */
    static String column(int column, int firstRow, int lastRow) {
        return new CellAddress(firstRow, column).pinned() + ':' + new CellAddress(lastRow, column).pinned();
    }

    static String quoted(String sheet) {
        return '\'' + sheet.replace("'", "''") + '\'';
    }
}
