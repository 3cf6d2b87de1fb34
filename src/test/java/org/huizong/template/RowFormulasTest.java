package org.huizong.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.SharedFormula;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Return;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellFormulaType;

/** The rows of a register share their formulas, and each has the text that it would have by itself. */
class RowFormulasTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final Wording WORDING = new Wording(new MessageBundle(Lang.ZH), CATALOGUE);
    private static final TemplateWriter WRITER = new TemplateWriter(CATALOGUE, WORDING);

    static Stream<Return> registers() {
        return CATALOGUE.forms(CATALOGUE.newest()).stream().filter(f -> CATALOGUE.isRegister(f.code()));
    }

    @ParameterizedTest
    @MethodSource("registers")
    void everyRowOfABlankRegisterReadsAsIfItHadItsOwn(Return register) throws IOException {
        var template = new ByteArrayOutputStream();

        WRITER.blank(register, template);

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(template.toByteArray()))) {
            XSSFSheet sheet = book.getSheet(register.label());
            RegisterLayout layout = RegisterLayout.of(CATALOGUE, register, CATALOGUE.newest());
            Map<String, String> differences = new LinkedHashMap<>();
            XSSFEvaluationWorkbook names = XSSFEvaluationWorkbook.create(book);
            columns(layout).forEach((column, own) -> {
                XSSFCell first = sheet.getRow(layout.firstRecordRow()).getCell(column);
                Ptg[] tokens = FormulaParser.parse(first.getCellFormula(), names, FormulaType.CELL, 1);
                for (int row = layout.firstRecordRow(); row <= layout.lastReadyRow(); row++) {
                    XSSFCell cell = sheet.getRow(row).getCell(column);
                    // each cell parses it anew by itself, which takes long: the last of them stands for all
                    String text = row == layout.lastReadyRow()
                            ? cell.getCellFormula()
                            : expanded(tokens, row - layout.firstRecordRow(), names);
                    if (!own.apply(row).equals(text) || !isShared(cell, first)) {
                        differences.put(cell.getReference() + " " + own.apply(row), text);
                    }
                    assertThat(cell.getStringCellValue()).isEmpty();
                }
            });
            assertThat(differences).isEmpty();
        }
    }

    @Test
    void theRowsOfRecordsShareThemTooAndKeepWhatTheyCameTo() throws IOException {
        Period march = Period.parse("2025-03");
        RegisterLayout layout = RegisterLayout.of(
                CATALOGUE, CATALOGUE.form("petitions", march.last()).orElseThrow(), march.last());
        String key = layout.keys().get(0).code();
        var filled = new ByteArrayOutputStream();

        WRITER.filled(
                CATALOGUE.unit("d07").orElseThrow(),
                march,
                Prefill.NONE,
                Map.of("petitions", Map.of(key + "#1", Value.of("第1件"), key + "#7", Value.of("第7件"))),
                Instant.EPOCH,
                filled);

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(filled.toByteArray()))) {
            XSSFSheet sheet = book.getSheet(layout.register().label());
            for (int record : new int[] {1, 7}) {
                XSSFCell check =
                        sheet.getRow(layout.firstRecordRow() + record - 1).getCell(layout.checkColumn());
                assertThat(isShared(check, check)).isTrue();
                assertThat(check.getStringCellValue()).startsWith("✘ 未填");
            }
            assertThat(sheet.getRow(layout.firstRecordRow() + 2)
                            .getCell(layout.checkColumn())
                            .getStringCellValue())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Other!$A$1&\"\"",
                "SUM(Other!A1:A3)",
                "SUM({1,2})",
                "SUM([1]Other!A1)",
                "SUM(A1:B2 B2:C3)",
                "SUM((A1,B2))",
            })
    void refusesToShareWhatWouldDamageTheFile(String formula) throws IOException {
        try (var book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("Own");
            book.createSheet("Other");

            assertThatThrownBy(() -> Sharing.check(formula, sheet))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("rows of Own cannot share a formula with ");
        }
    }

    private static String expanded(Ptg[] tokens, int rowsDown, XSSFEvaluationWorkbook names) {
        Ptg[] own = new SharedFormula(SpreadsheetVersion.EXCEL2007).convertSharedFormulas(tokens, rowsDown, 0);
        return FormulaRenderer.toFormulaString(names, own);
    }

    private static boolean isShared(XSSFCell cell, XSSFCell master) {
        CTCellFormula formula = cell.getCTCell().getF();
        return formula.getT() == STCellFormulaType.SHARED
                && formula.getSi() == master.getCTCell().getF().getSi();
    }

    private static Map<Integer, IntFunction<String>> columns(RegisterLayout layout) {
        RegisterChecks checks = new RegisterChecks(CATALOGUE, WORDING, layout, CATALOGUE.rules(CATALOGUE.newest()));
        Map<Integer, IntFunction<String>> columns = new LinkedHashMap<>();
        columns.putAll(checks.behindRow());
        if (checks.rules().stream().anyMatch(r -> r.asks())) {
            columns.put(checks.unexplainedColumn(), checks::unexplained);
        }
        checks.rules().forEach(r -> columns.put(checks.column(r), row -> checks.verdict(r, row)));
        columns.put(layout.checkColumn(), row -> checks.row(row, 2, 26));
        return columns;
    }
}
