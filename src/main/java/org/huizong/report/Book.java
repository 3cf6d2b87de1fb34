package org.huizong.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Obligation;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.UnitKind;
import org.huizong.layout.Line;
import org.huizong.model.CellAddress;
import org.huizong.model.Period;
import org.huizong.text.Visible;
import org.huizong.wording.Wording;

/** The workbook while it is being written: what it is about, its sheets, and which cell holds which figure. */
final class Book {
    static final String FRONT = "front";
    static final String INDICATORS = "indicators";
    static final String DEPARTMENTS = "departments";
    static final String VILLAGES = "villages";
    static final String UNIT_YEAR = "unityear";
    static final String COVERAGE = "coverage";
    static final String FINDINGS = "findings";
    static final String CROSS = "cross";
    static final String LEADS = "leads";
    static final String MEASURES = "measures";
    static final String PASSPORT = "passport";
    static final String SOURCES = "sources";
    static final String CHANGES = "changes";
    static final String NOTES = "notes";
    static final String ROLL_UP = "rollup";

    private static final int LONGEST_NAME = 31;

    private final SXSSFWorkbook streamed;
    private final FormulaGrid grid;
    private final Publication publication;
    private final Catalogue catalogue;
    private final Wording wording;
    private final Styles styles;
    private final States states;
    private final Sources sources;
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, FormCells> forms = new LinkedHashMap<>();
    private final Map<String, CellAddress> indicators = new HashMap<>();

    Book(SXSSFWorkbook streamed, Publication publication, Catalogue catalogue, Wording wording) {
        this.streamed = streamed;
        this.grid = new FormulaGrid(streamed.getXSSFWorkbook());
        this.publication = publication;
        this.catalogue = catalogue;
        this.wording = wording;
        this.styles = new Styles(workbook(), wording.isChinese());
        this.states = new States(this);
        this.sources = new Sources(publication);
        addSheets();
    }

    private void addSheets() {
        add(FRONT, text("report.sheet.front"));
        add(INDICATORS, text("report.sheet.indicators"));
        if (catalogue.units().stream()
                .anyMatch(u -> u.parent().isPresent() && !u.kind().isVillage())) {
            add(DEPARTMENTS, text("report.sheet.departments"));
        }
        if (catalogue.units().stream().anyMatch(u -> u.kind().isVillage())) {
            add(VILLAGES, text("report.sheet.villages"));
        }
        if (!consolidation().course().months().isEmpty()) {
            add(UNIT_YEAR, text("report.sheet.unityear"));
        }
        consolidation().forms().forEach(f -> add(key(f.form()), shortLabel(f.form())));
        registers().forEach(r -> add(key(r), shortLabel(r)));
        if (consolidation().registers().stream().anyMatch(r -> !r.items().isEmpty())) {
            add(MEASURES, text("report.sheet.measures"));
        }
        add(COVERAGE, text("report.sheet.coverage"));
        add(FINDINGS, text("report.sheet.findings"));
        if (!consolidation().crossChecks().isEmpty()) {
            add(CROSS, text("report.sheet.cross"));
        }
        if (!registers().isEmpty()) {
            add(LEADS, text("report.sheet.leads"));
        }
        add(PASSPORT, text("report.sheet.passport"));
        add(SOURCES, text("report.sheet.sources"));
        add(CHANGES, text("report.sheet.changes"));
        add(NOTES, text("report.sheet.notes"));
        if (!RollUpSheet.forms(this).isEmpty()) {
            add(ROLL_UP, text("report.sheet.rollup"));
        }
    }

    /** The registers that anybody owes in the period or a shorter one in it, in the order of the catalogue. */
    List<Return> registers() {
        List<String> owed = catalogue.owedWithin(period()).stream()
                .map(Obligation::form)
                .distinct()
                .toList();
        return catalogue.returns().stream()
                .map(Return::code)
                .distinct()
                .filter(owed::contains)
                .flatMap(code -> catalogue.form(code, period().months()).stream())
                .filter(r -> r.kind() == Return.Kind.REGISTER)
                .toList();
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

    static String key(Return form) {
        return "form." + form.code();
    }

    /** The title of a return without the words for how often it is owed. */
    String shortLabel(Return form) {
        return wording.label(form).replaceFirst("(月|季|半年|年)报表$|: [^:]*Return$", "");
    }

    /** All of the workbook but the cells of its sheets, which are streamed. */
    XSSFWorkbook workbook() {
        return streamed.getXSSFWorkbook();
    }

    /** What formulas may read. */
    FormulaGrid grid() {
        return grid;
    }

    Publication publication() {
        return publication;
    }

    Consolidation consolidation() {
        return publication.consolidation();
    }

    Period period() {
        return consolidation().period();
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Wording wording() {
        return wording;
    }

    String text(String key, Object... values) {
        return wording.text(key, values);
    }

    /** A text that depends on how long the period is: {@code key.month} and so on. */
    String textOfPeriod(String key, Object... values) {
        return wording.text(key + '.' + period().frequency().code(), values);
    }

    /** Says what the period is held against: the period before ({@code prior}) or a year ago ({@code yearago}). */
    String base(String which) {
        Period base = which.equals("prior") ? period().prior() : period().yearAgo();
        return textOfPeriod("report.base." + which, wording.period(base));
    }

    /** An item's head as a period of this length has it: 本月立案 of a year is 本年立案. */
    String ofPeriod(String label) {
        return label.replace(text("report.this.month"), textOfPeriod("report.this"));
    }

    /** The head of a form's line in this language, as a period of this length has it. */
    String label(Line line) {
        return ofPeriod(wording.isChinese() ? line.label() : line.labelEn());
    }

    /** An item by its label and that of its return; anything else that a formula may name by its label alone. */
    String words(String operand) {
        return catalogue
                .item(operand)
                .map(item -> text(
                        "report.notes.operand",
                        catalogue
                                .form(item.form(), period().last())
                                .map(this::shortLabel)
                                .orElse(item.form()),
                        wording.label(item).strip()))
                .orElseGet(() -> wording.operand(operand, period()).strip());
    }

    /** Label of a unit, return or item by its code. */
    String label(String code) {
        return wording.label(code);
    }

    /** A value as people read it: an entry of a list by its label, anything else as it is. */
    String value(String item, String text) {
        return catalogue
                .item(item)
                .filter(i -> i.type() == ItemType.CHOICE)
                .map(i -> wording.choice(i.choices(), text))
                .orElse(text);
    }

    /** The word for all units together: 全镇, or 全县. */
    String whole() {
        return text("report.units." + (catalogue.top().kind() == UnitKind.COUNTY ? "county" : "township"));
    }

    /** Title of the whole report. */
    String title() {
        return textOfPeriod("report.title", wording.label(catalogue.top()));
    }

    Styles styles() {
        return styles;
    }

    States states() {
        return states;
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
        return catalogue.item(item).flatMap(i -> Optional.ofNullable(forms.get(i.form())));
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
        return Optional.ofNullable(indicators.get(code)).map(a -> reference(sheets.getOrDefault(INDICATORS, ""), a));
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

    static String quoted(String sheet) {
        return '\'' + sheet.replace("'", "''") + '\'';
    }
}
